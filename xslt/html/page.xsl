<!-- The shell of a page: what stands where. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="/" mode="page">
    <html lang="{$interface}">
      <xsl:apply-templates select="/TEI/@xml:id" mode="attribute"/>
      <xsl:call-template name="head"/>
      <body>
        <a class="skip" href="#page:text"><xsl:value-of select="html:word('skip')"/></a>
        <xsl:text>&#10;</xsl:text>
        <xsl:call-template name="masthead"/>
        <xsl:call-template name="bar"/>
        <div class="spread">
          <xsl:call-template name="beside"/>
          <main id="page:text">
            <xsl:call-template name="article"/>
            <xsl:call-template name="endnotes"/>
            <xsl:call-template name="register"/>
          </main>
        </div>
        <xsl:text>&#10;</xsl:text>
        <xsl:call-template name="foot"/>
        <xsl:call-template name="cards"/>
        <xsl:call-template name="cite-card"/>
      </body>
    </html>
  </xsl:template>

  <!-- What stands beside the text: on wide screens it stays in view; on small ones it unfolds above. -->
  <xsl:template name="beside" visibility="public">
    <xsl:variable name="beside" as="node()*">
      <xsl:call-template name="view"/>
      <xsl:call-template name="turns"/>
    </xsl:variable>
    <xsl:if test="exists($beside)">
      <div class="beside"><xsl:sequence select="$beside"/></div>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- Where else to go from here. -->
  <xsl:template name="bar" visibility="public">
    <xsl:call-template name="bar-of-page">
      <xsl:with-param name="home" select="$home"/>
      <xsl:with-param name="has-subjects" select="$subjects"/>
      <xsl:with-param name="more" as="element()*">
        <xsl:if test="$subjects and $name">
          <a href="search/index.html#documents={encode-for-uri(encode-for-uri($name))}"><xsl:value-of select="html:word('search-document')"/></a>
        </xsl:if>
        <xsl:if test="$facing">
          <a class="facing" href="{$facing}">
            <xsl:if test="$facing-parts">
              <xsl:attribute name="data-parts" select="$facing-parts"/>
            </xsl:if>
            <xsl:value-of select="html:word('facing')"/>
          </a>
        </xsl:if>
        <xsl:if test="$text-file">
          <a href="{$text-file}" type="text/plain"><xsl:value-of select="html:word('text')"/></a>
        </xsl:if>
        <xsl:if test="$pdf-file">
          <a href="{$pdf-file}" type="application/pdf">PDF</a>
        </xsl:if>
        <xsl:if test="$epub-file">
          <a href="{$epub-file}" type="application/epub+zip">EPUB</a>
        </xsl:if>
        <xsl:if test="$tei-file">
          <a href="{$tei-file}" type="application/tei+xml">TEI</a>
        </xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="article" visibility="final">
    <article>
      <xsl:apply-templates select="$text/@xml:id" mode="attribute"/>
      <xsl:sequence select="$theirs"/>
      <xsl:if test="not($text/front//docTitle)">
        <h1 data-added=""><xsl:sequence select="core:capitals($title)"/><xsl:value-of select="$title"/></h1>
      </xsl:if>
      <xsl:apply-templates select="$text/front" mode="block"/>
      <xsl:if test="not($text/front//titlePage)">
        <xsl:call-template name="facts"/>
      </xsl:if>
      <xsl:apply-templates select="$text/(* except front)" mode="block"/>
    </article>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
