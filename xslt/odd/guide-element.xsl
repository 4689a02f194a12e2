<?xml version="1.0" encoding="UTF-8"?>
<!-- An element in the guide: what it is, an example, its attributes, its place, its rules. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:odd="https://edition.invalid/odd" xmlns:eg="http://www.tei-c.org/ns/Examples"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:key name="naming" match="content//*[self::elementRef or self::classRef or self::macroRef]" use="@key"/>

  <xsl:template match="elementSpec" mode="guide" as="element()">
    <section class="element" aria-labelledby="{@ident}">
      <h3 id="{@ident}"><code>{@ident}</code> <span class="gloss">{gloss}</span></h3>
      <p class="description"><xsl:apply-templates select="desc" mode="prose"/></p>
      <xsl:apply-templates select="exemplum" mode="guide"/>
      <xsl:call-template name="own-attributes"/>
      <dl class="facts">
        <xsl:call-template name="shared-attributes"/>
        <dt>May contain</dt>
        <dd><xsl:apply-templates select="content" mode="guide"/></dd>
        <dt>May stand in</dt>
        <dd><xsl:call-template name="parents"/></dd>
      </dl>
      <xsl:call-template name="rules"/>
      <xsl:apply-templates select="remarks/p" mode="prose"/>
    </section>
  </xsl:template>

  <xsl:template match="exemplum" mode="guide" as="element()">
    <pre tabindex="0" role="group" aria-label="Example"><code><xsl:apply-templates select="eg:egXML" mode="example"/></code></pre>
  </xsl:template>

  <!-- Where an element or group may stand: in elements that name it, and wherever the groups may to which it
       belongs. A group tells that of itself, once for all that are in it. -->
  <xsl:template name="parents" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="naming" as="element()*" select="key('naming', @ident)"/>
    <xsl:variable name="elements" as="element(elementSpec)*" select="$naming/ancestor::elementSpec"/>
    <xsl:variable name="groups" as="element()*"
      select="$naming/ancestor::macroSpec | classes/memberOf/key('declaration', @key)[self::classSpec/@type = 'model']"/>
    <xsl:sequence select="odd:elements-listed($elements)"/>
    <xsl:if test="$groups">
      <xsl:text>{if ($elements) then '; wherever ' else 'wherever '}</xsl:text>
      <xsl:for-each select="$groups">
        <xsl:if test="position() > 1"> or </xsl:if>
        <xsl:sequence select="odd:link(.)"/>
      </xsl:for-each>
      <xsl:text> may stand</xsl:text>
    </xsl:if>
    <xsl:if test="not($elements | $groups)">nothing: it is the outermost element</xsl:if>
  </xsl:template>

  <!-- The rules declared with an element or class. -->
  <xsl:template name="rules" as="element()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test="constraintSpec">
      <h4>Rules</h4>
      <ul class="rules">
        <xsl:for-each select="constraintSpec">
          <li id="{odd:code(.)}"><b>{odd:code(.)}</b> <xsl:apply-templates select="desc" mode="prose"/></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- Links to elements: in a line, or behind a summary when they are many. -->
  <xsl:function name="odd:elements-listed" as="node()*">
    <xsl:param name="elements" as="element(elementSpec)*"/>
    <xsl:variable name="links" as="node()*">
      <xsl:for-each select="$elements | ()">
        <xsl:sort select="lower-case(@ident)"/>
        <xsl:if test="position() > 1">, </xsl:if>
        <xsl:sequence select="odd:link(.)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="count($elements) gt 14">
        <details>
          <summary>{count($elements)} elements</summary>
          <p><xsl:sequence select="$links"/></p>
        </details>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$links"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
