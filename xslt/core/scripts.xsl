<!-- In which direction a language is written. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                exclude-result-prefixes="#all">

  <!-- Languages that are written from right to left unless a tag names another script, and scripts
       that are: Unicode Standard, chapters 9 and 19; subtags of RFC 5646 in lower case. -->
  <xsl:variable name="languages-to-the-left" static="yes" as="xs:string+"
                select="'ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'iw', 'ks', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'"/>
  <xsl:variable name="scripts-to-the-left" static="yes" as="xs:string+"
                select="'adlm', 'arab', 'hebr', 'mand', 'nkoo', 'rohg', 'samr', 'syrc', 'thaa'"/>

  <!-- "rtl" or "ltr" for a language tag such as "he", "az-Arab" or "yi-Latn". -->
  <xsl:function name="core:direction" as="xs:string" visibility="public">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="subtags" as="xs:string*" select="tokenize(lower-case($tag), '-')"/>
    <xsl:variable name="script" as="xs:string?" select="$subtags[position() gt 1][matches(., '^[a-z]{4}$')][1]"/>
    <xsl:sequence select="if (if ($script) then $script = $scripts-to-the-left else $subtags[1] = $languages-to-the-left)
                          then 'rtl' else 'ltr'"/>
  </xsl:function>

</xsl:stylesheet>
