<!-- What is uncertain, and the evidence: @cert on an element, certainty in the standOff. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:core="urn:x-edition:core"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- The certainty statements of $document, by the id of what they are about. Made once a document
       and handed to core:doubts, for most ids have none. -->
  <xsl:function name="core:statements" as="map(xs:string, element(certainty)+)" visibility="public">
    <xsl:param name="document" as="document-node()"/>
    <xsl:sequence select="map:merge(
                            for $certainty in $document/TEI/standOff//certainty, $target in tokenize($certainty/@target)
                            return map:entry(substring-after($target, '#'), $certainty),
                            map { 'duplicates': 'combine' })"/>
  </xsl:function>

  <!-- What says that $element is uncertain: the certainty statements about it; where there are
       none, the element itself if its @cert is less than high. Of a name only what is as likely wrong
       as right is a doubt to be told there: the register says what else is a proposal. -->
  <xsl:function name="core:doubts" as="element()*" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="statements" as="map(xs:string, element(certainty)+)"/>
    <xsl:variable name="about" as="element(certainty)*"
                  select="$element/@xml:id ! $statements(string(.))[not(core:is-overruled(., $element))]"/>
    <xsl:sequence select="if ($about) then $about else $element[core:says-doubt(.)]"/>
  </xsl:function>

  <!-- Whether what $statement says of an attribute of $element was decided since: where the attribute
       stands, it is said to be certain, or to be the work of somebody else, who has no doubt. -->
  <xsl:function name="core:is-overruled" as="xs:boolean" visibility="public">
    <xsl:param name="statement" as="element(certainty)"/>
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="attribute" as="xs:string" select="substring-after($statement/@match, '@')"/>
    <xsl:variable name="bearer" as="element()?"
                  select="($element/ancestor-or-self::*[@*/name() = $attribute][1], $element/said[@*/name() = $attribute])[1]"/>
    <xsl:sequence select="not($statement/@cert = 'high')
                          and exists($bearer[@cert = 'high' or not(@cert) and @resp and not(@resp = $statement/@resp)])"/>
  </xsl:function>

  <xsl:function name="core:says-doubt" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($element/(self::persName | self::placeName | self::orgName | self::rs))
                          then $element/@cert = 'low' else exists($element/@cert[. ne 'high'])"/>
  </xsl:function>

  <!-- Every element of the text that is uncertain, in document order. -->
  <xsl:function name="core:doubtful" as="element()*" visibility="public">
    <xsl:param name="text" as="element(text)?"/>
    <xsl:variable name="stated" as="element()*"
                  select="root($text)/TEI/standOff//certainty/core:targets(@target)[ancestor::text]"/>
    <xsl:sequence select="($text//*[@cert][core:says-doubt(.)] | $stated)[not(self::note[core:is-called(.)])]"/>
  </xsl:function>

</xsl:stylesheet>
