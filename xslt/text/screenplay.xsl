<!-- Who says what: "Name: text", a blank line between paragraphs. The name is that of the register, else the
     printed label; paragraphs of one turn follow each other. What happens in brackets stays; headings
     and what nobody says are left out. -->
<xsl:package name="edition:text-screenplay" package-version="1.0" version="3.0" default-mode="page"
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

  <xsl:template name="label">
    <xsl:context-item as="element()" use="required"/>
    <xsl:value-of select="(core:speaker(.)[.], core:word('unnamed-speaker', $interface))[1] || ':'"/>
  </xsl:template>

  <!-- What stands beside the speech. -->
  <xsl:template match="*[self::note[not(@type = 'editorial')] or self::fw or self::speaker or self::milestone or self::pb]"
                mode="block inline" priority="9"/>

  <!-- A page ends between two words, unless it says otherwise. -->
  <xsl:template match="pb[not(@break = 'no')]" mode="inline" priority="10">
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="stage" mode="block" priority="9">
    <xsl:apply-templates select="." mode="inline"/>
    <xsl:value-of select="$paragraph-end"/>
  </xsl:template>

  <!-- A stage direction has its brackets here, as an event has in a transcript. -->
  <xsl:template match="stage" mode="inline" priority="9">
    <xsl:variable name="words" as="xs:string" select="normalize-space(.)"/>
    <xsl:value-of select="if (matches($words, '^[(\[].*[)\]]$')) then $words else '(' || $words || ')'"/>
  </xsl:template>

</xsl:package>
