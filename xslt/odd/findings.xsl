<?xml version="1.0" encoding="UTF-8"?>
<!-- Copied into every stylesheet of checks: how a finding is written. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:odd="https://edition.invalid/odd">

  <!-- The number of each element in document order, from 0. Made only where something is found. -->
  <xsl:variable name="numbers" as="map(xs:string, xs:integer)"
    select="map:merge(//* ! map:entry(generate-id(), position() - 1))"/>

  <!-- One line of JSON. element: the number of the element. -->
  <xsl:function name="odd:finding" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="code" as="xs:string"/>
    <xsl:param name="severity" as="xs:string"/>
    <xsl:param name="message" as="xs:string"/>
    <xsl:param name="hint" as="xs:string"/>
    <xsl:variable name="finding" as="map(*)" select="map {
      'code': $code,
      'severity': $severity,
      'message': $message,
      'hint': $hint,
      'element': $numbers(generate-id($element))}"/>
    <xsl:sequence select="serialize($finding, map {'method': 'json'}) || '&#10;'"/>
  </xsl:function>
</xsl:stylesheet>
