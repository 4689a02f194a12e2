<!-- How the document is cited: its editors, publisher, version, licence and source, from the header. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:variable name="publication" as="element(publicationStmt)?" select="$header/fileDesc/publicationStmt"/>
  <xsl:variable name="editors" as="element()*" select="$header/fileDesc/titleStmt/editor"/>
  <xsl:variable name="authors" as="element()*" select="$header/fileDesc/titleStmt/author"/>
  <xsl:variable name="publisher" as="xs:string" select="string($publication/publisher[1] ! core:name(.))"/>
  <xsl:variable name="published" as="xs:string" select="string(($publication/date/(@when, .))[1] ! normalize-space(.))"/>
  <xsl:variable name="version" as="xs:string"
                select="string($header/fileDesc/editionStmt/edition[1]/(@n, .)[1] ! normalize-space(.))"/>
  <xsl:variable name="identifiers" as="element(idno)*" select="$publication/idno"/>
  <xsl:variable name="doi" as="xs:string"
                select="string(($identifiers[upper-case(@type) = 'DOI'] ! replace(normalize-space(.), '^(https?://(dx\.)?doi\.org/|doi:)', '', 'i')
                                [matches(., '^10\.\S+$')])[1])"/>
  <xsl:variable name="edition-licence" as="element(licence)?" select="($publication/availability/licence)[1]"/>

  <xsl:function name="html:source-address" as="xs:string">
    <xsl:sequence select="string($source/(idno[@type = ('URI', 'URL')], ref/@target, ptr/@target)[1]
                                 ! normalize-space(.)[matches(., '^https?://\S+$')])"/>
  </xsl:function>

  <!-- The document cited in one line: title, meeting, source, editors, publisher, version, address. -->
  <xsl:template name="citation" visibility="public">
    <p class="citation">
      <xsl:call-template name="citation-words"/>
      <xsl:for-each select="($doi[.] ! ('https://doi.org/' || .), $address[.])[1]">
        <xsl:value-of select="' ' || . || '.'"/>
      </xsl:for-each>
    </p>
    <xsl:if test="$cite-page">
      <p><a href="{$cite-page}"><xsl:value-of select="html:word('cite-more')"/></a></p>
    </xsl:if>
    <xsl:for-each select="($text//seg[core:number(.)])[1]">
      <p class="citation-paragraph">
        <xsl:value-of select="html:phrase('cite-paragraph', (core:number(.), string(@xml:id)))"/>
      </p>
    </xsl:for-each>
  </xsl:template>

  <!-- The same without the address. -->
  <xsl:template name="citation-words">
    <cite><xsl:sequence select="$theirs"/><xsl:value-of select="html:phrase('quoted-title', $title)"/></cite>
    <xsl:value-of select="string-join(('', $date[.] ! core:date(., $interface), $place[.]), ', ') || '.'"/>
    <xsl:for-each select="$source/publisher[1]">
      <xsl:value-of select="' ' || html:phrase('transcript-by', core:name(.)) || '.'"/>
    </xsl:for-each>
    <xsl:if test="$editors">
      <xsl:value-of select="' ' || html:phrase('edited-by', string-join($editors ! core:name(.), ', ')) || '.'"/>
    </xsl:if>
    <xsl:variable name="imprint" as="xs:string*"
                  select="$publisher[.], substring($published, 1, 4)[.], $version[.] ! html:phrase('version-n', .)"/>
    <xsl:if test="exists($imprint)">
      <xsl:value-of select="' ' || string-join($imprint, ', ') || '.'"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
