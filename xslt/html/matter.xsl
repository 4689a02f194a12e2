<!-- Elements of TEI that the editions of this program have no use for, and others have: parts of books, letters, pictures. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="*[self::back or self::group or self::text or self::floatingText or self::prologue or self::epilogue
                         or self::performance or self::set or self::spGrp or self::annotationBlock or self::epigraph
                         or self::postscript or self::figure or self::listBibl or self::div1 or self::div2 or self::div3]"
                mode="block" priority="-1">
    <div class="{html:class-of-matter(.)}">
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:apply-templates mode="block"/>
    </div>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="*[self::ab or self::byline or self::docAuthor or self::docEdition or self::docImprint or self::imprimatur
                         or self::opener or self::salute or self::signed or self::caption or self::figDesc or self::speaker
                         or self::address or self::cit or self::castItem]"
                mode="block" priority="-1">
    <p class="{local-name()}"><xsl:call-template name="content"/></p>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="*[self::ab or self::addrLine or self::salute or self::signed or self::byline]" mode="inline" priority="-1">
    <xsl:text>&#10;</xsl:text>
    <span class="block"><xsl:call-template name="content"/></span>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="*[self::role or self::roleDesc or self::actor or self::docAuthor or self::docDate or self::address
                         or self::code or self::ident or self::formula or self::app or self::lem or self::am or self::space
                         or self::figure or self::figDesc or self::caption or self::cit or self::email]" mode="inline" priority="-1">
    <span class="{html:class-of-matter(.)}"><xsl:call-template name="content"/></span>
  </xsl:template>

  <!-- A "figure" is a number, in the classes of these pages. -->
  <xsl:function name="html:class-of-matter" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($element/self::figure) then 'illustration' else local-name($element)"/>
  </xsl:function>

  <!-- The reading of another witness is no word of this text. -->
  <xsl:template match="rdg" mode="inline">
    <span class="added rdg">
      <xsl:call-template name="ours"/>
      <xsl:text> ⟦</xsl:text>
      <xsl:value-of select="@wit ! (replace(., '#', '') || ': ')"/>
      <xsl:apply-templates mode="inline"/>
      <xsl:text>⟧</xsl:text>
    </span>
  </xsl:template>

  <!-- A picture is not fetched, and that is told; where it lies stands in the TEI. -->
  <xsl:template match="graphic[not(normalize-space())]" mode="inline block">
    <xsl:sequence select="core:report('P001', .)"/>
  </xsl:template>

  <xsl:template match="*[self::cb or self::gb][not(normalize-space())]" mode="inline block" priority="-1"/>

  <!-- Words that stand in a turn without a paragraph: with the phrases around them they are one. -->
  <xsl:template match="u[not(seg)]/node()[../text()[normalize-space()]]" mode="block" priority="5">
    <xsl:if test="not(preceding-sibling::node())">
      <p><xsl:apply-templates select="../node()" mode="inline"/></p>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
