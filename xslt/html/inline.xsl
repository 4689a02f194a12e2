<!-- Phrases. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="emph" mode="inline">
    <em><xsl:call-template name="content"/></em>
  </xsl:template>

  <xsl:template match="hi | distinct | mentioned | term | gloss | num | measure | seg | desc | opener | bibl | biblScope | author
                       | publisher | pubPlace | edition | idno | email | address | addrLine | said | listBibl | docDate | docAuthor"
                mode="inline">
    <span class="{local-name()}"><xsl:call-template name="content"/></span>
  </xsl:template>

  <xsl:template match="foreign" mode="inline">
    <i class="foreign"><xsl:call-template name="content"/></i>
  </xsl:template>

  <xsl:template match="title" mode="inline">
    <cite><xsl:call-template name="content"/></cite>
  </xsl:template>

  <!-- The quotation marks are those of the source: the style sheet adds none. -->
  <xsl:template match="q | quote | soCalled | cit" mode="inline">
    <q class="{local-name()}"><xsl:call-template name="content"/></q>
  </xsl:template>

  <xsl:template match="date | time" mode="inline">
    <time>
      <xsl:for-each select="core:datetime(@when)">
        <xsl:attribute name="datetime" select="."/>
      </xsl:for-each>
      <xsl:call-template name="content"/>
    </time>
  </xsl:template>

  <!-- HTML reads the text of a time element without @datetime as a date: then it is no time. -->
  <xsl:template match="date[empty(core:datetime(@when))] | time[empty(core:datetime(@when))]" mode="inline" priority="2">
    <span class="date"><xsl:call-template name="content"/></span>
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

  <xsl:template match="lb" mode="inline">
    <br/>
  </xsl:template>

  <xsl:template match="lb[@xml:id]" mode="inline" priority="2">
    <br/>
    <span class="anchor"><xsl:call-template name="content"/></span>
  </xsl:template>

  <!-- A statement of certainty inside the text speaks of it and is not of it. -->
  <xsl:template match="certainty" mode="inline block">
    <span class="certainty" data-added=""><xsl:apply-templates select="@*" mode="attribute"/></span>
  </xsl:template>

</xsl:stylesheet>
