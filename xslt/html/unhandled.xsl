<!-- What no other template knows: its words stay, and the edition says so. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- A phrase, or an unknown element, where only paragraphs are expected. -->
  <xsl:template match="*" mode="block" priority="-3">
    <xsl:sequence select="if (normalize-space()) then core:report('P002', ..) else ()"/>
    <p class="unhandled"><xsl:apply-templates select="." mode="inline"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="*[u or div or seg or p or ab or note or list]" mode="block" priority="-2">
    <xsl:sequence select="core:report('P001', .)"/>
    <div class="unhandled">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:apply-templates mode="block"/>
    </div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="*" mode="inline" priority="-2">
    <xsl:sequence select="core:report('P001', .)"/>
    <span class="unhandled"><xsl:call-template name="content"/></span>
  </xsl:template>

  <!-- What should hold no words, and does. -->
  <xsl:template match="*[self::milestone or self::lb or self::pb or self::ptr][normalize-space()]" mode="inline" priority="6">
    <xsl:sequence select="core:report('P001', .)"/>
    <span class="unhandled"><xsl:call-template name="content"/></span>
  </xsl:template>

  <xsl:template match="milestone[normalize-space()]" mode="block" priority="6">
    <p class="unhandled"><xsl:apply-templates select="." mode="inline"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- Words where only paragraphs are expected. -->
  <xsl:template match="text()[normalize-space()]" mode="block" priority="-2">
    <xsl:sequence select="core:report('P002', ..)"/>
    <p class="unhandled"><xsl:value-of select="."/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
