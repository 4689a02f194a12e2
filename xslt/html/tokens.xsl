<!-- Linguistic annotation: sentences keep their ids; words and signs are but their letters, for a page
     of a hundred thousand elements is no page. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:core="urn:x-edition:core"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="*[self::w or self::pc or self::c or self::m or self::g]" mode="inline" priority="0">
    <xsl:apply-templates mode="inline"/>
  </xsl:template>

  <xsl:template match="*[self::s or self::cl or self::phr]" mode="inline" priority="-1">
    <span class="{local-name()}"><xsl:call-template name="content"/></span>
  </xsl:template>

  <!-- What is said of words, and has none of its own. -->
  <xsl:template match="*[self::linkGrp or self::link or self::spanGrp or self::interpGrp or self::joinGrp or self::fs][not(normalize-space())]"
                mode="inline block" priority="3"/>

</xsl:stylesheet>
