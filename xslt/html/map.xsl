<!-- Maps of places: edition.publishing.geography has drawn them. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <!-- A map with a list of what is on it, for those who do not see it. -->
  <xsl:template match="map" mode="subject">
    <figure class="map" data-larger="{html:word('map-larger')}" data-smaller="{html:word('map-smaller')}" data-whole="{html:word('map-whole')}">
      <xsl:call-template name="drawing">
        <xsl:with-param name="title" select="html:phrase('map-of', core:count(count(spot), $interface))"/>
        <xsl:with-param name="described" select="html:word('map-described')"/>
      </xsl:call-template>
      <details>
        <summary><xsl:value-of select="html:word('as-table')"/></summary>
        <div class="scroll" tabindex="0" role="region" aria-label="{html:word('as-table')}">
          <table>
            <thead>
              <tr>
                <th scope="col"><xsl:value-of select="html:word('place')"/></th>
                <th scope="col"><xsl:value-of select="html:word('other-names')"/></th>
                <th scope="col"><xsl:value-of select="html:word('coordinates')"/></th>
                <th scope="col" class="figure"><xsl:value-of select="html:word('named')"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="spot">
                <tr>
                  <th scope="row"><a href="../{@address}"><xsl:value-of select="@name"/></a></th>
                  <td><xsl:value-of select="tei:placeName ! html:dated-name(.)" separator="; "/></td>
                  <td><xsl:value-of select="@at"/></td>
                  <td class="figure"><xsl:value-of select="core:count(xs:integer(@mentions), $interface)"/></td>
                </tr>
                <xsl:text>&#10;</xsl:text>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </details>
      <figcaption>
        <xsl:value-of select="html:word('map-described')"/>
        <xsl:text> </xsl:text>
        <xsl:if test="xs:integer(@all) gt count(spot)">
          <xsl:value-of select="html:phrase('map-part', (core:count(count(spot), $interface), core:count(xs:integer(@all), $interface)))"/>
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:value-of select="html:word('map-made')"/>
        <xsl:text> </xsl:text>
        <a href="../../data/places.csv" type="text/csv">CSV</a>
        <xsl:text> </xsl:text>
        <a href="../../data/places.geojson" type="application/geo+json">GeoJSON</a>
      </figcaption>
    </figure>
    <script src="../assets/map.js"/>
  </xsl:template>

  <!-- Where one place lies. -->
  <xsl:template match="map" mode="place">
    <figure class="map small">
      <xsl:call-template name="drawing">
        <xsl:with-param name="title" select="html:phrase('map-of-place', (spot/@name, spot/@at))"/>
      </xsl:call-template>
      <figcaption><xsl:value-of select="spot/@at"/></figcaption>
    </figure>
  </xsl:template>

  <xsl:template name="drawing">
    <xsl:context-item as="element(map)" use="required"/>
    <xsl:param name="title" as="xs:string" required="yes"/>
    <xsl:param name="described" as="xs:string" select="''"/>
    <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {@width} {@height}" preserveAspectRatio="xMidYMid slice"
         aria-labelledby="page:map-title{' page:map-described'[$described]}">
      <title id="page:map-title"><xsl:value-of select="$title"/></title>
      <xsl:if test="$described">
        <desc id="page:map-described"><xsl:value-of select="$described"/></desc>
      </xsl:if>
      <path class="land" fill-rule="evenodd" d="{@land}"/>
      <path class="grid" d="{string-join((meridian ! ('M' || @at || ' 0v' || ../@height), parallel ! ('M0 ' || @at || 'h' || ../@width)))}"/>
      <g class="spots">
        <xsl:for-each select="reverse(spot)">
          <path d="M{@x} {@y}h0" stroke-width="{@size}">
            <xsl:if test="@mentions">
              <xsl:attribute name="data-page" select="'../' || @address"/>
              <title><xsl:value-of select="@name || ': ' || core:count(xs:integer(@mentions), $interface)"/></title>
            </xsl:if>
          </path>
        </xsl:for-each>
      </g>
      <g class="names">
        <xsl:for-each select="spot[@level ne '6']">
          <text x="{@x}" y="{@y}" dx="{if (@side eq 'end') then '-0.6em' else '0.6em'}" dy="0.35em" class="from-{@level}">
            <xsl:if test="@side eq 'end'">
              <xsl:attribute name="text-anchor" select="'end'"/>
            </xsl:if>
            <xsl:value-of select="@name"/>
          </text>
        </xsl:for-each>
      </g>
    </svg>
  </xsl:template>

  <!-- A name with the time in which it was used. -->
  <xsl:function name="html:dated-name" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="dates" as="xs:string" select="core:dates($name, $interface)"/>
    <xsl:sequence select="normalize-space($name) || (' (' || $dates || ')')[$dates]"/>
  </xsl:function>

</xsl:stylesheet>
