<!-- Who spoke, and who is responsible: names for the ids that @who and @resp point to. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- The first name of a person, editor, organisation, place … as one line. -->
  <xsl:function name="core:name" as="xs:string" visibility="public">
    <xsl:param name="agent" as="element()"/>
    <xsl:sequence select="normalize-space(
                            ($agent/persName, $agent/orgName, $agent/placeName, $agent/name, $agent/title, $agent/eventName,
                             $agent/objectName, $agent/geogName, $agent/head, $agent/label,
                             $agent[not(*)], $agent/@xml:id, $agent)[1])"/>
  </xsl:function>

  <!-- The names that @who or @resp stands for, joined. -->
  <xsl:function name="core:names" as="xs:string" visibility="public">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:sequence select="string-join(
                            for $pointer in tokenize($pointers)
                            return (id(substring-after($pointer, '#'), $pointers) ! core:name(.), $pointer)[1], ', ')"/>
  </xsl:function>

  <!-- The printed label of a turn, if it has one: before it, or, as plays have it, inside. -->
  <xsl:function name="core:label" as="element()?" visibility="public">
    <xsl:param name="turn" as="element()"/>
    <xsl:sequence select="if ($turn/self::u) then $turn/preceding-sibling::*[1][self::note][@type = 'speaker']
                          else $turn/speaker[1]"/>
  </xsl:function>

  <!-- The words of a label without notes about them. -->
  <xsl:function name="core:words-of-label" as="xs:string">
    <xsl:param name="label" as="element()?"/>
    <xsl:sequence select="normalize-space(if ($label//note) then string-join($label//text()[not(ancestor::note except $label)]) else $label)"/>
  </xsl:function>

  <!-- A turn's speaker for lists: the name in the register, else the label without its colon, else
       what points to an entry in another file. -->
  <xsl:function name="core:speaker" as="xs:string" visibility="public">
    <xsl:param name="turn" as="element()"/>
    <xsl:sequence select="if ($turn/@who and core:targets($turn/@who)) then core:names($turn/@who)
                          else (replace(core:words-of-label(core:label($turn)), '\s*[:.]$', '')[.],
                                string-join(tokenize($turn/@who) ! replace(., '^[^#]*#', ''), ', '))[1]"/>
  </xsl:function>

</xsl:stylesheet>
