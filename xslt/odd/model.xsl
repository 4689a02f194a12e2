<?xml version="1.0" encoding="UTF-8"?>
<!-- What all compilers of the ODD know: finding declarations, classes and attributes. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:odd="https://edition.invalid/odd" xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="xs odd">

  <xsl:key name="declaration" match="elementSpec | classSpec | macroSpec | dataSpec" use="@ident"/>
  <xsl:key name="member" match="elementSpec | classSpec[@type = 'model']" use="classes/memberOf/@key"/>

  <!-- The elements and model classes that belong to the class, in the order of the ODD. -->
  <xsl:function name="odd:members" as="element()*">
    <xsl:param name="class" as="element(classSpec)"/>
    <xsl:sequence select="key('member', $class/@ident, root($class))"/>
  </xsl:function>

  <!-- All elements of a model class, those of its subclasses included. -->
  <xsl:function name="odd:elements-of-class" as="element(elementSpec)*">
    <xsl:param name="class" as="element(classSpec)"/>
    <xsl:sequence select="odd:members($class) ! (self::elementSpec | self::classSpec/odd:elements-of-class(.))"/>
  </xsl:function>

  <!-- The attribute classes of an element or class that are named in its declaration. -->
  <xsl:function name="odd:attribute-classes" as="element(classSpec)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="$spec/classes/memberOf/key('declaration', @key)[self::classSpec/@type = 'atts']"/>
  </xsl:function>

  <!-- All attributes of an element: its own, then those of its classes and their superclasses. -->
  <xsl:function name="odd:attributes" as="element(attDef)*">
    <xsl:param name="spec" as="element()"/>
    <xsl:sequence select="$spec/attList/attDef, odd:attribute-classes($spec) ! odd:attributes(.)"/>
  </xsl:function>

  <!-- The elements that a content model admits, through macros and classes, each once. -->
  <xsl:function name="odd:children" as="element(elementSpec)*">
    <xsl:param name="content" as="element()*"/>
    <xsl:sequence select="
      (for $part in $content/descendant-or-self::* return (
        $part/self::elementRef/key('declaration', @key),
        $part/self::classRef/key('declaration', @key) ! odd:elements-of-class(.),
        $part/self::macroRef/key('declaration', @key)/content ! odd:children(.))) | ()"/>
  </xsl:function>

  <!-- A description as one line of plain text. -->
  <xsl:function name="odd:plain" as="xs:string">
    <xsl:param name="prose" as="element()*"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$prose" mode="odd:plain"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($words))"/>
  </xsl:function>

  <xsl:mode name="odd:plain" on-no-match="shallow-skip"/>

  <xsl:template match="text()" mode="odd:plain" as="xs:string">
    <xsl:sequence select="string(.)"/>
  </xsl:template>

  <xsl:template match="att" mode="odd:plain" as="xs:string">
    <xsl:sequence select="'@' || ."/>
  </xsl:template>

  <xsl:template match="gi | tag" mode="odd:plain" as="xs:string">
    <xsl:sequence select="'&lt;' || . || '&gt;'"/>
  </xsl:template>

  <xsl:template match="val" mode="odd:plain" as="xs:string">
    <xsl:sequence select="'“' || . || '”'"/>
  </xsl:template>
</xsl:stylesheet>
