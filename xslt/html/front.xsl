<!-- The title page of the transcript: title, date and place, lead. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="titlePage" mode="block">
    <header class="title-page">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:apply-templates mode="block"/>
    </header>
    <xsl:text>&#10;</xsl:text>
    <xsl:call-template name="facts"/>
  </xsl:template>

  <xsl:template match="docTitle" mode="block">
    <h1>
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:apply-templates mode="inline"/>
    </h1>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="docTitle[preceding::docTitle]" mode="block">
    <p class="title"><xsl:call-template name="content"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="titlePart" mode="inline">
    <span class="title-part"><xsl:sequence select="core:capitals(.)"/><xsl:call-template name="content"/></span>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="titlePart" mode="block">
    <p class="title"><xsl:sequence select="core:capitals(.)"/><xsl:call-template name="content"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="docDate" mode="block">
    <p class="doc-date"><xsl:sequence select="core:capitals(.)"/><xsl:call-template name="content"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
