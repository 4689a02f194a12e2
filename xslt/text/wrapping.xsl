<!-- Lines of a width. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:text="urn:x-edition:text"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- Stands in a paragraph where a line ends whatever the width: LINE SEPARATOR. -->
  <xsl:variable name="line-end" as="xs:string" static="yes" select="'&#x2028;'"/>

  <!-- A paragraph with white space as one space, in lines of at most $width characters; a word
       that is longer stays whole. 0 is one line. -->
  <xsl:function name="text:wrapped" as="xs:string">
    <xsl:param name="paragraph" as="xs:string"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:choose>
      <xsl:when test="$width eq 0">
        <xsl:sequence select="normalize-space(translate($paragraph, $line-end, ' '))"/>
      </xsl:when>
      <xsl:when test="contains($paragraph, $line-end)">
        <xsl:sequence select="string-join(tokenize($paragraph, $line-end) ! text:line(normalize-space(.), $width)[.], '&#10;')"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="text:line(normalize-space($paragraph), $width)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="text:line" as="xs:string">
    <xsl:param name="line" as="xs:string"/>
    <xsl:param name="width" as="xs:integer"/>
    <xsl:sequence select="if (string-length($line) le $width) then $line
                          else replace($line || ' ', '(.{1,' || $width || '}) ', '$1&#10;') => replace('\n$', '')"/>
  </xsl:function>

</xsl:stylesheet>
