<!-- The reading of the source alone: nothing that this edition adds. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:text="urn:x-edition:text"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:function name="text:added" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="''"/>
  </xsl:function>

  <xsl:template name="doubts"/>

  <xsl:template match="note[core:is-called(.)] | certainty" mode="block inline" priority="9"/>

  <xsl:template match="*[self::corr or self::reg or self::expan or self::supplied or self::add or self::ex or self::rdg]"
                mode="inline" priority="9"/>

  <xsl:template match="unclear" mode="inline">
    <xsl:apply-templates mode="inline"/>
  </xsl:template>

  <!-- Without the signs for items and cells. -->
  <xsl:template match="*[self::item or self::label]" mode="inline" priority="9">
    <xsl:value-of select="$line-end"/>
    <xsl:apply-templates mode="inline"/>
    <xsl:value-of select="$line-end"/>
  </xsl:template>

  <xsl:template match="cell" mode="inline" priority="9">
    <xsl:apply-templates mode="inline"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="*[self::pause or self::shift]" mode="inline" priority="9">
    <xsl:apply-templates mode="inline"/>
  </xsl:template>

</xsl:stylesheet>
