<!-- The whole edition as data, and for other services: links to what there is of it. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <!-- The files that there are, below the folder of all output, with spaces between. -->
  <xsl:param name="data" as="xs:string" select="''"/>
  <xsl:variable name="files" as="xs:string*" select="tokenize($data)"/>

  <!-- What leads to a file: its media type, and the key of its name. -->
  <xsl:variable name="of-data" as="map(xs:string, xs:string+)" select="map {
      'data/documents.csv': ('text/csv', 'data-documents'),
      'data/turns.csv': ('text/csv', 'data-turns'),
      'data/mentions.csv': ('text/csv', 'data-mentions'),
      'data/speakers.csv': ('text/csv', 'data-speakers'),
      'data/who-names-whom.csv': ('text/csv', 'data-who-names-whom'),
      'data/places.csv': ('text/csv', 'data-places-table'),
      'data/places.geojson': ('application/geo+json', 'data-places'),
      'data/network.graphml': ('application/xml', 'data-network'),
      'data/sources.csv': ('text/csv', 'data-sources'),
      'data/downloads.csv': ('text/csv', 'data-downloads'),
      'feed.xml': ('application/atom+xml', 'data-feed'),
      'dts/index.json': ('application/ld+json', 'data-dts') }"/>

  <xsl:template name="feed">
    <xsl:if test="$files = 'feed.xml'">
      <link rel="alternate" type="application/atom+xml" href="../feed.xml"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="data-of-all">
    <xsl:if test="exists($files[map:contains($of-data, .)])">
      <section class="data-of-all" aria-labelledby="page:data">
        <h2 id="page:data"><xsl:value-of select="core:word('data-of-all', $interface)"/></h2>
        <ul>
          <xsl:for-each select="'data/documents.csv', 'data/turns.csv', 'data/mentions.csv', 'data/speakers.csv',
                                'data/who-names-whom.csv', 'data/network.graphml', 'data/places.csv', 'data/places.geojson',
                                'data/sources.csv', 'data/downloads.csv', 'feed.xml', 'dts/index.json'">
            <xsl:if test=". = $files">
              <li><a href="../{.}" type="{$of-data(.)[1]}"><xsl:value-of select="core:word($of-data(.)[2], $interface)"/></a></li>
              <xsl:text>&#10;</xsl:text>
            </xsl:if>
          </xsl:for-each>
        </ul>
      </section>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
