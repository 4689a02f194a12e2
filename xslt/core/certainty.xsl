<!-- What is uncertain, and the evidence: @cert on an element, certainty in the standOff. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:key name="certainty" match="standOff//certainty" use="tokenize(@target) ! substring-after(., '#')"/>

  <!-- What says that $element is uncertain: the certainty statements about it; where there are
       none, the element itself if its @cert is less than high. -->
  <xsl:function name="core:doubts" as="element()*" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="statements" as="element(certainty)*"
                  select="$element/@xml:id ! key('certainty', ., root(.))"/>
    <xsl:sequence select="if ($statements) then $statements else $element[@cert[. ne 'high']]"/>
  </xsl:function>

  <!-- Every element of the text that is uncertain, in document order. -->
  <xsl:function name="core:doubtful" as="element()*" visibility="public">
    <xsl:param name="text" as="element(text)?"/>
    <xsl:variable name="stated" as="element()*"
                  select="root($text)/TEI/standOff//certainty/core:targets(@target)[ancestor::text]"/>
    <xsl:sequence select="($text//*[@cert[. ne 'high']] | $stated)[not(self::note[@type = 'annotation'])]"/>
  </xsl:function>

</xsl:stylesheet>
