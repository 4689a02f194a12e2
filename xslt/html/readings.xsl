<!-- What the source has, and what this edition makes of it: corrections, abbreviations, additions. The source's reading is the text; ours stands beside it in double brackets. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="choice | app | subst" mode="inline">
    <span class="{local-name()}"><xsl:call-template name="content"/></span>
  </xsl:template>

  <!-- White space between readings is layout. -->
  <xsl:template match="text()[parent::choice or parent::app][not(normalize-space())]" mode="inline"/>

  <xsl:template match="sic | orig | lem" mode="inline">
    <span class="{local-name()}"><xsl:call-template name="content"/></span>
  </xsl:template>

  <xsl:template match="abbr" mode="inline">
    <abbr><xsl:call-template name="content"/></abbr>
  </xsl:template>

  <xsl:template match="corr | reg | expan | rdg" mode="inline">
    <span class="added {local-name()}" data-added="">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:text> ⟦</xsl:text>
      <xsl:value-of select="html:word(local-name())"/>
      <xsl:apply-templates mode="inline"/>
      <xsl:text>⟧</xsl:text>
      <xsl:call-template name="doubts"/>
    </span>
  </xsl:template>

  <xsl:template match="supplied | add | ex" mode="inline">
    <span class="added {local-name()}" data-added="">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:text>⟦</xsl:text>
      <xsl:apply-templates mode="inline"/>
      <xsl:text>⟧</xsl:text>
      <xsl:call-template name="doubts"/>
    </span>
  </xsl:template>

  <!-- Added text within added text needs no brackets of its own. -->
  <xsl:template match="supplied[core:is-inside-addition(.)] | add[core:is-inside-addition(.)] | ex[core:is-inside-addition(.)]"
                mode="inline" priority="2">
    <span class="{local-name()}"><xsl:call-template name="content"/></span>
  </xsl:template>

  <xsl:template match="del" mode="inline">
    <del><xsl:call-template name="content"/></del>
  </xsl:template>

  <xsl:template match="unclear" mode="inline">
    <span class="unclear"><xsl:call-template name="content"/></span>
    <sup class="doubt" data-added="">?</sup>
  </xsl:template>

</xsl:stylesheet>
