<!-- What was said, and nothing else: no labels, no notes, no events; a turn is its paragraphs. -->
<xsl:package name="edition:text-speech" package-version="1.0" version="3.0" default-mode="page"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
             xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:core="urn:x-edition:core"
             xmlns:text="urn:x-edition:text"
             xpath-default-namespace="http://www.tei-c.org/ns/1.0"
             exclude-result-prefixes="#all">

  <xsl:use-package name="edition:core" package-version="1.0"/>

  <xsl:mode name="page" on-no-match="fail" visibility="public"/>
  <xsl:mode name="block" on-no-match="shallow-skip" visibility="public"/>
  <xsl:mode name="inline" on-no-match="text-only-copy" visibility="public"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:import href="paragraphs.xsl"/>
  <xsl:import href="source.xsl"/>

  <xsl:template match="/" mode="page">
    <xsl:apply-templates select="TEI/text//(u | sp)" mode="block"/>
  </xsl:template>

  <!-- Each part of a turn is a line; edition.tei.reading counts the same words. -->
  <xsl:template match="*[self::u or self::sp]" mode="block">
    <xsl:choose>
      <xsl:when test="not(seg) and text()[normalize-space()]">
        <xsl:apply-templates mode="inline"/>
        <xsl:value-of select="$paragraph-end"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="seg | lg | list | quote | self::sp/(p | ab | l | q)">
          <xsl:apply-templates select="." mode="inline"/>
          <xsl:value-of select="$paragraph-end"/>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Nobody says these. -->
  <xsl:template match="*[self::note or self::kinesic or self::vocal or self::incident or self::gap or self::pause or self::shift
                         or self::writing or self::fw or self::stage or self::speaker or self::milestone or self::pb]"
                mode="block inline" priority="9"/>

  <!-- A page ends between two words, unless it says otherwise. -->
  <xsl:template match="pb[not(@break = 'no')]" mode="inline" priority="10">
    <xsl:text> </xsl:text>
  </xsl:template>

</xsl:package>
