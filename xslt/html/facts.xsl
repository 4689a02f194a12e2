<!-- The facts of the meeting, between its title and its text. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- How many words each turn has, in their order, with spaces between: edition.tei.reading counts them. -->
  <xsl:param name="words" as="xs:string" required="yes"/>

  <xsl:variable name="turns" as="element()*" select="$text//(u | sp)"/>
  <!-- Of each turn: how many words it has. -->
  <xsl:variable name="said" as="xs:integer*" select="tokenize($words) ! xs:integer(.)"/>
  <!-- Of each speaker ('' is nobody known): how many turns, how many words. -->
  <xsl:variable name="parts" as="map(xs:string, xs:integer+)">
    <xsl:map>
      <xsl:for-each-group select="1 to count($turns)"
                          group-by="let $who := $turns[current()]/@who return (tokenize($who), ''[not($who)])">
        <xsl:map-entry key="string(current-grouping-key())" select="count(current-group()), sum(for $n in current-group() return $said[$n])"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>
  <xsl:variable name="all-said" as="xs:integer" select="sum($said)"/>
  <xsl:variable name="persons" as="element()*"
                select="$header/profileDesc/particDesc//(person | personGrp)"/>
  <xsl:variable name="speakers" as="element()*"
                select="$persons[map:contains($parts, '#' || @xml:id)]"/>

  <!-- What the header says of the occasion, besides when and where. -->
  <xsl:variable name="about-setting" as="element()*"
                select="$header/profileDesc/settingDesc/(setting/* except $setting/(date[1], (placeName | name | settlement | locale)[1]))"/>

  <xsl:template name="facts" visibility="public">
    <section class="facts" aria-labelledby="page:facts">
      <xsl:call-template name="ours"/>
      <h2 id="page:facts" class="unseen"><xsl:value-of select="html:word('facts')"/></h2>
      <dl class="brief">
        <xsl:sequence select="html:fact('date-word', ($date[.][not($text/front//docDate//date)] ! core:date(., $interface),
                                                      $setting/date[not(@when)] ! normalize-space(.))),
                              html:fact('place', $place[not($text/front//docDate//placeName)]),
                              html:fact('turns', core:count(count($turns), $interface)),
                              html:fact('paragraphs', core:count(count($turns/seg), $interface)[exists($turns/seg)]),
                              html:fact('words', core:count($all-said, $interface)),
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
      <table class="participants">
        <caption><xsl:value-of select="html:word('participants')"/></caption>
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="html:word('participant')"/></th>
            <th scope="col" class="figure"><xsl:value-of select="html:word('turns')"/></th>
            <th scope="col" class="figure"><xsl:value-of select="html:word('words')"/></th>
            <th scope="col" class="share"><xsl:value-of select="html:word('share')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$persons">
            <tr>
              <xsl:apply-templates select="@xml:id" mode="attribute"/>
              <th scope="row"><xsl:call-template name="entry"/></th>
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
    </xsl:if>
  </xsl:template>

  <!-- The cells for turns, words and share of a speaker; for who has no turn, what the register
       calls the part instead. -->
  <xsl:function name="html:part" as="element()+">
    <xsl:param name="part" as="xs:integer*"/>
    <xsl:param name="role" as="xs:string?"/>
    <xsl:variable name="share" as="xs:double" select="if ($all-said and exists($part)) then $part[2] div $all-said else 0"/>
    <xsl:choose>
      <xsl:when test="empty($part)">
        <td colspan="3" class="silent"><xsl:value-of select="core:word('role-' || $role, $interface, string($role))"/></td>
      </xsl:when>
      <xsl:otherwise>
        <td class="figure"><xsl:value-of select="core:count($part[1], $interface)"/></td>
        <td class="figure"><xsl:value-of select="core:count($part[2], $interface)"/></td>
        <td class="share">
          <svg xmlns="http://www.w3.org/2000/svg" class="gauge" aria-hidden="true" focusable="false">
            <rect width="{format-number(100 * $share, '0.0')}%" height="100%"/>
          </svg>
          <xsl:text> </xsl:text>
          <xsl:value-of select="core:per-cent($share, $interface)"/>
        </td>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
