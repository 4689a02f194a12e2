<?xml version="1.0" encoding="UTF-8"?>
<!-- ODD to the encoding guide: one HTML page, without script, complete in itself. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:include href="model.xsl"/>
  <xsl:include href="rules.xsl"/>
  <xsl:include href="guide-contents.xsl"/>
  <xsl:include href="guide-prose.xsl"/>
  <xsl:include href="guide-element.xsl"/>
  <xsl:include href="guide-attributes.xsl"/>
  <xsl:include href="guide-model.xsl"/>
  <xsl:include href="guide-example.xsl"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="title" select="TEI/teiHeader/fileDesc/titleStmt/title" as="element()+"/>
    <html lang="{TEI/@xml:lang}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{$title[1]}</title>
        <style>{unparsed-text('guide.css')}</style>
      </head>
      <body>
        <a class="skip" href="#guide">Skip to the guide</a>
        <header>
          <h1>{$title[1]}</h1>
          <p>{$title[2]}</p>
        </header>
        <xsl:call-template name="contents"/>
        <main id="guide">
          <xsl:apply-templates select="TEI/text/body/div" mode="guide"/>
          <xsl:call-template name="list-of-rules"/>
          <xsl:call-template name="list-of-elements"/>
        </main>
        <footer>
          <p>Made from <code>edition.odd</code> by <code>edition schema</code>.</p>
        </footer>
      </body>
    </html>
  </xsl:template>
</xsl:stylesheet>
