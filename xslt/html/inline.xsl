<!-- Phrases. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- What nearly every element becomes inside: its id and language, its content, its doubts. -->
  <xsl:template name="content" visibility="final">
    <xsl:context-item as="element()" use="required"/>
    <xsl:apply-templates select="@*" mode="attribute"/>
    <xsl:apply-templates mode="inline"/>
    <xsl:call-template name="doubts"/>
  </xsl:template>

  <xsl:template match="emph" mode="inline">
    <em><xsl:call-template name="content"/></em>
  </xsl:template>

  <xsl:template match="*[self::hi or self::distinct or self::mentioned or self::term or self::gloss or self::num or self::measure
                         or self::seg or self::desc or self::said or self::bibl or self::biblScope or self::author
                         or self::publisher or self::pubPlace or self::edition or self::idno or self::editor
                         or self::extent or self::availability or self::licence or self::respStmt or self::resp or self::roleName
                         or self::forename or self::surname or self::addName or self::genName or self::nameLink]"
                mode="inline" priority="-1">
    <span class="{local-name()}"><xsl:call-template name="content"/></span>
  </xsl:template>

  <xsl:template match="foreign" mode="inline">
    <i class="foreign"><xsl:call-template name="content"/></i>
  </xsl:template>

  <xsl:template match="title" mode="inline">
    <cite><xsl:call-template name="content"/></cite>
  </xsl:template>

  <!-- The quotation marks are those of the source: the style sheet adds none. -->
  <xsl:template match="*[self::q or self::quote or self::soCalled]" mode="inline" priority="-1">
    <q class="{local-name()}"><xsl:call-template name="content"/></q>
  </xsl:template>

  <!-- HTML reads the text of a time element without @datetime as a date: then it is no time. -->
  <xsl:template match="*[self::date or self::time]" mode="inline" priority="-1">
    <xsl:variable name="datetime" as="xs:string?" select="core:datetime(@when)"/>
    <xsl:choose>
      <xsl:when test="$datetime">
        <time datetime="{$datetime}"><xsl:call-template name="content"/></time>
      </xsl:when>
      <xsl:otherwise>
        <span class="date"><xsl:call-template name="content"/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="ref" mode="inline">
    <xsl:variable name="address" as="xs:string?" select="if (* and core:holds-links(.)) then () else core:address(@target)"/>
    <xsl:choose>
      <xsl:when test="$address">
        <a href="{$address}">
          <xsl:apply-templates select="@*" mode="attribute"/>
          <xsl:apply-templates mode="inline"/>
        </a>
        <xsl:call-template name="doubts"/>
      </xsl:when>
      <xsl:otherwise>
        <span class="ref"><xsl:call-template name="content"/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="ptr" mode="inline">
    <xsl:variable name="address" as="xs:string?" select="core:address(@target)"/>
    <xsl:variable name="shown" as="xs:string" select="(core:targets(@target)[1] ! core:number(.)[.] ! ('¶ ' || .), string(@target))[1]"/>
    <span class="ptr" data-added="">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:text>⟦</xsl:text>
      <xsl:choose>
        <xsl:when test="$address">
          <a href="{$address}"><xsl:value-of select="$shown"/></a>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="$shown"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:text>⟧</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="anchor" mode="inline">
    <span class="anchor"><xsl:call-template name="content"/></span>
  </xsl:template>

  <!-- A time of the recording: shown where a paragraph begins; elsewhere it would be in the way. -->
  <xsl:template match="anchor[@synch]" mode="inline">
    <xsl:variable name="clock" as="xs:string?" select="core:clock(@synch)"/>
    <xsl:variable name="shown" as="xs:boolean" select="core:opens-paragraph(.)"/>
    <span class="anchor">
      <xsl:for-each select="$clock">
        <xsl:attribute name="title" select="."/>
      </xsl:for-each>
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:if test="$shown and $clock">
        <span class="clock" data-added=""><xsl:value-of select="$clock"/></span>
      </xsl:if>
    </span>
    <xsl:if test="$shown and $clock">
      <xsl:text> </xsl:text>
    </xsl:if>
    <xsl:call-template name="doubts"/>
  </xsl:template>

  <!-- Paragraphs are filled anew: the lines of the source are not those of the page. -->
  <xsl:template match="lb" mode="inline">
    <xsl:value-of select="core:line-end(.)"/>
  </xsl:template>

  <xsl:template match="lb[core:begins-line(.)]" mode="inline" priority="1">
    <br/>
  </xsl:template>

  <xsl:template match="lb[@xml:id]" mode="inline" priority="2">
    <xsl:next-match/>
    <span class="anchor"><xsl:call-template name="content"/></span>
  </xsl:template>

  <!-- A statement of certainty inside the text speaks of it and is not of it. -->
  <xsl:template match="certainty" mode="inline block">
    <span class="certainty" data-added=""><xsl:apply-templates select="@*" mode="attribute"/></span>
  </xsl:template>

</xsl:stylesheet>
