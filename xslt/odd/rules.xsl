<?xml version="1.0" encoding="UTF-8"?>
<!-- The rules of the ODD (constraintSpec with Schematron), as both compilers of rules read them. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:odd="https://edition.invalid/odd"
  xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="xs odd sch">

  <!-- The rules, in the order of their numbers. -->
  <xsl:function name="odd:rules" as="element(constraintSpec)*">
    <xsl:param name="document" as="document-node()"/>
    <xsl:perform-sort select="$document//constraintSpec">
      <xsl:sort select="@ident" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
    </xsl:perform-sort>
  </xsl:function>

  <!-- The contexts of a rule, taken apart: an element name or *, and the conditions on the element.

       Contexts are written as tei:name, tei:name[condition] or tei:*[condition], several of them joined
       by “ | ”; conditions contain no “ | ”. -->
  <xsl:function name="odd:contexts" as="map(*)*">
    <xsl:param name="rule" as="element(sch:rule)"/>
    <xsl:for-each select="tokenize($rule/@context, ' \| ')">
      <xsl:if test="not(matches(., '^tei:([A-Za-z]+|\*)(\[.+\])?$'))">
        <xsl:message terminate="yes" error-code="odd:context">The context {.} cannot be compiled.</xsl:message>
      </xsl:if>
      <xsl:variable name="name" as="xs:string" select="replace(., '^tei:([A-Za-z]+|\*).*$', '$1')"/>
      <xsl:sequence select="map {'name': $name, 'condition': substring-after(., 'tei:' || $name), 'rule': $rule}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The number of a rule: S301 of S301-label-then-turn. -->
  <xsl:function name="odd:code" as="xs:string">
    <xsl:param name="rule" as="element(constraintSpec)"/>
    <xsl:sequence select="substring-before($rule/@ident, '-')"/>
  </xsl:function>

  <!-- The name of an assertion: S302-2 is the second of rule S302. -->
  <xsl:function name="odd:assertion" as="xs:string">
    <xsl:param name="assertion" as="element()"/>
    <xsl:variable name="rule" as="element(constraintSpec)" select="$assertion/ancestor::constraintSpec"/>
    <xsl:variable name="all" as="element()+" select="$rule/constraint/sch:rule/(sch:assert | sch:report)"/>
    <xsl:sequence select="odd:code($rule) || '-' || count($all[. &lt;&lt; $assertion]) + 1"/>
  </xsl:function>

  <!-- error, unless the assertion has the role of a warning. -->
  <xsl:function name="odd:severity" as="xs:string">
    <xsl:param name="assertion" as="element()"/>
    <xsl:sequence select="($assertion/@role, 'error')[1]"/>
  </xsl:function>

  <!-- The text of a message before and after “Hint:”, with the values it names. -->
  <xsl:function name="odd:message-part" as="node()*">
    <xsl:param name="assertion" as="element()"/>
    <xsl:param name="part" as="xs:string"/>
    <xsl:variable name="split" as="text()"
      select="$assertion/text()[contains(., 'Hint: ')]"/>
    <xsl:choose>
      <xsl:when test="$part = 'hint'">
        <xsl:value-of select="normalize-space(substring-after($split, 'Hint: '))"/>
        <xsl:sequence select="$assertion/node()[. >> $split]"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$assertion/node()[. &lt;&lt; $split]"/>
        <xsl:value-of select="replace(substring-before($split, 'Hint: '), '\s+$', '')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
