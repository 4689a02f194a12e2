<!-- What this edition adds, in double brackets. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:text="urn:x-edition:text"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="note[@type = 'annotation']" mode="inline">
    <xsl:text> ⟦</xsl:text>
    <xsl:value-of select="core:word('note-inline', $interface)"/>
    <xsl:apply-templates mode="inline"/>
    <xsl:value-of select="@resp ! (' — ' || core:names(.))"/>
    <xsl:text>⟧</xsl:text>
  </xsl:template>

  <xsl:template match="corr | reg | expan | rdg" mode="inline">
    <xsl:text> ⟦</xsl:text>
    <xsl:value-of select="core:word(local-name(), $interface)"/>
    <xsl:apply-templates mode="inline"/>
    <xsl:call-template name="doubts"/>
    <xsl:text>⟧</xsl:text>
  </xsl:template>

  <xsl:template match="supplied | add | ex" mode="inline">
    <xsl:text>⟦</xsl:text>
    <xsl:apply-templates mode="inline"/>
    <xsl:call-template name="doubts"/>
    <xsl:text>⟧</xsl:text>
  </xsl:template>

  <xsl:template match="unclear" mode="inline">
    <xsl:apply-templates mode="inline"/>
    <xsl:text>⟦?⟧</xsl:text>
  </xsl:template>

  <xsl:template name="doubts">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test="exists($doubtful)">
      <xsl:value-of select="text:doubts(.)" separator=""/>
    </xsl:if>
  </xsl:template>

  <!-- What is uncertain about $element, and why. -->
  <xsl:function name="text:doubts" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:for-each select="$element[@cert or @xml:id][not(self::note[@type = 'annotation'])] ! core:doubts(.)">
      <xsl:sequence select="' ' || text:added(string-join((
                              core:word('cert-' || @cert, $interface, core:word('cert-unknown', $interface)),
                              self::certainty/(desc | note | p) ! normalize-space(.)), ': '))"/>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
