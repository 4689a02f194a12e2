<!-- Paragraphs of every kind but speech. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:text="urn:x-edition:text"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="front | body | back | group | div | titlePage | argument | epigraph | opener | postscript | floatingText
                       | lg | cit | listBibl" mode="block">
    <xsl:apply-templates mode="block"/>
  </xsl:template>

  <xsl:template match="p | ab | seg | head | docTitle | titlePart | docDate | docAuthor | docEdition | docImprint | imprimatur
                       | trailer | dateline | signed | salute | byline | fw | note | said | bibl | desc | label | anchor | ref | ptr
                       | l | q | quote" mode="block">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="closer" mode="block">
    <xsl:choose>
      <xsl:when test="dateline | signed | salute">
        <xsl:apply-templates mode="block"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="paragraph"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Verse is one paragraph of lines; so is a list, and a table. -->
  <xsl:template match="lg[l] | list | table" mode="block">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="note[text:holds-blocks(.)] | said[text:holds-blocks(.)] | q[text:holds-blocks(.)] | quote[text:holds-blocks(.)]"
                mode="block" priority="2">
    <xsl:apply-templates mode="block"/>
  </xsl:template>

  <xsl:function name="text:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(p | ab | said | lg | list | table | quote))"/>
  </xsl:function>

  <!-- Where the source's break has no ornament, a line shows it. -->
  <xsl:template match="milestone" mode="block">
    <xsl:if test="not(following-sibling::*[1][self::fw])">
      <xsl:value-of select="text:added('—') || $paragraph-end"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="kinesic | vocal | incident | writing | pause | shift | gap | pb | cb | gb | lb | certainty" mode="block">
    <xsl:apply-templates select="." mode="inline"/>
    <xsl:value-of select="$paragraph-end"/>
  </xsl:template>

</xsl:stylesheet>
