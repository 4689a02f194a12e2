<!-- Phrases: their words as they are; lines and cells parted. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:text="urn:x-edition:text"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="*[self::persName or self::placeName or self::orgName or self::rs or self::name or self::roleName
                         or self::forename or self::surname or self::addName or self::genName or self::nameLink
                         or self::geogName or self::country or self::region or self::settlement or self::district
                         or self::eventName or self::objectName or self::date or self::time or self::num or self::measure
                         or self::title or self::q or self::quote or self::soCalled or self::mentioned or self::foreign
                         or self::gloss or self::term or self::emph or self::hi or self::distinct or self::ref
                         or self::note or self::desc or self::seg or self::said or self::fw or self::anchor
                         or self::choice or self::sic or self::orig or self::abbr or self::del
                         or self::bibl or self::biblScope or self::author or self::publisher or self::pubPlace
                         or self::edition or self::idno or self::editor or self::extent or self::availability
                         or self::licence or self::respStmt or self::resp]"
                mode="inline" priority="0">
    <xsl:apply-templates mode="inline"/>
    <xsl:call-template name="doubts"/>
  </xsl:template>

  <xsl:template match="note[core:is-apart(.)]" mode="inline" priority="1">
    <xsl:text> </xsl:text>
    <xsl:next-match/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="choice/text()[not(normalize-space())]" mode="inline"/>

  <xsl:template match="*[self::kinesic or self::vocal or self::incident or self::writing]" mode="inline" priority="-1">
    <xsl:apply-templates mode="inline"/>
    <xsl:if test="not(normalize-space())">
      <xsl:value-of select="text:added((@type, core:word(local-name(), $interface))[1])"/>
    </xsl:if>
    <xsl:call-template name="doubts"/>
  </xsl:template>

  <xsl:template match="*[self::pause or self::shift]" mode="inline" priority="-1">
    <xsl:value-of select="text:added(string-join((core:word(local-name(), $interface), @feature, @new, @dur), ' '))"/>
    <xsl:apply-templates mode="inline"/>
    <xsl:call-template name="doubts"/>
  </xsl:template>

  <xsl:template match="gap" mode="inline">
    <xsl:apply-templates mode="inline"/>
    <xsl:if test="not(normalize-space())">
      <xsl:value-of select="text:added(core:word('gap-' || @reason, $interface, core:word('gap', $interface)))"/>
    </xsl:if>
    <xsl:call-template name="doubts"/>
  </xsl:template>

  <xsl:template match="pb" mode="inline">
    <xsl:value-of select="text:added(if (@n) then core:phrase('page', $interface, @n) else core:word('page-break', $interface))"/>
  </xsl:template>

  <xsl:template match="milestone" mode="inline">
    <xsl:value-of select="text:added('⁂')"/>
  </xsl:template>

  <xsl:template match="ptr" mode="inline">
    <xsl:value-of select="text:added((core:targets(@target)[1] ! core:number(.)[.] ! ('¶ ' || .), string(@target))[1])"/>
  </xsl:template>

  <xsl:template match="titlePart" mode="inline">
    <xsl:apply-templates mode="inline"/>
    <xsl:value-of select="$line-end"/>
  </xsl:template>

  <xsl:template match="*[self::l or self::lg or self::list or self::table or self::row or self::p or self::head or self::dateline]"
                mode="inline" priority="-1">
    <xsl:value-of select="$line-end"/>
    <xsl:apply-templates mode="inline"/>
    <xsl:call-template name="doubts"/>
    <xsl:value-of select="$line-end"/>
  </xsl:template>

  <xsl:template match="*[self::item or self::label]" mode="inline" priority="-1">
    <xsl:value-of select="$line-end || '- '"/>
    <xsl:apply-templates mode="inline"/>
    <xsl:call-template name="doubts"/>
    <xsl:value-of select="$line-end"/>
  </xsl:template>

  <xsl:template match="cell" mode="inline">
    <xsl:apply-templates mode="inline"/>
    <xsl:call-template name="doubts"/>
    <xsl:if test="following-sibling::cell"> | </xsl:if>
  </xsl:template>

  <!-- A time of the recording, where a paragraph begins. -->
  <xsl:template match="anchor[@synch]" mode="inline" priority="1">
    <xsl:value-of select="core:clock(@synch)[core:opens-paragraph(current())] ! (text:added(.) || ' ')"/>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="lb" mode="inline">
    <xsl:value-of select="if (core:begins-line(.)) then $line-end else core:line-end(.)"/>
  </xsl:template>

  <xsl:template match="certainty" mode="inline"/>

</xsl:stylesheet>
