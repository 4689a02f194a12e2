<!-- The TEI elements of this edition: what each is for, how often it is used, where first, and how that is shown. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <xsl:template match="elements" mode="about">
    <xsl:call-template name="page-about">
      <xsl:with-param name="heading" select="html:word('elements-used')"/>
      <xsl:with-param name="content">
        <p class="kind"><a href="index.html"><xsl:value-of select="html:word('about')"/></a></p>
        <dl class="elements">
          <xsl:apply-templates select="element" mode="about"/>
        </dl>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="element" mode="about">
    <div id="page:element-{@name}">
      <dt>
        <xsl:choose>
          <xsl:when test="@said">
            <a href="{@guide}#{@name}"><code>&lt;<xsl:value-of select="@name"/>&gt;</code></a>
          </xsl:when>
          <xsl:otherwise>
            <code>&lt;<xsl:value-of select="@name"/>&gt;</code>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:text> </xsl:text>
        <span class="at"><xsl:value-of select="html:word('used-times') || ': ' || html:count(@count)"/></span>
      </dt>
      <xsl:for-each select="@said">
        <dd lang="en"><xsl:value-of select="../@gloss[string(.)], ." separator=": "/></dd>
      </xsl:for-each>
      <xsl:for-each select="@markup">
        <dd class="example">
          <span class="at"><xsl:value-of select="html:word('example')"/>: </span>
          <code><xsl:value-of select="."/></code>
          <xsl:text> </xsl:text>
          <a href="{../@page}"><xsl:value-of select="html:word('as-shown')"/><span class="unseen">: <xsl:value-of select="../@name"/></span></a>
        </dd>
      </xsl:for-each>
    </div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
