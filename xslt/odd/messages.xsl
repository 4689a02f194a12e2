<?xml version="1.0" encoding="UTF-8"?>
<!-- ODD to one XSLT stylesheet that says what is wrong, and what to do, for what the stylesheet
     of checks.xsl has found.

     Its parameter findings has the lines of that one. The result has one line of JSON for each. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:out="https://edition.invalid/xsl" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:odd="https://edition.invalid/odd" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns:tei="http://www.tei-c.org/ns/1.0" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="sch odd">

  <xsl:include href="model.xsl"/>
  <xsl:include href="rules.xsl"/>

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>

  <xsl:mode name="message" on-no-match="fail"/>

  <xsl:template match="/" as="element()">
    <out:stylesheet version="3.0" expand-text="no" exclude-result-prefixes="#all">
      <xsl:comment> Made from edition.odd by “edition schema”. Change the ODD, not this file. </xsl:comment>
      <out:output method="text"/>
      <out:param name="findings" as="xs:string"/>
      <out:variable name="elements" as="element()*" select="//*"/>
      <!-- For each assertion what makes message and hint of the element that breaks it. -->
      <out:variable name="messages" as="map(xs:string, function(element()) as xs:string+)">
        <out:map>
          <xsl:for-each select="odd:rules(.) ! constraint/sch:rule/(sch:assert | sch:report)">
            <xsl:variable name="parts" as="xs:string+"
              select="('message', 'hint') ! odd:expression(odd:message-part(current(), .))"/>
            <out:map-entry key="'{odd:assertion(.)}'"
              select="function($element as element()) as xs:string+ {{ $element ! ({string-join($parts, ', ')}) }}"/>
          </xsl:for-each>
        </out:map>
      </out:variable>
      <out:template match="/">
        <out:for-each select="tokenize($findings, '\n')[.]">
          <out:variable name="finding" as="xs:string+" select="tokenize(.)"/>
          <out:variable name="said" as="xs:string+"
            select="$messages($finding[1])($elements[xs:integer($finding[3]) + 1])"/>
          <out:sequence select="serialize(map {{
            'code': substring-before($finding[1], '-'),
            'severity': $finding[2],
            'element': xs:integer($finding[3]),
            'message': $said[1],
            'hint': $said[2]}}, map {{'method': 'json'}}) || '&#10;'"/>
        </out:for-each>
      </out:template>
    </out:stylesheet>
  </xsl:template>

  <!-- Text and values of a message as one XPath expression. -->
  <xsl:function name="odd:expression" as="xs:string">
    <xsl:param name="message" as="node()*"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:apply-templates select="$message" mode="message"/>
    </xsl:variable>
    <xsl:sequence select="string-join($parts, ' || ')"/>
  </xsl:function>

  <xsl:template match="text()" mode="message" as="xs:string">
    <xsl:sequence select="'''' || replace(replace(., '\s+', ' '), '''', '''''') || ''''"/>
  </xsl:template>

  <xsl:template match="sch:value-of" mode="message" as="xs:string">
    <xsl:sequence select="'string-join(' || @select || ', '' '')'"/>
  </xsl:template>
</xsl:stylesheet>
