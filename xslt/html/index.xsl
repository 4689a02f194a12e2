<!-- The table of all documents, from their records: <records><record title="…" date="…" …/></records>.
     The records are small, so that the trees of the documents need not be at hand. -->
<xsl:package name="edition:index" package-version="1.0" version="3.0" default-mode="page"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
             xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:core="urn:x-edition:core"
             xmlns="http://www.w3.org/1999/xhtml"
             exclude-result-prefixes="#all">

  <xsl:use-package name="edition:core" package-version="1.0"/>

  <xsl:mode name="page" on-no-match="fail" visibility="public"/>

  <xsl:output method="xhtml" html-version="5.0" encoding="UTF-8" indent="no"
              omit-xml-declaration="yes" include-content-type="no"/>

  <xsl:param name="language" as="xs:string" select="'en'"/>
  <!-- The name of the whole edition; "" is the word for documents. -->
  <xsl:param name="title" as="xs:string" select="''"/>
  <xsl:param name="style" as="xs:string" select="'assets/edition.css'"/>

  <!-- Whether there are pages of persons, places …. -->
  <xsl:param name="subjects" as="xs:boolean" select="false()"/>

  <xsl:variable name="interface" as="xs:string" select="core:language($language)"/>
  <xsl:variable name="records" as="element(record)*">
    <xsl:perform-sort select="/records/record">
      <xsl:sort select="@date"/>
      <xsl:sort select="@name"/>
    </xsl:perform-sort>
  </xsl:variable>
  <xsl:variable name="heading" as="xs:string"
                select="if ($title) then $title else core:word('documents', $interface)"/>

  <xsl:include href="bar.xsl"/>
  <xsl:include href="index-data.xsl"/>

  <xsl:template match="/" mode="page">
    <html lang="{$interface}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title><xsl:value-of select="$heading"/></title>
        <link rel="stylesheet" href="{$style}"/>
        <xsl:call-template name="feed"/>
      </head>
      <body>
        <xsl:call-template name="bar-of-page">
          <xsl:with-param name="home" select="''"/>
          <xsl:with-param name="has-subjects" select="$subjects"/>
        </xsl:call-template>
        <main class="documents">
          <header>
            <h1><xsl:value-of select="$heading"/></h1>
            <p class="contents-of">
              <xsl:value-of select="if ($records)
                                    then core:phrase('contents-of', $interface,
                                           (count($records), sum($records/@turns/xs:integer(.)), sum($records/@words/xs:integer(.)))
                                           ! core:count(xs:integer(.), $interface))
                                    else core:word('no-documents', $interface)"/>
            </p>
          </header>
          <xsl:if test="$records">
            <xsl:call-template name="table"/>
          </xsl:if>
          <xsl:call-template name="data-of-all"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <!-- The roles are said again because small screens lay the cells out as blocks. -->
  <xsl:template name="table">
    <table class="documents" role="table">
      <caption class="unseen"><xsl:value-of select="core:word('documents', $interface)"/></caption>
      <thead role="rowgroup">
        <tr role="row">
          <xsl:for-each select="'date-word', 'title', 'place', 'participants', 'turns', 'words', 'forms'">
            <th scope="col" role="columnheader">
              <xsl:if test=". = ('participants', 'turns', 'words')">
                <xsl:attribute name="class" select="'figure'"/>
              </xsl:if>
              <xsl:value-of select="core:word(., $interface)"/>
            </th>
          </xsl:for-each>
        </tr>
      </thead>
      <xsl:for-each-group select="$records" group-adjacent="substring(@date, 1, 4)">
        <tbody role="rowgroup">
          <tr role="row" class="year">
            <th scope="rowgroup" role="rowheader" colspan="7">
              <xsl:value-of select="(current-grouping-key()[.], core:word('undated', $interface))[1]"/>
            </th>
          </tr>
          <xsl:for-each select="current-group()">
            <xsl:call-template name="row"/>
          </xsl:for-each>
        </tbody>
      </xsl:for-each-group>
    </table>
  </xsl:template>

  <xsl:template name="row">
    <xsl:context-item as="element(record)" use="required"/>
    <tr role="row">
      <td role="cell" class="date"><xsl:value-of select="@date[string(.)] ! core:date(., $interface)"/></td>
      <th scope="row" role="rowheader">
        <a href="{@html}">
          <xsl:if test="string(@language)">
            <xsl:attribute name="lang" select="@language"/>
            <xsl:if test="core:direction(@language) eq 'rtl'">
              <xsl:attribute name="dir" select="'rtl'"/>
            </xsl:if>
          </xsl:if>
          <xsl:value-of select="@title"/>
        </a>
      </th>
      <td role="cell"><xsl:value-of select="@place"/></td>
      <xsl:for-each select="@participants, @turns, @words">
        <td role="cell" class="figure">
          <span class="name-of-figure"><xsl:value-of select="core:word(local-name(), $interface)"/><xsl:text> </xsl:text></span>
          <xsl:value-of select="core:count(xs:integer(.), $interface)"/>
        </td>
      </xsl:for-each>
      <td role="cell" class="forms">
        <xsl:variable name="title" as="xs:string" select="@title"/>
        <xsl:for-each select="@html[string(.)], @text[string(.)], @tei[string(.)]">
          <a href="{.}">
            <xsl:value-of select="map { 'html': 'HTML', 'text': 'TXT', 'tei': 'TEI' }(local-name())"/>
            <span class="unseen"><xsl:value-of select="': ' || $title"/></span>
          </a>
          <xsl:text> </xsl:text>
        </xsl:for-each>
      </td>
    </tr>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:package>
