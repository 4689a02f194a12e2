<?xml version="1.0" encoding="UTF-8"?>
<!-- ODD to one XSLT stylesheet that applies all rules in a single pass.

     Every element name with rules of its own gets one template; what applies to all elements stands in one
     named template that each of them calls. The result has one line of JSON for each finding. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:out="https://edition.invalid/xsl" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:odd="https://edition.invalid/odd" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns:tei="http://www.tei-c.org/ns/1.0" xmlns:fn="http://www.w3.org/2005/xpath-functions"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="sch fn">

  <xsl:include href="model.xsl"/>
  <xsl:include href="rules.xsl"/>

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>

  <xsl:mode name="test" on-no-match="fail"/>
  <xsl:mode name="message" on-no-match="fail"/>

  <xsl:template match="/" as="element()">
    <xsl:variable name="contexts" as="map(*)*" select="odd:rules(.)/constraint/sch:rule ! odd:contexts(.)"/>
    <out:stylesheet version="3.0" expand-text="no" exclude-result-prefixes="xs odd tei">
      <xsl:comment> Made from edition.odd by “edition schema”. Change the ODD, not this file. </xsl:comment>
      <out:output method="text"/>
      <out:mode name="check" on-no-match="shallow-skip"/>
      <out:template match="/">
        <out:apply-templates mode="check"/>
      </out:template>
      <xsl:sequence select="doc('findings.xsl')/*/*"/>
      <xsl:call-template name="element-templates">
        <xsl:with-param name="contexts" select="$contexts"/>
      </xsl:call-template>
      <xsl:for-each select="distinct-values($contexts ! ?rule ! generate-id())">
        <xsl:call-template name="rule-template">
          <xsl:with-param name="rule" select="($contexts ! ?rule)[generate-id() = current()][1]"/>
        </xsl:call-template>
      </xsl:for-each>
    </out:stylesheet>
  </xsl:template>

  <!-- One template for each set of elements with the same rules. -->
  <xsl:template name="element-templates" as="element()*">
    <xsl:param name="contexts" as="map(*)*"/>
    <xsl:call-template name="every-element">
      <xsl:with-param name="contexts" select="$contexts[?name = '*']"/>
    </xsl:call-template>
    <out:template match="*" mode="check">
      <out:call-template name="every-element"/>
    </out:template>
    <xsl:for-each-group select="distinct-values($contexts[?name != '*'] ! ?name)"
                        group-by="string-join($contexts[?name = current()] ! (odd:template-name(?rule) || ?condition), ' ')">
      <out:template match="{string-join(current-group() ! ('tei:' || .), ' | ')}" mode="check">
        <xsl:sequence select="$contexts[?name = current-group()[1]] ! odd:call(.)"/>
        <out:call-template name="every-element"/>
      </out:template>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The rules for all elements, and the way on to their children. Most elements have none of the
       attributes that these rules speak of: one look tells so. -->
  <xsl:template name="every-element" as="element()">
    <xsl:param name="contexts" as="map(*)*"/>
    <xsl:variable name="guarded" as="map(*)*" select="$contexts[exists(odd:needed(.))]"/>
    <out:template name="every-element">
      <out:if test="@*">
        <xsl:sequence select="$contexts[empty(odd:needed(.))] ! odd:call(.)"/>
        <out:if test="{string-join(distinct-values($guarded ! odd:needed(.)) ! ('@' || .), ' | ')}">
          <xsl:sequence select="$guarded ! odd:call(.)"/>
        </out:if>
      </out:if>
      <out:apply-templates select="*" mode="check"/>
    </out:template>
  </xsl:template>

  <!-- The attributes of which an element must have one to fulfil the condition of a context; none,
       where that is not to be seen from the condition. -->
  <xsl:function name="odd:needed" as="xs:string*">
    <xsl:param name="context" as="map(*)"/>
    <xsl:variable name="predicate" as="xs:string" select="tokenize($context?condition, '\]\[')[1]"/>
    <xsl:if test="not(matches($predicate, 'not\(@|@\*'))">
      <xsl:sequence select="analyze-string($predicate, '@([A-Za-z:]+)')//fn:group ! string()"/>
    </xsl:if>
  </xsl:function>

  <xsl:template name="rule-template" as="element()">
    <xsl:param name="rule" as="element(sch:rule)"/>
    <out:template name="{odd:template-name($rule)}">
      <xsl:apply-templates select="$rule/(sch:assert | sch:report)" mode="test"/>
    </out:template>
  </xsl:template>

  <!-- The call of a rule where its conditions hold. -->
  <xsl:function name="odd:call" as="element()">
    <xsl:param name="context" as="map(*)"/>
    <xsl:variable name="call" as="element()">
      <out:call-template name="{odd:template-name($context?rule)}"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$context?condition">
        <out:if test="{odd:test($context?condition)}">
          <xsl:sequence select="$call"/>
        </out:if>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$call"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The predicates of a context as a test of the element itself. -->
  <xsl:function name="odd:test" as="xs:string">
    <xsl:param name="condition" as="xs:string"/>
    <xsl:sequence select="if (contains($condition, '][')) then '.' || $condition
                          else replace($condition, '^\[(.*)\]$', '$1')"/>
  </xsl:function>

  <xsl:function name="odd:template-name" as="xs:string">
    <xsl:param name="rule" as="element(sch:rule)"/>
    <xsl:sequence select="$rule/ancestor::constraintSpec/@ident || $rule/preceding-sibling::sch:rule[1]/('-' || position())"/>
  </xsl:function>

  <xsl:template match="sch:assert" mode="test" as="element()">
    <out:if test="not({@test})">
      <xsl:call-template name="finding"/>
    </out:if>
  </xsl:template>

  <xsl:template match="sch:report" mode="test" as="element()">
    <out:if test="{@test}">
      <xsl:call-template name="finding"/>
    </out:if>
  </xsl:template>

  <!-- The call that writes a finding at the element where the rule is broken. -->
  <xsl:template name="finding" as="element()">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="values" as="xs:string*" select="
      '.', odd:quoted(odd:code(ancestor::constraintSpec)), odd:quoted(odd:severity(.)),
      odd:expression(odd:message-part(., 'message')), odd:expression(odd:message-part(., 'hint'))"/>
    <out:sequence select="odd:finding({string-join($values, ', ')})"/>
  </xsl:template>

  <!-- Text and values of a message as one XPath expression. -->
  <xsl:function name="odd:expression" as="xs:string">
    <xsl:param name="message" as="node()*"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:apply-templates select="$message" mode="message"/>
    </xsl:variable>
    <xsl:sequence select="string-join($parts, ' || ')"/>
  </xsl:function>

  <xsl:function name="odd:quoted" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="'''' || replace($text, '''', '''''') || ''''"/>
  </xsl:function>

  <xsl:template match="text()" mode="message" as="xs:string">
    <xsl:sequence select="odd:quoted(replace(., '\s+', ' '))"/>
  </xsl:template>

  <xsl:template match="sch:value-of" mode="message" as="xs:string">
    <xsl:sequence select="'string-join(' || @select || ', '' '')'"/>
  </xsl:template>
</xsl:stylesheet>
