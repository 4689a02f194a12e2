<!-- What the index of documents tells of one document, as JSON; how much there is in it is counted
     by edition.tei.reading. -->
<xsl:package name="edition:record" package-version="1.0" version="3.0" default-mode="record"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
             xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xpath-default-namespace="http://www.tei-c.org/ns/1.0"
             exclude-result-prefixes="#all">

  <xsl:mode name="record" on-no-match="fail" visibility="public"/>

  <xsl:output method="json" encoding="UTF-8"/>

  <xsl:template match="/" mode="record" as="map(xs:string, item())">
    <xsl:variable name="setting" as="element(setting)?" select="TEI/teiHeader/profileDesc/settingDesc/setting[1]"/>
    <xsl:variable name="titles" as="element(titleStmt)?" select="TEI/teiHeader/fileDesc/titleStmt"/>
    <xsl:sequence select="map {
        'title': string((($titles/(title[@type = 'main'], title), TEI/text/front//docTitle) ! normalize-space(.))[.][1]),
        'date': string(($setting/date/@when, $titles/meeting/@n[matches(., '^\d{4}')], TEI/text/front//docDate//date/@when)[1]),
        'place': string-join($setting/(name | locale | placeName | settlement)/normalize-space(), ', '),
        'language': string((TEI/text/@xml:lang, TEI/@xml:lang)[1]),
        'participants': count(TEI/teiHeader/profileDesc/particDesc//(person | personGrp)) }"/>
  </xsl:template>

</xsl:package>
