<!-- The pages about the edition: who made it, how it was checked, encoded and published, the elements used.
     edition.publishing.about has gathered what they tell; nothing is said that was not found. -->
<xsl:package name="edition:about" package-version="1.0" version="3.0" default-mode="pages"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
             xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:core="urn:x-edition:core"
             xmlns:html="urn:x-edition:html"
             xmlns="http://www.w3.org/1999/xhtml"
             exclude-result-prefixes="#all">

  <xsl:use-package name="edition:core" package-version="1.0"/>
  <xsl:mode name="pages" on-no-match="fail" visibility="public"/>
  <xsl:mode name="about" on-no-match="fail" visibility="public"/>

  <xsl:output method="json" encoding="UTF-8"/>

  <xsl:param name="language" as="xs:string" select="'en'"/>
  <xsl:variable name="interface" as="xs:string" select="core:language($language)"/>
  <xsl:variable name="serialisation" as="map(xs:string, item())"
                select="map { 'method': 'xhtml', 'html-version': 5.0, 'indent': false(),
                              'omit-xml-declaration': true(), 'include-content-type': false() }"/>

  <xsl:include href="bar.xsl"/>
  <xsl:include href="about-edition.xsl"/>
  <xsl:include href="about-checks.xsl"/>
  <xsl:include href="about-pages.xsl"/>
  <xsl:include href="elements-used.xsl"/>
  <xsl:include href="guide.xsl"/>

  <xsl:template match="/" mode="pages" as="array(map(xs:string, xs:string))">
    <xsl:variable name="page" as="element()">
      <xsl:apply-templates select="*" mode="about"/>
    </xsl:variable>
    <xsl:sequence select="array { map { 'address': local-name(*), 'html': serialize($page, $serialisation) } }"/>
  </xsl:template>

  <xsl:template match="about" mode="about">
    <xsl:call-template name="page-about">
      <xsl:with-param name="heading" select="html:word('about')"/>
      <xsl:with-param name="here" select="'about'"/>
      <xsl:with-param name="content">
        <xsl:call-template name="about-edition"/>
        <xsl:apply-templates select="checked, compared" mode="about"/>
        <xsl:call-template name="how-encoded"/>
        <xsl:apply-templates select="survey" mode="about"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="page-about" as="element()">
    <xsl:param name="heading" as="xs:string" required="yes"/>
    <xsl:param name="title" as="xs:string" select="$heading"/>
    <xsl:param name="class" as="xs:string?" select="()"/>
    <xsl:param name="content-language" as="xs:string" select="$interface"/>
    <xsl:param name="here" as="xs:string" select="''"/>
    <xsl:param name="content" as="node()*" required="yes"/>
    <html lang="{$interface}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title><xsl:value-of select="$title"/></title>
        <link rel="stylesheet" href="../assets/edition.css"/>
        <link rel="icon" href="data:image/png,"/>
      </head>
      <body>
        <a class="skip" href="#page:text"><xsl:value-of select="html:word('skip')"/></a>
        <xsl:text>&#10;</xsl:text>
        <xsl:call-template name="bar-of-page">
          <xsl:with-param name="home" select="'index.html'"/>
          <xsl:with-param name="root" select="'../'"/>
          <xsl:with-param name="has-subjects" select="true()"/>
          <xsl:with-param name="here" select="$here"/>
        </xsl:call-template>
        <main id="page:text" class="{string-join(('subject about', $class), ' ')}">
          <xsl:if test="$content-language ne $interface">
            <xsl:attribute name="lang" select="$content-language"/>
          </xsl:if>
          <h1><xsl:value-of select="$heading"/></h1>
          <xsl:sequence select="$content"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="how-encoded">
    <section aria-labelledby="page:encoded">
      <h2 id="page:encoded"><xsl:value-of select="html:word('how-encoded')"/></h2>
      <ul>
        <li><a href="guide.html" hreflang="en"><xsl:value-of select="html:word('guide')"/></a></li>
        <li><a href="elements.html"><xsl:value-of select="html:word('elements-used')"/></a></li>
        <li><a href="../../schemas/edition.rng">RelaxNG</a>, <a href="../../schemas/edition.sch">Schematron</a></li>
      </ul>
    </section>
  </xsl:template>

  <xsl:function name="html:word" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="core:word($key, $interface)"/>
  </xsl:function>

  <xsl:function name="html:count" as="xs:string">
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="core:count(xs:integer($number), $interface)"/>
  </xsl:function>

</xsl:package>
