<?xml version="1.0" encoding="UTF-8"?>
<!-- Content models in the guide: an expression of links where order matters, else a list of elements. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:odd="https://edition.invalid/odd"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:mode name="expression" on-no-match="fail"/>

  <xsl:template match="content[empty]" mode="guide" as="text()">
    <xsl:text>nothing; it is empty</xsl:text>
  </xsl:template>

  <xsl:template match="content[dataRef]" mode="guide" as="node()*">
    <xsl:apply-templates select="key('declaration', dataRef/@key)/desc" mode="prose"/>
  </xsl:template>

  <xsl:template match="content[textNode]" mode="guide" as="text()">
    <xsl:text>text only</xsl:text>
  </xsl:template>

  <!-- Text with elements: what they are; they may come in any order. -->
  <xsl:template match="content[alternate/textNode]" mode="guide" as="node()*">
    <xsl:for-each select="alternate/*">
      <xsl:if test="position() > 1">, </xsl:if>
      <xsl:apply-templates select="." mode="expression"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="textNode" mode="expression" as="text()">
    <xsl:text>text</xsl:text>
  </xsl:template>

  <xsl:template match="content" mode="guide" as="element()">
    <span class="model">
      <xsl:apply-templates select="*" mode="expression">
        <xsl:with-param name="outermost" select="true()"/>
      </xsl:apply-templates>
    </span>
  </xsl:template>

  <xsl:template match="sequence | alternate" mode="expression" as="node()*">
    <xsl:param name="outermost" as="xs:boolean" select="false()"/>
    <xsl:variable name="sign" as="xs:string" select="odd:sign(.)"/>
    <xsl:variable name="bracketed" as="xs:boolean" select="not($outermost) or $sign != ''"/>
    <xsl:if test="$bracketed">(</xsl:if>
    <xsl:for-each select="*">
      <xsl:if test="position() > 1">{if (parent::sequence) then ', ' else ' or '}</xsl:if>
      <xsl:apply-templates select="." mode="#current"/>
    </xsl:for-each>
    <xsl:if test="$bracketed">)</xsl:if>
    <xsl:value-of select="$sign"/>
  </xsl:template>

  <xsl:template match="elementRef | classRef | macroRef" mode="expression" as="node()*">
    <xsl:sequence select="odd:link(key('declaration', @key))"/>
    <xsl:value-of select="odd:sign(.)"/>
  </xsl:template>

  <!-- How often: nothing for once, else in words. -->
  <xsl:function name="odd:sign" as="xs:string">
    <xsl:param name="particle" as="element()"/>
    <xsl:variable name="optional" as="xs:boolean" select="$particle/@minOccurs = '0'"/>
    <xsl:variable name="repeated" as="xs:boolean" select="$particle/@maxOccurs = 'unbounded'"/>
    <xsl:sequence select="
      if ($optional and $repeated) then ' (any number)'
      else if ($optional) then ' (optional)'
      else if ($repeated) then ' (one or more)'
      else ''"/>
  </xsl:function>
</xsl:stylesheet>
