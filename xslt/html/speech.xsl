<!-- Turns: the speaker's name as a heading that runs into the first paragraph, and numbered paragraphs. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- A named group, and no landmark: a page of sixty landmarks has none. -->
  <xsl:template match="u" mode="block">
    <xsl:variable name="label" as="element()?" select="core:label(.)"/>
    <div class="{if (@ana) then string-join(('turn', tokenize(@ana)[starts-with(., '#')] ! substring(., 2)), ' ') else 'turn'}">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:call-template name="counted-id"/>
      <xsl:attribute name="role" select="'group'"/>
      <xsl:attribute name="aria-labelledby" select="html:id(.) || ':label'"/>
      <xsl:call-template name="ways"/>
      <h3 class="label" id="{html:id(.)}:label">
        <xsl:choose>
          <xsl:when test="$label">
            <xsl:apply-templates select="$label" mode="inline"/>
          </xsl:when>
          <xsl:otherwise>
            <span class="added" data-added="">
              <xsl:if test="not(@who)">
                <xsl:call-template name="ours"/>
              </xsl:if>
              <xsl:value-of select="'⟦' || html:speaker(.) || '⟧'"/>
            </span>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:call-template name="doubts"/>
        <xsl:for-each select="core:clock(@start)">
          <xsl:text> </xsl:text>
          <span class="clock" data-added=""><xsl:value-of select="."/></span>
        </xsl:for-each>
      </h3>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="block"/>
    </div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The label of a turn is shown with its turn; one that has lost its turn stands alone. -->
  <xsl:template match="note[@type = 'speaker']" mode="block">
    <xsl:if test="not(following-sibling::*[1][self::u])">
      <p class="label"><xsl:call-template name="content"/></p>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note[@type = 'speaker']" mode="inline">
    <span class="printed"><xsl:sequence select="core:capitals(.)"/><xsl:call-template name="content"/></span>
  </xsl:template>

  <!-- "Paragraph {1}", open for its number. -->
  <xsl:variable name="before-number" as="xs:string" select="substring-before(html:word('paragraph'), '{1}')"/>
  <xsl:variable name="after-number" as="xs:string" select="substring-after(html:word('paragraph'), '{1}')"/>

  <!-- A paragraph, with its number before it: the number is the paragraph's own address. Where the
       identifier is no number, as in TEI of other making, a sign stands for it. -->
  <xsl:template match="*[self::seg or self::p]" mode="block" priority="0">
    <xsl:variable name="number" as="xs:string" select="core:number(.)"/>
    <xsl:variable name="shown" as="xs:string?" select="($number[.], '¶'[current()/@xml:id])[1]"/>
    <p>
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:if test="$shown">
        <xsl:attribute name="class" select="'numbered'"/>
        <a class="number" href="#{@xml:id}" aria-label="{$before-number}{($number[.], @xml:id)[1]}{$after-number}"><xsl:call-template name="ours"/><xsl:value-of select="$shown"/></a>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:apply-templates mode="inline"/>
      <xsl:call-template name="doubts"/>
    </p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
