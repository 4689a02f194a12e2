<!-- Dates in the words of a language, from ISO dates of any precision. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                exclude-result-prefixes="#all">

  <!-- "2023-01-18" as "January 18, 2023"; "2023-01" and "2023" as precise as they are;
       anything else as it stands. -->
  <xsl:function name="core:date" as="xs:string" visibility="public">
    <xsl:param name="iso" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="part" as="xs:string*" select="tokenize($iso, '-')"/>
    <xsl:choose>
      <xsl:when test="matches($iso, '^\d{4}-(0[1-9]|1[0-2])-\d\d$')">
        <xsl:sequence select="core:phrase('date', $language,
                                ($part[1], core:word('month-' || $part[2], $language), string(xs:integer($part[3]))))"/>
      </xsl:when>
      <xsl:when test="matches($iso, '^\d{4}-(0[1-9]|1[0-2])$')">
        <xsl:sequence select="core:phrase('month-of-year', $language,
                                ($part[1], core:word('month-alone-' || $part[2], $language)))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$iso"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The dates that an element has in its attributes: one, or a span that may be open; "" for none. -->
  <xsl:function name="core:dates" as="xs:string" visibility="public">
    <xsl:param name="element" as="element()?"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="first" as="attribute()?" select="$element/(@from, @notBefore)[1]"/>
    <xsl:variable name="last" as="attribute()?" select="$element/(@to, @notAfter)[1]"/>
    <xsl:sequence select="if ($element/@when) then core:date($element/@when, $language)
                          else ($first ! core:date(., $language)) || '–'[$first or $last] || ($last ! core:date(., $language))"/>
  </xsl:function>

  <!-- What HTML's time/@datetime can say of a TEI @when, or nothing. -->
  <xsl:function name="core:datetime" as="xs:string?" visibility="public">
    <xsl:param name="when" as="attribute(when)?"/>
    <xsl:variable name="shape" as="xs:string" select="translate($when, '123456789', '000000000')"/>
    <xsl:sequence select="string($when)[$shape = ('0000', '0000-00', '00:00', '00:00:00')
                                        or $shape = '0000-00-00' and . castable as xs:date
                                        or $shape = ('0000-00-00T00:00:00', '0000-00-00T00:00:00Z') and . castable as xs:dateTime]
                          [not(starts-with(., '0000'))]"/>
  </xsl:function>

</xsl:stylesheet>
