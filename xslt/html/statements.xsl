<!-- Statements of certainty, and who makes them. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- What statements of certainty speak of, by id. -->
  <xsl:variable name="statements" as="map(xs:string, element(certainty)+)" select="core:statements($document)"/>

  <xsl:template name="by">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test="@resp">
      <xsl:text> </xsl:text>
      <span class="by">— <xsl:value-of select="core:names(@resp)"/></span>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
