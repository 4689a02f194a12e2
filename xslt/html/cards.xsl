<!-- What opens over the page, for assets/reading.js: an entry at its name, a note at its mark, the keys. Without the script none of it is seen, and nothing is only here. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template name="cards">
    <div id="page:card" class="card" popover="auto" role="dialog" tabindex="-1">
      <div class="said"/>
      <xsl:for-each select="distinct-values($text//@cert[. = ('low', 'medium', 'unknown')][../@ref])">
        <p class="cert" data-cert="{.}"><xsl:value-of select="html:word('doubt-name') || ': ' || html:word('cert-' || .)"/></p>
      </xsl:for-each>
      <div class="evidence"/>
      <p class="more"><a href="#page:text"><xsl:value-of select="html:word('card-more')"/></a></p>
    </div>
    <xsl:text>&#10;</xsl:text>
    <div id="page:keys" class="card keys" popover="auto" role="dialog" aria-labelledby="page:keys-title">
      <h2 id="page:keys-title"><xsl:value-of select="html:word('keys')"/></h2>
      <dl>
        <xsl:for-each select="('j', 'k', 'n', 'p', 's'[$facing], '?', 'Esc')">
          <dt><kbd><xsl:value-of select="."/></kbd></dt>
          <dd><xsl:value-of select="html:word('key-' || (if (. eq '?') then 'help' else lower-case(.)))"/></dd>
        </xsl:for-each>
      </dl>
      <p><label><input type="checkbox" id="page:keys-on" checked="checked"/><xsl:text> </xsl:text><xsl:value-of select="html:word('keys-on')"/></label></p>
    </div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
