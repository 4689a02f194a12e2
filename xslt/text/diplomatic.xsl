<!-- The text as its source prints it, line by line: the words, in order, and no others. What the header
     says was normalised is so here; between a label and what follows stands a space. Lines that
     the header keeps as omitted are not here. -->
<xsl:package name="edition:text-diplomatic" package-version="1.0" version="3.0" default-mode="page"
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
    <xsl:apply-templates select="TEI/text/*" mode="block"/>
  </xsl:template>

  <xsl:template name="label">
    <xsl:context-item as="element()" use="required"/>
    <xsl:apply-templates select="core:label(.)/node()" mode="inline"/>
  </xsl:template>

  <!-- A footnote is the source's, too; where on its page it is printed is not known. -->
  <xsl:template match="note[core:is-footnote(.)]" mode="inline" priority="10">
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="inline"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- Every line of the source is one here. -->
  <xsl:template match="lb" mode="inline" priority="9">
    <xsl:value-of select="$line-end"/>
  </xsl:template>

  <xsl:template match="*[self::milestone or self::pb or self::ptr][not(normalize-space())]" mode="block inline" priority="9"/>

</xsl:package>
