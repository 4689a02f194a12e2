<!-- Names: links to where the edition tells who or what is meant. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- The class of a linked name begins with "name"; its kind is among the rest: persName, placeName,
       orgName, or name for all others. -->
  <xsl:template match="*[html:is-name(.)]" mode="inline" priority="0">
    <xsl:variable name="address" as="xs:string?" select="html:name-address(.)"/>
    <xsl:choose>
      <xsl:when test="$address">
        <a class="{string-join(distinct-values(('name', local-name(), html:kind-of-name(.))), ' ')}" href="{$address}">
          <xsl:if test="@cert = ('low', 'medium', 'unknown')">
            <xsl:attribute name="data-cert" select="@cert"/>
          </xsl:if>
          <xsl:apply-templates select="@*" mode="attribute"/>
          <xsl:apply-templates mode="inline"/>
        </a>
        <xsl:call-template name="doubts"/>
      </xsl:when>
      <xsl:otherwise>
        <span class="{local-name()}"><xsl:call-template name="content"/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="html:is-name" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element[self::persName or self::placeName or self::orgName or self::rs or self::name
                                          or self::geogName or self::country or self::region or self::settlement
                                          or self::district or self::eventName or self::objectName])"/>
  </xsl:function>

  <!-- Where a name leads: to whom or what it means. Links do not nest. -->
  <xsl:function name="html:name-address" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="if ($name/* and core:holds-links($name)) then () else core:address($name/@ref)"/>
  </xsl:function>

  <!-- The kind of a name: what its element says, else what the entry is that it means. -->
  <xsl:function name="html:kind-of-name" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:variable name="entry" as="element()?"
                  select="if ($name/self::rs or $name/self::name) then core:targets($name/@ref)[1] else ()"/>
    <xsl:sequence select="if ($name/self::persName or $entry/(self::person | self::personGrp)) then 'persName'
                          else if ($name/self::orgName or $entry/self::org) then 'orgName'
                          else if ($name/(self::placeName | self::geogName | self::country | self::region
                                          | self::settlement | self::district) or $entry/self::place) then 'placeName'
                          else 'name'"/>
  </xsl:function>

</xsl:stylesheet>
