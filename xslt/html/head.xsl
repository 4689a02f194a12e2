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
      <xsl:if test="$address">
        <link rel="canonical" href="{$address}"/>
      </xsl:if>
      <xsl:if test="$tei-file">
        <link rel="alternate" type="application/tei+xml" href="{$tei-file}"/>
      </xsl:if>
      <xsl:if test="$text-file">
        <link rel="alternate" type="text/plain" href="{$text-file}"/>
      </xsl:if>
      <xsl:for-each select="$edition-licence/@target ! core:address(.)">
        <link rel="license" href="{.}"/>
      </xsl:for-each>
      <xsl:call-template name="dublin-core"/>
      <xsl:call-template name="highwire"/>
      <script type="application/ld+json"><xsl:value-of select="html:linked-data()"/></script>
    </head>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="dublin-core">
    <xsl:sequence select="html:meta('DC.title', $title),
                          html:meta('DC.type', 'Text'),
                          html:meta('DC.format', 'text/html'),
                          html:meta('DC.language', $text-language[. ne 'und']),
                          html:meta('DC.coverage', ($place, $date)[.]),
                          $editors ! html:meta('DC.contributor', core:name(.)),
                          html:meta('DC.publisher', $publisher),
                          html:meta('DC.date', $published),
                          $identifiers ! html:meta('DC.identifier', string(.)),
                          html:meta('DC.source', html:source-address()),
                          html:meta('DC.rights', $edition-licence/@target ! core:address(.))"/>
  </xsl:template>

  <xsl:template name="highwire">
    <xsl:sequence select="html:meta('citation_title', $title),
                          $editors ! html:meta('citation_author', core:name(.)),
                          html:meta('citation_publication_date', translate($published, '-', '/')),
                          html:meta('citation_publisher', $publisher),
                          html:meta('citation_language', $text-language[. ne 'und']),
                          html:meta('citation_fulltext_html_url', $address)"/>
  </xsl:template>

  <xsl:function name="html:meta" as="element()*">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="contents" as="xs:string*"/>
    <xsl:for-each select="$contents[.]">
      <meta name="{$name}" content="{.}"/>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
