<!-- Names: links to where the edition tells who or what is meant. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="*[self::persName or self::placeName or self::orgName or self::rs or self::name or self::geogName
                         or self::country or self::region or self::settlement or self::district
                         or self::eventName or self::objectName]" mode="inline" priority="0">
    <xsl:variable name="address" as="xs:string?" select="if (* and core:holds-links(.)) then () else core:address(@ref)"/>
    <xsl:choose>
      <xsl:when test="$address">
        <a class="name {local-name()}" href="{$address}">
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

</xsl:stylesheet>
