<!-- Where the parts of a long page begin, by weight, and the stretch of the text that each has. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:core="urn:x-edition:core"
                xmlns:parts="urn:x-edition:parts"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <!-- About how many bytes of the text a part has. -->
  <xsl:param name="most" as="xs:integer" required="yes"/>

  <!-- What is not parted, in the order of the text: where a part would begin that begins with it, its bytes, and to what
       it refers. -->
  <xsl:variable name="units" as="map(xs:string, item()*)*" select="$article/* ! parts:units(., .)"/>

  <xsl:function name="parts:units" as="map(xs:string, item()*)*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="start" as="element()"/>
    <xsl:sequence select="if ($element/self::div[*])
                          then $element/* ! parts:units(., if (position() eq 1) then $start else .)
                          else map { 'start': $start,
                                     'bytes': parts:bytes($element) - sum($element//details[$is-apart][. is $folded] ! $weight-of-table),
                                     'refers': distinct-values($element//a/@href[starts-with(., '#')] ! substring(., 2)) }"/>
  </xsl:function>

  <xsl:function name="parts:bytes" as="xs:integer">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="string-join(($element, $element//@*))"/>
    <!-- Around words: the tags, and a name and quotation marks for each attribute. Most letters that are not of ASCII
         are two bytes. A turn has a line in the list. -->
    <xsl:sequence select="string-length($words) + string-length(translate($words, $ascii, ''))
                          + sum($element/descendant-or-self::*/(5 + 2 * string-length(local-name()))) + 10 * count($element/descendant-or-self::*/@*)
                          + 100 * count($element/self::h3)"/>
  </xsl:function>

  <!-- What a part has besides, if its text refers to that: bytes of entries and notes, by identifier. -->
  <xsl:variable name="bytes-of-entry" as="map(xs:string, xs:integer)">
    <xsl:map>
      <xsl:for-each select="/html/body/descendant::section[@class = ('register', 'endnotes')]//li[@id]">
        <xsl:map-entry key="string(@id)" select="parts:bytes(.)"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <xsl:variable name="ascii" as="xs:string" select="codepoints-to-string((9, 10, 32 to 126))"/>

  <!-- The elements with which the second part begins, and those that follow: a turn or a division, and
       within a long one a paragraph. It has an identifier, and no heading is left alone before it.
       Two goes: by the first it is known what all parts weigh, by the second they weigh about the same. -->
  <xsl:variable name="breaks" as="element()*">
    <xsl:variable name="all" as="xs:integer" select="parts:broken($most)('bytes')"/>
    <xsl:sequence select="parts:broken($all div ceiling($all div $most))('breaks')"/>
  </xsl:variable>

  <!-- Parts of about so many bytes: their 'breaks', and the 'bytes' of all. -->
  <xsl:function name="parts:broken" as="map(xs:string, item()*)">
    <xsl:param name="enough" as="xs:decimal"/>
    <xsl:variable name="steps" as="map(xs:string, item())*">
      <xsl:iterate select="$units">
        <xsl:param name="reached" as="xs:integer" select="min((parts:bytes-of-list($enough) + sum($of-first ! parts:bytes(.)), xs:integer($enough)))"/>
        <xsl:param name="there" as="map(xs:string, xs:boolean)" select="map { }"/>
        <xsl:variable name="start" as="element()" select="?start"/>
        <xsl:variable name="refers" as="xs:string*" select="?refers"/>
        <xsl:variable name="alone" as="xs:integer" select="?bytes + parts:bytes-of-entries($refers)"/>
        <xsl:variable name="bytes" as="xs:integer" select="?bytes + parts:bytes-of-entries($refers[not(map:contains($there, .))])"/>
        <xsl:variable name="over" as="xs:decimal" select="$reached + $bytes div 2 - $enough"/>
        <xsl:variable name="begins" as="xs:boolean"
                      select="$over gt (if ($start/self::div) then 0 else 0.05 * $enough) and parts:may-begin($start)"/>
        <xsl:sequence select="map { 'bytes': if ($begins) then $alone else $bytes }, $start[$begins] ! map { 'break': . }"/>
        <xsl:next-iteration>
          <xsl:with-param name="reached" select="if ($begins) then $alone else $reached + $bytes"/>
          <xsl:with-param name="there" select="map:merge(($there[not($begins)], $refers ! map:entry(., true())))"/>
        </xsl:next-iteration>
      </xsl:iterate>
    </xsl:variable>
    <xsl:sequence select="map { 'breaks': $steps ! ?break, 'bytes': sum($steps ! ?bytes) }"/>
  </xsl:function>

  <xsl:function name="parts:bytes-of-entries" as="xs:integer">
    <xsl:param name="ids" as="xs:string*"/>
    <xsl:sequence select="sum($ids ! $bytes-of-entry(.))"/>
  </xsl:function>

  <!-- The first part has the list of all, if that is long, and what is long at the foot: a line of the list is about so
       many bytes. -->
  <xsl:function name="parts:bytes-of-list" as="xs:integer">
    <xsl:param name="enough" as="xs:decimal"/>
    <xsl:variable name="number" as="xs:integer" select="xs:integer(ceiling(sum($units ! ?bytes) div $enough))"/>
    <xsl:sequence select="if ($number gt $few) then 150 * $number else 0"/>
  </xsl:function>

  <xsl:function name="parts:may-begin" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="before" as="element()?" select="$element/preceding-sibling::*[1]"/>
    <xsl:sequence select="$element/@id[matches(., '^([^:]+|(turn|division):\d+)$')] and $before
                          and empty($before/(self::h1 | self::h2 | self::h3 | self::h4 | self::span | self::p[@class = ('label', 'head')]))"/>
  </xsl:function>

  <xsl:variable name="parts" as="xs:integer" select="count($breaks) + 1"/>

  <!-- The number of each break: with it begins the part of the next number. -->
  <xsl:variable name="number-of-break" as="map(xs:string, xs:integer)">
    <xsl:map>
      <xsl:for-each select="$breaks">
        <xsl:map-entry key="generate-id()" select="position()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- Of what is parted, by its identity: its children by the number of the part. One that is parted itself is in several.
       All is gone through once, however many parts there are. -->
  <xsl:variable name="pieces" as="map(xs:string, map(xs:integer, node()*))">
    <xsl:map>
      <xsl:for-each select="$article, $article//div[map:contains($open, generate-id())]">
        <xsl:map-entry key="generate-id()" select="parts:pieces(.)"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <xsl:function name="parts:pieces" as="map(xs:integer, node()*)">
    <xsl:param name="parted" as="element()"/>
    <xsl:variable name="placed" as="map(xs:integer, node())*">
      <xsl:iterate select="$parted/node()">
        <xsl:param name="part" as="xs:integer" select="parts:first-part($parted)"/>
        <xsl:variable name="node" as="node()" select="."/>
        <xsl:variable name="first" as="xs:integer" select="($number-of-break(generate-id()) ! (. + 1), $part)[1]"/>
        <xsl:variable name="last" as="xs:integer" select="max(($first, $open(generate-id()) ! ($number-of-break(generate-id()) + 1)))"/>
        <xsl:sequence select="($first to $last) ! map:entry(., $node)"/>
        <xsl:next-iteration>
          <xsl:with-param name="part" select="$last"/>
        </xsl:next-iteration>
      </xsl:iterate>
    </xsl:variable>
    <xsl:sequence select="map:merge($placed, map { 'duplicates': 'combine' })"/>
  </xsl:function>

  <!-- The part in which what is parted begins: the one before the first that begins within. -->
  <xsl:function name="parts:first-part" as="xs:integer">
    <xsl:param name="parted" as="element()"/>
    <xsl:sequence select="if ($parted is $article) then 1 else $number-of-break(generate-id($open(generate-id($parted))[1]))"/>
  </xsl:function>

  <!-- What the part has of something, copied; what is open when it begins or ends is there, too. -->
  <xsl:template match="node()" mode="stretch">
    <xsl:apply-templates select="." mode="part"/>
  </xsl:template>

  <xsl:template match="div[map:contains($open, generate-id())]" mode="stretch">
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <xsl:variable name="begins" as="xs:boolean" select="parts:first-part(.) eq $part"/>
    <xsl:copy>
      <xsl:apply-templates select="@*[$begins or name() ne 'id']" mode="part"/>
      <xsl:if test="not($begins)">
        <xsl:call-template name="continued"/>
      </xsl:if>
      <xsl:call-template name="stretch"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template name="stretch">
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <xsl:apply-templates select="$pieces(generate-id())($part)" mode="stretch"/>
  </xsl:template>

  <!-- What a part begins within, with the beginnings of these parts. -->
  <xsl:variable name="open" as="map(xs:string, element()+)"
                select="map:merge($breaks ! (let $break := . return (ancestor::div ! map:entry(generate-id(), $break))), map { 'duplicates': 'combine' })"/>

  <!-- Who goes on speaking where a part begins within a turn. -->
  <xsl:template name="continued">
    <xsl:for-each select="h3[@class = 'label']">
      <h3 class="label" data-added="">
        <xsl:copy-of select="@id"/>
        <span class="added"><xsl:value-of select="'⟦' || core:phrase('continued', $interface, replace(normalize-space(.), '[\s:.⟦⟧]+$|^⟦', '')) || '⟧ '"/></span>
      </h3>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
