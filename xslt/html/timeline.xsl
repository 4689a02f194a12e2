<!-- How many meetings there were in each year, or month, or decade. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <xsl:template match="timeline" mode="page">
    <figure class="{if (xs:integer(@most) lt 4) then 'timeline few' else 'timeline'}">
      <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {10 * count(bin)} 100" preserveAspectRatio="none"
           aria-labelledby="page:timeline">
        <title id="page:timeline">
          <xsl:value-of select="core:phrase('meetings-in-time', $interface, (bin[1], bin[last()]) ! core:time(.))"/>
        </title>
        <xsl:variable name="most" as="xs:integer" select="xs:integer(@most)"/>
        <xsl:for-each select="bin">
          <xsl:if test="@count ne '0'">
            <xsl:variable name="height" as="xs:double" select="96 * xs:integer(@count) div $most"/>
            <rect x="{10 * (position() - 1) + 1}" y="{format-number(100 - $height, '0.#')}" width="8" height="{format-number($height, '0.#')}">
              <title><xsl:value-of select="core:time(.), core:count(xs:integer(@count), $interface)" separator=": "/></title>
            </rect>
          </xsl:if>
        </xsl:for-each>
      </svg>
      <div class="axis" aria-hidden="true">
        <span><xsl:value-of select="core:time(bin[1])"/></span>
        <xsl:if test="count(bin) ge 9">
          <span><xsl:value-of select="core:time(bin[(1 + last()) idiv 2])"/></span>
        </xsl:if>
        <span><xsl:value-of select="core:time(bin[last()])"/></span>
      </div>
      <details>
        <summary><xsl:value-of select="core:word('as-table', $interface)"/></summary>
        <div class="scroll" tabindex="0" role="region" aria-label="{core:word('as-table', $interface)}">
          <table>
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="core:word('date-word', $interface)"/></th>
                <th scope="col" class="figure"><xsl:value-of select="core:word('documents', $interface)"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="bin[@count ne '0']">
                <tr>
                  <th scope="row"><a href="{@page[. ne 'index.html']}#page:year-{@first}"><xsl:value-of select="core:time(.)"/></a></th>
                  <td class="figure"><xsl:value-of select="core:count(xs:integer(@count), $interface)"/></td>
                </tr>
                <xsl:text>&#10;</xsl:text>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  </xsl:template>

  <!-- A month, a year, or from year to year. -->
  <xsl:function name="core:time" as="xs:string">
    <xsl:param name="bin" as="element(bin)"/>
    <xsl:sequence select="string-join((core:date($bin/@from, $interface), $bin/@to), '–')"/>
  </xsl:function>

</xsl:stylesheet>
