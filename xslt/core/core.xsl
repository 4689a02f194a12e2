<!-- What every output needs to know of a document: how its parts are named, numbered, read and
     doubted, and the words of the interface. Templates that make output are not here. -->
<xsl:package name="edition:core" package-version="1.0" version="3.0"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:include href="words.xsl"/>
  <xsl:include href="dates.xsl"/>
  <xsl:include href="times.xsl"/>
  <xsl:include href="scripts.xsl"/>
  <xsl:include href="authorities.xsl"/>
  <xsl:include href="pointers.xsl"/>
  <xsl:include href="agents.xsl"/>
  <xsl:include href="certainty.xsl"/>
  <xsl:include href="reading.xsl"/>
  <xsl:include href="reports.xsl"/>
  <xsl:include href="reporting.xsl"/>

</xsl:package>
