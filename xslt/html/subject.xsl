<!-- The page of a person, place, organisation …: what the register says, what they say, where they are named. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <xsl:template match="subject" mode="subject">
    <xsl:call-template name="page-of-subjects">
      <xsl:with-param name="title" select="string(@name)"/>
      <xsl:with-param name="content">
        <p class="kind"><a href="index.html"><xsl:value-of select="html:word('subjects-' || @kind)"/></a></p>
        <h1><xsl:value-of select="@name"/></h1>
        <p class="entry">
          <xsl:for-each select="entry/*">
            <xsl:call-template name="entry"/>
          </xsl:for-each>
        </p>
        <xsl:apply-templates select="map" mode="place"/>
        <xsl:if test="not(document/(turn | occurrence))">
          <xsl:for-each select="document">
            <xsl:call-template name="document-of-subject"/>
          </xsl:for-each>
        </xsl:if>
        <xsl:call-template name="said"/>
        <xsl:call-template name="named"/>
        <xsl:call-template name="parts"/>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="said">
    <xsl:context-item as="element(subject)" use="required"/>
    <xsl:if test="document/turn">
      <section aria-labelledby="page:said">
        <h2 id="page:said"><xsl:value-of select="html:word('turns')"/></h2>
        <p class="to-search"><a href="../search/index.html#speakers={encode-for-uri(@key)}"><xsl:value-of select="html:word('search-turns')"/></a></p>
        <xsl:for-each select="document[turn]">
          <xsl:call-template name="document-of-subject"/>
          <ol class="lines">
            <xsl:apply-templates select="turn" mode="subject"/>
          </ol>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="named">
    <xsl:context-item as="element(subject)" use="required"/>
    <xsl:if test="document/occurrence">
      <section aria-labelledby="page:named">
        <h2 id="page:named"><xsl:value-of select="html:word('named')"/></h2>
        <xsl:for-each select="document[occurrence]">
          <xsl:call-template name="document-of-subject"/>
          <ol class="lines">
            <xsl:apply-templates select="occurrence" mode="subject"/>
          </ol>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="document-of-subject">
    <xsl:context-item as="element(document)" use="required"/>
    <h3 class="of-document">
      <a href="../{@html}"><xsl:sequence select="html:tongue(@lang), core:capitals(@title)"/><xsl:value-of select="@title"/></a>
      <xsl:if test="string(@date)">
        <xsl:text> </xsl:text>
        <span class="when"><xsl:value-of select="core:date(@date, $interface)"/></span>
      </xsl:if>
    </h3>
  </xsl:template>

  <xsl:template match="turn" mode="subject">
    <li>
      <a href="../{@href}"><xsl:sequence select="html:tongue(../@lang)"/><xsl:value-of select="."/></a>
      <xsl:text> </xsl:text>
      <span class="at">
        <xsl:value-of select="string-join((@number[string(.)] ! html:phrase('paragraph', .),
                                           html:phrase('so-many-words', core:count(xs:integer(@words), $interface))), ' · ')"/>
      </span>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="occurrence" mode="subject">
    <li>
      <span class="context">
        <xsl:sequence select="html:tongue(../@lang)"/>
        <xsl:value-of select="before"/>
        <a href="../{@href}"><xsl:value-of select="words"/></a>
        <xsl:value-of select="after"/>
      </span>
      <xsl:text> </xsl:text>
      <span class="at">
        <xsl:value-of select="string-join((@speaker[string(.)], @number[string(.)] ! html:phrase('paragraph', .),
                                           @cert[not(. = ('', 'high'))] ! html:word('cert-' || .)), ' · ')"/>
      </span>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The way to the other pages of a subject that has much. -->
  <xsl:template name="parts">
    <xsl:context-item as="element(subject)" use="required"/>
    <xsl:if test="@parts ne '1'">
      <nav class="parts" aria-label="{html:phrase('part-of', (@part, @parts))}">
        <xsl:for-each select="@before, @after">
          <a href="../{.}" rel="{if (local-name() eq 'before') then 'prev' else 'next'}"><xsl:value-of select="html:word('part-' || local-name())"/></a>
          <xsl:text> </xsl:text>
        </xsl:for-each>
        <span><xsl:value-of select="html:phrase('part-of', (@part, @parts))"/></span>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- The language of a document's words, where it is not that of the page. -->
  <xsl:function name="html:tongue" as="attribute()*">
    <xsl:param name="language" as="attribute()?"/>
    <xsl:if test="not($language = ('', 'und', $interface))">
      <xsl:attribute name="lang" select="$language"/>
      <xsl:if test="core:direction($language) eq 'rtl'">
        <xsl:attribute name="dir" select="'rtl'"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
