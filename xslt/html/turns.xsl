<!-- The list of turns beside the text: who speaks, and from which paragraph on. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template name="turns">
    <xsl:if test="$text/body//(u | sp) or $text/body//note[@type = 'summary'][@xml:id]">
      <nav class="turns" aria-labelledby="page:turns">
        <h2 id="page:turns"><xsl:value-of select="html:word('turns-list')"/></h2>
        <details>
          <summary><xsl:value-of select="html:word('turns-list')"/></summary>
          <ol>
            <xsl:apply-templates select="$text/body/*" mode="turns"/>
          </ol>
        </details>
      </nav>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="div[head]" mode="turns">
    <li class="division">
      <a href="#{html:id(.)}"><span><xsl:sequence select="$theirs, core:capitals(string-join(head))"/><xsl:value-of select="head ! html:plain(.)" separator=" · "/></span></a>
      <ol>
        <xsl:apply-templates select="*" mode="turns"/>
      </ol>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="div | spGrp" mode="turns">
    <xsl:apply-templates select="*" mode="turns"/>
  </xsl:template>

  <xsl:template match="u | sp" mode="turns">
    <li>
      <a href="#{html:id(.)}">
        <span class="who"><xsl:value-of select="html:speaker(.)"/></span>
        <xsl:text> </xsl:text>
        <span class="at"><xsl:value-of select="seg[@xml:id][1] ! core:number(.)"/></span>
        <xsl:call-template name="part-of-turn"/>
      </a>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="note[@type = 'summary'][@xml:id]" mode="turns">
    <li class="summarised">
      <a href="#{@xml:id}">
        <span class="who"><xsl:value-of select="(html:summarised(.)[.], html:word('summary'))[1]"/></span>
        <xsl:if test="html:summarised(.)">
          <xsl:text> </xsl:text>
          <span class="at"><xsl:value-of select="html:word('summary')"/></span>
        </xsl:if>
      </a>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- How many words each turn has, by its id. -->
  <xsl:variable name="words-of-turns" as="map(xs:string, xs:integer)"
                select="map:merge(for-each-pair($turns, $said, function($turn, $words) { map:entry(html:id($turn), $words) }))"/>
  <xsl:variable name="longest-turn" as="xs:integer?" select="max($said)"/>

  <!-- How long a turn is beside the longest; only what is a hundredth of all is seen from afar. -->
  <xsl:template name="part-of-turn">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="words" as="xs:integer?" select="$words-of-turns(html:id(.))"/>
    <xsl:if test="count($turns) gt 2 and 100 * $words ge $all-said and $words">
      <svg xmlns="http://www.w3.org/2000/svg" class="length" aria-hidden="true"><rect width="{round(100 * $words div $longest-turn)}%" height="100%"/></svg>
    </xsl:if>
  </xsl:template>

  <!-- Who speaks, as a reader is told outside the text. -->
  <xsl:function name="html:speaker" as="xs:string" visibility="final">
    <xsl:param name="turn" as="element()"/>
    <xsl:variable name="speaker" as="xs:string" select="core:speaker($turn)"/>
    <xsl:sequence select="(if ($speaker) then $speaker else html:word('unnamed-speaker'))
                          || '?'[exists(core:doubts($turn, $statements)[not(@cert = 'high')])]"/>
  </xsl:function>

  <!-- The words of an element as one line, as the source has them, without notes; where a line ends is a space. -->
  <xsl:function name="html:plain" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="normalize-space(string-join($element//(text() | lb[not(@break = 'no')])[not(ancestor::note | ancestor::corr | ancestor::reg | ancestor::expan)]
                                                      ! (if (self::lb) then ' ' else .), ''))"/>
  </xsl:function>

</xsl:stylesheet>
