<!-- The teiHeader told to readers: its parts, each in its own words. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template name="encoding">
    <xsl:variable name="parts" as="element()*"
                  select="$header/encodingDesc/(projectDesc | samplingDecl | editorialDecl/* | refsDecl | tagsDecl | classDecl | appInfo)"/>
    <xsl:if test="$parts">
      <details class="encoding">
        <summary><xsl:value-of select="html:word('encoding')"/></summary>
        <dl>
          <xsl:for-each select="$parts">
            <dt><xsl:value-of select="core:word('header-' || local-name(), $interface, local-name())"/></dt>
            <dd>
              <xsl:sequence select="html:language-of(.)"/>
              <xsl:apply-templates select="@*" mode="attribute"/>
              <xsl:apply-templates select="." mode="header"/>
            </dd>
          </xsl:for-each>
        </dl>
      </details>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text()[not(normalize-space())]" mode="header">
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="editor" mode="header">
    <xsl:apply-templates mode="header"/>
    <xsl:text> </xsl:text>
    <xsl:sequence select="html:authority((@ref, persName/@ref)[1])"/>
  </xsl:template>

  <xsl:template match="respStmt" mode="header">
    <xsl:value-of select="string-join((persName | orgName | name) ! normalize-space(.), ', ')"/>
    <xsl:text>: </xsl:text>
    <xsl:value-of select="string-join(resp ! normalize-space(.), ', ')"/>
  </xsl:template>

  <!-- The identity of an editor, such as an ORCID: shown as it is, for it may be printed. -->
  <xsl:function name="html:authority" as="element()?">
    <xsl:param name="pointer" as="attribute()?"/>
    <xsl:for-each select="core:address($pointer)[matches(., '^https?:')]">
      <a class="authority" href="{.}"><xsl:value-of select="replace(., '^https?://', '')"/></a>
    </xsl:for-each>
  </xsl:function>

  <xsl:template match="licence" mode="header">
    <xsl:apply-templates mode="header"/>
    <xsl:for-each select="core:address(@target)">
      <xsl:text> </xsl:text>
      <a rel="license" href="{.}"><xsl:value-of select="replace(., '^https?://', '')"/></a>
    </xsl:for-each>
    <xsl:call-template name="qualified"/>
  </xsl:template>

  <xsl:template match="idno" mode="header">
    <xsl:variable name="value" as="xs:string" select="normalize-space(.)"/>
    <xsl:variable name="address" as="xs:string?" select="core:identifier-address(.)"/>
    <xsl:choose>
      <xsl:when test="$address">
        <a href="{$address}"><xsl:value-of select="core:address-shown($address)"/></a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="(@type[. = ('ISBN', 'ISSN')], @subtype) ! (. || ' ')"/>
        <code><xsl:value-of select="$value"/></code>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="*[self::ref or self::ptr]" mode="header" priority="-1">
    <xsl:variable name="shown" as="xs:string" select="(normalize-space(.)[.], string(@target))[1]"/>
    <xsl:choose>
      <xsl:when test="core:address(@target)">
        <a href="{core:address(@target)}"><xsl:value-of select="$shown"/></a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$shown"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="extent" mode="header">
    <xsl:for-each select="(measure, .[not(measure)])">
      <xsl:if test="position() gt 1">, </xsl:if>
      <xsl:apply-templates select=".[self::measure]" mode="header"/>
      <xsl:value-of select=".[not(self::measure)] ! normalize-space(.)"/>
    </xsl:for-each>
  </xsl:template>

  <!-- A figure that the program wrote, in the words of the interface; one in other words as it is. -->
  <xsl:template match="extent/measure" mode="header">
    <xsl:variable name="written" as="xs:string" select="normalize-space(.)"/>
    <xsl:variable name="unit" as="xs:string?" select="@unit[. = ('turns', 'paragraphs', 'words', 'bytes', 'lines')]"/>
    <xsl:sequence select="if ($interface ne 'en' and $unit and @quantity castable as xs:integer
                              and $written = ($unit, replace($unit, 's$', '')) ! (current()/@quantity || ' ' || .))
                          then html:ours(html:word($unit) || ': ' || core:count(xs:integer(@quantity), $interface), .)
                          else $written"/>
  </xsl:template>

  <!-- A language that the program named, in the words of the interface. -->
  <xsl:template match="langUsage/language" mode="header">
    <xsl:variable name="key" as="xs:string" select="'language-' || @ident"/>
    <xsl:variable name="written" as="xs:string" select="normalize-space(.)"/>
    <xsl:variable name="ours" as="xs:string" select="core:word($key, $interface, '')"/>
    <xsl:sequence select="if ($ours and $written = (core:word($key, 'en', ''), @ident))
                          then html:ours($ours, .)
                          else $written"/>
  </xsl:template>

  <!-- $words, which are of the interface, in place of those of $element. -->
  <xsl:function name="html:ours" as="node()">
    <xsl:param name="words" as="xs:string"/>
    <xsl:param name="element" as="element()"/>
    <xsl:choose>
      <xsl:when test="html:language-of($element)">
        <span lang="{$interface}"><xsl:value-of select="$words"/></span>
      </xsl:when>
      <xsl:otherwise>
        <xsl:value-of select="$words"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A line that the edition left out of the text, or a word on what it normalised. -->
  <xsl:template match="ab" mode="header">
    <span class="item"><xsl:apply-templates mode="header"/></span>
  </xsl:template>

  <xsl:template match="ab[@type = 'partial']" mode="header">
    <xsl:apply-templates mode="header"/>
  </xsl:template>

  <xsl:template match="samplingDecl/ab[@type = 'omitted']" mode="header">
    <span class="item">
      <xsl:apply-templates select="@xml:lang" mode="attribute"/>
      <span class="line-number"><xsl:value-of select="html:phrase('source-line', string(@n))"/></span>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="header"/>
    </span>
  </xsl:template>

  <xsl:template match="tagUsage" mode="header">
    <span class="usage">
      <code><xsl:value-of select="@gi"/></code>
      <xsl:value-of select="string-join((' ' || @occurs, normalize-space(.)[.]), ' ')"/>
    </span>
  </xsl:template>

  <xsl:template match="taxonomy" mode="header">
    <span class="item">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:apply-templates mode="header"/>
    </span>
  </xsl:template>

  <!-- A category is called by its id: that is what stands in @ana. -->
  <xsl:template match="category" mode="header">
    <span class="item">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:for-each select="@xml:id">
        <code><xsl:value-of select="."/></code>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:apply-templates mode="header"/>
    </span>
  </xsl:template>

  <xsl:template match="application" mode="header">
    <xsl:value-of select="string-join((normalize-space(label[1]), @version), ' ')"/>
    <xsl:apply-templates select="ab | desc | p" mode="header"/>
  </xsl:template>

  <xsl:template match="*[self::p or self::desc or self::note]" mode="header" priority="-1">
    <span class="block"><xsl:apply-templates mode="header"/></span>
  </xsl:template>

</xsl:stylesheet>
