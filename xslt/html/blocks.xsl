<!-- Verse, lists, tables, quotations that stand between paragraphs; the same inside a paragraph, where HTML allows no blocks, as phrases with roles. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="lg" mode="block">
    <div class="verse">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:apply-templates mode="block"/>
    </div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="l" mode="block">
    <p class="line"><xsl:call-template name="content"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="lg" mode="inline">
    <xsl:text>&#10;</xsl:text>
    <span class="verse"><xsl:call-template name="content"/></span>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="l" mode="inline">
    <xsl:text>&#10;</xsl:text>
    <span class="line"><xsl:call-template name="content"/></span>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="list" mode="block">
    <xsl:variable name="first" as="element(head)*" select="head[not(preceding-sibling::*[not(self::head)] or preceding-sibling::text()[normalize-space()])]"/>
    <xsl:apply-templates select="$first" mode="block"/>
    <ul>
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:apply-templates select="node() except $first" mode="block"/>
    </ul>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="list[@type = ('ordered', 'numbered')]" mode="block">
    <xsl:variable name="first" as="element(head)*" select="head[not(preceding-sibling::*[not(self::head)] or preceding-sibling::text()[normalize-space()])]"/>
    <xsl:apply-templates select="$first" mode="block"/>
    <ol>
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:apply-templates select="node() except $first" mode="block"/>
    </ol>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="list/item" mode="block" priority="3">
    <li><xsl:call-template name="content"/></li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="list/item[core:is-of-paragraphs(.)]" mode="block" priority="4">
    <li>
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:apply-templates mode="block"/>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- What stands in a list beside its items. -->
  <xsl:template match="list/*[not(self::head) or preceding-sibling::*[not(self::head)] or preceding-sibling::text()[normalize-space()]]" mode="block" priority="2">
    <li class="{local-name()}"><xsl:apply-templates select="." mode="inline"/></li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="list" mode="inline">
    <xsl:text>&#10;</xsl:text>
    <span class="{if (@type = ('ordered', 'numbered')) then 'list ordered' else 'list'}" role="list"><xsl:call-template name="content"/></span>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="list/*" mode="inline" priority="2">
    <xsl:text>&#10;</xsl:text>
    <span class="item" role="listitem"><xsl:next-match/></span>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- What heads a list or an item is none. -->
  <xsl:template match="list/*[self::head or self::label]" mode="inline" priority="3">
    <xsl:text>&#10;</xsl:text>
    <span class="{local-name()}-of-list"><xsl:call-template name="content"/></span>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="*[self::item or self::label]" mode="inline" priority="-1">
    <span class="{local-name()}"><xsl:call-template name="content"/></span>
  </xsl:template>

  <xsl:template match="table" mode="block">
    <table>
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:for-each select="head[1]">
        <caption><xsl:call-template name="content"/></caption>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
      <tbody>
        <xsl:apply-templates select="node() except head[1]" mode="block"/>
      </tbody>
    </table>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="table/row" mode="block" priority="3">
    <tr>
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:apply-templates mode="block"/>
    </tr>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="row/cell" mode="block" priority="3">
    <td><xsl:call-template name="span"/><xsl:call-template name="content"/></td>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="row/cell[@role = 'label' or ../@role = 'label']" mode="block" priority="4">
    <th><xsl:call-template name="span"/><xsl:call-template name="content"/></th>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template name="span">
    <xsl:context-item as="element(cell)" use="required"/>
    <xsl:for-each select="@cols[. castable as xs:positiveInteger]">
      <xsl:attribute name="colspan" select="."/>
    </xsl:for-each>
    <xsl:for-each select="@rows[. castable as xs:positiveInteger]">
      <xsl:attribute name="rowspan" select="."/>
    </xsl:for-each>
  </xsl:template>

  <!-- What stands in a table beside its rows and cells. -->
  <xsl:template match="table/*" mode="block" priority="2">
    <tr><td><xsl:apply-templates select="." mode="inline"/></td></tr>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="row/*" mode="block" priority="2">
    <td><xsl:apply-templates select="." mode="inline"/></td>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="table" mode="inline">
    <xsl:text>&#10;</xsl:text>
    <span class="table" role="table"><xsl:call-template name="content"/></span>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="row" mode="inline">
    <xsl:text>&#10;</xsl:text>
    <span class="row" role="row"><xsl:call-template name="content"/></span>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="cell" mode="inline">
    <span class="cell" role="cell"><xsl:call-template name="content"/></span>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="*[self::quote or self::q]" mode="block" priority="-1">
    <blockquote>
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:choose>
        <xsl:when test="core:is-of-paragraphs(.)">
          <xsl:apply-templates mode="block"/>
        </xsl:when>
        <xsl:otherwise>
          <p><xsl:apply-templates mode="inline"/></p>
        </xsl:otherwise>
      </xsl:choose>
    </blockquote>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="*[self::bibl or self::anchor or self::lb or self::ptr or self::ref]" mode="block" priority="-1">
    <p class="{local-name()}"><xsl:apply-templates select="." mode="inline"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- Paragraphs within a phrase. -->
  <xsl:template match="*[self::p or self::head or self::dateline]" mode="inline" priority="-1">
    <xsl:text>&#10;</xsl:text>
    <span class="block"><xsl:call-template name="content"/></span>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
