<?xml version="1.0" encoding="UTF-8"?>
<!-- A page of a TEI file as a short script of a corpus makes it: title, turns, paragraphs. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:tei="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="tei">
  <xsl:output method="html" encoding="UTF-8"/>
  <xsl:key name="entry" match="*[@xml:id]" use="@xml:id"/>

  <xsl:template match="/">
    <html>
      <head>
        <title><xsl:value-of select="//tei:titleStmt/tei:title[1]"/></title>
      </head>
      <body><xsl:apply-templates select="//tei:text"/></body>
    </html>
  </xsl:template>

  <xsl:template match="tei:u">
    <section id="{@xml:id}"><xsl:apply-templates/></section>
  </xsl:template>

  <xsl:template match="tei:seg | tei:p | tei:note">
    <p><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="tei:persName[@ref] | tei:placeName[@ref] | tei:orgName[@ref]">
    <span title="{key('entry', substring-after(@ref, '#'))/*[1]}"><xsl:apply-templates/></span>
  </xsl:template>
</xsl:stylesheet>
