<!-- The register at the end: after each entry the paragraphs and pages where it is named. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:html="urn:x-edition:html"
                xmlns:h="http://www.w3.org/1999/xhtml"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <!-- Names in the text, by the entry that they mean; labels say who speaks, and name nobody. -->
  <xsl:key name="name" match="h:article//h:a[tokenize(@class) = 'name'][not(ancestor::h:h3[@class = 'label'] or ancestor::h:section[@class = 'facts'])]"
           use="substring(@href, 2)"/>

  <xsl:template match="h:section[@class = 'register']//h:li[@id]" mode="paper">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="paper"/>
      <xsl:sequence select="html:mentions(.)"/>
    </xsl:copy>
  </xsl:template>

  <!-- Who took part, and is named by others, is in the register, too. -->
  <xsl:template match="h:section[@class = 'register']" mode="paper">
    <xsl:variable name="present" as="element(h:tr)*" select="root()//h:table[@class = 'participants']//h:tr[@id][key('name', @id)]"/>
    <xsl:copy>
      <xsl:apply-templates select="@*, h:h2" mode="paper"/>
      <xsl:if test="$present">
        <section>
          <h3 data-outline="{html:word('participants')}"><xsl:value-of select="html:word('participants')"/></h3>
          <ul>
            <xsl:for-each select="$present">
              <li>
                <xsl:apply-templates select="h:th/h:span[@class = 'who']" mode="paper"/>
                <xsl:sequence select="html:mentions(.)"/>
              </li>
            </xsl:for-each>
          </ul>
        </section>
      </xsl:if>
      <xsl:apply-templates select="node() except h:h2" mode="paper"/>
    </xsl:copy>
  </xsl:template>

  <!-- Where $entry is named: numbers of paragraphs, each with its page. -->
  <xsl:function name="html:mentions" as="element()?">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="places" as="element()*" select="key('name', $entry/@id, root($entry)) ! (ancestor::h:p[@id][h:a[@class = 'number']], ancestor-or-self::*[@id][1])[1]"/>
    <xsl:if test="$places">
      <span class="mentions">
        <xsl:for-each select="$places/.">
          <xsl:value-of select="if (position() gt 1) then ', ' else ''"/>
          <xsl:sequence select="html:page-of(.)"/>
        </xsl:for-each>
      </span>
    </xsl:if>
  </xsl:function>

  <!-- A link to the place with the identifier $place, by the number of its paragraph, if it has one; the
       style sheet gives it the number of its page. -->
  <xsl:function name="html:page-of" as="element(h:a)">
    <xsl:param name="place" as="element()"/>
    <xsl:variable name="number" as="xs:string" select="string($place/h:a[@class = 'number'])"/>
    <xsl:variable name="page" as="xs:string+" select="tokenize(html:word('page-short'), '\{1\}')"/>
    <a class="to-page" href="#{$place/@id}" data-before="{' ('[$number] || $page[1]}" data-after="{$page[2] || ')'[$number]}">
      <xsl:value-of select="$number[.] ! ('¶ ' || .)"/>
    </a>
  </xsl:function>

</xsl:stylesheet>
