<!-- Identifiers: whose they are, and where they lead. Nothing is fetched from there. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- Of each host: what the authority is called, and how the paths of its entries begin. -->
  <xsl:variable name="authorities" static="yes" as="map(xs:string, xs:string+)"
                select="map {
                  'www.wikidata.org': ('Wikidata', 'entity/', 'wiki/'), 'www.geonames.org': ('GeoNames', ''),
                  'sws.geonames.org': ('GeoNames', ''), 'viaf.org': ('VIAF', 'viaf/'), 'd-nb.info': ('GND', 'gnd/'),
                  'orcid.org': ('ORCID', ''), 'isni.org': ('ISNI', 'isni/'), 'www.isni.org': ('ISNI', 'isni/'),
                  'ror.org': ('ROR', ''), 'doi.org': ('DOI', '') }"/>

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
    <xsl:variable name="authority" as="xs:string*" select="$authorities(substring-before($rest, '/'))"/>
    <xsl:variable name="path" as="xs:string" select="substring-after($rest, '/')"/>
    <xsl:variable name="start" as="xs:string?" select="tail($authority)[starts-with($path, .)][1]"/>
    <xsl:variable name="entry" as="xs:string" select="if ($start) then substring-after($path, $start) else $path"/>
    <xsl:variable name="number" as="xs:string" select="if (ends-with($entry, '/')) then substring($entry, 1, string-length($entry) - 1) else $entry"/>
    <xsl:sequence select="if (exists($start) and (not(contains($number, '/')) or head($authority) eq 'DOI'))
                          then head($authority) || ' ' || $number
                          else $address"/>
  </xsl:function>

  <!-- The address to which an identifier leads, if it leads anywhere. -->
  <xsl:function name="core:identifier-address" as="xs:string?" visibility="public">
    <xsl:param name="identifier" as="element(idno)"/>
    <xsl:variable name="value" as="xs:string" select="normalize-space($identifier)"/>
    <xsl:sequence select="if ((starts-with($value, 'https://') or starts-with($value, 'http://')) and not(contains($value, ' '))) then $value
                          else $registers(string($identifier/@type)) ! (. || iri-to-uri($value))"/>
  </xsl:function>

</xsl:stylesheet>
