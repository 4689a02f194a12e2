<?xml version="1.0" encoding="UTF-8"?>
<!-- Attributes in the guide: those of an element with their values, those of a class once. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:odd="https://edition.invalid/odd"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:template match="classSpec" mode="guide" as="element()">
    <section class="element" aria-labelledby="{@ident}">
      <h3 id="{@ident}">{gloss}</h3>
      <p class="description"><xsl:apply-templates select="desc" mode="prose"/></p>
      <xsl:call-template name="own-attributes"/>
      <xsl:if test="odd:attribute-classes(.)">
        <dl class="facts"><xsl:call-template name="shared-attributes"/></dl>
      </xsl:if>
      <xsl:call-template name="rules"/>
    </section>
  </xsl:template>

  <!-- The attributes declared with an element or class. -->
  <xsl:template name="own-attributes" as="element()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test="attList/attDef">
      <h4>Attributes</h4>
      <dl class="attributes">
        <xsl:apply-templates select="attList/attDef" mode="guide"/>
      </dl>
    </xsl:if>
  </xsl:template>

  <xsl:template match="attDef" mode="guide" as="element()+">
    <dt>
      <code class="attribute">{@ident}</code>
      <xsl:if test="@usage = 'req'"> <b class="required">required</b></xsl:if>
    </dt>
    <dd>
      <xsl:apply-templates select="desc" mode="prose"/>
      <xsl:apply-templates select="datatype[not(../valList)]" mode="guide"/>
      <xsl:apply-templates select="valList" mode="guide"/>
    </dd>
  </xsl:template>

  <!-- The form of a value, where the attribute does not explain itself. -->
  <xsl:template match="datatype" mode="guide" as="node()*">
    <xsl:variable name="form" as="element(dataSpec)?" select="dataRef/key('declaration', @key)"/>
    <xsl:if test="$form and not($form/@ident = ('teidata.text', 'teidata.word', 'teidata.enumerated'))">
      <xsl:text> </xsl:text>
      <span class="form">
        <xsl:if test="@maxOccurs = 'unbounded'">One or more, separated by spaces: </xsl:if>
        <xsl:apply-templates select="$form/desc" mode="prose"/>
      </span>
      <xsl:apply-templates select="$form/content/valList" mode="guide"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="valList" mode="guide" as="element()+">
    <xsl:if test="@type = 'semi'">
      <p class="form">Other values are possible; these are agreed:</p>
    </xsl:if>
    <dl class="values">
      <xsl:for-each select="valItem">
        <div>
          <dt><code class="value">{@ident}</code></dt>
          <dd><xsl:apply-templates select="desc" mode="prose"/></dd>
        </div>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <!-- The attributes that an element or class has from classes: by name, linked to the class. -->
  <xsl:template name="shared-attributes" as="element()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="shared" as="element(attDef)*" select="odd:attribute-classes(.) ! odd:attributes(.)"/>
    <xsl:if test="$shared">
      <dt>{if (attList) then 'Also carries' else 'May carry'}</dt>
      <dd>
        <xsl:for-each-group select="$shared" group-by="ancestor::classSpec/@ident">
          <xsl:if test="position() > 1">, </xsl:if>
          <a href="#{current-grouping-key()}"><code class="attribute">{string-join(current-group()/@ident, ', ')}</code></a>
        </xsl:for-each-group>
      </dd>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
