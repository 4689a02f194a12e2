<!-- Plays: speeches with their speakers, stage directions, the cast. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- A speech has its label inside; where none is printed, who speaks is ours to say. -->
  <xsl:template match="sp" mode="block">
    <div class="turn">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:call-template name="counted-id"/>
      <xsl:attribute name="role" select="'group'"/>
      <xsl:attribute name="aria-labelledby" select="html:id(.) || ':label'"/>
      <xsl:call-template name="ways"/>
      <xsl:apply-templates select="node()[. &lt;&lt; current()/speaker[1]]" mode="block"/>
      <h3 class="label" id="{html:id(.)}:label">
        <xsl:apply-templates select="speaker[1]" mode="inline"/>
        <xsl:if test="not(speaker)">
          <xsl:sequence select="html:added((core:speaker(.)[.], html:word('unnamed-speaker'))[1])"/>
        </xsl:if>
        <xsl:call-template name="doubts"/>
      </h3>
      <xsl:text> </xsl:text>
      <xsl:apply-templates select="if (speaker) then node()[. &gt;&gt; current()/speaker[1]] else node()" mode="block"/>
    </div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- Speeches before the first heading, of a prologue, have one that is only heard. -->
  <xsl:template match="front//sp[not(preceding::sp or preceding::head[parent::div])]" mode="block" priority="2">
    <h2 class="unseen"><xsl:call-template name="ours"/><xsl:value-of select="html:word('turns-list')"/></h2>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="speaker" mode="inline">
    <span class="printed"><xsl:call-template name="content"/></span>
  </xsl:template>

  <xsl:template match="*[self::stage or self::camera or self::sound or self::tech or self::view]" mode="block" priority="-1">
    <p class="event"><xsl:apply-templates select="." mode="inline"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="*[self::stage or self::camera or self::sound or self::tech or self::view]" mode="inline" priority="-1">
    <span class="event"><xsl:call-template name="content"/></span>
  </xsl:template>

  <!-- The cast is a list of lists; what heads one stands before it. -->
  <xsl:template match="*[self::castList or self::castGroup]" mode="block" priority="-1">
    <xsl:apply-templates select="head" mode="block"/>
    <ul class="cast">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:apply-templates select="node() except head" mode="block"/>
    </ul>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="castItem[parent::castList or parent::castGroup]" mode="block">
    <li><xsl:call-template name="content"/></li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- What stands in a cast beside its items. -->
  <xsl:template match="*[self::castList or self::castGroup]/*[not(self::head or self::castItem)]" mode="block" priority="2">
    <li><xsl:next-match/></li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="(castList | castGroup)/text()[normalize-space()]" mode="block" priority="2">
    <li><xsl:value-of select="."/></li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:stylesheet>
