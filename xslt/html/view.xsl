<!-- What of the page is shown: marks of names by kind, with how many there are, notes and doubts, events, what
     editors put in. By CSS alone. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template name="view">
    <xsl:variable name="kinds" as="xs:string*" select="$text//*[html:is-name(.)][html:name-address(.)] ! html:kind-of-name(.)"/>
    <xsl:variable name="events" as="element()*"
                  select="$text//*[self::kinesic or self::vocal or self::incident or self::writing or self::pause or self::shift
                                  or self::stage or self::camera or self::sound or self::tech]"/>
    <!-- What editors put in, beside the reading of the source. -->
    <xsl:variable name="edits" as="element()*" select="$text//(corr | reg | expan | supplied | add | ex | rdg)"/>
    <xsl:if test="exists(($kinds, $events, $endnotes, $edits))">
      <section class="view" aria-labelledby="page:view">
        <details>
          <summary id="page:view"><xsl:value-of select="html:word('view')"/></summary>
          <ul>
            <xsl:for-each select="'persName', 'placeName', 'orgName', 'name'">
              <xsl:sequence select="html:choice(., count($kinds[. eq current()]), 'name ' || .)"/>
            </xsl:for-each>
            <xsl:sequence select="html:choice('notes', count($endnotes), 'call'),
                                  html:choice('events', count($events), 'event'),
                                  html:choice('edits', count($edits), 'added')"/>
          </ul>
          <button type="button" popovertarget="page:keys" hidden=""><xsl:value-of select="html:word('keys')"/></button>
        </details>
      </section>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- A box to tick, for what the page has $number of; its words look as what they stand for ($class). -->
  <xsl:function name="html:choice" as="element()?">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="class" as="xs:string"/>
    <xsl:if test="$number">
      <li>
        <label>
          <input type="checkbox" value="{$value}" checked="checked"/>
          <xsl:text> </xsl:text>
          <span class="{$class}"><xsl:value-of select="html:word('view-' || $value)"/></span>
        </label>
        <xsl:text> </xsl:text>
        <span class="at"><xsl:value-of select="core:count($number, $interface)"/></span>
      </li>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
