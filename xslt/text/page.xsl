<!-- The whole text: its paragraphs, one after the other. A template in mode block gives strings, one a paragraph. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:text="urn:x-edition:text"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- The language of what the edition adds; "" is the document's. -->
  <xsl:param name="language" as="xs:string" select="''"/>

  <xsl:variable name="interface" as="xs:string"
                select="core:language(if ($language) then $language else (/TEI/text/@xml:lang, /TEI/@xml:lang)[1])"/>
  <xsl:variable name="doubtful" as="element()*" select="core:doubtful(/TEI/text)"/>

  <xsl:template match="/" mode="page">
    <xsl:variable name="paragraphs" as="xs:string*">
      <xsl:if test="not(TEI/text/front//docTitle)">
        <xsl:sequence select="text:added(string(TEI/teiHeader/fileDesc/titleStmt/title[1]))"/>
      </xsl:if>
      <xsl:apply-templates select="TEI/text/*" mode="block"/>
    </xsl:variable>
    <xsl:value-of select="$paragraphs ! normalize-space(.)[.]" separator="&#10;"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- Stands in a paragraph where a line ends whatever the width: LINE SEPARATOR. -->
  <xsl:variable name="line-end" as="xs:string" static="yes" select="'&#x2028;'"/>

  <!-- $words as ours. -->
  <xsl:function name="text:added" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="'⟦' || normalize-space($words) || '⟧'"/>
  </xsl:function>

  <!-- The words of an element as one string; $line-end parts its lines. -->
  <xsl:function name="text:of" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:value-of>
      <xsl:apply-templates select="$element/node()" mode="inline"/>
      <xsl:if test="exists($doubtful)">
        <xsl:sequence select="text:doubts($element)"/>
      </xsl:if>
    </xsl:value-of>
  </xsl:function>

</xsl:stylesheet>
