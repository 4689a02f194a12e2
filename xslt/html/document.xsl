<!-- The page of a document: its table of contents. Nothing is done here.

     Everything that the edition adds to the words of the text carries @data-added: without those
     elements, the text of article is the text of the source. Ids are the xml:ids of the TEI;
     ids of the page's own have a colon, which no xml:id can have. -->
<xsl:package name="edition:html" package-version="1.0" version="3.0" default-mode="page"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:use-package name="edition:core" package-version="1.0"/>

  <xsl:mode name="page" on-no-match="fail" visibility="public"/>
  <xsl:mode name="block" on-no-match="shallow-skip" visibility="public"/>
  <xsl:mode name="inline" on-no-match="text-only-copy" visibility="public"/>
  <xsl:mode name="attribute" on-no-match="deep-skip" visibility="public"/>
  <xsl:mode name="turns" on-no-match="deep-skip" visibility="public"/>
  <xsl:mode name="endnote" on-no-match="fail" visibility="public"/>
  <xsl:mode name="register" on-no-match="deep-skip" visibility="public"/>
  <xsl:mode name="header" on-no-match="text-only-copy" visibility="public"/>

  <xsl:output method="xhtml" html-version="5.0" encoding="UTF-8" indent="no"
              omit-xml-declaration="yes" include-content-type="no" escape-uri-attributes="no"/>

  <xsl:include href="settings.xsl"/>
  <xsl:include href="places.xsl"/>
  <xsl:include href="page.xsl"/>
  <xsl:include href="hooks.xsl"/>
  <xsl:include href="bar.xsl"/>
  <xsl:include href="head.xsl"/>
  <xsl:include href="linked-data.xsl"/>
  <xsl:include href="turns.xsl"/>
  <xsl:include href="view.xsl"/>
  <xsl:include href="ways.xsl"/>
  <xsl:include href="cards.xsl"/>
  <xsl:include href="facts.xsl"/>
  <xsl:include href="front.xsl"/>
  <xsl:include href="divisions.xsl"/>
  <xsl:include href="speech.xsl"/>
  <xsl:include href="events.xsl"/>
  <xsl:include href="notes.xsl"/>
  <xsl:include href="statements.xsl"/>
  <xsl:include href="endnotes.xsl"/>
  <xsl:include href="blocks.xsl"/>
  <xsl:include href="inline.xsl"/>
  <xsl:include href="readings.xsl"/>
  <xsl:include href="names.xsl"/>
  <xsl:include href="register.xsl"/>
  <xsl:include href="entries.xsl"/>
  <xsl:include href="citation.xsl"/>
  <xsl:include href="cite-card.xsl"/>
  <xsl:include href="foot.xsl"/>
  <xsl:include href="header.xsl"/>
  <xsl:include href="drama.xsl"/>
  <xsl:include href="tokens.xsl"/>
  <xsl:include href="matter.xsl"/>
  <xsl:include href="unhandled.xsl"/>

</xsl:package>
