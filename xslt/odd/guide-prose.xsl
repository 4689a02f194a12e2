<?xml version="1.0" encoding="UTF-8"?>
<!-- The prose of the ODD, and the order of its chapters. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:odd="https://edition.invalid/odd"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:mode name="guide" on-no-match="fail"/>
  <xsl:mode name="prose" on-no-match="fail"/>

  <xsl:template match="div" mode="guide" as="element()">
    <section class="chapter" aria-labelledby="{@xml:id}">
      <h2 id="{@xml:id}">{head}</h2>
      <xsl:apply-templates select="* except head" mode="guide"/>
    </section>
  </xsl:template>

  <!-- The chapter that puts the schema together says nothing to a reader. -->
  <xsl:template match="div[.//schemaSpec]" mode="guide" priority="1"/>

  <xsl:template match="p | list" mode="guide" as="element()">
    <xsl:apply-templates select="." mode="prose"/>
  </xsl:template>

  <xsl:template match="specGrp" mode="guide" as="element()*">
    <xsl:apply-templates select="elementSpec" mode="guide"/>
    <xsl:apply-templates select="classSpec[@type = 'atts']" mode="guide"/>
    <xsl:call-template name="vocabulary">
      <xsl:with-param name="title" select="'Groups of elements'"/>
      <xsl:with-param name="specs" select="classSpec[@type = 'model'], macroSpec"/>
    </xsl:call-template>
    <xsl:call-template name="vocabulary">
      <xsl:with-param name="title" select="'Forms of values'"/>
      <xsl:with-param name="specs" select="dataSpec"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Declarations that are explained in a line or two. -->
  <xsl:template name="vocabulary" as="element()*">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="specs" as="element()*"/>
    <xsl:if test="$specs">
      <h3>{$title}</h3>
      <dl class="vocabulary">
        <xsl:for-each select="$specs">
          <dt id="{@ident}">{(gloss, @ident)[1]}</dt>
          <dd>
            <xsl:apply-templates select="desc" mode="prose"/>
            <xsl:text> </xsl:text>
            <xsl:sequence select="odd:elements-listed((self::classSpec/odd:elements-of-class(.), odd:children(content)))"/>
            <xsl:if test="self::classSpec or self::macroSpec">
              <div>May stand in: <xsl:call-template name="parents"/>.</div>
            </xsl:if>
          </dd>
        </xsl:for-each>
      </dl>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p" mode="prose" as="element()">
    <p><xsl:apply-templates mode="#current"/></p>
  </xsl:template>

  <xsl:template match="list" mode="prose" as="element()">
    <ol><xsl:apply-templates select="item" mode="#current"/></ol>
  </xsl:template>

  <xsl:template match="item" mode="prose" as="element()">
    <li><xsl:apply-templates mode="#current"/></li>
  </xsl:template>

  <xsl:template match="desc" mode="prose" as="node()*">
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="text()" mode="prose" as="text()">
    <xsl:value-of select="replace(., '\s+', ' ')"/>
  </xsl:template>

  <xsl:template match="gi" mode="prose" as="element()">
    <xsl:sequence select="odd:link(key('declaration', .))"/>
  </xsl:template>

  <xsl:template match="att" mode="prose" as="element()">
    <code class="attribute">{.}</code>
  </xsl:template>

  <xsl:template match="val" mode="prose" as="element()">
    <code class="value">{.}</code>
  </xsl:template>

  <xsl:template match="tag" mode="prose" as="element()">
    <code>&lt;{.}&gt;</code>
  </xsl:template>

  <xsl:template match="emph" mode="prose" as="element()">
    <em><xsl:apply-templates mode="#current"/></em>
  </xsl:template>
</xsl:stylesheet>
