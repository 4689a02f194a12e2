<!-- What the source has, and what this edition makes of it: corrections, abbreviations, additions. The source's reading is the text; ours stands beside it in double brackets. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- White space between readings is layout. -->
  <xsl:template match="choice/text()[not(normalize-space())]" mode="inline"/>

  <xsl:template match="*[self::choice or self::sic or self::orig or self::unclear]" mode="inline" priority="-1">
    <span class="{local-name()}"><xsl:call-template name="content"/></span>
  </xsl:template>

  <xsl:template match="abbr" mode="inline">
    <abbr><xsl:call-template name="content"/></abbr>
  </xsl:template>

  <xsl:template match="*[self::corr or self::reg or self::expan]" mode="inline" priority="-1">
    <span class="added {local-name()}" data-added="">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:text> ⟦</xsl:text>
      <span><xsl:call-template name="ours"/><xsl:value-of select="html:word(local-name())"/></span>
      <xsl:apply-templates mode="inline"/>
      <xsl:text>⟧</xsl:text>
      <xsl:call-template name="doubts"/>
    </span>
  </xsl:template>

  <xsl:template match="*[self::supplied or self::add or self::ex]" mode="inline" priority="-1">
    <span class="added {local-name()}" data-added="">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:text>⟦</xsl:text>
      <xsl:apply-templates mode="inline"/>
      <xsl:text>⟧</xsl:text>
      <xsl:call-template name="doubts"/>
    </span>
  </xsl:template>

  <!-- Added text within added text needs no brackets of its own. -->
  <xsl:template match="*[self::supplied or self::add or self::ex][core:is-inside-addition(.)]" mode="inline">
    <span class="{local-name()}"><xsl:call-template name="content"/></span>
  </xsl:template>

  <xsl:template match="del" mode="inline">
    <del><xsl:call-template name="content"/></del>
  </xsl:template>

  <xsl:template match="unclear" mode="inline">
    <xsl:next-match/>
    <sup class="doubt" data-added="">?</sup>
  </xsl:template>

</xsl:stylesheet>
