<!-- The index of all documents, from their records: edition.publishing.index has put them in order.
     The records are small, so that the trees of the documents need not be at hand. -->
<xsl:package name="edition:index" package-version="1.0" version="3.0" default-mode="pages"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
             xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:core="urn:x-edition:core"
             xmlns="http://www.w3.org/1999/xhtml"
             exclude-result-prefixes="#all">

  <xsl:use-package name="edition:core" package-version="1.0"/>

  <xsl:mode name="pages" on-no-match="fail" visibility="public"/>
  <xsl:mode name="page" on-no-match="fail" visibility="public"/>

  <xsl:output method="json" encoding="UTF-8"/>

  <xsl:param name="language" as="xs:string" select="'en'"/>
  <!-- The name of the whole edition; "" is the word for documents. -->
  <xsl:param name="title" as="xs:string" select="''"/>

  <!-- Whether there are pages of persons, places …. -->
  <xsl:param name="subjects" as="xs:boolean" select="false()"/>

  <xsl:variable name="interface" as="xs:string" select="core:language($language)"/>
  <xsl:variable name="heading" as="xs:string"
                select="if ($title) then $title else core:word('documents', $interface)"/>
  <xsl:variable name="serialisation" as="map(xs:string, item())"
                select="map { 'method': 'xhtml', 'html-version': 5.0, 'indent': false(),
                              'omit-xml-declaration': true(), 'include-content-type': false() }"/>

  <xsl:include href="bar.xsl"/>
  <xsl:include href="index-data.xsl"/>
  <xsl:include href="timeline.xsl"/>

  <xsl:template match="/" mode="pages" as="array(map(xs:string, xs:string))">
    <xsl:variable name="pages" as="map(xs:string, xs:string)*">
      <xsl:for-each select="/indexes/records">
        <xsl:variable name="page" as="element()">
          <xsl:apply-templates select="." mode="page"/>
        </xsl:variable>
        <xsl:sequence select="map { 'address': string(@address), 'html': serialize($page, $serialisation) }"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="array { $pages }"/>
  </xsl:template>

  <xsl:template match="records" mode="page">
    <html lang="{$interface}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title><xsl:value-of select="$heading, core:word('order-' || @order, $interface)[current()/@address ne 'index.html'],
                                     part[@here eq 'yes'][@address ne 'index.html']/(@first || '–' || @last)" separator=" · "/></title>
        <link rel="stylesheet" href="{@root}assets/edition.css"/>
        <link rel="icon" href="data:image/png,"/>
        <xsl:if test="@address eq 'index.html'">
          <xsl:call-template name="feed"/>
        </xsl:if>
      </head>
      <body>
        <xsl:call-template name="bar-of-page">
          <xsl:with-param name="home" select="if (@address eq 'index.html') then '' else 'index.html'"/>
          <xsl:with-param name="root" select="string(@root)"/>
          <xsl:with-param name="has-subjects" select="$subjects"/>
        </xsl:call-template>
        <main class="documents">
          <header>
            <h1><xsl:value-of select="$heading"/></h1>
            <p class="contents-of">
              <xsl:value-of select="if (@documents ne '0')
                                    then core:phrase('contents-of', $interface,
                                           (@documents, @turns, @words) ! core:count(xs:integer(.), $interface))
                                    else core:word('no-documents', $interface)"/>
            </p>
          </header>
          <xsl:apply-templates select="timeline" mode="page"/>
          <xsl:call-template name="orders"/>
          <xsl:call-template name="parts-of-index"/>
          <xsl:if test="record">
            <xsl:call-template name="table"/>
          </xsl:if>
          <xsl:if test="@address eq 'index.html'">
            <xsl:call-template name="data-of-all"/>
          </xsl:if>
          <xsl:if test="count(record) gt 1">
            <script src="{@root}assets/documents.js" data-label="{core:word(if (part) then 'filter-page' else 'filter', $interface)}" data-found="{core:word('documents-found', $interface)}"/>
          </xsl:if>
        </main>
      </body>
    </html>
  </xsl:template>

  <!-- The other orders, each a page of its own. -->
  <xsl:template name="orders">
    <xsl:context-item as="element(records)" use="required"/>
    <xsl:if test="order">
      <nav class="orders" aria-labelledby="page:order">
        <span id="page:order"><xsl:value-of select="core:word('order', $interface)"/></span>
        <xsl:for-each select="order">
          <xsl:text> </xsl:text>
          <a href="{../@root}{@address}">
            <xsl:if test="@name eq ../@order">
              <xsl:attribute name="aria-current" select="'true'"/>
            </xsl:if>
            <xsl:value-of select="core:word('order-' || @name, $interface)"/>
          </a>
        </xsl:for-each>
        <xsl:text> </xsl:text>
        <a class="table-of-documents" href="{@root}../data/documents.csv" type="text/csv">CSV</a>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- The way to the other pages of an index that is long. -->
  <xsl:template name="parts-of-index">
    <xsl:context-item as="element(records)" use="required"/>
    <xsl:if test="part">
      <xsl:variable name="here" as="element(part)" select="part[@here eq 'yes']"/>
      <nav class="parts-of-index" aria-label="{core:word('ranges', $interface)}">
        <xsl:for-each select="$here/preceding-sibling::part[1], $here/following-sibling::part[1]">
          <xsl:variable name="way" as="xs:string" select="if (. &lt;&lt; $here) then 'before' else 'after'"/>
          <a href="{../@root}{@address}" rel="{if ($way eq 'before') then 'prev' else 'next'}"><xsl:value-of select="core:word('part-' || $way, $interface)"/></a>
          <xsl:text> </xsl:text>
        </xsl:for-each>
        <details>
          <summary><xsl:value-of select="core:phrase('part-of', $interface, (count($here/preceding-sibling::part) + 1, count(part)) ! string())"/></summary>
          <div class="ranges">
            <xsl:for-each select="part">
              <a href="{../@root}{@address}">
                <xsl:if test="@here eq 'yes'">
                  <xsl:attribute name="aria-current" select="'page'"/>
                </xsl:if>
                <xsl:value-of select="distinct-values((@first, @last) ! core:end(., ../../@order))" separator=" – "/>
              </a>
              <xsl:text> </xsl:text>
            </xsl:for-each>
          </div>
        </details>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- The first or last of a page, in short. -->
  <xsl:function name="core:end" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="order" as="xs:string"/>
    <xsl:sequence select="if ($order eq 'date') then (substring($value, 1, 4)[.], core:word('undated', $interface))[1]
                          else if ($order eq 'length') then core:count(xs:integer($value), $interface)
                          else substring($value, 1, 18) || '…'[string-length($value) gt 18]"/>
  </xsl:function>

  <!-- The roles are said again because small screens lay the cells out as blocks. -->
  <xsl:template name="table">
    <xsl:context-item as="element(records)" use="required"/>
    <xsl:variable name="sorted" as="xs:string"
                  select="map { 'date': 'date-word', 'title': 'title', 'length': 'words' }(@order)"/>
    <table class="documents">
      <caption class="unseen"><xsl:value-of select="core:word('documents', $interface)"/></caption>
      <thead>
        <tr>
          <xsl:for-each select="'date-word', 'title', 'place', 'participants', 'turns', 'words', 'forms'">
            <th scope="col">
              <xsl:if test=". eq $sorted">
                <xsl:attribute name="aria-sort" select="if (. eq 'words') then 'descending' else 'ascending'"/>
              </xsl:if>
              <xsl:if test=". = ('participants', 'turns', 'words')">
                <xsl:attribute name="class" select="'figure'"/>
              </xsl:if>
              <xsl:value-of select="core:word(., $interface)"/>
            </th>
          </xsl:for-each>
        </tr>
      </thead>
      <xsl:choose>
        <xsl:when test="@order eq 'date'">
          <xsl:for-each-group select="record" group-adjacent="substring(@date, 1, 4)">
            <tbody>
              <tr class="year">
                <th id="page:year-{current-grouping-key()}" scope="rowgroup" colspan="7">
                  <xsl:value-of select="(current-grouping-key()[.], core:word('undated', $interface))[1]"/>
                </th>
              </tr>
              <xsl:for-each select="current-group()">
                <xsl:call-template name="row"/>
              </xsl:for-each>
            </tbody>
          </xsl:for-each-group>
        </xsl:when>
        <xsl:otherwise>
          <tbody>
            <xsl:for-each select="record">
              <xsl:call-template name="row"/>
            </xsl:for-each>
          </tbody>
        </xsl:otherwise>
      </xsl:choose>
    </table>
  </xsl:template>

  <xsl:template name="row">
    <xsl:context-item as="element(record)" use="required"/>
    <!-- By which the ways to its forms are called after it. -->
    <xsl:variable name="id" as="xs:string" select="'d:' || count(preceding-sibling::record) + 1"/>
    <tr>
      <td class="date"><xsl:value-of select="@date[string(.)] ! core:date(., $interface)"/></td>
      <th scope="row">
        <a id="{$id}" href="{../@root}{@html}">
          <xsl:sequence select="core:capitals(@title)"/>
          <xsl:if test="string(@language)">
            <xsl:attribute name="lang" select="@language"/>
            <xsl:if test="core:direction(@language) eq 'rtl'">
              <xsl:attribute name="dir" select="'rtl'"/>
            </xsl:if>
          </xsl:if>
          <xsl:value-of select="@title"/>
        </a>
      </th>
      <td><xsl:value-of select="@place"/></td>
      <xsl:for-each select="@participants, @turns, @words">
        <td class="figure">
          <span class="name-of-figure"><xsl:value-of select="core:word(local-name(), $interface)"/><xsl:text> </xsl:text></span>
          <xsl:value-of select="core:count(xs:integer(.), $interface)"/>
        </td>
      </xsl:for-each>
      <td class="forms">
        <xsl:for-each select="@html[string(.)], @text[string(.)], @tei[string(.)]">
          <a id="{$id}:{local-name()}" href="{../../@root}{.}" aria-labelledby="{$id}:{local-name()} {$id}">
            <xsl:value-of select="map { 'html': 'HTML', 'text': 'TXT', 'tei': 'TEI' }(local-name())"/>
          </a>
          <xsl:text> </xsl:text>
        </xsl:for-each>
      </td>
    </tr>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:package>
