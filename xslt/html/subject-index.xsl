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
      <xsl:with-param name="title" select="string-join(($heading, html:letter(@initial)[current()/@extent eq 'letter']), ': ')"/>
      <xsl:with-param name="here" select="string(@kind[current()/@extent ne 'letter'])"/>
      <xsl:with-param name="content">
        <h1><xsl:value-of select="$heading, html:letter(@initial)[current()/@extent eq 'letter']" separator=": "/></h1>
        <xsl:if test="not(listed)">
          <p><xsl:value-of select="html:word('no-subjects')"/></p>
        </xsl:if>
        <xsl:apply-templates select="map" mode="subject"/>
        <xsl:call-template name="letters"/>
        <xsl:choose>
          <xsl:when test="@extent eq 'first'">
            <section aria-labelledby="page:named-most">
              <h2 id="page:named-most"><xsl:value-of select="html:word('named-most')"/></h2>
              <ul class="subjects">
                <xsl:apply-templates select="listed" mode="subject"/>
              </ul>
            </section>
          </xsl:when>
          <xsl:otherwise>
            <xsl:for-each-group select="listed" group-adjacent="@initial">
              <section class="letter" aria-labelledby="page:letter-{current-grouping-key()}">
                <h2 id="page:letter-{current-grouping-key()}"><xsl:value-of select="html:letter(current-grouping-key())"/></h2>
                <ul class="subjects">
                  <xsl:apply-templates select="current-group()" mode="subject"/>
                </ul>
              </section>
            </xsl:for-each-group>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The way to each letter, on this page or on its own, and to each page of a letter that has much. -->
  <xsl:template name="letters">
    <xsl:context-item as="element(index)" use="required"/>
    <xsl:if test="count(letter) gt 1 or @extent ne 'whole'">
      <nav class="letters" aria-label="{html:word('letters')}">
        <xsl:for-each select="letter">
          <a href="{if (string(@address)) then '../' || @address else '#page:letter-' || @initial}">
            <xsl:if test="../@extent eq 'letter' and @initial eq ../@initial">
              <xsl:attribute name="aria-current" select="'page'"/>
            </xsl:if>
            <xsl:value-of select="html:letter(@initial)"/>
            <xsl:if test="string(@address)">
              <xsl:text> </xsl:text>
              <span class="at"><xsl:value-of select="core:count(xs:integer(@total), $interface)"/></span>
            </xsl:if>
          </a>
          <xsl:text> </xsl:text>
        </xsl:for-each>
      </nav>
    </xsl:if>
    <xsl:if test="part">
      <nav class="ranges" aria-label="{html:word('ranges')}">
        <xsl:for-each select="part">
          <a href="../{@address}">
            <xsl:if test="@here eq 'yes'">
              <xsl:attribute name="aria-current" select="'page'"/>
            </xsl:if>
            <xsl:value-of select="@first, @last" separator=" – "/>
          </a>
          <xsl:text> </xsl:text>
        </xsl:for-each>
      </nav>
    </xsl:if>
  </xsl:template>

  <xsl:template match="listed" mode="subject">
    <li>
      <a href="../{@address}">
        <xsl:value-of select="@before"/>
        <xsl:for-each select="@surname[string(.)]">
          <span class="surname"><xsl:value-of select="."/></span>
        </xsl:for-each>
        <xsl:value-of select="@after"/>
      </a>
      <xsl:for-each select="@hint[string(.)]">
        <xsl:text> </xsl:text>
        <span class="hint"><xsl:value-of select="."/></span>
      </xsl:for-each>
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
