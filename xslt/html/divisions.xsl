<!-- Front, body and their divisions, headings and closings. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="*[self::front or self::body or self::argument]" mode="block" priority="-1">
    <div class="{local-name()}">
      <xsl:sequence select="self::argument/core:capitals(.)"/>
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:apply-templates mode="block"/>
    </div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="div" mode="block">
    <div class="division">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:call-template name="counted-id"/>
      <xsl:if test="parent::body and not(head) and not(preceding::div[ancestor::body])">
        <h2 class="unseen"><xsl:call-template name="ours"/><xsl:value-of select="html:word('transcript')"/></h2>
      </xsl:if>
      <xsl:apply-templates mode="block"/>
    </div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="head" mode="block">
    <h2><xsl:sequence select="core:capitals(.)"/><xsl:call-template name="content"/></h2>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="div/div/head" mode="block">
    <h3><xsl:sequence select="core:capitals(.)"/><xsl:call-template name="content"/></h3>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="head[not(parent::div)]" mode="block" priority="2">
    <p class="head"><xsl:sequence select="core:capitals(.)"/><xsl:call-template name="content"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- Nothing is a heading of nothing; what points to it is led there. -->
  <xsl:template match="head[not(* or normalize-space())]" mode="block" priority="3">
    <xsl:if test="@xml:id">
      <div><xsl:call-template name="content"/></div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*[self::trailer or self::closer or self::dateline]" mode="block" priority="-1">
    <p class="{local-name()}"><xsl:call-template name="content"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="closer[core:is-of-paragraphs(.)]" mode="block">
    <div class="closer">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:apply-templates mode="block"/>
    </div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
