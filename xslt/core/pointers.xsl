<!-- Where a pointer leads, and the number a reader sees. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- The number of a paragraph: its id without the letter; "" where the id is not of that kind. -->
  <xsl:function name="core:number" as="xs:string" visibility="public">
    <xsl:param name="paragraph" as="element()"/>
    <xsl:variable name="rest" as="xs:string" select="substring($paragraph/@xml:id, 2)"/>
    <xsl:sequence select="if ($rest ge '0' and $rest lt ':') then $rest else ''"/>
  </xsl:function>

  <!-- The elements of this document that a TEI pointer list names. -->
  <xsl:function name="core:targets" as="element()*" visibility="public">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:sequence select="for $pointer in tokenize($pointers)[starts-with(., '#')]
                          return id(substring($pointer, 2), $pointers)"/>
  </xsl:function>

  <!-- The address a reader may follow: a place in this page, or a page that a browser fetches.
       Anything else (a program, a file of another scheme, a dangling id) is no address; nor is a
       single token, which is shown without its id. -->
  <xsl:function name="core:address" as="xs:string?" visibility="public">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:variable name="first" as="xs:string?"
                  select="if (contains($pointers, ' ')) then tokenize($pointers)[1] else $pointers ! string()"/>
    <xsl:choose>
      <xsl:when test="starts-with($first, '#')">
        <xsl:sequence select="$first[id(substring(., 2), $pointers)[not(self::w or self::pc or self::c)]]"/>
      </xsl:when>
      <xsl:when test="matches($first, '^(https?://|mailto:)[^\s&lt;&gt;&quot;]+$')">
        <xsl:sequence select="$first"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- Whether something inside $element will itself be a link in the output: links do not nest. -->
  <xsl:function name="core:holds-links" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/descendant::*[@ref or @target or @cert or @xml:id or self::note])"/>
  </xsl:function>

</xsl:stylesheet>
