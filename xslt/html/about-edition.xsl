<!-- Who made the edition, under which terms, and how much there is of it. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <xsl:template name="about-edition">
    <xsl:context-item as="element(about)" use="required"/>
    <dl class="brief">
      <xsl:sequence select="edition/(html:told('title', @title), html:told('version', @version), html:told('publisher', @publisher),
                                     html:told('published', @date[string(.)] ! core:date(., $interface)),
                                     html:told('source-of-all', @source)),
                            count ! html:told(@key, html:count(@number))"/>
      <xsl:for-each select="edition/(licence, source-licence)">
        <div>
          <dt><xsl:value-of select="html:word(local-name())"/></dt>
          <dd><a href="{@target}" rel="{'license'[current()/self::licence]}"><xsl:value-of select="@name"/></a></dd>
        </div>
      </xsl:for-each>
      <xsl:for-each select="edition/editor">
        <div>
          <dt><xsl:value-of select="core:word(@role, $interface, string(@role))"/></dt>
          <dd>
            <xsl:choose>
              <xsl:when test="string(@address)">
                <a href="{@address}"><xsl:value-of select="@name"/></a>
              </xsl:when>
              <xsl:otherwise>
                <xsl:value-of select="@name"/>
              </xsl:otherwise>
            </xsl:choose>
          </dd>
        </div>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <xsl:function name="html:told" as="element()*">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="$value">
      <div>
        <dt><xsl:value-of select="html:word($key)"/></dt>
        <dd><xsl:value-of select="$value"/></dd>
      </div>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
