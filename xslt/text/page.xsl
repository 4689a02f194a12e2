<!-- The whole text: its paragraphs, one after the other. What a template in mode block writes ends with $paragraph-end. -->
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
  <xsl:variable name="statements" as="map(xs:string, element(certainty)+)" select="core:statements(/)"/>

  <!-- White space is as in the TEI: edition.publishing.wrapping makes it one space. -->
  <xsl:template match="/" mode="page">
    <xsl:variable name="title" as="element(title)?" select="TEI/teiHeader/fileDesc/titleStmt/title[1][normalize-space()]"/>
    <xsl:if test="$title and not(TEI/text/front//docTitle)">
      <xsl:value-of select="text:added(string($title))"/>
      <xsl:value-of select="$paragraph-end"/>
    </xsl:if>
    <xsl:apply-templates select="TEI/text/*" mode="block"/>
  </xsl:template>

  <!-- Stands after each paragraph: PARAGRAPH SEPARATOR. -->
  <xsl:variable name="paragraph-end" as="xs:string" static="yes" select="'&#x2029;'"/>

  <!-- Stands in a paragraph where a line ends whatever the width: LINE SEPARATOR. -->
  <xsl:variable name="line-end" as="xs:string" static="yes" select="'&#x2028;'"/>

  <!-- $words as ours. -->
  <xsl:function name="text:added" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="'⟦' || normalize-space($words) || '⟧'"/>
  </xsl:function>

  <!-- The words of an element as a paragraph; $line-end parts its lines. -->
  <xsl:template name="paragraph">
    <xsl:context-item as="element()" use="required"/>
    <xsl:apply-templates mode="inline"/>
    <xsl:call-template name="doubts"/>
    <xsl:value-of select="$paragraph-end"/>
  </xsl:template>

</xsl:stylesheet>
