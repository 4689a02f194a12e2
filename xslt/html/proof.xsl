<!-- The proof that source, TEI file and page have one text: a checksum of each, and how to compute them. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:facing="urn:x-edition:facing"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <xsl:template match="proof" mode="facing">
    <xsl:variable name="texts" as="xs:string+" select="distinct-values((@source, @tei, @html))"/>
    <xsl:variable name="verdict" as="xs:string"
                  select="(if (count($texts) eq 1) then 'proof-equal' else 'proof-unequal') || (if ($has-source) then '' else '-alone')"/>
    <section class="proof" aria-labelledby="page:proof">
      <h2 id="page:proof"><xsl:value-of select="facing:word('proof')"/></h2>
      <p class="{if (count($texts) eq 1) then 'equal' else 'unequal'}"><xsl:value-of select="facing:word($verdict)"/></p>
      <dl>
        <xsl:for-each select="@bytes">
          <dt><xsl:value-of select="facing:word('proof-file')"/></dt>
          <dd>
            <code><xsl:value-of select="."/></code>
            <xsl:if test="string(../@declared)">
              <xsl:text> </xsl:text>
              <span><xsl:value-of select="facing:word(if (. eq ../@declared) then 'proof-declared' else 'proof-undeclared')"/></span>
            </xsl:if>
          </dd>
        </xsl:for-each>
        <xsl:for-each select="@source, @tei, @html">
          <dt><xsl:value-of select="facing:word('proof-' || local-name())"/></dt>
          <dd><code><xsl:value-of select="."/></code></dd>
        </xsl:for-each>
      </dl>
      <details>
        <summary><xsl:value-of select="facing:word('proof-how')"/></summary>
        <p><xsl:value-of select="facing:word('proof-text')"/></p>
        <xsl:if test="string(@omitted)">
          <p><xsl:value-of select="facing:phrase('proof-omitted', replace(@omitted, ' ', ', '))"/></p>
        </xsl:if>
        <xsl:if test="@is-text = 'false'">
          <p><xsl:value-of select="facing:word('proof-taken-out')"/></p>
        </xsl:if>
        <p><a href="../assets/fidelity.py"><xsl:value-of select="facing:word('proof-program')"/></a></p>
        <pre><code><xsl:value-of select="'python3 fidelity.py ' || /facing/@name || '.html ' || /facing/@name || '.xml'
                                        || (' ' || @file)[current()/@is-text = 'true']"/></code></pre>
      </details>
    </section>
  </xsl:template>

</xsl:stylesheet>
