<!-- Notes of the source: summaries, pull quotes, insertions. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- What the source reports in its own words; who is summarised stands above, as ours. -->
  <xsl:template match="note[@type = 'summary']" mode="block">
    <div class="summary" role="group" aria-label="{html:summary-title(.)}">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <p class="kicker" aria-hidden="true"><xsl:call-template name="ours"/><xsl:value-of select="html:summary-title(.)"/></p>
      <xsl:choose>
        <xsl:when test="core:is-of-paragraphs(.)">
          <xsl:apply-templates mode="block"/>
        </xsl:when>
        <xsl:otherwise>
          <p><xsl:apply-templates mode="inline"/></p>
        </xsl:otherwise>
      </xsl:choose>
    </div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:function name="html:summary-title" as="xs:string">
    <xsl:param name="summary" as="element(note)"/>
    <xsl:variable name="who" as="xs:string" select="html:summarised($summary)"/>
    <xsl:sequence select="if ($who) then html:phrase('summary-of', $who) else html:word('summary')"/>
  </xsl:function>

  <!-- Whose words are summarised, "" if nobody says. -->
  <xsl:function name="html:summarised" as="xs:string">
    <xsl:param name="summary" as="element(note)"/>
    <xsl:sequence select="string-join(distinct-values($summary/said/@who ! core:names(.)), ', ')"/>
  </xsl:function>

  <xsl:template match="said" mode="block">
    <p class="said"><xsl:call-template name="content"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="said[core:is-of-paragraphs(.)]" mode="block">
    <div class="said">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:apply-templates mode="block"/>
    </div>
  </xsl:template>

  <xsl:template match="note[@type = 'pullquote']" mode="block">
    <p class="pullquote">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <span class="unseen"><xsl:call-template name="ours"/><xsl:value-of select="html:word('pullquote')"/>: </span>
      <xsl:apply-templates mode="inline"/>
      <xsl:call-template name="doubts"/>
    </p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- Any other note of the source, and those of a type we were not told of. -->
  <xsl:template match="note" mode="block">
    <p class="{html:kind-of-note(.)}"><xsl:call-template name="content"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="note[not(@type = ('summary', 'speaker') or core:is-called(.))][core:is-of-paragraphs(.)]"
                mode="block" priority="2">
    <div class="{html:kind-of-note(.)}">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:apply-templates mode="block"/>
    </div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="note" mode="inline">
    <span class="{html:kind-of-note(.)}"><xsl:call-template name="content"/></span>
  </xsl:template>

  <xsl:template match="note[core:is-apart(.)][not(core:is-called(.))]" mode="inline">
    <xsl:text> </xsl:text>
    <xsl:next-match/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:function name="html:kind-of-note" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="if ($note/@type = 'editorial') then 'editorial' else 'note'"/>
  </xsl:function>

</xsl:stylesheet>
