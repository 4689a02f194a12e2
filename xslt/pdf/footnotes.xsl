<!-- Notes and doubts at the foot of the page that calls them; what no mark calls stays at the end. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:html="urn:x-edition:html"
                xmlns:h="http://www.w3.org/1999/xhtml"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <xsl:key name="call" match="h:sup/h:a[@id][starts-with(@href, '#note:')]" use="@id"/>

  <!-- A mark: the first that calls a note brings it; others lead to it. -->
  <xsl:template match="h:sup[h:a[starts-with(@href, '#note:')]]" mode="paper">
    <xsl:variable name="note" as="element(h:li)" select="key('place', substring(h:a/@href, 2))"/>
    <xsl:choose>
      <xsl:when test="html:brings-note(h:a)">
        <span class="footnote" data-added="" data-mark="{normalize-space(h:a)}">
          <xsl:apply-templates select="$note/@id" mode="footnote"/>
          <xsl:apply-templates select="$note/node()" mode="footnote"/>
        </span>
      </xsl:when>
      <xsl:otherwise>
        <sup class="call" data-added=""><a href="{h:a/@href}"><xsl:value-of select="normalize-space(h:a)"/></a></sup>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="html:brings-note" as="xs:boolean">
    <xsl:param name="call" as="element(h:a)"/>
    <xsl:sequence select="$call/@id = 'call:' || substring-after($call/@href, ':')"/>
  </xsl:function>

  <!-- A note about a note stands in it, in brackets. -->
  <xsl:template match="h:sup[h:a[starts-with(@href, '#note:')]]" mode="footnote">
    <xsl:variable name="note" as="element(h:li)" select="key('place', substring(h:a/@href, 2))"/>
    <xsl:if test="html:brings-note(h:a)">
      <span>
        <xsl:apply-templates select="$note/@id" mode="footnote"/>
        <xsl:text> [</xsl:text>
        <xsl:apply-templates select="$note/node()" mode="footnote"/>
        <xsl:text>]</xsl:text>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- A footnote is a phrase, and so is all in it; how it looks says its class. -->
  <xsl:template match="h:div | h:p | h:ul | h:ol | h:li | h:table | h:caption | h:tbody | h:tr | h:td | h:th | h:blockquote
                       | h:h2 | h:h3 | h:hr" mode="footnote">
    <span class="{string-join(('as-' || local-name(), @class), ' ')}">
      <xsl:apply-templates select="@* except @class, node()" mode="footnote"/>
    </span>
  </xsl:template>

  <xsl:template match="h:a[@class = 'back']" mode="paper footnote"/>

  <xsl:template match="h:section[@class = 'endnotes']" mode="paper">
    <xsl:variable name="uncalled" as="element(h:li)*" select="h:ol/h:li[empty(key('call', 'call:' || substring-after(@id, ':')))]"/>
    <xsl:if test="$uncalled">
      <xsl:copy>
        <xsl:apply-templates select="@*, h:h2" mode="paper"/>
        <ol>
          <xsl:for-each select="$uncalled">
            <li value="{substring-after(@id, ':')}">
              <xsl:apply-templates select="@*, node()" mode="paper"/>
              <xsl:for-each select="h:a[@class = 'back'] ! key('place', substring(@href, 2))">
                <xsl:text> </xsl:text>
                <xsl:sequence select="html:page-of(.)"/>
              </xsl:for-each>
            </li>
          </xsl:for-each>
        </ol>
      </xsl:copy>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
