<!-- Elements of TEI that the editions of this program have no use for, and others have: words and
     sentences, parts of books, letters, pictures. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:text="urn:x-edition:text"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="*[self::back or self::group or self::text or self::floatingText or self::prologue or self::epilogue
                         or self::performance or self::set or self::spGrp or self::annotationBlock or self::epigraph
                         or self::postscript or self::figure or self::listBibl or self::div1 or self::div2 or self::div3]"
                mode="block" priority="-1">
    <xsl:apply-templates mode="block"/>
  </xsl:template>

  <xsl:template match="*[self::ab or self::byline or self::docAuthor or self::docEdition or self::docImprint or self::imprimatur
                         or self::opener or self::salute or self::signed or self::caption or self::figDesc
                         or self::address or self::cit]" mode="block" priority="-1">
    <xsl:call-template name="paragraph"/>
  </xsl:template>

  <xsl:template match="*[self::ab or self::addrLine or self::salute or self::signed or self::byline]" mode="inline" priority="-1">
    <xsl:value-of select="$line-end"/>
    <xsl:apply-templates mode="inline"/>
    <xsl:value-of select="$line-end"/>
  </xsl:template>

  <xsl:template match="*[self::s or self::cl or self::phr or self::w or self::pc or self::c or self::m or self::g
                         or self::docAuthor or self::docDate or self::address or self::code or self::ident
                         or self::formula or self::app or self::lem or self::am or self::space or self::figure
                         or self::figDesc or self::caption or self::cit or self::email]" mode="inline" priority="-1">
    <xsl:apply-templates mode="inline"/>
    <xsl:call-template name="doubts"/>
  </xsl:template>

  <!-- The reading of another witness is no word of this text. -->
  <xsl:template match="rdg" mode="inline">
    <xsl:text>⟦</xsl:text>
    <xsl:value-of select="@wit ! (replace(., '#', '') || ': ')"/>
    <xsl:apply-templates mode="inline"/>
    <xsl:text>⟧</xsl:text>
  </xsl:template>

  <!-- What is said of words and has none, and pictures, which are not here. -->
  <xsl:template match="*[self::linkGrp or self::link or self::spanGrp or self::interpGrp or self::joinGrp or self::fs
                         or self::graphic or self::cb or self::gb][not(normalize-space())]" mode="inline block" priority="3"/>

  <!-- Words that stand in a turn without a paragraph: with the phrases around them they are one. -->
  <xsl:template match="u[not(seg)]/node()[../text()[normalize-space()]]" mode="block" priority="5">
    <xsl:if test="not(preceding-sibling::node())">
      <xsl:apply-templates select="../node()" mode="inline"/>
      <xsl:value-of select="$paragraph-end"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
