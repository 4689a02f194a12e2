<!-- What every plain text is made of; a profile that shows less imports this and says what. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:include href="page.xsl"/>
  <xsl:include href="blocks.xsl"/>
  <xsl:include href="speech.xsl"/>
  <xsl:include href="inline.xsl"/>
  <xsl:include href="additions.xsl"/>
  <xsl:include href="drama.xsl"/>
  <xsl:include href="matter.xsl"/>
  <xsl:include href="unhandled.xsl"/>

</xsl:stylesheet>
