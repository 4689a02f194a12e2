<!-- Turns: the label and the first paragraph are one paragraph. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:text="urn:x-edition:text"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="u" mode="block">
    <xsl:call-template name="label"/>
    <xsl:value-of select="if (*[1][self::seg or self::quote or self::q]) then ' ' else $paragraph-end"/>
    <xsl:apply-templates mode="block"/>
  </xsl:template>

  <!-- How a turn begins: its printed label, or its speaker as we know it; and what is uncertain. -->
  <xsl:template name="label">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="label" as="element()?" select="core:label(.)"/>
    <xsl:choose>
      <xsl:when test="$label">
        <xsl:apply-templates select="$label/node()" mode="inline"/>
        <xsl:for-each select="$label">
          <xsl:call-template name="doubts"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="text:added((core:speaker(.)[.], core:word('unnamed-speaker', $interface))[1])"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:call-template name="doubts"/>
    <xsl:value-of select="core:clock(@start) ! (' ' || text:added(.))"/>
  </xsl:template>

  <xsl:template match="note[@type = 'speaker']" mode="block">
    <xsl:if test="not(following-sibling::*[1][self::u])">
      <xsl:call-template name="paragraph"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note[@type = 'summary']" mode="block" priority="3">
    <xsl:value-of select="text:added(core:word('summary', $interface)) || ' '"/>
    <xsl:choose>
      <xsl:when test="core:is-of-paragraphs(.)">
        <xsl:apply-templates mode="block"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="paragraph"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="note[@type = 'pullquote']" mode="block" priority="3">
    <xsl:value-of select="text:added(core:word('pullquote', $interface)) || ' '"/>
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="note[core:is-called(.)]" mode="block" priority="3">
    <xsl:apply-templates select="." mode="inline"/>
    <xsl:value-of select="$paragraph-end"/>
  </xsl:template>

</xsl:stylesheet>
