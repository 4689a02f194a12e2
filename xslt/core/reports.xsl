<!-- Findings: what a stylesheet says to the program, which knows the codes and their words. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                exclude-result-prefixes="#all">

  <!-- Say that finding $code is at $element. -->
  <xsl:function name="core:report" as="empty-sequence()" visibility="public" new-each-time="yes">
    <xsl:param name="code" as="xs:string"/>
    <xsl:param name="element" as="element()"/>
    <xsl:message>
      <finding code="{$code}" element="{name($element)}" path="{path($element)}"/>
    </xsl:message>
  </xsl:function>

</xsl:stylesheet>
