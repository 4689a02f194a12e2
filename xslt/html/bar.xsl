<!-- The bar of every page: where else to go from here. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <!-- Links to all documents, at $home, and to the indexes of subjects and the page of searching, below $root; $more stands at the end. -->
  <xsl:template name="bar-of-page">
    <xsl:param name="home" as="xs:string" required="yes"/>
    <xsl:param name="root" as="xs:string" select="''"/>
    <xsl:param name="has-subjects" as="xs:boolean" required="yes"/>
    <xsl:param name="here" as="xs:string" select="''"/>
    <xsl:param name="more" as="element()*" select="()"/>
    <xsl:if test="$home or $has-subjects or $more">
      <header class="bar">
        <nav aria-label="{core:word('edition', $interface)}">
          <xsl:if test="$home">
            <a class="home" href="{$root}{$home}" rel="index"><xsl:value-of select="core:word('all-documents', $interface)"/></a>
          </xsl:if>
          <xsl:if test="$has-subjects">
            <xsl:for-each select="'people', 'places', 'organisations'">
              <xsl:text> </xsl:text>
              <a href="{$root}{.}/index.html">
                <xsl:if test=". eq $here">
                  <xsl:attribute name="aria-current" select="'page'"/>
                </xsl:if>
                <xsl:value-of select="core:word('subjects-' || ., $interface)"/>
              </a>
            </xsl:for-each>
            <xsl:for-each select="'figures', 'search', 'about'">
              <xsl:text> </xsl:text>
              <a href="{$root}{.}/index.html">
                <xsl:if test=". eq $here">
                  <xsl:attribute name="aria-current" select="'page'"/>
                </xsl:if>
                <xsl:value-of select="core:word((.[. ne 'about'], 'about-short')[1], $interface)"/>
              </a>
            </xsl:for-each>
          </xsl:if>
        </nav>
        <xsl:if test="$more">
          <xsl:text> </xsl:text>
          <div class="of-page">
            <xsl:for-each select="$more">
              <xsl:if test="position() gt 1">
                <xsl:text> </xsl:text>
              </xsl:if>
              <xsl:sequence select="."/>
            </xsl:for-each>
          </div>
        </xsl:if>
      </header>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
