<!-- The page of searching. What a script says later stands in the form, in the words of the interface. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <xsl:template match="search" mode="subject">
    <xsl:call-template name="page-of-subjects">
      <xsl:with-param name="title" select="html:word('search')"/>
      <xsl:with-param name="here" select="'search'"/>
      <xsl:with-param name="content">
        <h1><xsl:value-of select="html:word('search')"/></h1>
        <xsl:call-template name="form"/>
        <xsl:for-each select="@other">
          <p id="search:other" hidden=""><a href="{.}"><xsl:value-of select="html:word('pagefind')"/></a></p>
        </xsl:for-each>
        <xsl:call-template name="results"/>
        <xsl:call-template name="how-to-search"/>
        <script src="../assets/search.js"></script>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="form">
    <xsl:context-item as="element(search)" use="required"/>
    <form id="search:form" role="search" hidden="">
      <xsl:for-each select="'search-found', 'search-so-far', 'search-none', 'search-no-word', 'search-unknown', 'search-near',
                            'search-begins', 'search-many', 'search-nobody', 'search-part', 'search-previous',
                            'search-next', 'search-on', 'search-failed'">
        <xsl:attribute name="data-{substring-after(., 'search-')}" select="html:word(.)"/>
      </xsl:for-each>
      <xsl:attribute name="data-paragraph" select="html:word('paragraph')"/>
      <p class="words">
        <label for="search:q"><xsl:value-of select="html:word('words')"/></label>
        <input id="search:q" name="q" type="search" list="search:words" autocomplete="off" spellcheck="false" dir="auto"/>
        <datalist id="search:words"></datalist>
        <button><xsl:value-of select="html:word('search-go')"/></button>
        <xsl:text> </xsl:text>
        <button type="reset"><xsl:value-of select="html:word('search-clear')"/></button>
      </p>
      <details>
        <summary><xsl:value-of select="html:word('search-narrow')"/></summary>
        <div class="filters">
          <xsl:apply-templates select="kind" mode="subject"/>
          <xsl:for-each select="'search-from', 'search-to'">
            <xsl:variable name="name" as="xs:string" select="substring-after(., 'search-')"/>
            <p>
              <label for="search:{$name}"><xsl:value-of select="html:word(.)"/></label>
              <input id="search:{$name}" name="{$name}" type="number" min="1" max="9999"/>
            </p>
          </xsl:for-each>
        </div>
      </details>
    </form>
  </xsl:template>

  <!-- Who speaks, who or what is named, which document. -->
  <xsl:template match="kind" mode="subject">
    <p>
      <label for="search:{.}">
        <xsl:value-of select="if (. eq 'speakers') then html:word('search-speaker')
                              else if (. eq 'documents') then html:word('documents')
                              else html:phrase('search-named', html:word('subjects-' || .))"/>
      </label>
      <input id="search:{.}" name="{.}" data-kind="{.}" list="search:list-{.}" autocomplete="off" dir="auto"/>
      <datalist id="search:list-{.}"></datalist>
    </p>
  </xsl:template>

  <xsl:template name="results">
    <section aria-labelledby="search:results">
      <h2 id="search:results" class="unseen"><xsl:value-of select="html:word('search-results')"/></h2>
      <p id="search:told" role="status"></p>
      <div id="search:hints"></div>
      <div id="search:result"></div>
      <p id="search:ways" class="ways"></p>
    </section>
  </xsl:template>

  <xsl:template name="how-to-search">
    <xsl:context-item as="element(search)" use="required"/>
    <section class="how" aria-labelledby="search:how">
      <h2 id="search:how"><xsl:value-of select="html:word('search-how')"/></h2>
      <p><xsl:value-of select="html:word('search-how-words')"/></p>
      <dl>
        <dt><code><xsl:value-of select="html:word('search-how-phrase-sign')"/></code></dt>
        <dd><xsl:value-of select="html:word('search-how-phrase')"/></dd>
        <dt><code><xsl:value-of select="html:word('search-how-not-sign')"/></code></dt>
        <dd><xsl:value-of select="html:word('search-how-not')"/></dd>
        <dt><code><xsl:value-of select="html:word('search-how-begins-sign')"/></code></dt>
        <dd><xsl:value-of select="html:word('search-how-begins')"/></dd>
      </dl>
      <p id="search:no-script"><xsl:value-of select="html:word('search-no-script')"/></p>
      <ul class="indexes">
        <li><a href="../index.html"><xsl:value-of select="html:word('all-documents')"/></a></li>
        <xsl:for-each select="index">
          <li><a href="../{.}/index.html"><xsl:value-of select="html:word('subjects-' || .)"/></a></li>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:template>

</xsl:stylesheet>
