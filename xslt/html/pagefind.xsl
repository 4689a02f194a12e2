<!-- The page that searches the index by Pagefind, where there is one: served only, with assets/pagefind.js. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <xsl:template match="pagefind" mode="subject">
    <xsl:call-template name="page-of-subjects">
      <xsl:with-param name="title" select="html:word('pagefind')"/>
      <xsl:with-param name="content">
        <p class="kind"><a href="index.html"><xsl:value-of select="html:word('search')"/></a></p>
        <h1><xsl:value-of select="html:word('pagefind')"/></h1>
        <form id="search:form" role="search" hidden="" data-found="{html:word('pagefind-found')}"
              data-none="{html:word('search-none')}" data-next="{html:word('search-next')}" data-any="{html:word('pagefind-any')}">
          <p class="words">
            <label for="search:q"><xsl:value-of select="html:word('words')"/></label>
            <input id="search:q" name="q" type="search" autocomplete="off" spellcheck="false" dir="auto"/>
            <button><xsl:value-of select="html:word('search-go')"/></button>
          </p>
          <div class="filters">
            <xsl:for-each select="'speaker', 'place', 'year'">
              <p>
                <label for="search:{.}">
                  <xsl:value-of select="html:word(map { 'speaker': 'search-speaker', 'place': 'place', 'year': 'pagefind-year' }(.))"/>
                </label>
                <select id="search:{.}" name="{.}"></select>
              </p>
            </xsl:for-each>
          </div>
        </form>
        <section aria-labelledby="search:results">
          <h2 id="search:results" class="unseen"><xsl:value-of select="html:word('search-results')"/></h2>
          <p id="search:told" role="status"></p>
          <div id="search:result"></div>
          <p id="search:ways" class="ways"></p>
        </section>
        <section class="how">
          <p><xsl:value-of select="html:word('pagefind-how')"/></p>
          <p id="search:no-script"><xsl:value-of select="html:word('pagefind-served')"/></p>
          <p><a href="index.html"><xsl:value-of select="html:word('pagefind-other')"/></a></p>
        </section>
        <script src="../assets/pagefind.js"></script>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
