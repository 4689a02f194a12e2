<?xml version="1.0" encoding="UTF-8"?>
<!-- Examples in the guide: XML as it would stand in a file, with tags, attributes and values told apart. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:eg="http://www.tei-c.org/ns/Examples"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <xsl:mode name="example" on-no-match="fail"/>

  <xsl:template match="eg:egXML" mode="example" as="node()*">
    <xsl:variable name="lead" as="xs:string" select="replace(text()[1], '^\s*\n', '&#10;')"/>
    <xsl:apply-templates select="node()" mode="#current">
      <xsl:with-param name="lead" select="$lead[matches(., '^\s+$')]" tunnel="yes"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="eg:*" mode="example" as="node()*">
    <span class="tag">&lt;{name()}</span>
    <xsl:apply-templates select="@*" mode="#current"/>
    <xsl:choose>
      <xsl:when test="node()">
        <span class="tag">&gt;</span>
        <xsl:apply-templates mode="#current"/>
        <span class="tag">&lt;/{name()}&gt;</span>
      </xsl:when>
      <xsl:otherwise>
        <span class="tag">/&gt;</span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="@*" mode="example" as="node()*">
    <xsl:text> </xsl:text>
    <span class="attribute">{name()}</span>
    <xsl:text>=</xsl:text>
    <span class="value">"{.}"</span>
  </xsl:template>

  <!-- Lines begin where the example begins, not where it stands in the ODD. Markup characters are shown as written. -->
  <xsl:template match="text()" mode="example" as="text()?">
    <xsl:param name="lead" as="xs:string?" tunnel="yes"/>
    <xsl:variable name="shifted" as="xs:string" select="if ($lead) then replace(., $lead, '&#10;') else string(.)"/>
    <xsl:variable name="first" as="xs:boolean" select="parent::eg:egXML and not(preceding-sibling::node())"/>
    <xsl:variable name="last" as="xs:boolean" select="parent::eg:egXML and not(following-sibling::node())"/>
    <xsl:variable name="started" as="xs:string" select="if ($first) then replace($shifted, '^\s+', '') else $shifted"/>
    <xsl:variable name="ended" as="xs:string" select="if ($last) then replace($started, '\s+$', '') else $started"/>
    <xsl:value-of select="replace(replace($ended, '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;')"/>
  </xsl:template>
</xsl:stylesheet>
