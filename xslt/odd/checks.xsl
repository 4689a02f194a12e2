<?xml version="1.0" encoding="UTF-8"?>
<!-- ODD to one XSLT stylesheet that applies all rules and says which is broken where.

     Each assertion is one expression: the elements of its contexts that break it. That is quicker
     than a template for each element, to compile and to run. What is wrong with an element is said
     by the stylesheet that messages.xsl makes; it is needed only where something is.

     The result has one line for each finding: the assertion, its severity, and the number of the
     element in document order, from 0. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:out="https://edition.invalid/xsl" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:odd="https://edition.invalid/odd"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:tei="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="sch">

  <xsl:include href="model.xsl"/>
  <xsl:include href="rules.xsl"/>

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>

  <xsl:template match="/" as="element()">
    <out:stylesheet version="3.0" expand-text="no" exclude-result-prefixes="#all">
      <xsl:comment> Made from edition.odd by “edition schema”. Change the ODD, not this file. </xsl:comment>
      <out:output method="text"/>
      <!-- Made only where something is found. -->
      <out:variable name="numbers" as="map(xs:string, xs:integer)"
        select="map:merge(//* ! map:entry(generate-id(), position() - 1))"/>
      <out:function name="odd:at" as="xs:string">
        <out:param name="element" as="element()"/>
        <out:param name="assertion" as="xs:string"/>
        <out:sequence select="$assertion || ' ' || $numbers(generate-id($element)) || '&#10;'"/>
      </out:function>
      <out:template match="/">
        <xsl:for-each select="odd:rules(.) ! constraint/sch:rule/(sch:assert | sch:report)">
          <out:sequence select="{odd:broken(.)} ! odd:at(., '{odd:assertion(.)} {odd:severity(.)}')"/>
        </xsl:for-each>
      </out:template>
    </out:stylesheet>
  </xsl:template>

  <!-- The elements that break an assertion, as an expression. -->
  <xsl:function name="odd:broken" as="xs:string">
    <xsl:param name="assertion" as="element()"/>
    <xsl:variable name="elements" as="xs:string*" select="
      odd:contexts($assertion/..) ! ('//' || (if (?name = '*') then '*' else 'tei:' || ?name) || ?condition)"/>
    <xsl:variable name="all" as="xs:string"
      select="if (count($elements) = 1) then $elements else '(' || string-join($elements, ', ') || ')'"/>
    <xsl:sequence select="$all || (if ($assertion/self::sch:report) then '[boolean(' else '[not(')
                               || $assertion/@test || ')]'"/>
  </xsl:function>
</xsl:stylesheet>
