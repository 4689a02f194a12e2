<!-- What a page is told from outside, and what all its parts look up. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- The document; a theme, in which this package has no context, is told. -->
  <xsl:param name="document" as="document-node()" select="/"/>
  <!-- The language of the interface; "" is the document's. -->
  <xsl:param name="language" as="xs:string" select="''"/>
  <!-- Where this page will be, for citations and search engines; "" is not known. -->
  <xsl:param name="address" as="xs:string" select="''"/>
  <!-- Its neighbours, from this page. "" is none. -->
  <xsl:param name="tei-file" as="xs:string" select="''"/>
  <xsl:param name="text-file" as="xs:string" select="''"/>
  <xsl:param name="epub-file" as="xs:string" select="''"/>
  <xsl:param name="pdf-file" as="xs:string" select="''"/>
  <xsl:param name="cite-page" as="xs:string" select="''"/>
  <!-- Citations for reference managers, but for the ending of the file. -->
  <xsl:param name="citations" as="xs:string" select="''"/>
  <xsl:param name="home" as="xs:string" select="'index.html'"/>
  <!-- The source beside it; a long one has further pages, each from one of these identifiers on. -->
  <xsl:param name="facing" as="xs:string" select="''"/>
  <xsl:param name="facing-parts" as="xs:string" select="''"/>
  <xsl:param name="style" as="xs:string" select="'assets/edition.css'"/>
  <xsl:param name="cite-script" as="xs:string" select="'assets/cite.js'"/>
  <xsl:param name="script" as="xs:string" select="'assets/reading.js'"/>

  <!-- The name of the document; whether there are pages of persons, places …; which entries are this document's alone. -->
  <xsl:param name="name" as="xs:string" select="''"/>
  <xsl:param name="subjects" as="xs:boolean" select="false()"/>
  <xsl:param name="own" as="xs:string" select="''"/>

  <xsl:variable name="header" as="element(teiHeader)?" select="$document/TEI/teiHeader" visibility="final"/>
  <xsl:variable name="text" as="element(text)?" select="$document/TEI/text" visibility="final"/>
  <xsl:variable name="text-language" as="xs:string" visibility="final"
                select="string(($document/TEI/text/@xml:lang, $document/TEI/@xml:lang, 'und')[1])"/>
  <xsl:variable name="text-direction" as="xs:string" select="core:direction($text-language)"/>
  <xsl:variable name="interface" as="xs:string" visibility="final"
                select="core:language(if ($language) then $language else $text-language)"/>

  <xsl:variable name="title" as="xs:string" visibility="final"
                select="(($header/fileDesc/titleStmt/(title[@type = 'main'], title), $text/front//docTitle) ! normalize-space(.),
                         $name, core:word('transcript', $interface))[.][1]"/>
  <xsl:variable name="source" as="element()?"
                select="$header/fileDesc/sourceDesc/(bibl[@type = 'transcript'], bibl, biblFull, biblStruct)[1]"/>
  <xsl:variable name="setting" as="element(setting)?" select="$header/profileDesc/settingDesc/setting[1]"/>
  <xsl:variable name="date" as="xs:string" visibility="final"
                select="string(($setting/date/@when, $header/fileDesc/titleStmt/meeting/@n[matches(., '^\d{4}')],
                                $text/front//docDate//date/@when, $source/date[not(@type = ('accessed', 'published'))]/@when)[1])"/>
  <xsl:variable name="place" as="xs:string" visibility="final"
                select="normalize-space(($setting/(placeName | name | settlement | locale))[1])"/>

  <xsl:function name="html:word" as="xs:string" visibility="final">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="core:word($key, $interface)"/>
  </xsl:function>

  <xsl:function name="html:phrase" as="xs:string" visibility="final">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="core:phrase($key, $interface, $values)"/>
  </xsl:function>

  <!-- What the edition adds to the words of the text says so, and in which language. -->
  <xsl:template name="ours" visibility="final">
    <xsl:attribute name="data-added"/>
    <xsl:if test="$interface ne $text-language">
      <xsl:attribute name="lang" select="$interface"/>
      <xsl:if test="$text-direction eq 'rtl'">
        <xsl:attribute name="dir" select="'ltr'"/>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@xml:id" mode="attribute">
    <xsl:attribute name="id" select="."/>
  </xsl:template>

  <xsl:template match="@xml:lang" mode="attribute">
    <xsl:sequence select="html:language(.)"/>
  </xsl:template>

  <!-- The language of the document, for its words outside of the text, where it is not that of the page. -->
  <xsl:variable name="theirs" as="attribute()*"
                select="if ($text-language = ($interface, 'und')) then () else html:language($text-language)"/>

  <!-- The language of the words of $element, where it is not that of the page. -->
  <xsl:function name="html:language-of" as="attribute()*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="tag" as="xs:string" select="string(($element/ancestor-or-self::*/@xml:lang)[last()])"/>
    <xsl:sequence select="if ($tag = ($interface, 'und', '')) then () else html:language($tag)"/>
  </xsl:function>

  <!-- The language of an element, and its direction where that is not the usual one. -->
  <xsl:function name="html:language" as="attribute()+">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:attribute name="lang" select="$tag"/>
    <xsl:if test="core:direction($tag) eq 'rtl'">
      <xsl:attribute name="dir" select="'rtl'"/>
    </xsl:if>
  </xsl:function>

  <xsl:template match="@type" mode="attribute">
    <xsl:attribute name="data-type" select="."/>
  </xsl:template>

  <xsl:template match="@rend" mode="attribute">
    <xsl:attribute name="data-rend" select="."/>
  </xsl:template>

  <xsl:template match="@reason" mode="attribute">
    <xsl:attribute name="data-reason" select="."/>
  </xsl:template>

  <xsl:template match="@unit" mode="attribute">
    <xsl:attribute name="data-unit" select="."/>
  </xsl:template>

</xsl:stylesheet>
