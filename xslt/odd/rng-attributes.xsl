<?xml version="1.0" encoding="UTF-8"?>
<!-- Attributes of the ODD as RelaxNG patterns. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:odd="https://edition.invalid/odd" xmlns="http://relaxng.org/ns/structure/1.0"
  xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="xs odd">

  <xsl:mode name="attribute" on-no-match="fail"/>
  <xsl:mode name="value" on-no-match="fail"/>

  <!-- The name of the define for an attribute of a class. -->
  <xsl:function name="odd:attribute-define" as="xs:string">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:sequence select="$attribute/ancestor::classSpec/@ident || '.attribute.' || translate($attribute/@ident, ':', '-')"/>
  </xsl:function>

  <!-- The attributes of an element (classes by reference, its own in full) or of a class (all by reference).
       Interleaved they mean the same as one after the other, but libxml2 then decides of each optional attribute
       before it goes on. Else it tries all that follows, text and elements too, with the attribute and without. -->
  <xsl:template name="attributes" as="element()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="attributes" as="element()*">
      <xsl:for-each select="odd:attribute-classes(.)">
        <ref name="{@ident}.attributes"/>
      </xsl:for-each>
      <xsl:choose>
        <xsl:when test="self::classSpec">
          <xsl:for-each select="attList/attDef">
            <ref name="{odd:attribute-define(.)}"/>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="attList/attDef" mode="attribute"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="tail($attributes)">
        <interleave>
          <xsl:sequence select="$attributes"/>
        </interleave>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$attributes"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="attDef[@usage = 'req']" mode="attribute" as="element()" priority="1">
    <attribute name="{@ident}">
      <a:documentation>{odd:plain(desc)}</a:documentation>
      <xsl:apply-templates select="." mode="value"/>
    </attribute>
  </xsl:template>

  <xsl:template match="attDef" mode="attribute" as="element()">
    <optional>
      <attribute name="{@ident}">
        <a:documentation>{odd:plain(desc)}</a:documentation>
        <xsl:apply-templates select="." mode="value"/>
      </attribute>
    </optional>
  </xsl:template>

  <xsl:template match="attDef[valList/@type = 'closed']" mode="value" as="element()" priority="2">
    <xsl:apply-templates select="valList" mode="pattern"/>
  </xsl:template>

  <xsl:template match="attDef" mode="value" as="element()">
    <xsl:apply-templates select="datatype/dataRef" mode="pattern"/>
  </xsl:template>

  <xsl:template match="attDef[datatype/@maxOccurs = 'unbounded']" mode="value" as="element()" priority="1">
    <list>
      <oneOrMore>
        <xsl:apply-templates select="datatype/dataRef" mode="pattern"/>
      </oneOrMore>
    </list>
  </xsl:template>
</xsl:stylesheet>
