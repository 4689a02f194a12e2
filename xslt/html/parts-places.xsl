<!-- Of each part of a long page: what has its place there, and to what it refers. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:parts="urn:x-edition:parts"
                xpath-default-namespace="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <!-- By part: what there is in the text that has an identifier, a link or a number. -->
  <xsl:variable name="linked" as="map(xs:integer, element()*)">
    <xsl:variable name="first" as="xs:string*" select="$breaks/@id"/>
    <xsl:map>
      <xsl:for-each-group select="$article//*[@id or self::a[starts-with(@href, '#')]] except $table[$is-apart]//*" group-starting-with="*[@id = $first]">
        <xsl:map-entry key="position()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- By part: the numbers of its first and its last paragraph. -->
  <xsl:variable name="numbers" as="map(xs:integer, xs:string*)">
    <xsl:map>
      <xsl:for-each select="1 to $parts">
        <xsl:variable name="all" as="element()*" select="$linked(.)[@class = 'number'][. ne '¶']"/>
        <xsl:map-entry key="." select="distinct-values(($all[1], $all[last()]) ! string())"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- The part of the text where an identifier is. -->
  <xsl:variable name="in-text" as="map(xs:string, xs:integer)"
                select="map:merge((1 to $parts) ! (let $part := . return $linked($part)/@id ! map:entry(string(), $part)))"/>

  <!-- A note is where it is called first. -->
  <xsl:variable name="notes" as="element()*" select="/html/body//section[@class = 'endnotes']/ol/li"/>
  <xsl:variable name="in-notes" as="map(xs:string, xs:integer)">
    <xsl:map>
      <xsl:for-each select="$notes">
        <xsl:variable name="part" as="xs:integer"
                      select="(a[@class = 'back']/@href ! $in-text(substring(., 2)), 1)[1]"/>
        <xsl:for-each select="descendant-or-self::*/@id">
          <xsl:map-entry key="string()" select="$part"/>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <xsl:variable name="notes-of" as="map(xs:integer, element()*)">
    <xsl:map>
      <xsl:for-each-group select="$notes" group-by="$in-notes(@id)">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>
  <xsl:variable name="number-of-note" as="map(xs:string, xs:integer)">
    <xsl:map>
      <xsl:for-each select="$notes">
        <xsl:map-entry key="string(@id)" select="position()"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- By part: of the list of turns what leads into it. -->
  <xsl:variable name="turns-of" as="map(xs:integer, element()*)">
    <xsl:map>
      <xsl:for-each-group select="/html/body//nav[@class = 'turns']//li" group-by="distinct-values(descendant::a/@href ! parts:part(substring(., 2)))">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <!-- By part: the identifiers to which its text and its notes refer. -->
  <xsl:variable name="refers" as="map(xs:integer, map(xs:string, xs:boolean))">
    <xsl:map>
      <xsl:for-each select="1 to $parts">
        <xsl:variable name="links" as="attribute()*" select="$linked(.)/self::a/@href, $notes-of(.)//a/@href[starts-with(., '#')]"/>
        <xsl:map-entry key="." select="map:merge($links ! map:entry(substring(., 2), true()))"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <xsl:variable name="referring" as="map(xs:string, xs:integer+)"
                select="map:merge((1 to $parts) ! (let $part := . return map:keys($refers($part)) ! map:entry(., $part)), map { 'duplicates': 'combine' })"/>

  <!-- An entry of the register is in every part that refers to it; one that none refers to is in the first. -->
  <xsl:variable name="entries" as="element()*" select="/html/body//section[@class = 'register']/section/ul/li"/>
  <xsl:variable name="of-entries" as="map(xs:string, xs:integer+)">
    <xsl:map>
      <xsl:for-each select="$entries">
        <xsl:variable name="there" as="xs:integer*" select="distinct-values(descendant-or-self::*/@id ! $referring(.))"/>
        <xsl:map-entry key="generate-id()" select="if (exists($there)) then $there else 1"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <xsl:variable name="entries-of" as="map(xs:integer, element()*)">
    <xsl:map>
      <xsl:for-each-group select="$entries" group-by="parts:parts-of-entry(.)">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <xsl:function name="parts:parts-of-entry" as="xs:integer+">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="$of-entries(generate-id($entry))"/>
  </xsl:function>

  <xsl:variable name="in-entries" as="map(xs:string, xs:integer)"
                select="map:merge(($entries ! (let $part := min(parts:parts-of-entry(.)) return descendant-or-self::*/@id ! map:entry(string(), $part)),
                                   $entries/../../@id ! map:entry(string(), 1)))"/>

  <xsl:variable name="in-foot" as="map(xs:string, xs:integer)"
                select="map:merge($of-first/descendant-or-self::*/@id ! map:entry(string(), 1))"/>

  <!-- The part where an identifier has its place; none for what every part has. -->
  <xsl:function name="parts:part" as="xs:integer?">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="($in-text($id), $in-lists($id), $in-notes($id), $in-entries($id), $in-foot($id))[1]"/>
  </xsl:function>

  <!-- By part: what is there besides that which has its place there. -->
  <xsl:variable name="also" as="map(xs:integer, map(xs:string, xs:boolean))">
    <xsl:map>
      <xsl:for-each select="1 to $parts">
        <xsl:variable name="there" as="element()*" select="$entries-of(.), $named-in(.)"/>
        <xsl:map-entry key="." select="map:merge($there/descendant-or-self::*/@id ! map:entry(string(), true()))"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- By part: the identifiers that have their place there, in short: "p:1-88" is p1 to p88. -->
  <xsl:variable name="runs" as="xs:string*" select="(1 to $pages) ! parts:runs(.)"/>

  <!-- By part: the identifiers that have their place there and not in the text. -->
  <xsl:variable name="beside-text" as="map(xs:integer, xs:string*)"
                select="map:merge(for $map in ($in-lists, $in-notes, $in-entries, $in-foot) return map:keys($map) ! map:entry($map(.), .), map { 'duplicates': 'combine' })"/>

  <xsl:function name="parts:runs" as="xs:string">
    <xsl:param name="part" as="xs:integer"/>
    <xsl:variable name="ids" as="xs:string*"
                  select="$linked($part)/@id ! string(), $beside-text($part)"/>
    <xsl:variable name="said" as="xs:string*">
      <xsl:for-each-group select="distinct-values($ids)[not(contains(., ':')) or starts-with(., 'turn:') and not(ends-with(., ':label'))]" group-by="replace(., '(^|\D)[1-9]\d{0,8}$', '$1')">
        <xsl:sort select="current-grouping-key()"/>
        <xsl:variable name="prefix" as="xs:string" select="current-grouping-key()"/>
        <xsl:sequence select="current-group()[. eq $prefix]"/>
        <xsl:variable name="numbers" as="xs:integer*" select="sort(current-group()[. ne $prefix] ! xs:integer(substring(., string-length($prefix) + 1)))"/>
        <xsl:for-each-group select="1 to count($numbers)" group-adjacent="$numbers[current()] - .">
          <xsl:sequence select="$prefix || ':' || $numbers[current-group()[1]] || '-' || $numbers[current-group()[last()]]"/>
        </xsl:for-each-group>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string-join($said, ' ')"/>
  </xsl:function>

</xsl:stylesheet>
