<!-- What stands around the encoding guide on its pages in the edition: edition.publishing.guide parts it,
     and puts its contents and its chapters, which come before the way to the other parts, in their places. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <xsl:template match="guide" mode="about">
    <xsl:variable name="so-many" as="xs:string" select="core:phrase('part-of', $interface, (string(@part), string(@parts)))"/>
    <xsl:call-template name="page-about">
      <xsl:with-param name="heading" select="string(@title)"/>
      <xsl:with-param name="title" select="@title || ' · ' || $so-many"/>
      <xsl:with-param name="here" select="'guide'"/>
      <xsl:with-param name="class" select="'guide'"/>
      <xsl:with-param name="content-language" select="'en'"/>
      <xsl:with-param name="content">
        <p class="kind" lang="{$interface}">
          <a href="index.html"><xsl:value-of select="html:word('about')"/></a>
          <xsl:value-of select="' · ' || $so-many"/>
        </p>
        <p id="guide"><xsl:value-of select="@subtitle"/></p>
        <details id="contents" class="guide-contents">
          <xsl:if test="@part = '1'">
            <xsl:attribute name="open"/>
          </xsl:if>
          <summary lang="{$interface}"><xsl:value-of select="html:word('guide-contents')"/></summary>
          <nav aria-labelledby="contents"/>
        </details>
        <nav class="parts" lang="{$interface}" aria-label="{$so-many}">
          <xsl:for-each select="@before, @after">
            <a href="{.}" rel="{if (self::attribute(before)) then 'prev' else 'next'}">
              <xsl:value-of select="html:word('part-' || local-name())"/>
            </a>
            <xsl:text> </xsl:text>
          </xsl:for-each>
          <span><xsl:value-of select="$so-many"/></span>
        </nav>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
