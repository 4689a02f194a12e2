<!-- A document cited as the common styles have it, each with the words of its own language: one
     kind of document, so a few lines a style. Sources: The Chicago Manual of Style 18, bibliography;
     MLA Handbook 9; Publication Manual of the APA 7; ISO 690:2021; GOST R 7.0.100–2018.
     What is not known is left out. A name is turned round only where its surname is marked. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:cite="urn:x-edition:cite"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <!-- Chicago: Doe, Jane, ed. “Title.” January 18, 2023, Place. Version 1.0.0. Publisher, 2026. Address. -->
  <xsl:template name="chicago">
    <xsl:param name="of" as="map(*)" required="yes"/>
    <xsl:variable name="people" as="xs:string*" select="cite:leading($of) ! cite:turned(.)"/>
    <xsl:value-of select="cite:sentence(cite:listed($people, ', and ') || cite:role($of, ', ed', ', eds'))"/>
    <xsl:value-of select="cite:in-quotes($of?title)"/>
    <xsl:value-of select="cite:sentence(string-join(($of?date[.] ! core:date(., 'en'), $of?place[.]), ', '))"/>
    <xsl:value-of select="cite:edited-by($of, 'Edited by ')"/>
    <xsl:value-of select="cite:sentence($of?version[.] ! ('Version ' || .))"/>
    <xsl:value-of select="cite:sentence(string-join(($of?publisher[.], cite:year($of)), ', '))"/>
    <xsl:value-of select="cite:sentence($of?locator)"/>
  </xsl:template>

  <!-- MLA: Doe, Jane, editor. “Title.” 18 Jan. 2023, Place. Version 1.0.0, Publisher, 2026, Address. -->
  <xsl:template name="mla">
    <xsl:param name="of" as="map(*)" required="yes"/>
    <xsl:value-of select="cite:sentence(cite:mla-people(cite:leading($of)) || cite:role($of, ', editor', ', editors'))"/>
    <xsl:value-of select="cite:in-quotes($of?title)"/>
    <xsl:value-of select="cite:sentence(string-join(($of?date[.] ! cite:mla-date(.), $of?place[.]), ', '))"/>
    <xsl:value-of select="cite:edited-by($of, 'Edited by ')"/>
    <xsl:value-of select="cite:sentence(string-join(($of?version[.] ! ('Version ' || .), $of?publisher[.],
                                                      cite:year($of), $of?locator[.] ! replace(., '^https?://', '')), ', '))"/>
  </xsl:template>

  <!-- APA: Doe, J. (Ed.). (2026). Title (Version 1.0.0) [Transcript, January 18, 2023]. Publisher. Address -->
  <xsl:template name="apa">
    <xsl:param name="of" as="map(*)" required="yes"/>
    <xsl:variable name="people" as="xs:string*" select="cite:leading($of) ! cite:initials(.)"/>
    <!-- Where nobody else is named the publisher stands for the author, and is not named again. -->
    <xsl:variable name="first" as="xs:string"
                  select="if (exists($people)) then cite:listed($people, ', &amp; ') || cite:role($of, ' (Ed.)', ' (Eds.)')
                          else string($of?publisher)"/>
    <xsl:variable name="when" as="xs:string" select="'(' || (cite:year($of), 'n.d.')[1] || ')'"/>
    <xsl:variable name="rest" as="xs:string"
                  select="string-join((' (Version ' || $of?version || ')')[$of?version]
                          || ' [' || string-join((if ($of?genre eq 'play') then 'Play' else 'Transcript', $of?date[.] ! core:date(., 'en')), ', ') || ']')"/>
    <xsl:choose>
      <xsl:when test="$first">
        <xsl:value-of select="cite:sentence($first) || cite:sentence($when)"/>
        <cite><xsl:value-of select="$of?title"/></cite>
        <xsl:value-of select="cite:sentence($rest)"/>
      </xsl:when>
      <xsl:otherwise>
        <cite><xsl:value-of select="$of?title"/></cite>
        <xsl:value-of select="cite:sentence($rest) || cite:sentence($when)"/>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:value-of select="cite:sentence($of?publisher[exists($people)])"/>
    <xsl:value-of select="$of?locator"/>
  </xsl:template>

  <!-- ISO 690: DOE, Jane (ed.). Title [online]. Version 1.0.0. Publisher, 2026. Available from: Address. -->
  <xsl:template name="iso690">
    <xsl:param name="of" as="map(*)" required="yes"/>
    <xsl:variable name="people" as="xs:string*" select="cite:leading($of) ! cite:capitals(.)"/>
    <xsl:value-of select="cite:sentence(cite:listed($people, ' and ') || cite:role($of, ' (ed.)', ' (eds.)'))"/>
    <cite><xsl:value-of select="$of?title"/></cite>
    <xsl:value-of select="cite:sentence(' [online]'[$of?locator] || string-join(('', $of?date[.] ! core:date(., 'en'), $of?place[.]), ', '))"/>
    <xsl:value-of select="cite:sentence($of?version[.] ! ('Version ' || .))"/>
    <xsl:value-of select="cite:sentence(string-join(($of?publisher[.], cite:year($of)), ', '))"/>
    <xsl:value-of select="$of?locator[.] ! ('Available from: ' || .)"/>
  </xsl:template>

  <!-- ГОСТ: Title : [стенограмма], 18 января 2023 г., Place / под ред. Jane Doe. – Версия 1.0.0. –
       Publisher, 2026. – URL: Address. – Текст : электронный. -->
  <xsl:template name="gost">
    <xsl:param name="of" as="map(*)" required="yes"/>
    <xsl:variable name="credits" as="xs:string*"
                  select="string-join($of?authors?*?name, ', ')[.],
                          ('под редакцией ' || string-join($of?editors?*?name, ', '))[array:size($of?editors) gt 0]"
                  xmlns:array="http://www.w3.org/2005/xpath-functions/array"/>
    <xsl:variable name="areas" as="xs:string*"
                  select="string-join(($of?title || (if ($of?genre eq 'play') then ' : пьеса' else ' : стенограмма'), $of?date[.] ! core:date(., 'ru'), $of?place[.]), ', ')
                          || (' / ' || string-join($credits, ' ; '))[exists($credits)],
                          $of?version[.] ! ('Версия ' || .),
                          string-join(($of?publisher[.], cite:year($of)), ', ')[.],
                          $of?locator[.] ! ('URL: ' || .),
                          'Текст : электронный'"/>
    <xsl:value-of select="string-join($areas ! replace(., '\.$', ''), '. – ') || '.'"/>
  </xsl:template>

  <!-- Who stands first: the authors; where there are none, the editors. -->
  <xsl:function name="cite:leading" as="map(*)*">
    <xsl:param name="of" as="map(*)"/>
    <xsl:sequence select="if (exists($of?authors?*)) then $of?authors?* else $of?editors?*"/>
  </xsl:function>

  <!-- What editors who stand first are called. -->
  <xsl:function name="cite:role" as="xs:string">
    <xsl:param name="of" as="map(*)"/>
    <xsl:param name="one" as="xs:string"/>
    <xsl:param name="more" as="xs:string"/>
    <xsl:variable name="editors" as="xs:integer" select="count($of?editors?*)"/>
    <xsl:sequence select="if (exists($of?authors?*) or not($editors)) then '' else if ($editors eq 1) then $one else $more"/>
  </xsl:function>

  <!-- Editors behind the title, where authors stand first. -->
  <xsl:function name="cite:edited-by" as="xs:string">
    <xsl:param name="of" as="map(*)"/>
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="cite:sentence(($words || cite:listed($of?editors?*?name, ', and '))[exists($of?authors?*) and exists($of?editors?*)])"/>
  </xsl:function>

  <xsl:function name="cite:turned" as="xs:string">
    <xsl:param name="name" as="map(*)"/>
    <xsl:sequence select="if ($name?family and $name?given) then $name?family || ', ' || $name?given else $name?name"/>
  </xsl:function>

  <xsl:function name="cite:capitals" as="xs:string">
    <xsl:param name="name" as="map(*)"/>
    <xsl:sequence select="if ($name?family and $name?given) then upper-case($name?family) || ', ' || $name?given else $name?name"/>
  </xsl:function>

  <xsl:function name="cite:initials" as="xs:string">
    <xsl:param name="name" as="map(*)"/>
    <xsl:sequence select="if ($name?family and $name?given)
                          then $name?family || ', ' || string-join(tokenize($name?given) ! (substring(., 1, 1) || '.'), ' ')
                          else $name?name"/>
  </xsl:function>

  <!-- Only the first of several is turned round; more than two are one and others. -->
  <xsl:function name="cite:mla-people" as="xs:string">
    <xsl:param name="people" as="map(*)*"/>
    <xsl:sequence select="(head($people) ! cite:turned(.))
                          || (', et al')[count($people) gt 2]
                          || (', and ' || $people[2]?name)[count($people) eq 2]"/>
  </xsl:function>

  <xsl:function name="cite:mla-date" as="xs:string">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:variable name="months" as="xs:string+"
                  select="'Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'"/>
    <xsl:variable name="part" as="xs:string*" select="tokenize($iso, '-')"/>
    <xsl:sequence select="if (matches($iso, '^\d{4}-(0[1-9]|1[0-2])(-\d\d)?$'))
                          then string-join(($part[3] ! string(xs:integer(.)), $months[xs:integer($part[2])], $part[1]), ' ')
                          else $iso"/>
  </xsl:function>

  <!-- "A", "A$and B", "A, B$and C". -->
  <xsl:function name="cite:listed" as="xs:string">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:param name="and" as="xs:string"/>
    <xsl:sequence select="string-join((string-join($names[position() lt last() or last() eq 1], ', '),
                                       $names[last()][count($names) gt 1]), $and)"/>
  </xsl:function>

  <xsl:function name="cite:year" as="xs:string?">
    <xsl:param name="of" as="map(*)"/>
    <xsl:sequence select="(if (matches($of?published, '^\d{4}(-|$)')) then substring($of?published, 1, 4) else $of?published)[.]"/>
  </xsl:function>

  <!-- $words and the stop behind them, and a space; nothing for nothing. -->
  <xsl:function name="cite:sentence" as="xs:string">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:sequence select="if (not($words)) then '' else if (matches($words, '[.?!]$')) then $words || ' ' else $words || '. '"/>
  </xsl:function>

  <!-- The stop stands inside of the quotation marks. -->
  <xsl:function name="cite:in-quotes" as="xs:string">
    <xsl:param name="title" as="xs:string"/>
    <xsl:sequence select="'“' || normalize-space(cite:sentence($title)) || '” '"/>
  </xsl:function>

</xsl:stylesheet>
