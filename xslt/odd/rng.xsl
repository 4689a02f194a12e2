<?xml version="1.0" encoding="UTF-8"?>
<!-- ODD to RelaxNG, in the XML syntax: one define for each element, class, macro and datatype.

     The grammar is plain, because libxml2 fails on some that are legal: no interleave but those of
     text and elements and of attributes, no empty pattern within a repetition. A value or attribute is
     documented where it is defined. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:odd="https://edition.invalid/odd" xmlns="http://relaxng.org/ns/structure/1.0"
  xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="odd">

  <xsl:include href="model.xsl"/>
  <xsl:include href="rng-content.xsl"/>
  <xsl:include href="rng-attributes.xsl"/>

  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>
  <xsl:mode name="define" on-no-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="schema" as="element(schemaSpec)" select="//schemaSpec"/>
    <grammar ns="{$schema/@ns}" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <xsl:comment> Made from edition.odd by “edition schema”. Change the ODD, not this file. </xsl:comment>
      <start>
        <xsl:for-each select="tokenize($schema/@start)">
          <ref name="{.}"/>
        </xsl:for-each>
      </start>
      <xsl:apply-templates select="//dataSpec, //classSpec, //macroSpec, //elementSpec" mode="define"/>
    </grammar>
  </xsl:template>

  <xsl:template match="dataSpec | macroSpec" mode="define" as="element()">
    <define name="{@ident}">
      <xsl:call-template name="documentation"/>
      <xsl:apply-templates select="content" mode="content"/>
    </define>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'model']" mode="define" as="element()">
    <define name="{@ident}">
      <xsl:call-template name="documentation"/>
      <choice>
        <xsl:for-each select="odd:members(.)">
          <ref name="{@ident}"/>
        </xsl:for-each>
      </choice>
    </define>
  </xsl:template>

  <xsl:template match="classSpec[@type = 'atts']" mode="define" as="element()+">
    <define name="{@ident}.attributes">
      <xsl:call-template name="documentation"/>
      <xsl:call-template name="attributes"/>
    </define>
    <xsl:for-each select="attList/attDef">
      <define name="{odd:attribute-define(.)}">
        <xsl:apply-templates select="." mode="attribute"/>
      </define>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="elementSpec" mode="define" as="element()">
    <define name="{@ident}">
      <element name="{@ident}">
        <xsl:call-template name="documentation"/>
        <xsl:apply-templates select="content" mode="content"/>
        <xsl:call-template name="attributes"/>
      </element>
    </define>
  </xsl:template>

  <!-- Gloss and description of the declaration at hand. -->
  <xsl:template name="documentation" as="element()">
    <xsl:context-item as="element()" use="required"/>
    <a:documentation>{string-join((gloss ! odd:plain(.), desc ! odd:plain(.)), ': ')}</a:documentation>
  </xsl:template>
</xsl:stylesheet>
