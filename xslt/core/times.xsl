<!-- The times of a recording, from the points of the time line. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- The time that @start, @end or @synch points to: "1:02:03" since the beginning of the recording;
       else the time of day, or the time as the source has it. -->
  <xsl:function name="core:clock" as="xs:string?" visibility="public">
    <xsl:param name="pointers" as="attribute()?"/>
    <xsl:variable name="point" as="element(when)?" select="core:targets($pointers)[self::when][1]"/>
    <xsl:variable name="origin" as="xs:string?" select="$point/parent::timeline/@origin ! string()"/>
    <xsl:choose>
      <xsl:when test="not($point)"/>
      <xsl:when test="$origin and $point/@since = $origin and $point/../@unit = 's' and not($point/@unit)
                      and $point/@interval castable as xs:decimal">
        <xsl:sequence select="core:hours(xs:decimal($point/@interval))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="($point/@absolute, $point/@n, '0:00'[$origin = '#' || $point/@xml:id])[1] ! string()"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Seconds as hours, minutes and seconds: "1:02:03", or "2:03" within the first hour. -->
  <xsl:function name="core:hours" as="xs:string">
    <xsl:param name="seconds" as="xs:decimal"/>
    <xsl:variable name="whole" as="xs:integer" select="xs:integer(floor(abs($seconds)))"/>
    <xsl:variable name="rest" as="xs:string" select="format-integer($whole mod 60, '00')"/>
    <xsl:variable name="minutes" as="xs:integer" select="$whole idiv 60 mod 60"/>
    <xsl:sequence select="'−'[$seconds lt 0]
                          || (if ($whole ge 3600) then ($whole idiv 3600) || ':' || format-integer($minutes, '00') else $minutes)
                          || ':' || $rest"/>
  </xsl:function>

  <!-- Whether a paragraph begins with this point of the time line: then its time is shown. -->
  <xsl:function name="core:opens-paragraph" as="xs:boolean" visibility="public">
    <xsl:param name="anchor" as="element(anchor)"/>
    <xsl:sequence select="exists($anchor/parent::*[self::seg or self::p])
                          and not($anchor/preceding-sibling::node()[not(self::text()) or normalize-space()])"/>
  </xsl:function>

</xsl:stylesheet>
