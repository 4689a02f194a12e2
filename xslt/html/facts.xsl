<!-- The facts of the meeting, between its title and its text. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns:array="http://www.w3.org/2005/xpath-functions/array"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- How many words each turn has, in their order, with spaces between, and how many there are outside
       of turns: edition.tei.reading counts both. -->
  <xsl:param name="words" as="xs:string" required="yes"/>
  <xsl:param name="words-outside" as="xs:integer" select="0"/>

  <xsl:variable name="turns" as="element()*" select="$text//(u | sp)"/>
  <!-- Of each turn: how many words it has. -->
  <xsl:variable name="said" as="xs:integer*" select="tokenize($words) ! xs:integer(.)"/>
  <xsl:variable name="all-said" as="xs:integer" select="sum($said)"/>
  <!-- Of each turn: how many words are said before it. -->
  <xsl:variable name="said-before" as="xs:integer*">
    <xsl:iterate select="$said">
      <xsl:param name="before" as="xs:integer" select="0"/>
      <xsl:sequence select="$before"/>
      <xsl:next-iteration>
        <xsl:with-param name="before" select="$before + ."/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:variable>
  <!-- Of each speaker ('' is nobody known): which turns are theirs, by number. -->
  <xsl:variable name="parts" as="map(xs:string, xs:integer+)">
    <xsl:map>
      <xsl:for-each-group select="1 to count($turns)"
                          group-by="let $who := $turns[current()]/@who return (tokenize($who), ''[not($who)])">
        <xsl:map-entry key="string(current-grouping-key())" select="current-group()"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>
  <xsl:variable name="persons" as="element()*"
                select="$header/profileDesc/particDesc//(person | personGrp)"/>
  <xsl:variable name="speakers" as="element()*"
                select="$persons[map:contains($parts, '#' || @xml:id)]"/>

  <xsl:variable name="places-of-setting" as="element()*"
                select="$setting/(placeName | name | settlement | locale)"/>
  <!-- What the header says of the occasion, besides when and where. -->
  <xsl:variable name="about-setting" as="element()*"
                select="$header/profileDesc/settingDesc/(setting/* except ($setting/date[1], $places-of-setting))"/>

  <xsl:template name="facts" visibility="public">
    <section class="facts" aria-labelledby="page:facts">
      <xsl:call-template name="ours"/>
      <h2 id="page:facts" class="unseen"><xsl:value-of select="html:word('facts')"/></h2>
      <dl class="brief">
        <xsl:sequence select="html:fact('date-word', ($date[.][not($text/front//docDate//date)] ! core:date(., $interface),
                                                      $setting/date[not(@when)] ! normalize-space(.))),
                              html:fact('place', ($places-of-setting ! normalize-space(.))[not(. = $text/front//docDate//placeName/normalize-space(.))]),
                              html:fact('turns', core:count(count($turns), $interface)),
                              html:fact('paragraphs', core:count(count($turns/seg), $interface)[exists($turns/seg)]),
                              html:fact('words', core:count($all-said + $words-outside, $interface)),
                              html:fact('words-in-turns', core:count($all-said, $interface)[exists($turns) and $words-outside gt 0]),
                              html:fact('source', $source/publisher[1] ! normalize-space(.)),
                              html:fact('setting', $about-setting ! normalize-space(.)),
                              html:fact('keywords', $header/profileDesc/textClass/keywords/term ! normalize-space(.))"/>
      </dl>
      <xsl:for-each select="$header/encodingDesc/samplingDecl/ab[@type = 'partial']">
        <p class="incomplete">
          <strong><xsl:value-of select="html:word('incomplete')"/></strong>
          <xsl:text> </xsl:text>
          <span><xsl:sequence select="html:language-of(.)"/><xsl:apply-templates select="." mode="header"/></span>
        </p>
      </xsl:for-each>
      <xsl:call-template name="participants"/>
      <xsl:if test="$subjects and exists($turns)">
        <p class="to-figures"><a href="figures/{encode-for-uri($name)}.html"><xsl:value-of select="html:word('figures-of-meeting')"/></a></p>
      </xsl:if>
      <xsl:for-each select="$header/profileDesc/particDesc/(p | .//listPerson/(head | desc))">
        <p class="remark"><xsl:sequence select="html:language-of(.)"/><xsl:apply-templates select="node()" mode="header"/></p>
      </xsl:for-each>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:function name="html:fact" as="element()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:if test="exists($values[.])">
      <div>
        <dt><xsl:value-of select="html:word($key)"/></dt>
        <xsl:for-each select="$values[.]">
          <dd><xsl:value-of select="."/></dd>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:function>

  <xsl:template name="participants">
    <xsl:if test="exists($persons) or map:contains($parts, '')">
      <xsl:variable name="table" as="element()"><xsl:call-template name="table-of-participants"/></xsl:variable>
      <xsl:choose>
        <!-- Who opens the page sees where the text begins. -->
        <xsl:when test="count($persons) gt 4">
          <details class="participants-folded">
            <summary><xsl:value-of select="html:word('participants')"/><xsl:text> </xsl:text><span class="at"><xsl:value-of select="core:count(count($persons), $interface)"/></span></summary>
            <xsl:sequence select="$table"/>
          </details>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$table"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <xsl:template name="table-of-participants">
    <xsl:variable name="alike" as="element()*" select="html:proposed-alike($persons)"/>
    <xsl:variable name="of-all" as="xs:boolean" select="count($alike) eq count($persons)"/>
    <table class="participants">
      <caption>
        <span class="title"><xsl:value-of select="html:word('participants')"/></span>
        <xsl:for-each select="$alike[1]">
          <xsl:text> </xsl:text>
          <span class="of-participants">
            <xsl:value-of select="html:word(if ($of-all) then 'of-all-participants' else 'of-candidates')"/>
            <xsl:call-template name="proposal"/>
          </span>
        </xsl:for-each>
      </caption>
      <thead>
        <tr>
          <th scope="col"><xsl:value-of select="html:word('participant')"/></th>
          <th scope="col" class="figure"><xsl:value-of select="html:word('turns')"/></th>
          <th scope="col" class="figure"><xsl:value-of select="html:word('words')"/></th>
          <th scope="col" class="share">
            <span aria-hidden="true"><xsl:value-of select="html:word('when') || ' · '"/></span>
            <xsl:value-of select="html:word('share')"/>
          </th>
        </tr>
      </thead>
      <tbody>
        <xsl:for-each select="$persons">
          <tr>
            <xsl:apply-templates select="@xml:id" mode="attribute"/>
            <th scope="row">
              <xsl:call-template name="entry">
                <xsl:with-param name="proposal" select="($alike[1] ! html:proposal(.), '')[1]"/>
                <xsl:with-param name="of-all" select="$of-all"/>
              </xsl:call-template>
            </th>
            <xsl:sequence select="html:part($parts('#' || @xml:id), @role)"/>
          </tr>
          <xsl:text>&#10;</xsl:text>
        </xsl:for-each>
        <xsl:if test="map:contains($parts, '')">
          <tr>
            <th scope="row"><xsl:value-of select="html:word('unidentified')"/></th>
            <xsl:sequence select="html:part($parts(''), ())"/>
          </tr>
        </xsl:if>
      </tbody>
    </table>
  </xsl:template>

  <!-- Those of $persons, two or more, of whom the program proposes the same: the most there are. -->
  <xsl:function name="html:proposed-alike" as="element()*">
    <xsl:param name="persons" as="element()*"/>
    <xsl:variable name="groups" as="array(element())*">
      <xsl:for-each-group select="$persons" group-by="html:proposal(.)">
        <xsl:sequence select="array { current-group() }"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="most" as="xs:integer" select="max((2, $groups ! array:size(.)))"/>
    <xsl:sequence select="$groups[array:size(.) eq $most][1]?*"/>
  </xsl:function>

  <!-- The cells for turns, words and share of a speaker, with when they speak, from the first word of
       the meeting to the last; for who has no turn, what the register calls the part instead. -->
  <xsl:function name="html:part" as="element()+">
    <xsl:param name="part" as="xs:integer*"/>
    <xsl:param name="role" as="xs:string?"/>
    <xsl:variable name="length" as="xs:integer" select="sum(for $n in $part return $said[$n])"/>
    <xsl:choose>
      <xsl:when test="empty($part)">
        <td colspan="3" class="silent"><xsl:value-of select="core:word('role-' || $role, $interface, string($role))"/></td>
      </xsl:when>
      <xsl:otherwise>
        <td class="figure" data-name="{html:word('turns')}"><xsl:value-of select="core:count(count($part), $interface)"/></td>
        <td class="figure" data-name="{html:word('words')}"><xsl:value-of select="core:count($length, $interface)"/></td>
        <td class="share">
          <svg xmlns="http://www.w3.org/2000/svg" class="ribbon" viewBox="0 0 1000 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <path d="{html:ribbon($part)}"/>
          </svg>
          <xsl:text> </xsl:text>
          <xsl:value-of select="core:per-cent(if ($all-said) then $length div $all-said else 0, $interface)"/>
        </td>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Where the turns $part are among all words, in thousandths, as a path: what is very short is seen, too. -->
  <xsl:function name="html:ribbon" as="xs:string">
    <xsl:param name="part" as="xs:integer+"/>
    <xsl:variable name="bars" as="xs:string*">
      <xsl:for-each select="$part[$all-said gt 0]">
        <xsl:variable name="before" as="xs:integer" select="$said-before[current()]"/>
        <xsl:variable name="ends" as="xs:integer+"
                      select="($before, $before + $said[current()]) ! xs:integer(round(1000 * . div $all-said))"/>
        <xsl:sequence select="'M' || $ends[1] || ' 0h' || max((1, $ends[2] - $ends[1]))"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="string-join(distinct-values($bars))"/>
  </xsl:function>

</xsl:stylesheet>
