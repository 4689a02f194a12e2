<?xml version="1.0" encoding="UTF-8"?>
<!-- Content models of the ODD as RelaxNG patterns. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:odd="https://edition.invalid/odd" xmlns="http://relaxng.org/ns/structure/1.0"
  xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="xs odd">

  <xsl:mode name="content" on-no-match="fail"/>
  <xsl:mode name="pattern" on-no-match="fail"/>

  <xsl:template match="content" mode="content" as="element()*">
    <xsl:apply-templates select="*" mode="content"/>
  </xsl:template>

  <!-- Any particle: its pattern, as often as minOccurs and maxOccurs say. -->
  <xsl:template match="*" mode="content" as="element()*">
    <xsl:variable name="pattern" as="element()*">
      <xsl:apply-templates select="." mode="pattern"/>
    </xsl:variable>
    <xsl:variable name="repetition" as="xs:string?"
      select="odd:repetition((@minOccurs, '1')[1], (@maxOccurs, '1')[1])"/>
    <xsl:choose>
      <xsl:when test="$repetition">
        <xsl:element name="{$repetition}">
          <xsl:sequence select="$pattern"/>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$pattern"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Text mixed with elements. Written as a repeated choice it would mean the same, but libxml2 builds an
       automaton from that, in a time that grows with the cube of the number of elements. -->
  <xsl:template match="alternate[textNode][@minOccurs = '0'][@maxOccurs = 'unbounded']" mode="content"
    as="element()">
    <mixed>
      <zeroOrMore>
        <choice>
          <xsl:apply-templates select="* except textNode" mode="content"/>
        </choice>
      </zeroOrMore>
    </mixed>
  </xsl:template>

  <xsl:function name="odd:repetition" as="xs:string?">
    <xsl:param name="minimum" as="xs:string"/>
    <xsl:param name="maximum" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$minimum = '1' and $maximum = '1'"/>
      <xsl:when test="$minimum = '0' and $maximum = '1'">optional</xsl:when>
      <xsl:when test="$minimum = '0' and $maximum = 'unbounded'">zeroOrMore</xsl:when>
      <xsl:when test="$minimum = '1' and $maximum = 'unbounded'">oneOrMore</xsl:when>
      <xsl:otherwise>
        <xsl:message terminate="yes" error-code="odd:occurrence">Occurrence {$minimum} to {$maximum} is not supported.</xsl:message>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="sequence" mode="pattern" as="element()">
    <group>
      <xsl:apply-templates select="*" mode="content"/>
    </group>
  </xsl:template>

  <xsl:template match="alternate" mode="pattern" as="element()">
    <choice>
      <xsl:apply-templates select="*" mode="content"/>
    </choice>
  </xsl:template>

  <xsl:template match="elementRef | classRef | macroRef | dataRef[@key]" mode="pattern" as="element()">
    <ref name="{@key}"/>
  </xsl:template>

  <xsl:template match="textNode" mode="pattern" as="element()">
    <text/>
  </xsl:template>

  <!-- An element that holds nothing but attributes needs no pattern for its content. -->
  <xsl:template match="empty" mode="pattern" as="element()*"/>

  <xsl:template match="dataRef[@name]" mode="pattern" as="element()">
    <data type="{@name}">
      <xsl:if test="@restriction">
        <param name="pattern">{@restriction}</param>
      </xsl:if>
    </data>
  </xsl:template>

  <xsl:template match="valList" mode="pattern" as="element()">
    <choice>
      <xsl:for-each select="valItem">
        <value>{@ident}</value>
        <a:documentation>{odd:plain(desc)}</a:documentation>
      </xsl:for-each>
    </choice>
  </xsl:template>
</xsl:stylesheet>
