<!-- The pages of persons, places, organisations …, and the index of each kind: from what
     edition.publishing.subjects has gathered, as JSON of addresses and pages. An entry looks as it
     does on the page of a document. -->
<xsl:package name="edition:subjects" package-version="1.0" version="3.0" default-mode="pages"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
             xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:core="urn:x-edition:core"
             xmlns:html="urn:x-edition:html"
             xmlns="http://www.w3.org/1999/xhtml"
             exclude-result-prefixes="#all">

  <xsl:use-package name="edition:core" package-version="1.0"/>
  <xsl:mode name="pages" on-no-match="fail" visibility="public"/>
  <xsl:mode name="subject" on-no-match="fail" visibility="public"/>
  <xsl:mode name="place" on-no-match="fail" visibility="public"/>
  <xsl:mode name="header" on-no-match="text-only-copy" visibility="public"/>
  <xsl:mode name="inline" on-no-match="text-only-copy" visibility="public"/>
  <xsl:mode name="attribute" on-no-match="deep-skip" visibility="public"/>

  <xsl:output method="json" encoding="UTF-8"/>

  <xsl:include href="settings.xsl"/>
  <xsl:include href="bar.xsl"/>
  <xsl:include href="statements.xsl"/>
  <xsl:include href="entries.xsl"/>
  <xsl:include href="header.xsl"/>
  <xsl:include href="subject.xsl"/>
  <xsl:include href="subject-index.xsl"/>
  <xsl:include href="map.xsl"/>
  <xsl:include href="search.xsl"/>
  <xsl:include href="pagefind.xsl"/>

  <xsl:variable name="serialisation" as="map(xs:string, item())"
                select="map { 'method': 'xhtml', 'html-version': 5.0, 'indent': false(),
                              'omit-xml-declaration': true(), 'include-content-type': false() }"/>

  <xsl:template match="/" mode="pages" as="array(map(xs:string, xs:string))">
    <xsl:variable name="pages" as="map(xs:string, xs:string)*">
      <xsl:for-each select="/search, /pagefind, /subjects/subject, /index">
        <xsl:variable name="page" as="element()">
          <xsl:apply-templates select="." mode="subject"/>
        </xsl:variable>
        <xsl:sequence select="map { 'address': string(@address), 'html': serialize($page, $serialisation) }"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="array { $pages }"/>
  </xsl:template>

  <!-- What every such page has around its content. -->
  <xsl:template name="page-of-subjects" as="element()">
    <xsl:param name="title" as="xs:string" required="yes"/>
    <xsl:param name="content" as="node()*" required="yes"/>
    <xsl:param name="here" as="xs:string" select="''"/>
    <html lang="{$interface}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title><xsl:value-of select="$title"/></title>
        <link rel="stylesheet" href="../assets/edition.css"/>
        <link rel="icon" href="data:image/png,"/>
      </head>
      <body>
        <a class="skip" href="#page:text"><xsl:value-of select="html:word('skip')"/></a>
        <xsl:text>&#10;</xsl:text>
        <xsl:call-template name="bar-of-page">
          <xsl:with-param name="home" select="'index.html'"/>
          <xsl:with-param name="root" select="'../'"/>
          <xsl:with-param name="has-subjects" select="true()"/>
          <xsl:with-param name="here" select="$here"/>
        </xsl:call-template>
        <main id="page:text" class="subject">
          <xsl:sequence select="$content"/>
        </main>
      </body>
    </html>
  </xsl:template>

</xsl:package>
