<!-- What this edition adds, in double brackets, and no space before them: what is left without them is the source. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:core="urn:x-edition:core"
                xmlns:text="urn:x-edition:text"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="note[core:is-called(.)]" mode="inline" priority="2">
    <xsl:text>⟦</xsl:text>
    <xsl:value-of select="core:word('note-inline', $interface)"/>
    <xsl:apply-templates mode="inline"/>
    <xsl:value-of select="@resp ! (' — ' || core:names(.))"/>
    <xsl:text>⟧</xsl:text>
  </xsl:template>

  <xsl:template match="*[self::corr or self::reg or self::expan]" mode="inline" priority="-1">
    <xsl:text>⟦</xsl:text>
    <xsl:value-of select="core:word(local-name(), $interface)"/>
    <xsl:apply-templates mode="inline"/>
    <xsl:call-template name="doubts"/>
    <xsl:text>⟧</xsl:text>
  </xsl:template>

  <xsl:template match="*[self::supplied or self::add or self::ex]" mode="inline" priority="-1">
    <xsl:text>⟦</xsl:text>
    <xsl:apply-templates mode="inline"/>
    <xsl:call-template name="doubts"/>
    <xsl:text>⟧</xsl:text>
  </xsl:template>

  <xsl:template match="unclear" mode="inline">
    <xsl:apply-templates mode="inline"/>
    <xsl:text>⟦?⟧</xsl:text>
  </xsl:template>

  <!-- What is uncertain about the element, and why; of many turns why it is so stands at the first. -->
  <xsl:template name="doubts">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test="(@cert or @xml:id[map:contains($statements, .)]) and not(self::note[core:is-called(.)])">
      <xsl:variable name="about" as="element()" select="."/>
      <xsl:for-each select="core:doubts(., $statements)">
        <xsl:value-of select="text:added(string-join((
                                core:word('cert-' || @cert, $interface, core:word('cert-unknown', $interface)),
                                self::certainty[text:tells(., $about)]/(desc | note | p) ! normalize-space(.)), ': '))"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:function name="text:tells" as="xs:boolean">
    <xsl:param name="statement" as="element(certainty)"/>
    <xsl:param name="about" as="element()"/>
    <xsl:sequence select="not($about/self::u)
                          or (for $pointer in tokenize($statement/@target)
                              return id(substring-after($pointer, '#'), root($about))/self::u
                                       [not(core:is-overruled($statement, .))])[1] is $about"/>
  </xsl:function>

</xsl:stylesheet>
