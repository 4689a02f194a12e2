<?xml version="1.0" encoding="UTF-8"?>
<!-- ODD to ISO Schematron: one pattern for each rule, so that all rules apply to an element. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:odd="https://edition.invalid/odd"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns="http://purl.oclc.org/dsdl/schematron"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="odd sch">

  <xsl:include href="model.xsl"/>
  <xsl:include href="rules.xsl"/>

  <xsl:output method="xml" indent="yes" encoding="UTF-8" suppress-indentation="sch:assert sch:report"/>
  <xsl:mode name="rule" on-no-match="shallow-copy"/>

  <xsl:template match="/" as="element()">
    <schema queryBinding="xslt3">
      <xsl:comment> Made from edition.odd by “edition schema”. Change the ODD, not this file. </xsl:comment>
      <title>Rules of the edition of meeting transcripts</title>
      <ns prefix="tei" uri="{//schemaSpec/@ns}"/>
      <xsl:for-each select="odd:rules(.)">
        <pattern id="{@ident}">
          <title>{odd:plain(desc)}</title>
          <xsl:apply-templates select="constraint/sch:rule" mode="rule"/>
        </pattern>
      </xsl:for-each>
    </schema>
  </xsl:template>

  <xsl:template match="sch:assert | sch:report" mode="rule" as="element()">
    <xsl:element name="{local-name()}">
      <xsl:attribute name="id" select="odd:assertion(.)"/>
      <xsl:attribute name="role" select="odd:severity(.)"/>
      <xsl:sequence select="@test"/>
      <xsl:apply-templates select="node()" mode="#current"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="sch:value-of" mode="rule" as="element()">
    <value-of select="{@select}"/>
  </xsl:template>

  <xsl:template match="sch:rule" mode="rule" as="element()">
    <rule context="{@context}">
      <xsl:apply-templates select="sch:assert | sch:report" mode="#current"/>
    </rule>
  </xsl:template>
</xsl:stylesheet>
