<!-- How a document is cited and had: in the common styles, for reference managers, a paragraph of it,
     what changed, and every form of it with size and checksum. From what edition.publishing.citing
     knows, as JSON in one element: <document>{ "reference": … }</document>. -->
<xsl:package name="edition:cite" package-version="1.0" version="3.0" default-mode="cite"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
             xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:core="urn:x-edition:core"
             xmlns:cite="urn:x-edition:cite"
             xmlns:map="http://www.w3.org/2005/xpath-functions/map"
             xmlns="http://www.w3.org/1999/xhtml"
             exclude-result-prefixes="#all">

  <xsl:use-package name="edition:core" package-version="1.0"/>
  <xsl:mode name="cite" on-no-match="fail" visibility="public"/>

  <xsl:output method="xhtml" html-version="5.0" encoding="UTF-8" indent="no"
              omit-xml-declaration="yes" include-content-type="no"/>

  <xsl:include href="bar.xsl"/>
  <xsl:include href="cite-styles.xsl"/>
  <xsl:include href="cite-earlier.xsl"/>

  <xsl:variable name="known" as="map(*)" select="parse-json(/document)"/>
  <xsl:variable name="reference" as="map(*)" select="map:put($known?reference, 'locator', $known?locator)"/>
  <xsl:variable name="interface" as="xs:string" select="core:language($reference?language)"/>
  <!-- The language of the document's own words, where it is not that of the page. -->
  <xsl:variable name="theirs" as="attribute()*" select="cite:language($reference?language)"/>

  <!-- The language of words, and its direction, where it is not that of the page. -->
  <xsl:function name="cite:language" as="attribute()*">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:if test="not($tag = ($interface, 'und', ''))">
      <xsl:attribute name="lang" select="$tag"/>
      <xsl:if test="core:direction($tag) eq 'rtl'">
        <xsl:attribute name="dir" select="'rtl'"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <xsl:function name="cite:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="core:word($key, $interface)"/>
  </xsl:function>

  <xsl:template match="/" mode="cite">
    <html lang="{$interface}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title><xsl:value-of select="cite:word('cite') || ': ' || $reference?title"/></title>
        <link rel="stylesheet" href="../assets/edition.css"/>
        <link rel="icon" href="data:image/png,"/>
      </head>
      <body>
        <a class="skip" href="#page:text"><xsl:value-of select="cite:word('skip')"/></a>
        <xsl:text>&#10;</xsl:text>
        <xsl:call-template name="bar-of-page">
          <xsl:with-param name="home" select="'index.html'"/>
          <xsl:with-param name="root" select="'../'"/>
          <xsl:with-param name="has-subjects" select="$known?has-subjects"/>
          <xsl:with-param name="more" as="element()*">
            <a href="{$known?page}"><xsl:value-of select="cite:word('back')"/></a>
          </xsl:with-param>
        </xsl:call-template>
        <main id="page:text" class="cite">
          <header>
            <p class="kicker"><xsl:value-of select="cite:word('cite')"/></p>
            <h1><xsl:sequence select="$theirs, core:capitals($reference?title)"/><xsl:value-of select="$reference?title"/></h1>
          </header>
          <xsl:call-template name="styles"/>
          <xsl:call-template name="passage"/>
          <xsl:call-template name="managers"/>
          <xsl:call-template name="history"/>
          <xsl:call-template name="forms"/>
          <xsl:call-template name="report"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="styles">
    <section aria-labelledby="page:styles">
      <h2 id="page:styles"><xsl:value-of select="cite:word('cite-styles')"/></h2>
      <dl class="styles">
        <xsl:call-template name="style">
          <xsl:with-param name="name" select="'Chicago'"/>
          <xsl:with-param name="citation"><xsl:call-template name="chicago"><xsl:with-param name="of" select="$reference"/></xsl:call-template></xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="style">
          <xsl:with-param name="name" select="'MLA'"/>
          <xsl:with-param name="citation"><xsl:call-template name="mla"><xsl:with-param name="of" select="$reference"/></xsl:call-template></xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="style">
          <xsl:with-param name="name" select="'APA'"/>
          <xsl:with-param name="citation"><xsl:call-template name="apa"><xsl:with-param name="of" select="$reference"/></xsl:call-template></xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="style">
          <xsl:with-param name="name" select="'ISO 690'"/>
          <xsl:with-param name="citation"><xsl:call-template name="iso690"><xsl:with-param name="of" select="$reference"/></xsl:call-template></xsl:with-param>
        </xsl:call-template>
        <xsl:call-template name="style">
          <xsl:with-param name="name" select="'ГОСТ Р 7.0.100–2018'"/>
          <xsl:with-param name="language" select="'ru'"/>
          <xsl:with-param name="citation"><xsl:call-template name="gost"><xsl:with-param name="of" select="$reference"/></xsl:call-template></xsl:with-param>
        </xsl:call-template>
      </dl>
      <p class="remark"><xsl:value-of select="cite:word('cite-accessed')"/></p>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="style">
    <xsl:param name="name" as="xs:string" required="yes"/>
    <xsl:param name="language" as="xs:string" select="'en'"/>
    <xsl:param name="citation" as="document-node()" required="yes"/>
    <dt><xsl:value-of select="$name"/></dt>
    <dd>
      <xsl:sequence select="cite:language($language), $citation"/>
    </dd>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- A paragraph is cited by its number; the first that has one is the example. -->
  <xsl:template name="passage">
    <xsl:for-each select="$known?paragraph">
      <section aria-labelledby="page:passage">
        <h2 id="page:passage"><xsl:value-of select="cite:word('cite-passage')"/></h2>
        <p><xsl:value-of select="cite:word('cite-passage-how')"/></p>
        <blockquote>
          <p><xsl:sequence select="$theirs"/><xsl:value-of select="?words"/></p>
          <footer>
            <xsl:value-of select="string-join((?speaker[.], $reference?version[.] ! core:phrase('version-n', $interface, .)), ', ') || ', '[current()?speaker or $reference?version]"/>
            <a href="{?href}"><xsl:value-of select="'¶ ' || ?number"/></a>
            <xsl:value-of select="?address[.] ! (', ' || .)"/>
          </footer>
        </blockquote>
      </section>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="managers">
    <section aria-labelledby="page:managers">
      <h2 id="page:managers"><xsl:value-of select="cite:word('cite-managers')"/></h2>
      <xsl:for-each select="$known?formats?*">
        <details>
          <summary><xsl:value-of select="?name"/></summary>
          <p><a href="{?href}" type="{?type}" download=""><xsl:value-of select="core:phrase('download', $interface, ?name)"/></a></p>
          <pre tabindex="0" role="region" aria-label="{?name}"><xsl:value-of select="?content"/></pre>
        </details>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </section>
  </xsl:template>

  <!-- What is known of the versions: the one at hand, and the changes that the header tells of. -->
  <xsl:template name="history">
    <section aria-labelledby="page:history">
      <h2 id="page:history"><xsl:value-of select="cite:word('changes')"/></h2>
      <p>
        <xsl:value-of select="if ($reference?version)
                              then core:phrase('cite-version', $interface, $reference?version)
                              else cite:word('cite-no-version')"/>
        <xsl:value-of select="$reference?published[.] ! (' ' || cite:word('published') || ': ' || core:date(., $interface) || '.')"/>
        <xsl:text> </xsl:text>
        <xsl:value-of select="cite:word('cite-stable')"/>
      </p>
      <xsl:if test="exists($reference?changes?*)">
        <ol class="changes">
          <xsl:for-each select="$reference?changes?*">
            <li>
              <xsl:value-of select="string-join((?when[.] ! core:date(., $interface), string-join(?who?*, ', ')[.]), ', ') || ': '[current()?when or exists(current()?who?*)]"/>
              <span>
                <xsl:sequence select="cite:language(?language)"/>
                <xsl:value-of select="?what"/>
              </span>
            </li>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </ol>
      </xsl:if>
      <xsl:call-template name="earlier"/>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="report">
    <xsl:if test="$known?report">
      <xsl:variable name="subject" as="xs:string"
                    select="core:phrase('report-subject', $interface,
                              string-join(($reference?title, $reference?version[.] ! core:phrase('version-n', $interface, .)), ', '))"/>
      <p><a class="report" href="{core:report($known?report, $subject, $known?address)}"><xsl:value-of select="cite:word('report')"/></a></p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="forms">
    <section aria-labelledby="page:forms">
      <h2 id="page:forms"><xsl:value-of select="cite:word('downloads')"/></h2>
      <table class="forms">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="cite:word('file')"/></th>
            <th scope="col" class="figure"><xsl:value-of select="cite:word('bytes')"/></th>
            <th scope="col">SHA-256</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$known?files?*">
            <tr>
              <th scope="row"><a href="{?href}" type="{?type}"><xsl:value-of select="?name"/></a></th>
              <td class="figure"><xsl:value-of select="core:count(xs:integer(?bytes), $interface)"/></td>
              <td><code><xsl:value-of select="?sha256"/></code></td>
            </tr>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:package>
