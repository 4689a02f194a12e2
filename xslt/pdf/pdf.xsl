<!-- The PDF of a document: the page of edition:html made ready for paper, as HTML that WeasyPrint lays out.

     The parts are those of the page. What a reader of paper cannot use goes; notes stand at the foot of
     the page that calls them, and the register says where each entry is named. Nothing is fetched. -->
<xsl:package name="edition:pdf" package-version="1.0" version="3.0"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
             xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:core="urn:x-edition:core"
             xmlns:html="urn:x-edition:html"
             xmlns:h="http://www.w3.org/1999/xhtml"
             xmlns="http://www.w3.org/1999/xhtml"
             xpath-default-namespace="http://www.tei-c.org/ns/1.0"
             exclude-result-prefixes="#all">

  <xsl:use-package name="edition:core" package-version="1.0"/>
  <xsl:use-package name="edition:html" package-version="1.0">
    <xsl:accept component="mode" names="page" visibility="public"/>
    <xsl:override>

      <xsl:template match="/" mode="page">
        <xsl:call-template name="sheet"/>
      </xsl:template>

    </xsl:override>
  </xsl:use-package>

  <xsl:mode name="paper" on-no-match="shallow-copy"/>
  <xsl:mode name="footnote" on-no-match="shallow-copy"/>

  <xsl:output method="xhtml" html-version="5.0" encoding="UTF-8" indent="no"
              omit-xml-declaration="yes" include-content-type="no" escape-uri-attributes="no"/>

  <!-- What the edition is called as a whole; "" is not known. -->
  <xsl:param name="edition" as="xs:string" select="''"/>

  <xsl:include href="imprint.xsl"/>
  <xsl:include href="paper.xsl"/>
  <xsl:include href="footnotes.xsl"/>
  <xsl:include href="register.xsl"/>

  <!-- The parts of the page, of which the sheet is made. -->
  <xsl:template name="sheet">
    <xsl:variable name="made" as="document-node()">
      <xsl:document>
        <xsl:call-template name="article"/>
        <xsl:call-template name="endnotes"/>
        <xsl:call-template name="register"/>
        <xsl:call-template name="foot"/>
      </xsl:document>
    </xsl:variable>
    <html lang="{($text-language[. ne 'und'], $interface)[1]}">
      <xsl:call-template name="metadata"/>
      <body lang="{$interface}">
        <xsl:call-template name="running-heads"/>
        <xsl:apply-templates select="$made" mode="paper"/>
      </body>
    </html>
  </xsl:template>

</xsl:package>
