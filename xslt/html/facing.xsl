<!-- A source beside its edition: line by line, with the encoding of each paragraph, and checksums that
     prove that they have one text. From what edition.publishing.facing has made of both. -->
<xsl:package name="edition:facing" package-version="1.0" version="3.0" default-mode="facing"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
             xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:core="urn:x-edition:core"
             xmlns:facing="urn:x-edition:facing"
             xmlns="http://www.w3.org/1999/xhtml"
             exclude-result-prefixes="#all">

  <xsl:use-package name="edition:core" package-version="1.0"/>
  <xsl:mode name="facing" on-no-match="fail" visibility="public"/>
  <xsl:mode name="source" on-no-match="fail" visibility="public"/>
  <xsl:mode name="encoding" on-no-match="text-only-copy" visibility="public"/>

  <xsl:output method="xhtml" html-version="5.0" encoding="UTF-8" indent="no"
              omit-xml-declaration="yes" include-content-type="no" escape-uri-attributes="no"
              use-character-maps="as-it-is"/>
  <!-- As "&gt;" it would make a fortieth of the page. -->
  <xsl:character-map name="as-it-is">
    <xsl:output-character character="&gt;" string="&gt;"/>
  </xsl:character-map>

  <xsl:include href="bar.xsl"/>
  <xsl:include href="proof.xsl"/>

  <xsl:variable name="interface" as="xs:string" select="core:language(/facing/@language)"/>
  <xsl:variable name="html" as="xs:string" select="'../' || /facing/@html"/>
  <xsl:variable name="has-source" as="xs:boolean" select="/facing/@has-source eq 'true'"/>
  <!-- The language of the document's own words, where it is not that of the page. -->
  <xsl:variable name="theirs" as="attribute()*">
    <xsl:if test="not(/facing/@language = ($interface, 'und', ''))">
      <xsl:attribute name="lang" select="/facing/@language"/>
    </xsl:if>
    <xsl:if test="core:direction(/facing/@language) ne core:direction($interface)">
      <xsl:attribute name="dir" select="core:direction(/facing/@language)"/>
    </xsl:if>
  </xsl:variable>

  <xsl:variable name="ours" as="attribute()*">
    <xsl:if test="exists($theirs)">
      <xsl:attribute name="lang" select="$interface"/>
    </xsl:if>
  </xsl:variable>

  <xsl:function name="facing:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="core:word($key, $interface)"/>
  </xsl:function>

  <xsl:function name="facing:phrase" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="core:phrase($key, $interface, $values)"/>
  </xsl:function>

  <xsl:template match="/" mode="facing">
    <html lang="{$interface}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>
          <xsl:value-of select="facing:word('facing') || ': ' || facing/@title"/>
          <xsl:if test="facing/@parts ne '1'">
            <xsl:value-of select="' · ' || $part"/>
          </xsl:if>
        </title>
        <link rel="stylesheet" href="../assets/edition.css"/>
        <link rel="icon" href="data:image/png,"/>
      </head>
      <body>
        <a class="skip" href="#page:text"><xsl:value-of select="facing:word('skip')"/></a>
        <xsl:text>&#10;</xsl:text>
        <xsl:call-template name="bar-of-page">
          <xsl:with-param name="home" select="'index.html'"/>
          <xsl:with-param name="root" select="'../'"/>
          <xsl:with-param name="has-subjects" select="facing/@subjects eq 'true'"/>
          <xsl:with-param name="more" as="element()*">
            <a href="{$html}"><xsl:value-of select="facing:word('html')"/></a>
            <a href="../{facing/@tei}" type="application/tei+xml">TEI</a>
          </xsl:with-param>
        </xsl:call-template>
        <main id="page:text" class="facing">
          <p class="kind"><xsl:value-of select="facing:word('facing')"/></p>
          <h1><a href="{$html}"><xsl:sequence select="$theirs, core:capitals(facing/@title)"/><xsl:value-of select="facing/@title"/></a></h1>
          <xsl:apply-templates select="facing/proof" mode="facing"/>
          <xsl:if test="facing/@parts ne '1'">
            <p class="parts"><xsl:call-template name="parts"/></p>
          </xsl:if>
          <table class="rows">
            <caption class="unseen"><xsl:value-of select="facing:word('facing')"/></caption>
            <thead>
              <tr>
                <xsl:if test="$has-source">
                  <th scope="col"><xsl:value-of select="facing:word('source')"/></th>
                </xsl:if>
                <th scope="col"><xsl:value-of select="facing:word('edition')"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:sequence select="$theirs"/>
              <xsl:apply-templates select="facing/row" mode="facing"/>
            </tbody>
          </table>
          <xsl:if test="facing/@parts ne '1'">
            <nav class="parts" aria-label="{$part}"><xsl:call-template name="parts"/></nav>
          </xsl:if>
        </main>
      </body>
    </html>
  </xsl:template>

  <!-- The way to the other pages of a long document. -->
  <xsl:variable name="part" as="xs:string" select="facing:phrase('part-of', (/facing/@part, /facing/@parts))"/>
  <xsl:template name="parts">
    <xsl:variable name="here" as="xs:integer" select="xs:integer(/facing/@part)"/>
    <xsl:variable name="last" as="xs:integer" select="xs:integer(/facing/@parts)"/>
    <xsl:variable name="file" as="xs:string" select="/facing/@file"/>
    <xsl:for-each select="($here - 1)[. gt 0], ($here + 1)[. le $last]">
      <a href="{$file}{('..' || .)[current() gt 1]}.html" rel="{if (. lt $here) then 'prev' else 'next'}">
        <xsl:value-of select="facing:word(if (. lt $here) then 'part-before' else 'part-after')"/>
      </a>
      <xsl:text> </xsl:text>
    </xsl:for-each>
    <span><xsl:value-of select="$part"/></span>
  </xsl:template>

  <xsl:template match="row" mode="facing">
    <tr>
      <xsl:if test="@differs">
        <xsl:attribute name="class" select="'differs'"/>
      </xsl:if>
      <xsl:if test="$has-source">
        <td>
          <xsl:apply-templates select="line" mode="source"/>
          <xsl:if test="not(line)">
            <xsl:sequence select="facing:remark('facing-added')"/>
          </xsl:if>
        </td>
      </xsl:if>
      <td>
        <xsl:apply-templates select="block" mode="source"/>
        <xsl:if test="not(block)">
          <xsl:sequence select="facing:remark(if (line[not(@omitted)]) then 'facing-missing' else 'facing-omitted')"/>
        </xsl:if>
        <xsl:if test="@differs and line and block">
          <xsl:sequence select="facing:remark('facing-differs')"/>
        </xsl:if>
        <xsl:apply-templates select="encoding" mode="facing"/>
      </td>
    </tr>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:function name="facing:remark" as="element()">
    <xsl:param name="key" as="xs:string"/>
    <p class="remark"><xsl:sequence select="$ours"/><xsl:value-of select="facing:word($key)"/></p>
  </xsl:function>

  <xsl:template match="line" mode="source">
    <p id="l:{@n}">
      <xsl:if test="@omitted">
        <xsl:attribute name="class" select="'omitted'"/>
      </xsl:if>
      <b><xsl:value-of select="@n"/></b>
      <xsl:text> </xsl:text>
      <xsl:value-of select="."/>
    </p>
  </xsl:template>

  <!-- What the edition has: a number leads to the paragraph in its page. -->
  <xsl:template match="block" mode="source">
    <p>
      <xsl:for-each select="@id[string()]">
        <xsl:attribute name="id" select="."/>
      </xsl:for-each>
      <xsl:if test="@kind = ('label', 'head', 'titlePart')">
        <xsl:attribute name="class" select="@kind"/>
      </xsl:if>
      <xsl:for-each select="tokenize(@turns)">
        <span id="{.}"/>
      </xsl:for-each>
      <xsl:if test="string(@n)">
        <a href="../{@href}"><xsl:value-of select="'¶ ' || @n"/></a>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:value-of select="."/>
    </p>
  </xsl:template>

  <xsl:function name="facing:lines" as="xs:string">
    <xsl:param name="encoding" as="element()"/>
    <xsl:variable name="lines" as="xs:string+" select="distinct-values($encoding/(@first, @last) ! string())"/>
    <xsl:sequence select="facing:phrase(if (count($lines) eq 1) then 'tei-line' else 'tei-lines', $lines)"/>
  </xsl:function>

  <!-- A very long one is in the file alone. -->
  <xsl:template match="encoding[@elsewhere]" mode="facing">
    <p class="remark"><a href="../{/facing/@tei}" type="application/tei+xml"><xsl:sequence select="$ours"/><xsl:value-of select="facing:lines(.)"/></a></p>
  </xsl:template>

  <xsl:template match="encoding" mode="facing">
    <details>
      <summary>
        <xsl:sequence select="$ours"/>
        <xsl:value-of select="facing:lines(.)"/>
      </summary>
      <pre><xsl:apply-templates mode="encoding"/></pre>
    </details>
  </xsl:template>

  <xsl:template match="tag" mode="encoding">
    <b><xsl:value-of select="."/></b>
  </xsl:template>

</xsl:package>
