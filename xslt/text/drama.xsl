<!-- Plays: a speech begins with its speaker; verse is one paragraph of lines. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:text="urn:x-edition:text"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- Stage directions right behind the label stand in its paragraph. -->
  <xsl:template match="sp" mode="block">
    <xsl:variable name="label" as="element(speaker)?" select="speaker[1]"/>
    <xsl:variable name="content" as="node()*"
                  select="if ($label) then node()[. &gt;&gt; $label] else node()"/>
    <xsl:variable name="begins" as="element()?"
                  select="$content[self::*[not(self::stage)] or self::text()[normalize-space()]][1][self::*]"/>
    <xsl:variable name="aside" as="element(stage)*" select="$content[self::stage][. &lt;&lt; $begins][not($begins/self::sp)]"/>
    <xsl:apply-templates select="node()[. &lt;&lt; $label]" mode="block"/>
    <xsl:call-template name="label"/>
    <xsl:for-each select="$aside">
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="." mode="inline"/>
    </xsl:for-each>
    <xsl:value-of select="if ($begins[self::p or self::ab or self::seg or self::quote or self::q]) then ' '
                          else if ($begins[self::l]) then $line-end else $paragraph-end"/>
    <xsl:for-each-group select="$content[self::* or self::text()[normalize-space()]] except $aside" group-adjacent="exists(self::l)">
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:apply-templates select="current-group()" mode="inline"/>
          <xsl:value-of select="$paragraph-end"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="current-group()" mode="block"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="*[self::castList or self::castGroup]" mode="block" priority="-1">
    <xsl:apply-templates mode="block"/>
  </xsl:template>

  <xsl:template match="*[self::stage or self::camera or self::sound or self::tech or self::view or self::castItem or self::speaker]"
                mode="block" priority="-1">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="*[self::stage or self::camera or self::sound or self::tech or self::view or self::speaker
                         or self::role or self::roleDesc or self::actor]" mode="inline" priority="-1">
    <xsl:apply-templates mode="inline"/>
    <xsl:call-template name="doubts"/>
  </xsl:template>

</xsl:stylesheet>
