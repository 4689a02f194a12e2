<!-- The table of participants: where it is long it has pages of its own, behind those of the text. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:core="urn:x-edition:core"
                xmlns:parts="urn:x-edition:parts"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <xsl:variable name="table" as="element()?" select="$article//table[@class = 'participants']"/>
  <xsl:variable name="folded" as="element()?" select="$table/parent::details"/>
  <xsl:variable name="weight-of-table" as="xs:integer" select="sum($folded ! parts:bytes(.))"/>
  <xsl:variable name="is-apart" as="xs:boolean" select="2 * $weight-of-table gt $most"/>
  <!-- How many pages it has. -->
  <xsl:variable name="lists" as="xs:integer" select="if ($is-apart) then xs:integer(ceiling($weight-of-table div $most)) else 0"/>
  <xsl:variable name="pages" as="xs:integer" select="$parts + $lists"/>

  <!-- By page: the rows that it has. -->
  <xsl:variable name="rows" as="map(xs:integer, element()*)">
    <xsl:map>
      <xsl:for-each-group select="$table[$is-apart]/tbody/tr" group-by="$parts + 1 + (position() - 1) * $lists idiv last()">
        <xsl:map-entry key="current-grouping-key()" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>
  <xsl:variable name="in-lists" as="map(xs:string, xs:integer)"
                select="map:merge(map:keys($rows) ! (let $page := . return $rows($page)/descendant-or-self::*/@id ! map:entry(string(), $page)))"/>

  <!-- Which rows a page has, where there are more. -->
  <xsl:function name="parts:rows" as="xs:string?">
    <xsl:param name="page" as="xs:integer"/>
    <xsl:variable name="before" as="xs:integer" select="sum(($parts + 1 to $page - 1) ! count($rows(.)))"/>
    <xsl:sequence select="($before + 1 || '–' || $before + count($rows($page)))[$lists gt 1]"/>
  </xsl:function>

  <!-- On the first page, the way there. -->
  <xsl:template match="details[@class = 'participants-folded'][$is-apart]" mode="part">
    <p class="to-participants">
      <a href="{$file || parts:ending($parts + 1)}"><xsl:value-of select="normalize-space(summary/text()[1])"/></a>
      <xsl:text> </xsl:text>
      <xsl:copy-of select="summary/*"/>
    </p>
  </xsl:template>

  <xsl:template name="list-of-participants">
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <section class="facts" data-added="">
      <table>
        <xsl:copy-of select="$table/@*, $table/(caption | thead)"/>
        <tbody>
          <xsl:apply-templates select="$rows($part)" mode="part"/>
        </tbody>
      </table>
    </section>
  </xsl:template>

  <!-- By part: who is named there and has a row on another page. -->
  <xsl:variable name="participants" as="element()*" select="$table/tbody/tr[@id]"/>

  <xsl:variable name="named-in" as="map(xs:integer, element()*)">
    <xsl:map>
      <xsl:for-each select="(if ($is-apart) then 1 else 2) to $parts">
        <xsl:map-entry key="." select="$participants[map:contains($refers(current()), @id)]"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

</xsl:stylesheet>
