<!-- What was said: the words of a turn, without notes, events and what editors added. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:mode name="speech" on-no-match="text-only-copy" visibility="private"/>

  <xsl:template match="note | kinesic | vocal | incident | writing | gap | fw | head[parent::list or parent::lg or parent::table]
                       | corr | reg | expan | supplied | add | ex | rdg | certainty" mode="speech"/>

  <xsl:template match="seg | l | lg | item | label | row | cell | p | lb | pb" mode="speech">
    <xsl:text> </xsl:text>
    <xsl:apply-templates mode="speech"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- A seg inside a paragraph is a piece of it, not a paragraph. -->
  <xsl:template match="seg/seg" mode="speech">
    <xsl:apply-templates mode="speech"/>
  </xsl:template>

  <!-- Whether an editor's addition stands in another one. -->
  <xsl:function name="core:is-inside-addition" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::*[self::corr or self::reg or self::expan or self::rdg
                                                     or self::supplied or self::add or self::ex])"/>
  </xsl:function>

  <!-- The number of words said in $turn. -->
  <xsl:function name="core:words-said" as="xs:integer" visibility="public">
    <xsl:param name="turn" as="element(u)"/>
    <xsl:variable name="said" as="xs:string">
      <xsl:value-of><xsl:apply-templates select="$turn/*" mode="speech"/></xsl:value-of>
    </xsl:variable>
    <xsl:sequence select="core:words-in($said)"/>
  </xsl:function>

  <!-- Signs that alone make no word. -->
  <xsl:variable name="signs" as="xs:string" static="yes"
                select="'!&quot;#$%&amp;''()*+,-./:;&lt;=>?@[\]^_`{|}~¡§©«®°·»¿‐‑‒–—―‘’‚“”„†•…‰′″‹›⁂№™−□■▪●★☆♦'"/>

  <!-- The number of words in $string: runs of characters with a letter or digit among them.
       Without signs, these are what spaces part; counting spaces is many times faster than a
       regular expression for each word. -->
  <xsl:function name="core:words-in" as="xs:integer" visibility="public">
    <xsl:param name="string" as="xs:string"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space(translate($string, $signs, ''))"/>
    <xsl:sequence select="if ($words) then string-length($words) - string-length(translate($words, ' ', '')) + 1 else 0"/>
  </xsl:function>

</xsl:stylesheet>
