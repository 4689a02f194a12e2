<!-- The index of all persons, all places …, by the letters with which they begin. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <xsl:template match="index" mode="subject">
    <xsl:variable name="heading" as="xs:string" select="html:word('subjects-' || @kind)"/>
    <xsl:call-template name="page-of-subjects">
      <xsl:with-param name="title" select="$heading"/>
      <xsl:with-param name="here" select="string(@kind)"/>
      <xsl:with-param name="content">
        <h1><xsl:value-of select="$heading"/></h1>
        <xsl:if test="not(listed)">
          <p><xsl:value-of select="html:word('no-subjects')"/></p>
        </xsl:if>
        <xsl:if test="count(distinct-values(listed/@initial)) gt 1">
        <nav class="letters" aria-label="{html:word('letters')}">
          <xsl:for-each select="distinct-values(listed/@initial)">
            <a href="#page:letter-{.}"><xsl:value-of select="html:letter(.)"/></a>
            <xsl:text> </xsl:text>
          </xsl:for-each>
        </nav>
        </xsl:if>
        <xsl:for-each-group select="listed" group-by="@initial">
          <section class="letter" aria-labelledby="page:letter-{current-grouping-key()}">
            <h2 id="page:letter-{current-grouping-key()}"><xsl:value-of select="html:letter(current-grouping-key())"/></h2>
            <ul class="subjects">
              <xsl:apply-templates select="current-group()" mode="subject"/>
            </ul>
          </section>
        </xsl:for-each-group>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="listed" mode="subject">
    <li>
      <a href="../{@address}"><xsl:value-of select="@name"/></a>
      <xsl:text> </xsl:text>
      <span class="at">
        <xsl:value-of select="string-join(((@turns[. ne '0'], @occurrences[. ne '0'])
                                ! html:phrase('so-many-' || local-name(), core:count(xs:integer(.), $interface))), ' · ')"/>
      </span>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:function name="html:letter" as="xs:string">
    <xsl:param name="initial" as="xs:string"/>
    <xsl:sequence select="if ($initial) then $initial else '#'"/>
  </xsl:function>

</xsl:stylesheet>
