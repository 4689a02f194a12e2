<!-- The head of the page: title, neighbours, and the metadata that reference managers and search engines read. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template name="head">
    <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta name="color-scheme" content="light dark"/>
      <title><xsl:value-of select="string-join(($title, $date[.] ! core:date(., $interface)), ', ')"/></title>
      <link rel="stylesheet" href="{$style}"/>
      <!-- None; without this line browsers ask every host for /favicon.ico. -->
      <link rel="icon" href="data:image/png,"/>
      <script src="{$script}" defer="defer"/>
      <script src="{$cite-script}" defer="defer"/>
      <xsl:if test="$address">
        <link rel="canonical" href="{$address}"/>
      </xsl:if>
      <xsl:call-template name="signposts"/>
      <xsl:call-template name="dublin-core"/>
      <xsl:call-template name="highwire"/>
      <script type="application/ld+json"><xsl:value-of select="html:linked-data()"/></script>
      <xsl:call-template name="head-of-theme"/>
    </head>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- Where robots find the parts, the description and the identifier of the text: signposting.org. -->
  <xsl:template name="signposts">
    <xsl:sequence select="html:link('cite-as', '', ($doi[.] ! ('https://doi.org/' || .), $address)[1]),
                          html:link('type', '', 'https://schema.org/CreativeWork'[$address]),
                          ($authors | $editors)/(@ref, persName/@ref)[1] ! html:link('author', '', core:address(.)[matches(., '^https?:')]),
                          html:link('alternate item', 'application/tei+xml', $tei-file),
                          html:link('alternate item', 'text/plain', $text-file),
                          html:link('alternate item', 'application/pdf', $pdf-file),
                          html:link('alternate item', 'application/epub+zip', $epub-file),
                          $citations[.] ! (html:link('describedby', 'application/x-bibtex', . || '.bib'),
                                           html:link('describedby', 'application/x-research-info-systems', . || '.ris'),
                                           html:link('describedby', 'application/vnd.citationstyles.csl+json', . || '.csl.json')),
                          html:link('license', '', core:address($edition-licence/@target))"/>
  </xsl:template>

  <xsl:function name="html:link" as="element()?">
    <xsl:param name="relation" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="address" as="xs:string?"/>
    <xsl:if test="$address">
      <link rel="{$relation}" href="{$address}">
        <xsl:if test="$type">
          <xsl:attribute name="type" select="$type"/>
        </xsl:if>
      </link>
    </xsl:if>
  </xsl:function>

  <xsl:template name="dublin-core">
    <link rel="schema.DC" href="http://purl.org/dc/elements/1.1/"/>
    <xsl:sequence select="html:meta('DC.title', $title),
                          html:meta('DC.type', 'Text'),
                          html:meta('DC.format', 'text/html'),
                          html:meta('DC.language', $text-language[. ne 'und']),
                          html:meta('DC.coverage', ($place, $date)[.]),
                          $authors ! html:meta('DC.creator', core:name(.)),
                          $editors ! html:meta('DC.contributor', core:name(.)),
                          html:meta('DC.publisher', $publisher),
                          html:meta('DC.date', $published),
                          $identifiers ! html:meta('DC.identifier', string(.)),
                          html:meta('DC.source', html:source-address()),
                          html:meta('DC.rights', $edition-licence/@target ! core:address(.))"/>
  </xsl:template>

  <xsl:template name="highwire">
    <xsl:sequence select="html:meta('citation_title', $title),
                          $authors ! html:meta('citation_author', core:name(.)),
                          $editors ! html:meta('citation_editor', core:name(.)),
                          html:meta('citation_publication_date', translate($published, '-', '/')),
                          html:meta('citation_publisher', $publisher),
                          html:meta('citation_language', $text-language[. ne 'und']),
                          html:meta('citation_doi', $doi),
                          html:meta('citation_public_url', $address),
                          html:meta('citation_fulltext_html_url', $address),
                          html:meta('citation_pdf_url', $pdf-file[. and $address] ! string(resolve-uri(., $address))),
                          (: Zotero takes what has a title and is a text for the article of a journal. :)
                          html:meta('z.itemType', 'document')"/>
  </xsl:template>

  <xsl:function name="html:meta" as="element()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="contents" as="xs:string*"/>
    <xsl:for-each select="$contents[.]">
      <meta name="{$name}" content="{.}"/>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
