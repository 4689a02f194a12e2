<!-- The words of the interface, from ../i18n: one file a language, read when compiled. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:core="urn:x-edition:core"
                exclude-result-prefixes="#all">

  <xsl:variable name="languages" static="yes" as="xs:string+" select="'en', 'ru', 'de', 'fr'"/>

  <xsl:variable name="words" static="yes" as="map(xs:string, map(xs:string, xs:string))"
                select="map:merge(
                          for $language in $languages return map:entry($language,
                            map:merge(
                              for $word in doc(resolve-uri('../i18n/' || $language || '.xml', static-base-uri()))/words/word
                              return map:entry(string($word/@key), string($word)))))"/>

  <!-- The language of the interface for a tag such as "ru-Latn" or "sr": one we have words in. -->
  <xsl:function name="core:language" as="xs:string" visibility="public">
    <xsl:param name="tag" as="xs:string?"/>
    <xsl:sequence select="(lower-case(tokenize($tag, '-')[1])[. = $languages], 'en')[1]"/>
  </xsl:function>

  <!-- The word for $key; a key that has none is an error of the stylesheet. -->
  <xsl:function name="core:word" as="xs:string" visibility="public">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="let $word := $words($language)($key)
                          return if (exists($word)) then $word
                                 else error(xs:QName('core:no-word'), 'no word ' || $key || ' in ' || $language)"/>
  </xsl:function>

  <!-- The word for $key, or $otherwise: for keys that come from a document. -->
  <xsl:function name="core:word" as="xs:string" visibility="public">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:param name="otherwise" as="xs:string"/>
    <xsl:sequence select="($words($language)($key), $otherwise)[1]"/>
  </xsl:function>

  <!-- A phrase with {1}, {2} … in it, filled. -->
  <xsl:function name="core:phrase" as="xs:string" visibility="public">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="core:filled(core:word($key, $language), $values, 1)"/>
  </xsl:function>

  <!-- $phrase with the values from place $n on filled in. -->
  <xsl:function name="core:filled" as="xs:string">
    <xsl:param name="phrase" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:param name="n" as="xs:integer"/>
    <xsl:variable name="slot" as="xs:string" select="'{' || $n || '}'"/>
    <xsl:choose>
      <xsl:when test="$n gt 3">
        <xsl:sequence select="$phrase"/>
      </xsl:when>
      <xsl:when test="contains($phrase, $slot)">
        <xsl:sequence select="core:filled(substring-before($phrase, $slot), $values, $n + 1) || $values[$n]
                              || core:filled(substring-after($phrase, $slot), $values, $n)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="core:filled($phrase, $values, $n + 1)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Marks words that are printed in capitals, which are hard to read where they are many: a style sheet
       may set them as small ones. The words stay as they are. Three letters are an abbreviation. -->
  <xsl:function name="core:capitals" as="attribute()?" visibility="public">
    <xsl:param name="words" as="xs:string"/>
    <xsl:if test="$words eq upper-case($words) and matches($words, '\p{Lu}{4}')">
      <xsl:attribute name="data-capitals"/>
    </xsl:if>
  </xsl:function>

  <!-- A whole number with the thousands apart. -->
  <xsl:function name="core:count" as="xs:string" visibility="public">
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="translate(format-number($number, '#,##0'), ',', core:word('thousands', $language))"/>
  </xsl:function>

  <!-- A share of 0 to 1 in per cent. -->
  <xsl:function name="core:per-cent" as="xs:string" visibility="public">
    <xsl:param name="share" as="xs:double"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:sequence select="core:phrase('per-cent', $language,
                            if ($share gt 0 and $share lt 0.01) then '&lt; 1' else format-number(100 * $share, '0'))"/>
  </xsl:function>

</xsl:stylesheet>
