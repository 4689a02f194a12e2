<!-- What the PDF says of itself: its metadata, the heads of its pages, and the foot of its first page. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="title-of-sheet" as="xs:string" select="($title[.], html:word('transcript'))[1]"/>
  <xsl:variable name="meeting" as="xs:string" select="string-join(($date[.] ! core:date(., $interface), $place[.]), ', ')"/>
  <xsl:variable name="imprint" as="element(publicationStmt)?" select="$header/fileDesc/publicationStmt"/>
  <xsl:variable name="makers" as="xs:string*" select="$header/fileDesc/titleStmt/(author, editor) ! core:name(.)"/>

  <!-- WeasyPrint makes of these what a PDF tells of itself. No clock is asked: the document has its days. -->
  <xsl:template name="metadata">
    <xsl:variable name="days" as="xs:string*"
                  select="sort($header/(revisionDesc//change | fileDesc/publicationStmt/date)/@when[. castable as xs:date] ! string())"/>
    <head>
      <meta charset="utf-8"/>
      <title><xsl:value-of select="$title-of-sheet"/></title>
      <xsl:for-each select="$makers[.]">
        <meta name="author" content="{.}"/>
      </xsl:for-each>
      <xsl:for-each select="$meeting[.]">
        <meta name="description" content="{.}"/>
      </xsl:for-each>
      <xsl:for-each select="string-join($header/profileDesc/textClass/keywords//(term[not(term)]) ! normalize-space(.), ', ')[.]">
        <meta name="keywords" content="{.}"/>
      </xsl:for-each>
      <xsl:for-each select="$days[1]">
        <meta name="dcterms.created" content="{.}"/>
      </xsl:for-each>
      <xsl:for-each select="$days[last()]">
        <meta name="dcterms.modified" content="{.}"/>
      </xsl:for-each>
    </head>
  </xsl:template>

  <!-- Left the edition, right the meeting; where one of them is not known, the title takes its place. -->
  <xsl:template name="running-heads">
    <xsl:variable name="heads" as="xs:string*" select="($edition[.], $title-of-sheet, $meeting[.])"/>
    <div class="running left"><xsl:value-of select="$heads[1]"/></div>
    <div class="running right"><xsl:value-of select="$heads[. ne $heads[1]][last()]"/></div>
  </xsl:template>

  <!-- Who made the edition, which version it is, on what terms, and how it is cited. -->
  <xsl:template name="imprint">
    <section class="imprint" data-added="" lang="{$interface}">
      <dl>
        <xsl:call-template name="row">
          <xsl:with-param name="key" select="'editor'"/>
          <xsl:with-param name="values" select="$makers"/>
        </xsl:call-template>
        <xsl:call-template name="row">
          <xsl:with-param name="key" select="'publisher'"/>
          <xsl:with-param name="values" select="string-join(($imprint/publisher[1] ! normalize-space(.), $imprint/date[1] ! (@when ! core:date(., $interface), normalize-space(.))[1])[.], ', ')"/>
        </xsl:call-template>
        <xsl:call-template name="row">
          <xsl:with-param name="key" select="'version'"/>
          <xsl:with-param name="values" select="$header/fileDesc/editionStmt/edition[1]/(@n, .)[1] ! normalize-space(.)"/>
        </xsl:call-template>
        <xsl:call-template name="row">
          <xsl:with-param name="key" select="'licence'"/>
          <xsl:with-param name="values" select="$imprint/availability/(licence, p[not(../licence)]) ! (normalize-space(.), core:address(@target))"/>
        </xsl:call-template>
        <div>
          <dt><xsl:value-of select="html:word('cite')"/></dt>
          <dd><xsl:call-template name="citation"/></dd>
        </div>
      </dl>
    </section>
  </xsl:template>

  <xsl:template name="row">
    <xsl:param name="key" as="xs:string" required="yes"/>
    <xsl:param name="values" as="xs:string*" required="yes"/>
    <xsl:if test="exists($values[.])">
      <div>
        <dt><xsl:value-of select="html:word($key)"/></dt>
        <xsl:for-each select="$values[.]">
          <dd><xsl:value-of select="."/></dd>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
