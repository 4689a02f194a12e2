<!-- From the page to paper: what needs a screen goes, and what it hid is shown. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:html="urn:x-edition:html"
                xmlns:h="http://www.w3.org/1999/xhtml"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <xsl:key name="place" match="*[@id]" use="@id"/>

  <!-- For pointers, for those who hear the page, for eyes on a screen. -->
  <xsl:template match="h:*[tokenize(@class) = ('ways', 'unseen', 'to-figures')]" mode="paper footnote"/>
  <xsl:template match="*:svg | *:th/*:span[@aria-hidden]" mode="paper footnote"/>
  <xsl:template match="@*[starts-with(name(), 'aria-')] | @role | @tabindex | @title" mode="paper footnote"/>

  <!-- The first page ends with what the edition says of itself. -->
  <xsl:template match="h:section[@class = 'facts']" mode="paper">
    <xsl:copy>
      <xsl:apply-templates select="@*, node()" mode="paper"/>
      <xsl:call-template name="imprint"/>
    </xsl:copy>
  </xsl:template>

  <!-- Which is then not said twice. -->
  <xsl:template match="h:footer//h:section[h:p[@class = 'citation']]" mode="paper"/>

  <!-- What can be folded on a screen is open. -->
  <xsl:template match="h:details" mode="paper">
    <section>
      <xsl:apply-templates select="@*, node()" mode="paper"/>
    </section>
  </xsl:template>

  <xsl:template match="h:summary" mode="paper">
    <h3><xsl:apply-templates select="@*, node()" mode="paper"/></h3>
  </xsl:template>

  <!-- A label is a phrase of the paragraph after it; the outline of the PDF has it. Where an event or
       a division comes first, it has a line of its own. -->
  <xsl:template match="h:h3[@class = 'label']" mode="paper">
    <xsl:if test="not(html:runs-in(.))">
      <p class="label-line"><xsl:call-template name="label"/></p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="h:p[preceding-sibling::*[1][html:runs-in(.)]]" mode="paper">
    <xsl:copy>
      <xsl:apply-templates select="@*, h:a[@class = 'number']" mode="paper"/>
      <xsl:for-each select="preceding-sibling::*[1]">
        <xsl:call-template name="label"/>
      </xsl:for-each>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="node() except h:a[@class = 'number']" mode="paper"/>
    </xsl:copy>
  </xsl:template>

  <xsl:function name="html:runs-in" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/self::h:h3[@class = 'label']/following-sibling::*[1]/self::h:p[not(@class) or @class = 'numbered'])"/>
  </xsl:function>

  <xsl:template name="label">
    <xsl:context-item as="element(h:h3)" use="required"/>
    <span class="label" data-outline="{html:outlined(.)}">
      <xsl:apply-templates select="@id, node()" mode="paper"/>
    </span>
  </xsl:template>

  <!-- A term and what is said of it stay together. -->
  <xsl:template match="h:footer//h:dl" mode="paper">
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="paper"/>
      <xsl:for-each-group select="*" group-starting-with="h:dt">
        <div><xsl:apply-templates select="current-group()" mode="paper"/></div>
      </xsl:for-each-group>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="h:h1 | h:h2 | h:h3" mode="paper">
    <xsl:copy>
      <xsl:attribute name="data-outline" select="html:outlined(.)"/>
      <xsl:apply-templates select="@*, node()" mode="paper"/>
    </xsl:copy>
  </xsl:template>

  <!-- The words of a heading without calls of notes, and times. -->
  <xsl:function name="html:outlined" as="xs:string">
    <xsl:param name="heading" as="element()"/>
    <xsl:sequence select="normalize-space(string-join($heading//text()[not(ancestor::h:sup or ancestor::h:span[@class = 'clock'])], ''))"/>
  </xsl:function>

  <xsl:template match="h:a[@class = 'number']" mode="paper footnote">
    <span class="number"><xsl:apply-templates select="@data-added, @lang, @dir, node()" mode="#current"/></span>
  </xsl:template>

  <!-- A link leads to a place in this PDF, or to the web; else it is a phrase. -->
  <xsl:template match="h:a" mode="paper footnote" priority="-1">
    <xsl:variable name="leads" as="xs:boolean"
                  select="if (starts-with(@href, '#')) then exists(key('place', substring(@href, 2))) else matches(@href, '^(https?|mailto):')"/>
    <xsl:element name="{if ($leads) then 'a' else 'span'}">
      <xsl:apply-templates select="@* except @href[not($leads)], node()" mode="#current"/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
