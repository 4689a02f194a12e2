<!-- Links of a part: within it as they are; else to the part that has what they lead to. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:parts="urn:x-edition:parts"
                xpath-default-namespace="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <xsl:template match="@href[starts-with(., '#')]" mode="part">
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <xsl:variable name="id" as="xs:string" select="substring(., 2)"/>
    <xsl:variable name="other" as="xs:integer?" select="parts:part($id)[. ne $part][not(map:contains($also($part), $id))]"/>
    <xsl:attribute name="href" select="$other ! ($file || parts:ending(.)) || ."/>
  </xsl:template>

  <!-- A paragraph is cited by the address of the first part: it is right however the text is parted. -->
  <xsl:template match="div[@id = 'page:cite']/@id" mode="part">
    <xsl:copy/>
    <xsl:attribute name="data-page" select="$file || '.html'"/>
  </xsl:template>

  <!-- The source has pages of its own: of the elements with which they begin those of this part, and how many are before it. -->
  <xsl:template match="a[@class = 'facing']/@data-parts" mode="part">
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <xsl:attribute name="data-parts" select="tokenize(.)[parts:part(.) = $part]"/>
    <xsl:attribute name="data-before" select="count(tokenize(.)[parts:part(.) lt $part])"/>
  </xsl:template>

</xsl:stylesheet>
