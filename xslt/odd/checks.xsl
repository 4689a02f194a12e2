<?xml version="1.0" encoding="UTF-8"?>
<!-- ODD to one XSLT stylesheet that applies all rules in a single pass.

     Rules with the same context share a template. Whatever template an element meets first hands it on to the
     next, and the last one goes down to its children. The result has one line of JSON for each finding. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:out="https://edition.invalid/xsl" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:odd="https://edition.invalid/odd" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns:tei="http://www.tei-c.org/ns/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="sch">

  <xsl:include href="model.xsl"/>
  <xsl:include href="rules.xsl"/>

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" indent="yes" encoding="UTF-8" suppress-indentation="xsl:text"/>
  <xsl:mode name="message" on-no-match="fail"/>

  <xsl:template match="/" as="element()">
    <out:stylesheet version="3.0" expand-text="no" exclude-result-prefixes="xs odd tei">
      <xsl:comment> Made from edition.odd by “edition schema”. Change the ODD, not this file. </xsl:comment>
      <out:output method="text"/>
      <out:mode name="check" on-no-match="shallow-skip"/>
      <out:template match="/">
        <out:apply-templates mode="check"/>
      </out:template>
      <xsl:sequence select="doc('findings.xsl')/*/*"/>
      <xsl:for-each-group select="odd:rules(.)/constraint/sch:rule" group-by="@context">
        <out:template match="{@context}" mode="check" priority="{last() - position() + 1}">
          <xsl:apply-templates select="current-group()/(sch:assert | sch:report)" mode="test"/>
          <out:next-match/>
        </out:template>
      </xsl:for-each-group>
    </out:stylesheet>
  </xsl:template>

  <xsl:mode name="test" on-no-match="fail"/>

  <xsl:template match="sch:assert" mode="test" as="element()">
    <out:if test="not({@test})">
      <xsl:call-template name="finding"/>
    </out:if>
  </xsl:template>

  <xsl:template match="sch:report" mode="test" as="element()">
    <out:if test="{@test}">
      <xsl:call-template name="finding"/>
    </out:if>
  </xsl:template>

  <!-- The call that writes a finding at the element where the rule is broken. -->
  <xsl:template name="finding" as="element()">
    <xsl:context-item as="element()" use="required"/>
    <out:sequence>
      <xsl:attribute name="select">
        <xsl:text expand-text="yes">odd:finding(., '{odd:code(ancestor::constraintSpec)}', '{odd:severity(.)}', </xsl:text>
        <xsl:sequence select="odd:expression(odd:message-part(., 'message')) || ', ' ||
          odd:expression(odd:message-part(., 'hint')) || ')'"/>
      </xsl:attribute>
    </out:sequence>
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
