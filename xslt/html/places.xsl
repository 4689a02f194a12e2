<!-- Where turns and divisions are in the page: TEI of other making often gives them no identifier. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- What has no identifier is counted: "turn:12" is the twelfth turn of the text, as edition.publishing.search.lines has it. -->
  <xsl:variable name="counted" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:sequence select="html:counted('turn', $turns), html:counted('division', $text//div[head])"/>
    </xsl:map>
  </xsl:variable>

  <xsl:function name="html:counted" as="map(xs:string, xs:string)*">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="elements" as="element()*"/>
    <xsl:for-each select="$elements">
      <xsl:if test="not(@xml:id)">
        <xsl:sequence select="map { generate-id(): $kind || ':' || position() }"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- The id of a turn or a division with a heading; none for other divisions without an identifier. -->
  <xsl:function name="html:id" as="xs:string?" visibility="final">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($element/@xml:id) then string($element/@xml:id) else $counted(generate-id($element))"/>
  </xsl:function>

  <!-- As @id, where @xml:id makes none. -->
  <xsl:template name="counted-id">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test="not(@xml:id)">
      <xsl:for-each select="html:id(.)">
        <xsl:attribute name="id" select="."/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
