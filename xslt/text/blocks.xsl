<!-- Paragraphs of every kind but speech. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:text="urn:x-edition:text"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="*[self::front or self::body or self::div or self::titlePage or self::argument or self::lg]"
                mode="block" priority="-1">
    <xsl:apply-templates mode="block"/>
  </xsl:template>

  <xsl:template match="*[self::seg or self::p or self::head or self::docTitle or self::docDate or self::trailer or self::dateline
                         or self::fw or self::note or self::said or self::bibl or self::anchor or self::ref or self::ptr
                         or self::l or self::q or self::quote]" mode="block" priority="0">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="closer" mode="block">
    <xsl:choose>
      <xsl:when test="core:is-of-paragraphs(.)">
        <xsl:apply-templates mode="block"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="paragraph"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Verse is one paragraph of lines; so is a list, and a table. -->
  <xsl:template match="*[self::lg[l] or self::list or self::table]" mode="block">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="*[self::note or self::said or self::q or self::quote][core:is-of-paragraphs(.)]"
                mode="block" priority="2">
    <xsl:apply-templates mode="block"/>
  </xsl:template>

  <!-- Where the source's break has no ornament, a line shows it. -->
  <xsl:template match="milestone" mode="block">
    <xsl:if test="not(following-sibling::*[1][self::fw])">
      <xsl:value-of select="text:added('—') || $paragraph-end"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*[self::kinesic or self::vocal or self::incident or self::writing or self::pause or self::shift
                         or self::gap or self::pb or self::lb or self::certainty]" mode="block" priority="-1">
    <xsl:value-of select="core:clock(@start) ! (text:added(.) || ' ')"/>
    <xsl:apply-templates select="." mode="inline"/>
    <xsl:value-of select="$paragraph-end"/>
  </xsl:template>

</xsl:stylesheet>
