<!-- What was counted in the pages of the site. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <xsl:template match="survey" mode="about">
    <section aria-labelledby="page:published">
      <h2 id="page:published"><xsl:value-of select="html:word('how-published')"/></h2>
      <p>
        <xsl:value-of select="core:phrase('made-by', $interface, string(../@version))"/>
        <xsl:text> </xsl:text>
        <xsl:value-of select="html:word('published-explained')"/>
      </p>
      <dl class="survey">
        <xsl:for-each select="@pages, @size, @largest, @links, @dead, @away, @fetched, @with-scripts">
          <div>
            <dt><xsl:value-of select="html:word('survey-' || local-name())"/></dt>
            <dd class="figure"><xsl:value-of select="html:count(.)"/></dd>
          </div>
        </xsl:for-each>
      </dl>
      <xsl:if test="dead">
        <p><xsl:value-of select="html:word('dead-on')"/></p>
        <ul>
          <xsl:for-each select="dead">
            <li><code><xsl:value-of select="@page"/></code></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
    </section>
  </xsl:template>

</xsl:stylesheet>
