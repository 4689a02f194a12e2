<!-- At a turn: the ways to the turns before and after it of the same speaker, and to its source. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- Of each turn, by its id: the ids of the speaker's turn before it and after it, "" for none. -->
  <xsl:variable name="ways" as="map(xs:string, xs:string+)">
    <xsl:variable name="ways" as="map(xs:string, xs:string+)*">
      <xsl:for-each-group select="$turns" group-by="tokenize(@who)[1]">
        <xsl:variable name="ids" as="xs:string+" select="'', current-group() ! html:id(.), ''"/>
        <xsl:sequence select="for $n in 2 to count($ids) - 1 return map { $ids[$n]: ($ids[$n - 1], $ids[$n + 1]) }"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="map:merge($ways)"/>
  </xsl:variable>

  <!-- For pointers only. Who hears the page, or goes through it by the keyboard, has the headings,
       the list of turns and the keys n and p: two more stops at each turn would be in the way. -->
  <xsl:template name="ways">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="ways" as="xs:string*" select="$ways(html:id(.))"/>
    <xsl:if test="exists($ways[.]) or $facing and normalize-space()">
      <span class="ways" aria-hidden="true" data-added="">
        <xsl:sequence select="html:way(string($ways[1]), 'before', '↑'), html:way(string($ways[2]), 'after', '↓')"/>
        <xsl:if test="$facing and normalize-space()">
          <a class="source" href="{html:facing(.)}#{html:id(.)}" tabindex="-1" title="{html:word('facing')}">‹›</a>
        </xsl:if>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- Where the source of $element is: on the last of the pages of the source that begin before it. -->
  <xsl:variable name="facing-begins" as="element()*" select="$text[$facing-parts]//*[@xml:id = tokenize($facing-parts)] | $turns[$facing-parts][html:id(.) = tokenize($facing-parts)]"/>
  <xsl:function name="html:facing" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="before" as="xs:integer" select="count($facing-begins[. is $element or . &lt;&lt; $element])"/>
    <xsl:sequence select="if ($before) then replace($facing, '\.html$', '..' || $before + 1 || '.html') else $facing"/>
  </xsl:function>

  <xsl:function name="html:way" as="element()?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="direction" as="xs:string"/>
    <xsl:param name="sign" as="xs:string"/>
    <xsl:if test="$id">
      <a class="{$direction}" href="#{$id}" tabindex="-1" title="{html:word('turn-' || $direction)}"><xsl:value-of select="$sign"/></a>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
