<!-- Where readers report an error: an address with {title} and {body} in it, filled in. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                exclude-result-prefixes="#all">

  <!-- $body of "{body}" leaves that place open. -->
  <xsl:function name="core:report" as="xs:string" visibility="public">
    <xsl:param name="template" as="xs:string"/>
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="body" as="xs:string"/>
    <xsl:variable name="titled" as="xs:string" select="replace($template, '\{title\}', encode-for-uri($title))"/>
    <xsl:sequence select="if ($body eq '{body}') then $titled else replace($titled, '\{body\}', encode-for-uri($body))"/>
  </xsl:function>

</xsl:stylesheet>
