<!-- What happened beside the words: events, omissions, breaks, pages. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="*[self::kinesic or self::vocal or self::incident or self::writing
                         or self::pause or self::shift or self::gap]" mode="block" priority="-1">
    <p class="event">
      <xsl:for-each select="core:clock(@start)">
        <span class="clock" data-added=""><xsl:value-of select="."/></span>
        <xsl:text> </xsl:text>
      </xsl:for-each>
      <xsl:apply-templates select="." mode="inline"/>
    </p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- An event nobody described still happened. -->
  <xsl:template match="*[self::kinesic or self::vocal or self::incident or self::writing]" mode="inline" priority="-1">
    <span class="event">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:choose>
        <xsl:when test="normalize-space()">
          <xsl:apply-templates mode="inline"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="html:added((@type, html:word(local-name()))[1])"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="doubts"/>
    </span>
  </xsl:template>

  <xsl:template match="*[self::pause or self::shift]" mode="inline" priority="-1">
    <span class="event">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:sequence select="html:added(string-join((html:word(local-name()), @feature, @new, @dur), ' '))"/>
      <xsl:apply-templates mode="inline"/>
      <xsl:call-template name="doubts"/>
    </span>
  </xsl:template>

  <xsl:template match="gap" mode="inline">
    <span class="gap">
      <xsl:call-template name="content"/>
      <xsl:if test="not(normalize-space())">
        <xsl:sequence select="html:added(core:word('gap-' || @reason, $interface, html:word('gap')))"/>
      </xsl:if>
    </span>
  </xsl:template>

  <!-- The ornament that the source prints at a break. -->
  <xsl:template match="fw" mode="block">
    <p class="{(@type, 'fw')[1]}"><xsl:call-template name="content"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="fw" mode="inline">
    <span class="{(@type, 'fw')[1]}"><xsl:call-template name="content"/></span>
  </xsl:template>

  <!-- A break that no printed ornament follows is a rule; else the ornament shows it. -->
  <xsl:template match="milestone" mode="block">
    <xsl:choose>
      <xsl:when test="not(following-sibling::*[1][self::fw])">
        <hr data-added="">
          <xsl:apply-templates select="@*" mode="attribute"/>
        </hr>
      </xsl:when>
      <xsl:when test="@xml:id">
        <div data-added=""><xsl:apply-templates select="@*" mode="attribute"/></div>
      </xsl:when>
    </xsl:choose>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="milestone" mode="inline">
    <span class="milestone" data-added="">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:text>⁂</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="pb" mode="block">
    <p class="page-break"><xsl:apply-templates select="." mode="inline"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="pb" mode="inline">
    <span class="page-break">
      <xsl:call-template name="ours"/>
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:text>⟦</xsl:text>
      <xsl:value-of select="html:page(.)"/>
      <xsl:text>⟧</xsl:text>
    </span>
  </xsl:template>

  <xsl:function name="html:page" as="xs:string">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="if ($break/@n) then html:phrase('page', $break/@n) else html:word('page-break')"/>
  </xsl:function>

  <!-- $words, marked as this edition's. -->
  <xsl:function name="html:added" as="element()" visibility="final">
    <xsl:param name="words" as="xs:string"/>
    <span class="added"><xsl:call-template name="ours"/>⟦<xsl:value-of select="$words"/>⟧</span>
  </xsl:function>

</xsl:stylesheet>
