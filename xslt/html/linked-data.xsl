<!-- The document as schema.org sees it: a text, the meeting it is about, the transcript it is based on. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:array="http://www.w3.org/2005/xpath-functions/array"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- JSON inside a script element: no character in it may look like markup, so those are escaped
       in the way of JSON. -->
  <xsl:function name="html:linked-data" as="xs:string">
    <xsl:sequence select="serialize(html:thing($linked-data), map {
        'method': 'json',
        'use-character-maps': map { '&lt;': '\u003c', '>': '\u003e', '&amp;': '\u0026', '/': '/' } })"/>
  </xsl:function>

  <xsl:variable name="linked-data" as="map(*)" select="map {
      '@context': 'https://schema.org',
      '@type': 'CreativeWork',
      'genre': 'transcript',
      'name': $title,
      'url': $address,
      'inLanguage': $text-language[. ne 'und'],
      'version': $version,
      'datePublished': $published,
      'license': string($edition-licence/@target),
      'identifier': array { $identifiers ! string(.) },
      'publisher': html:thing(map { '@type': 'Organization', 'name': $publisher }),
      'author': array { $authors ! html:thing(map {
          '@type': if (persName or not(orgName)) then 'Person' else 'Organization', 'name': core:name(.), '@id': string((@ref, persName/@ref)[starts-with(., 'http')][1]) }) },
      'sameAs': $doi[.] ! ('https://doi.org/' || .),
      'editor': array { $editors ! html:thing(map {
          '@type': if (persName or not(orgName)) then 'Person' else 'Organization', 'name': core:name(.), '@id': string((@ref, persName/@ref)[starts-with(., 'http')][1]) }) },
      'about': html:thing(map {
          '@type': 'Event',
          'name': string-join($header/fileDesc/titleStmt/meeting[1] ! normalize-space(.)),
          'startDate': $date,
          'location': html:thing(map { '@type': 'Place', 'name': $place }),
          'performer': array { $speakers ! map { '@type': 'Person', 'name': core:name(.) } } }),
      'isBasedOn': html:thing(map {
          '@type': 'CreativeWork',
          'name': string($source/title[1] ! normalize-space(.)),
          'url': html:source-address(),
          'publisher': html:thing(map { '@type': 'Organization', 'name': string($source/publisher[1] ! normalize-space(.)) }),
          'datePublished': string($source/date[html:is-of-publication(.)][1]/@when) }),
      'encoding': array { html:medium('application/tei+xml', $tei-file), html:medium('text/plain', $text-file) } }"/>

  <!-- Whether $date, of a source, is that on which it was published: in the description of a transcript a
       date without type is the day of the meeting. -->
  <xsl:function name="html:is-of-publication" as="xs:boolean">
    <xsl:param name="date" as="element(date)"/>
    <xsl:sequence select="$date/@type = ('published', 'publication') or not($date/@type or $date/../@type = 'transcript')"/>
  </xsl:function>

  <!-- $thing without the properties that nothing is known of; nothing, if it has no name. -->
  <xsl:function name="html:thing" as="map(*)?">
    <xsl:param name="thing" as="map(*)"/>
    <xsl:sequence select="map:remove($thing, map:keys($thing)[html:is-empty($thing(.))])[.('name')]"/>
  </xsl:function>

  <xsl:function name="html:is-empty" as="xs:boolean">
    <xsl:param name="value" as="item()?"/>
    <xsl:sequence select="if ($value instance of array(*)) then array:size($value) eq 0
                          else if ($value instance of map(*)) then false()
                          else not(string($value))"/>
  </xsl:function>

  <xsl:function name="html:medium" as="map(*)?">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="file" as="xs:string"/>
    <xsl:if test="$file">
      <xsl:sequence select="map { '@type': 'MediaObject', 'encodingFormat': $type, 'contentUrl': $file }"/>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
