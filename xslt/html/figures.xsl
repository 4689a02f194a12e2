<!-- Pictures of who speaks when and how much, and who names whom: edition.publishing.figures has counted.
     Each is a table with bars in it, so that nobody needs another table to read it. -->
<xsl:package name="edition:figures" package-version="1.0" version="3.0" default-mode="page"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
             xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:math="http://www.w3.org/2005/xpath-functions/math"
             xmlns:core="urn:x-edition:core"
             xmlns="http://www.w3.org/1999/xhtml"
             exclude-result-prefixes="#all">

  <xsl:use-package name="edition:core" package-version="1.0"/>
  <xsl:mode name="page" on-no-match="fail" visibility="public"/>

  <xsl:output method="xhtml" html-version="5.0" encoding="UTF-8" indent="no"
              omit-xml-declaration="yes" include-content-type="no"/>

  <xsl:param name="language" as="xs:string" select="'en'"/>
  <xsl:variable name="interface" as="xs:string" select="core:language($language)"/>

  <xsl:include href="bar.xsl"/>

  <xsl:template match="/" mode="page">
    <xsl:apply-templates select="figures" mode="page"/>
  </xsl:template>

  <xsl:template match="figures" mode="page">
    <xsl:variable name="heading" as="xs:string" select="core:word('figures', $interface)"/>
    <html lang="{$interface}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title><xsl:value-of select="$heading, @title[string(.)]" separator=": "/></title>
        <link rel="stylesheet" href="../assets/edition.css"/>
        <link rel="icon" href="data:image/png,"/>
      </head>
      <body>
        <a class="skip" href="#page:text"><xsl:value-of select="core:word('skip', $interface)"/></a>
        <xsl:text>&#10;</xsl:text>
        <xsl:call-template name="bar-of-page">
          <xsl:with-param name="home" select="'index.html'"/>
          <xsl:with-param name="root" select="'../'"/>
          <xsl:with-param name="has-subjects" select="true()"/>
          <xsl:with-param name="here" select="if (string(@page)) then '' else 'figures'"/>
        </xsl:call-template>
        <main id="page:text" class="subject figures">
          <xsl:if test="string(@page)">
            <p class="kind"><a href="{@page}"><xsl:sequence select="core:capitals(@title)"/><xsl:call-template name="language-of-document"/><xsl:value-of select="@title"/></a></p>
          </xsl:if>
          <h1><xsl:value-of select="$heading"/></h1>
          <xsl:if test="string(@date)">
            <p class="at"><xsl:value-of select="core:date(@date, $interface)"/></p>
          </xsl:if>
          <xsl:if test="not(speaker)">
            <p><xsl:value-of select="core:word('no-figures', $interface)"/></p>
          </xsl:if>
          <xsl:call-template name="speakers"/>
          <xsl:apply-templates select="matrix" mode="page"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="language-of-document">
    <xsl:context-item as="element(figures)" use="required"/>
    <xsl:if test="not(@lang = ('', 'und', $interface))">
      <xsl:attribute name="lang" select="@lang"/>
      <xsl:if test="core:direction(@lang) eq 'rtl'">
        <xsl:attribute name="dir" select="'rtl'"/>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <xsl:template name="speakers">
    <xsl:context-item as="element(figures)" use="required"/>
    <xsl:if test="speaker">
      <section aria-labelledby="page:speech">
        <h2 id="page:speech"><xsl:value-of select="core:word('who-speaks', $interface)"/></h2>
        <p class="explained">
          <xsl:value-of select="core:word(if (string(@page)) then 'strips-of-document' else 'strips-of-all', $interface)"/>
          <xsl:text> </xsl:text>
          <a href="../../data/{if (string(@page)) then 'turns/' || @name else 'speakers'}.csv" type="text/csv">CSV</a>
        </p>
        <table class="speakers" aria-labelledby="page:speech">
          <thead>
            <tr>
              <th scope="col"><xsl:value-of select="core:word('participant', $interface)"/></th>
              <th scope="col"><xsl:value-of select="core:word('when', $interface)"/></th>
              <xsl:for-each select="'turns', 'words', 'share'">
                <th scope="col" class="figure"><xsl:value-of select="core:word(., $interface)"/></th>
              </xsl:for-each>
            </tr>
          </thead>
          <tbody>
            <xsl:apply-templates select="speaker, others" mode="page"/>
          </tbody>
        </table>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template match="speaker | others" mode="page">
    <tr>
      <th scope="row">
        <xsl:choose>
          <xsl:when test="self::others">
            <xsl:value-of select="core:phrase('others', $interface, core:count(xs:integer(@count), $interface))"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="somebody"/>
          </xsl:otherwise>
        </xsl:choose>
      </th>
      <td class="strip">
        <svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 1000 1" preserveAspectRatio="none">
          <title>
            <xsl:value-of select="core:phrase('strip-of', $interface, (string((@name[string(.)], core:word('unidentified', $interface))[1]),
                                              core:per-cent(xs:double(@share), $interface)))"/>
          </title>
          <path d="{@strip}"/>
        </svg>
      </td>
      <xsl:for-each select="@turns, @words">
        <td class="figure">
          <span class="name-of-figure"><xsl:value-of select="core:word(local-name(), $interface)"/><xsl:text> </xsl:text></span>
          <xsl:value-of select="core:count(xs:integer(.), $interface)"/>
        </td>
      </xsl:for-each>
      <td class="figure share">
        <xsl:value-of select="core:per-cent(xs:double(@share), $interface)"/>
      </td>
    </tr>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The name of somebody, which leads to what the edition tells of them. -->
  <xsl:template name="somebody">
    <xsl:context-item as="element()" use="required"/>
    <xsl:choose>
      <xsl:when test="not(string(@name))">
        <xsl:value-of select="core:word('unidentified', $interface)"/>
      </xsl:when>
      <xsl:when test="string(@address)">
        <a href="{@address}"><xsl:value-of select="@name"/></a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="@name"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:variable name="of-kind" static="yes" as="map(xs:string, xs:string)"
                select="map { 'people': 'who-names-whom', 'places': 'who-names-places', 'organisations': 'who-names-organisations' }"/>

  <xsl:template match="matrix" mode="page">
    <xsl:variable name="most" as="xs:integer" select="xs:integer(@most)"/>
    <xsl:variable name="is-of-people" as="xs:boolean" select="@kind eq 'people'"/>
    <section>
      <h2 id="page:named-{@kind}"><xsl:value-of select="core:word($of-kind(@kind), $interface)"/></h2>
      <p class="explained">
        <xsl:value-of select="core:word(if ($is-of-people) then 'matrix-explained' else 'matrix-of-things-explained', $interface), core:word('matrix-part', $interface)[current()/@is-part eq 'yes']"/>
        <xsl:text> </xsl:text>
        <a href="../../data/{if (string(../@page)) then 'mentions/' || ../@name else if ($is-of-people) then 'who-names-whom' else 'mentions'}.csv" type="text/csv">CSV</a>
      </p>
      <!-- What is scrolled is the landmark, and the section around it none: two of one name cannot be told apart. -->
      <div class="scroll whole" tabindex="0" role="region" aria-labelledby="page:named-{@kind}">
        <table class="matrix">
          <thead>
            <tr>
              <td/>
              <xsl:for-each select="named">
                <th scope="col"><xsl:call-template name="somebody"/></th>
              </xsl:for-each>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="row">
              <tr>
                <th scope="row"><xsl:call-template name="somebody"/></th>
                <xsl:for-each select="cell">
                  <td>
                    <xsl:if test="@count ne '0'">
                      <svg xmlns="http://www.w3.org/2000/svg" aria-hidden="true" viewBox="-10 -10 20 20">
                        <circle r="{format-number(9.5 * math:sqrt(xs:integer(@count) div $most), '0.0')}"/>
                      </svg>
                      <xsl:value-of select="core:count(xs:integer(@count), $interface)"/>
                    </xsl:if>
                  </td>
                </xsl:for-each>
              </tr>
              <xsl:text>&#10;</xsl:text>
            </xsl:for-each>
          </tbody>
        </table>
      </div>
    </section>
  </xsl:template>

</xsl:package>
