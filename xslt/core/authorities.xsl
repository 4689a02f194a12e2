<!-- Identifiers: whose they are, and where they lead. Nothing is fetched from there. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:core="urn:x-edition:core"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- What authorities are called, by how the addresses of their entries begin. -->
  <xsl:variable name="authorities" static="yes" as="map(xs:string, xs:string)"
                select="map {
                  'www.wikidata.org/entity/': 'Wikidata', 'www.wikidata.org/wiki/': 'Wikidata',
                  'www.geonames.org/': 'GeoNames', 'sws.geonames.org/': 'GeoNames',
                  'viaf.org/viaf/': 'VIAF', 'd-nb.info/gnd/': 'GND', 'orcid.org/': 'ORCID',
                  'isni.org/isni/': 'ISNI', 'www.isni.org/isni/': 'ISNI', 'ror.org/': 'ROR', 'doi.org/': 'DOI' }"/>

  <!-- Where the entries of an authority are, by the type of the identifier. -->
  <xsl:variable name="registers" static="yes" as="map(xs:string, xs:string)"
                select="map {
                  'Wikidata': 'https://www.wikidata.org/entity/', 'GeoNames': 'https://www.geonames.org/',
                  'VIAF': 'https://viaf.org/viaf/', 'GND': 'https://d-nb.info/gnd/', 'ORCID': 'https://orcid.org/',
                  'ISNI': 'https://isni.org/isni/', 'DOI': 'https://doi.org/' }"/>

  <!-- "Wikidata Q42" for the address of an entry there; any other address as it stands. -->
  <xsl:function name="core:address-shown" as="xs:string" visibility="public">
    <xsl:param name="address" as="xs:string"/>
    <xsl:variable name="rest" as="xs:string" select="substring-after($address, '://')"/>
    <xsl:variable name="start" as="xs:string?" select="map:keys($authorities)[starts-with($rest, .)]"/>
    <xsl:variable name="entry" as="xs:string?" select="$start ! replace(substring-after($rest, .), '/$', '')"/>
    <xsl:sequence select="if ($start and (not(contains($entry, '/')) or $start = 'doi.org/'))
                          then $authorities($start) || ' ' || $entry
                          else $address"/>
  </xsl:function>

  <!-- The address to which an identifier leads, if it leads anywhere. -->
  <xsl:function name="core:identifier-address" as="xs:string?" visibility="public">
    <xsl:param name="identifier" as="element(idno)"/>
    <xsl:variable name="value" as="xs:string" select="normalize-space($identifier)"/>
    <xsl:sequence select="if (matches($value, '^https?://\S+$')) then $value
                          else $registers(string($identifier/@type)) ! (. || iri-to-uri($value))"/>
  </xsl:function>

</xsl:stylesheet>
