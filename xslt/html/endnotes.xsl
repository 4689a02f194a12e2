<!-- Notes and doubts of this edition: marks in the text, endnotes with ways back. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- The endnotes in the order of their first mark: an annotation, a footnote, a statement of certainty, or
       an element whose @cert is all that is said. -->
  <xsl:variable name="endnotes" as="element()*">
    <xsl:for-each-group select="for $noted in (core:doubtful($text) | $text//note[core:is-called(.)])
                                return if ($noted/self::note[core:is-called(.)]) then $noted
                                       else core:doubts($noted, $statements)"
                        group-by="generate-id()">
      <xsl:sequence select="."/>
    </xsl:for-each-group>
  </xsl:variable>

  <xsl:variable name="endnote-numbers" as="map(xs:string, xs:integer)"
                select="map:merge($endnotes ! map:entry(generate-id(), position()))"/>

  <xsl:function name="html:endnote-number" as="xs:integer">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="$endnote-numbers(generate-id($note))"/>
  </xsl:function>

  <!-- The id of the place in the text from which a note is called. -->
  <xsl:function name="html:call-id" as="xs:string">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="caller" as="element()"/>
    <xsl:variable name="callers" as="element()+" select="html:callers($endnotes[$number])"/>
    <xsl:sequence select="'call:' || $number || (if ($callers[1] is $caller) then '' else ':' || $caller/@xml:id)"/>
  </xsl:function>

  <!-- The elements of the text that a note is about. -->
  <xsl:function name="html:callers" as="element()+">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="if ($note/self::certainty) then core:targets($note/@target)[ancestor::text][not(core:is-overruled($note, .))]/.
                          else $note"/>
  </xsl:function>

  <!-- Whether a mark stands at $element: what holds paragraphs, or nothing, bears none, and a note
       about it leads to the element itself. -->
  <xsl:function name="html:bears-mark" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="empty($element/(self::front | self::titlePage | self::docTitle | self::argument
                                          | self::body | self::div | self::lg | self::list | self::table
                                          | self::row | self::quote | self::item | self::said[p]
                                          | self::note[@type = 'summary'] | self::milestone | self::pb
                                          | self::ptr))"/>
  </xsl:function>

  <!-- The marks of doubt about an element: links to the notes that give the evidence. -->
  <xsl:template name="doubts" visibility="final">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test="(@cert or @xml:id[map:contains($statements, .)]) and ancestor::text and not(self::note[core:is-called(.)])">
      <xsl:variable name="caller" as="element()" select="."/>
      <xsl:for-each select="core:doubts(., $statements)">
        <xsl:variable name="number" as="xs:integer" select="html:endnote-number(.)"/>
        <xsl:variable name="is-doubt" as="xs:boolean" select="not(@cert = 'high')"/>
        <sup class="{if ($is-doubt) then 'call doubt' else 'call'}" data-added="">
          <a id="{html:call-id($number, $caller)}" href="#note:{$number}" role="doc-noteref" aria-label="{html:phrase(if ($is-doubt) then 'doubt' else 'note', string($number))}">
            <xsl:value-of select="'?'[$is-doubt] || $number"/>
          </a>
        </sup>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <xsl:template match="note[core:is-called(.)]" mode="inline">
    <xsl:variable name="number" as="xs:integer" select="html:endnote-number(.)"/>
    <sup class="call" data-added="">
      <a id="call:{$number}" href="#note:{$number}" role="doc-noteref" aria-label="{html:phrase('note', string($number))}"><xsl:value-of select="$number"/></a>
    </sup>
  </xsl:template>

  <xsl:template match="note[core:is-called(.)]" mode="block">
    <p class="call-line"><xsl:apply-templates select="." mode="inline"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="endnotes" visibility="public">
    <xsl:if test="$endnotes">
      <section class="endnotes" role="doc-endnotes" aria-labelledby="page:notes" data-added="">
        <h2 id="page:notes"><xsl:value-of select="html:word('notes')"/></h2>
        <ol>
          <xsl:for-each select="$endnotes">
            <li id="note:{position()}">
              <xsl:apply-templates select="." mode="endnote"/>
              <xsl:call-template name="ways-back">
                <xsl:with-param name="number" select="position()"/>
              </xsl:call-template>
            </li>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </ol>
      </section>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template name="ways-back">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="number" as="xs:integer" required="yes"/>
    <xsl:variable name="callers" as="element()+" select="html:callers(.)"/>
    <xsl:for-each select="$callers">
      <xsl:variable name="place" as="xs:string"
                    select="if (html:bears-mark(.)) then html:call-id($number, .) else string(@xml:id)"/>
      <xsl:if test="$place">
        <xsl:text> </xsl:text>
        <a class="back" role="doc-backlink" href="#{$place}"
           aria-label="{if (count($callers) eq 1) then html:word('back') else html:phrase('back-to', string(position()))}">↩</a>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="note" mode="endnote">
    <div class="note-text">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <!-- How the source marks it. -->
      <xsl:for-each select="@n[core:is-footnote(..)]">
        <span class="mark"><xsl:value-of select="'⟦' || . || '⟧'"/></span>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:choose>
        <xsl:when test="core:is-of-paragraphs(.)">
          <xsl:apply-templates mode="block"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates mode="inline"/>
        </xsl:otherwise>
      </xsl:choose>
    </div>
    <xsl:call-template name="by"/>
  </xsl:template>

  <!-- A statement of certainty: what is uncertain, how certain it is, and why. -->
  <xsl:template match="certainty" mode="endnote">
    <span class="note-text">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:sequence select="html:doubt-about(html:callers(.)[1], (@match, @locus[. ne 'value'])[1], @cert)"/>
      <xsl:for-each select="desc | note | p">
        <xsl:text> </xsl:text>
        <xsl:apply-templates mode="inline"/>
      </xsl:for-each>
    </span>
    <xsl:call-template name="by"/>
  </xsl:template>

  <xsl:template match="*" mode="endnote" priority="-1">
    <xsl:sequence select="html:doubt-about(., (), @cert)"/>
    <xsl:call-template name="by"/>
  </xsl:template>

  <!-- What is uncertain of $element: the attribute that $match names, or all that its markup says;
       where $match is no such attribute but the beginning or end, no more than that it is so read. -->
  <xsl:function name="html:doubt-about" as="text()">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="match" as="xs:string?"/>
    <xsl:param name="certainty" as="xs:string?"/>
    <xsl:variable name="kind" as="xs:string"
                  select="if ($element/self::u and ($match = '@who' or empty($match))) then 'doubt-speaker'
                          else if ($element/self::said and ($match = '@who' or empty($match))) then 'doubt-summarised'
                          else if ($element/@ref and ($match = '@ref' or empty($match))) then 'doubt-name'
                          else 'doubt-other'"/>
    <xsl:value-of select="html:word($kind) || ': ' || core:word('cert-' || $certainty, $interface, html:word('cert-unknown')) || '.'"/>
  </xsl:function>

</xsl:stylesheet>
