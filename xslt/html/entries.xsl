<!-- What an entry says of a person, place, body, event or work: its name, how certain it is, and facts. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- Of an entry whose $proposal is told above the list no more is said than that it is one, and not
       even that where it is so $of-all. -->
  <xsl:template name="entry">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="proposal" as="xs:string" select="''"/>
    <xsl:param name="of-all" as="xs:boolean" select="false()"/>
    <xsl:variable name="name" as="element()?"
                  select="*[self::persName or self::orgName or self::placeName or self::eventName or self::title or self::label][1]"/>
    <span class="who">
      <xsl:sequence select="html:language-of(($name, .)[1])"/>
      <xsl:variable name="words" as="xs:string" select="if ($name) then normalize-space($name) else core:name(.)"/>
      <xsl:variable name="page" as="xs:string?" select="html:page-of-subject(.)"/>
      <xsl:choose>
        <xsl:when test="$page">
          <a href="{$page}"><xsl:value-of select="$words"/></a>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="$words"/>
        </xsl:otherwise>
      </xsl:choose>
    </span>
    <xsl:for-each select="$name, self::event">
      <xsl:call-template name="qualified"/>
    </xsl:for-each>
    <xsl:for-each select="*[not(self::note or . is $name)]">
      <xsl:call-template name="fact"/>
    </xsl:for-each>
    <xsl:for-each select="@xml:id ! $statements(.)">
      <xsl:text> </xsl:text>
      <span class="fact">
        <xsl:value-of select="html:certainty(@cert) || ': '"/>
        <xsl:apply-templates select="desc" mode="inline"/>
        <xsl:call-template name="by"/>
      </span>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="$proposal and html:proposal(.) = $proposal">
        <xsl:if test="not($of-all)">
          <xsl:text> </xsl:text>
          <span class="candidate"><xsl:value-of select="html:word('candidate')"/></span>
        </xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="proposal"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- That an entry is no more than proposed, and what is noted about it. -->
  <xsl:template name="proposal">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test="@cert">
      <xsl:text> </xsl:text>
      <span class="candidate"><xsl:value-of select="html:candidate(.) || ':'[current()/note]"/></span>
    </xsl:if>
    <xsl:for-each select="note">
      <xsl:call-template name="fact"/>
    </xsl:for-each>
  </xsl:template>

  <!-- What the program says of $entry as its proposal, if it is one. -->
  <xsl:function name="html:proposal" as="xs:string?">
    <xsl:param name="entry" as="element()"/>
    <xsl:if test="$entry/@cert and tokenize($entry/@resp) = '#encoder'">
      <xsl:sequence select="string-join((html:candidate($entry), $entry/note ! normalize-space()), ' ')"/>
    </xsl:if>
  </xsl:function>

  <!-- The folder of the pages of subjects, by the element of their entry. -->
  <xsl:variable name="folders" static="yes" as="map(xs:string, xs:string)"
                select="map { 'person': 'people', 'personGrp': 'people', 'place': 'places', 'org': 'organisations',
                              'event': 'events', 'bibl': 'works', 'object': 'objects' }"/>

  <!-- Where the page of $entry is, if it has one: edition.publishing.subjects says where. -->
  <xsl:function name="html:page-of-subject" as="xs:string?">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="folder" as="xs:string?" select="$folders(local-name($entry))"/>
    <xsl:if test="$subjects and exists($folder) and $entry/@xml:id and $entry/parent::*[starts-with(local-name(), 'list') or self::particDesc]">
      <xsl:variable name="key" as="xs:string"
                    select="if ($entry/@xml:id = tokenize($own)) then $name || '.' || $entry/@xml:id else string($entry/@xml:id)"/>
      <xsl:sequence select="$folder || '/' || encode-for-uri($key || '~'[tokenize(lower-case($key), '\.\.')[1] eq 'index']) || '.html'"/>
    </xsl:if>
  </xsl:function>

  <!-- That an entry is no more than proposed, by whom, and how certain it is. -->
  <xsl:function name="html:candidate" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="certainty" as="xs:string" select="html:certainty($entry/@cert)"/>
    <xsl:sequence select="if (tokenize($entry/@resp) = '#encoder') then html:word('candidate') || ', ' || $certainty
                          else string-join(($certainty, core:names($entry/@resp)[.]), ' — ')"/>
  </xsl:function>

  <xsl:template name="fact">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="words" as="document-node()">
      <xsl:document><xsl:call-template name="words-of-fact"/></xsl:document>
    </xsl:variable>
    <xsl:if test="normalize-space($words)">
      <xsl:text> </xsl:text>
      <span class="fact">
        <xsl:if test="not(self::birth or self::death)">
          <xsl:sequence select="html:language-of(.)"/>
        </xsl:if>
        <xsl:sequence select="$words/node()"/>
      </span>
    </xsl:if>
  </xsl:template>

  <xsl:template name="words-of-fact">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space()"/>
    <xsl:choose>
      <xsl:when test="self::birth or self::death">
        <xsl:variable name="dates" as="xs:string" select="core:dates(., $interface)"/>
        <xsl:variable name="year" as="xs:string" select="substring(@when, 1, 4)"/>
        <xsl:value-of select="html:phrase(local-name(),
                                string-join(($dates[not($year and contains($words, $year))], $words)[.], ', '))
                              || @cert ! (' (' || html:certainty(.) || ')')"/>
      </xsl:when>
      <xsl:when test="self::idno">
        <xsl:apply-templates select="." mode="header"/>
      </xsl:when>
      <xsl:when test="node()">
        <xsl:apply-templates select="." mode="header"/>
        <xsl:call-template name="qualified"/>
      </xsl:when>
      <!-- What has no words says in attributes what it is: a sex, or, as in ParlaMint, which part in which body. -->
      <xsl:otherwise>
        <xsl:variable name="value" as="xs:string"
                      select="((@value, @key, @target)[1],
                               string-join((@role, core:names(@ref) ! replace(., '(^|, )[^#, ]*#', '$1'))[string(.)], ', '))[string(.)][1] => string()"/>
        <xsl:if test="$value or @cert or @when or @from or @to or @notBefore or @notAfter">
          <xsl:value-of select="string-join((local-name(), $value[.]), ' ')"/>
          <xsl:call-template name="qualified"/>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- In brackets, when something was so and how certain that is, where an element says so. What was
       so on the day of the meeting needs no date. -->
  <xsl:template name="qualified">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test="@cert or @when or @from or @to or @notBefore or @notAfter">
      <xsl:variable name="said" as="xs:string*"
                    select="core:dates(.[not(@when = $date)], $interface)[.], @cert ! html:certainty(.)"/>
      <xsl:value-of select="(' (' || string-join($said, '; ') || ')')[exists($said)]"/>
    </xsl:if>
  </xsl:template>

  <xsl:function name="html:certainty" as="xs:string">
    <xsl:param name="cert" as="attribute()?"/>
    <xsl:sequence select="core:word('cert-' || $cert, $interface, html:word('cert-unknown'))"/>
  </xsl:function>

</xsl:stylesheet>
