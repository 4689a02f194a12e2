<!-- The foot of the page: citation, other forms, source with hashes, edition, encoding, changes, signs. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template name="foot" visibility="public">
    <footer class="foot" aria-labelledby="page:about">
      <h2 id="page:about"><xsl:value-of select="html:word('about')"/></h2>
      <div class="columns">
        <section>
          <h3><xsl:value-of select="html:word('cite')"/></h3>
          <xsl:call-template name="citation"/>
          <xsl:call-template name="downloads"/>
        </section>
        <xsl:call-template name="source"/>
        <xsl:call-template name="edition"/>
        <xsl:call-template name="signs"/>
      </div>
      <xsl:call-template name="encoding"/>
      <xsl:call-template name="changes"/>
      <xsl:call-template name="colophon"/>
    </footer>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="downloads">
    <xsl:if test="$tei-file or $text-file or $pdf-file or $epub-file or $facing">
      <h3><xsl:value-of select="html:word('downloads')"/></h3>
      <ul class="downloads">
        <xsl:if test="$facing">
          <li><a href="{$facing}"><xsl:value-of select="html:word('facing')"/></a></li>
        </xsl:if>
        <xsl:if test="$tei-file">
          <li><a href="{$tei-file}" type="application/tei+xml"><xsl:value-of select="html:word('tei')"/></a></li>
        </xsl:if>
        <xsl:if test="$text-file">
          <li><a href="{$text-file}" type="text/plain"><xsl:value-of select="html:word('text')"/></a></li>
        </xsl:if>
        <xsl:if test="$pdf-file">
          <li><a href="{$pdf-file}" type="application/pdf">PDF</a></li>
        </xsl:if>
        <xsl:if test="$epub-file">
          <li><a href="{$epub-file}" type="application/epub+zip">EPUB</a></li>
        </xsl:if>
      </ul>
    </xsl:if>
  </xsl:template>

  <xsl:template name="source">
    <xsl:if test="$header/fileDesc/sourceDesc/*">
      <section>
        <xsl:apply-templates select="$source/@xml:id" mode="attribute"/>
        <h3><xsl:value-of select="html:word('source')"/></h3>
        <dl>
          <xsl:for-each select="$source">
            <xsl:sequence select="html:entry('reference', .[text()[normalize-space()]]), html:entry('title', title),
                                  html:entry('author', author), html:entry('publisher', publisher),
                                  html:entry('date-word', date[not(@type = 'accessed')]), html:entry('address', idno[@type = ('URI', 'URL')] | ref | ptr),
                                  html:entry('accessed', date[@type = 'accessed']),
                                  html:entry('file', idno[@type = 'filename']),
                                  html:entry('sha256', idno[@type = 'sha256']),
                                  html:entry('identifier', idno[not(@type = ('URI', 'URL', 'filename', 'sha256'))]),
                                  html:entry('extent', extent),
                                  html:entry('licence', availability/licence | availability[not(licence)]/p),
                                  html:entry('further', * except (title, author, publisher, date, idno, ref, ptr, extent, availability))"/>
          </xsl:for-each>
          <xsl:sequence select="html:entry('reference', $header/fileDesc/sourceDesc/* except $source)"/>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="edition">
    <section>
      <h3><xsl:value-of select="html:word('edition')"/></h3>
      <dl>
        <xsl:sequence select="html:entry('version', $header/fileDesc/editionStmt/edition), html:entry('author', $header/fileDesc/titleStmt/author), html:entry('editor', $editors),
                              html:entry('responsible', $header/fileDesc/titleStmt/respStmt),
                              html:entry('publisher', $publication/(publisher | pubPlace | p)),
                              html:entry('published', $publication/date),
                              html:entry('identifier', $identifiers),
                              html:entry('extent', $header/fileDesc/extent),
                              html:entry('language', $header/profileDesc/langUsage/language[normalize-space()]),
                              html:entry('licence', $publication/availability/licence | $publication/availability[not(licence)]/p)"/>
      </dl>
    </section>
  </xsl:template>

  <!-- A fact of the header: its name, and each of its values as the header has it. -->
  <xsl:function name="html:entry" as="element()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="element()*"/>
    <xsl:if test="$values">
      <dt><xsl:value-of select="html:word($key)"/></dt>
      <xsl:for-each select="$values">
        <dd>
          <xsl:sequence select="html:language-of(.)"/>
          <xsl:apply-templates select="@*" mode="attribute"/>
          <xsl:apply-templates select="." mode="header"/>
        </dd>
      </xsl:for-each>
    </xsl:if>
  </xsl:function>

  <xsl:template name="signs">
    <section>
      <h3><xsl:value-of select="html:word('signs')"/></h3>
      <dl class="signs">
        <dt><span class="number">12</span></dt>
        <dd><xsl:value-of select="html:word('sign-number')"/></dd>
        <dt><span class="editorial">[…]</span></dt>
        <dd><xsl:value-of select="html:word('sign-editorial')"/></dd>
        <dt><span class="added"><xsl:value-of select="html:word('sign-added')"/></span></dt>
        <dd><xsl:value-of select="html:word('sign-added-meaning')"/></dd>
        <dt><sup class="doubt">?</sup></dt>
        <dd><xsl:value-of select="html:word('sign-doubt')"/></dd>
        <dt><span class="candidate"><xsl:value-of select="html:word('candidate')"/></span></dt>
        <dd><xsl:value-of select="html:word('sign-candidate')"/></dd>
      </dl>
      <p class="event"><xsl:value-of select="html:word('sign-event')"/></p>
      <p class="summary"><xsl:value-of select="html:word('sign-summary')"/></p>
    </section>
  </xsl:template>

  <xsl:template name="changes">
    <xsl:variable name="changes" as="element(change)*" select="$header/revisionDesc//change"/>
    <xsl:if test="$changes">
      <details class="changes">
        <summary><xsl:value-of select="html:word('changes')"/></summary>
        <ol>
          <xsl:for-each select="$changes">
            <li>
              <xsl:apply-templates select="@*" mode="attribute"/>
              <xsl:value-of select="string-join((@when ! core:date(., $interface), core:names(@who)[.]), ', ') || ': '[current()/(@when | @who)]"/>
              <xsl:apply-templates select="." mode="header"/>
            </li>
          </xsl:for-each>
        </ol>
        <xsl:if test="$cite-page">
          <p><a href="{$cite-page}#page:history"><xsl:value-of select="html:word('changes-since')"/></a></p>
        </xsl:if>
      </details>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
