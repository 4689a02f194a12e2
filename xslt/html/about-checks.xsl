<!-- What checking found, and whether the words of each document are those of its source. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <xsl:template match="checked" mode="about">
    <section aria-labelledby="page:checked">
      <h2 id="page:checked"><xsl:value-of select="html:word('how-checked')"/></h2>
      <p><xsl:value-of select="core:phrase('checked-documents', $interface, html:count(@documents))"/></p>
      <table class="checks">
        <thead>
          <tr>
            <th scope="col"><xsl:value-of select="html:word('check-of')"/></th>
            <xsl:for-each select="'error', 'warning', 'note'">
              <th scope="col" class="figure"><xsl:value-of select="html:word('severity-' || .)"/></th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="kind[not(@name eq 'other-tei') or @error ne '0' or @warning ne '0' or @note ne '0']">
            <tr>
              <th scope="row"><xsl:value-of select="html:word('check-' || @name)"/></th>
              <xsl:for-each select="@error, @warning, @note">
                <td class="figure"><xsl:value-of select="html:count(.)"/></td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
      <xsl:if test="@ignored ne '0'">
        <p><xsl:value-of select="core:phrase('checks-ignored', $interface, html:count(@ignored))"/></p>
      </xsl:if>
    </section>
  </xsl:template>

  <xsl:template match="compared" mode="about">
    <section aria-labelledby="page:compared">
      <h2 id="page:compared"><xsl:value-of select="html:word('compared')"/></h2>
      <p>
        <xsl:value-of select="core:phrase('compared-explained', $interface, (@agree, @differ, @without) ! html:count(.))"/>
        <xsl:text> </xsl:text>
        <a href="../../data/sources.csv" type="text/csv">CSV</a>
      </p>
      <xsl:if test="document">
        <details>
          <summary><xsl:value-of select="html:word('as-table')"/></summary>
          <div class="scroll" tabindex="0" role="region" aria-label="{html:word('as-table')}">
            <table>
              <thead>
                <tr>
                  <xsl:for-each select="'title', 'compared', 'file', 'sha256', 'sha256-tei'">
                    <th scope="col"><xsl:value-of select="html:word(.)"/></th>
                  </xsl:for-each>
                </tr>
              </thead>
              <tbody>
                <xsl:for-each select="document">
                  <tr>
                    <th scope="row"><a href="../{@page}"><xsl:value-of select="@title"/></a></th>
                    <td><xsl:value-of select="html:word('agrees-' || @agrees)"/></td>
                    <td><xsl:value-of select="@source"/></td>
                    <td><code><xsl:value-of select="@source-sum"/></code></td>
                    <td><code><xsl:value-of select="@tei-sum"/></code></td>
                  </tr>
                  <xsl:text>&#10;</xsl:text>
                </xsl:for-each>
              </tbody>
            </table>
          </div>
        </details>
      </xsl:if>
    </section>
  </xsl:template>

</xsl:stylesheet>
