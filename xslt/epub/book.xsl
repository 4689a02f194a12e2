<!-- The book of a document: the files that an EPUB 3 has, made of the parts of its page.

     The text is that of the page without what needs a browser or the rest of the edition: no bar, no
     list beside it, no scripts. What there is in it, is in the book: nothing is fetched. -->
<xsl:package name="edition:book" package-version="1.0" version="3.0"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
             xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:core="urn:x-edition:core"
             xmlns:html="urn:x-edition:html"
             xmlns:epub="http://www.idpf.org/2007/ops"
             xmlns:svg="http://www.w3.org/2000/svg"
             xmlns="http://www.w3.org/1999/xhtml"
             xpath-default-namespace="http://www.tei-c.org/ns/1.0"
             exclude-result-prefixes="xsl xs core html svg">

  <xsl:use-package name="edition:core" package-version="1.0"/>
  <xsl:use-package name="edition:html" package-version="1.0">
    <xsl:accept component="mode" names="page" visibility="public"/>
    <xsl:override>

      <xsl:template match="/" mode="page">
        <xsl:variable name="text" as="element()">
          <xsl:call-template name="book-text"/>
        </xsl:variable>
        <files xmlns="">
          <file name="contents.xhtml"><xsl:call-template name="book-contents"/></file>
          <file name="package.opf">
            <xsl:call-template name="book-package">
              <xsl:with-param name="has-drawings" select="exists($text//svg:svg)"/>
            </xsl:call-template>
          </file>
          <file name="text.xhtml"><xsl:sequence select="$text"/></file>
        </files>
      </xsl:template>

    </xsl:override>
  </xsl:use-package>

  <!-- What the book is called among all others. -->
  <xsl:param name="identifier" as="xs:string" required="yes"/>

  <!-- When the edition was last changed: EPUB wants a second, and a document has a day, or none. -->
  <xsl:variable name="modified" as="xs:string"
                select="(sort($header/(revisionDesc//change | fileDesc/publicationStmt/date)/@when[. castable as xs:date] ! string())[last()],
                         '1970-01-01')[1] || 'T00:00:00Z'"/>

  <xsl:variable name="book-title" as="xs:string" select="($title[.], html:word('transcript'))[1]"/>

  <xsl:template name="book-text">
    <html lang="{$text-language}" xml:lang="{$text-language}">
      <head>
        <title><xsl:value-of select="$book-title"/></title>
        <link rel="stylesheet" type="text/css" href="style.css"/>
      </head>
      <body epub:type="bodymatter">
        <xsl:call-template name="article"/>
        <xsl:call-template name="endnotes"/>
        <xsl:call-template name="register"/>
        <xsl:call-template name="foot"/>
      </body>
    </html>
  </xsl:template>

  <!-- The contents are the turns; a document without any has itself. -->
  <xsl:template name="book-contents">
    <html lang="{$interface}" xml:lang="{$interface}">
      <head>
        <title><xsl:value-of select="$book-title"/></title>
        <link rel="stylesheet" type="text/css" href="style.css"/>
      </head>
      <body>
        <nav epub:type="toc" role="doc-toc" aria-labelledby="toc">
          <h1 id="toc"><xsl:value-of select="html:word('turns-list')"/></h1>
          <ol>
            <li><a href="text.xhtml"><xsl:value-of select="$book-title"/></a></li>
            <xsl:for-each select="$text//(u | sp)">
              <li><a href="text.xhtml#{html:id(.)}"><xsl:value-of select="html:speaker(.)"/></a></li>
            </xsl:for-each>
          </ol>
        </nav>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="book-package">
    <xsl:param name="has-drawings" as="xs:boolean" required="yes"/>
    <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{$interface}">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
        <dc:identifier id="id"><xsl:value-of select="$identifier"/></dc:identifier>
        <dc:title><xsl:value-of select="$book-title"/></dc:title>
        <dc:language><xsl:value-of select="$text-language"/></dc:language>
        <xsl:for-each select="$header/fileDesc/titleStmt/author">
          <dc:creator><xsl:value-of select="core:name(.)"/></dc:creator>
        </xsl:for-each>
        <xsl:for-each select="$header/fileDesc/titleStmt/editor">
          <dc:contributor><xsl:value-of select="core:name(.)"/></dc:contributor>
        </xsl:for-each>
        <xsl:for-each select="$header/fileDesc/publicationStmt/publisher[normalize-space()]">
          <dc:publisher><xsl:value-of select="normalize-space(.)"/></dc:publisher>
        </xsl:for-each>
        <xsl:if test="matches($date, '^\d{4}(-\d\d(-\d\d)?)?$')">
          <dc:date><xsl:value-of select="$date"/></dc:date>
        </xsl:if>
        <xsl:for-each select="($header/fileDesc/publicationStmt//licence/@target)[1]">
          <dc:rights><xsl:value-of select="."/></dc:rights>
        </xsl:for-each>
        <meta property="dcterms:modified"><xsl:value-of select="$modified"/></meta>
        <meta property="schema:accessMode">textual</meta>
        <meta property="schema:accessModeSufficient">textual</meta>
        <meta property="schema:accessibilityFeature">structuralNavigation</meta>
        <meta property="schema:accessibilityFeature">tableOfContents</meta>
        <meta property="schema:accessibilityHazard">none</meta>
      </metadata>
      <manifest>
        <item id="text" href="text.xhtml" media-type="application/xhtml+xml">
          <xsl:if test="$has-drawings">
            <xsl:attribute name="properties" select="'svg'"/>
          </xsl:if>
        </item>
        <item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
        <item id="style" href="style.css" media-type="text/css"/>
      </manifest>
      <spine>
        <itemref idref="text"/>
      </spine>
    </package>
  </xsl:template>

</xsl:package>
