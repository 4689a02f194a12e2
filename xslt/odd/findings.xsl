<?xml version="1.0" encoding="UTF-8"?>
<!-- Copied into every stylesheet of checks: how a finding is written, and where its element stands. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:odd="https://edition.invalid/odd">

  <!-- One line of JSON. element: the number of the element in document order, from 0. -->
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
      'element': count($element/(ancestor::* | preceding::*)),
      'xpath': odd:path($element),
      'id': string($element/ancestor-or-self::*[@xml:id][1]/@xml:id)}"/>
    <xsl:sequence select="serialize($finding, map {'method': 'json'}) || '&#10;'"/>
  </xsl:function>

  <!-- Such as /TEI/text/body/div[2]/u[7]: a number where an element has sisters of its name. -->
  <xsl:function name="odd:path" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="steps" as="xs:string*">
      <xsl:for-each select="$element/ancestor-or-self::*">
        <xsl:variable name="name" as="xs:QName" select="node-name()"/>
        <xsl:variable name="before" as="xs:integer" select="count(preceding-sibling::*[node-name() = $name])"/>
        <xsl:variable name="numbered" as="xs:boolean"
          select="$before > 0 or exists(following-sibling::*[node-name() = $name])"/>
        <xsl:sequence select="'/' || local-name() || (if ($numbered) then '[' || $before + 1 || ']' else '')"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="string-join($steps)"/>
  </xsl:function>
</xsl:stylesheet>
