<!-- Turns: the label and the first paragraph are one paragraph. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:text="urn:x-edition:text"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="u" mode="block">
    <xsl:variable name="label" as="xs:string" select="text:label(.)"/>
    <xsl:variable name="paragraphs" as="xs:string*">
      <xsl:apply-templates mode="block"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="*[1][self::seg or self::quote or self::q]">
        <xsl:sequence select="$label || ' ' || head($paragraphs), tail($paragraphs)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$label, $paragraphs"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- How a turn begins: its printed label, or its speaker as we know it; and what is uncertain. -->
  <xsl:function name="text:label" as="xs:string">
    <xsl:param name="turn" as="element(u)"/>
    <xsl:variable name="speaker" as="xs:string" select="core:speaker($turn)"/>
    <xsl:sequence select="string-join((
        (core:label($turn) ! text:of(.),
         text:added(if ($speaker) then $speaker else core:word('unnamed-speaker', $interface)))[1],
        text:doubts($turn)), ' ')"/>
  </xsl:function>

  <xsl:template match="note[@type = 'speaker']" mode="block">
    <xsl:if test="not(following-sibling::*[1][self::u])">
      <xsl:sequence select="text:of(.)"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note[@type = 'summary']" mode="block" priority="3">
    <xsl:variable name="paragraphs" as="xs:string*">
      <xsl:apply-templates select="if (said or p or ab) then node() else ()" mode="block"/>
      <xsl:if test="not(said or p or ab)">
        <xsl:sequence select="text:of(.)"/>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="text:added(core:word('summary', $interface)) || ' ' || head($paragraphs), tail($paragraphs)"/>
  </xsl:template>

  <xsl:template match="note[@type = 'pullquote']" mode="block" priority="3">
    <xsl:sequence select="text:added(core:word('pullquote', $interface)) || ' ' || text:of(.)"/>
  </xsl:template>

  <xsl:template match="note[@type = 'annotation']" mode="block" priority="3">
    <xsl:value-of><xsl:apply-templates select="." mode="inline"/></xsl:value-of>
  </xsl:template>

</xsl:stylesheet>
