<!-- Where a theme may add something of its own: each is empty until one does. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <!-- Above everything: the name of a project, its sign. -->
  <xsl:template name="masthead" visibility="public"/>

  <!-- At the end of the foot: who answers for the page, thanks, other terms. -->
  <xsl:template name="colophon" visibility="public"/>

  <!-- In the head of the page: more metadata. -->
  <xsl:template name="head-of-theme" visibility="public"/>

</xsl:stylesheet>
