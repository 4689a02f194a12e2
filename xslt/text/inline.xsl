<!-- Phrases: their words as they are; lines and cells parted. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:text="urn:x-edition:text"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template match="emph | hi | distinct | mentioned | term | gloss | num | measure | seg | desc | bibl | biblScope | author
                       | publisher | pubPlace | edition | idno | email | address | said | listBibl | docDate | docAuthor | foreign
                       | title | q | quote | soCalled | cit | date | time | ref | anchor | choice | app | subst | sic | orig | lem
                       | abbr | del | note | fw | persName | placeName | orgName | rs | name | geogName | country | region
                       | settlement | district | eventName | objectName | bloc | roleName | forename | surname | addName | genName
                       | nameLink | geogFeat | affiliation | occupation" mode="inline">
    <xsl:apply-templates mode="inline"/>
    <xsl:call-template name="doubts"/>
  </xsl:template>

  <xsl:template match="text()[parent::choice or parent::app][not(normalize-space())]" mode="inline"/>

  <xsl:template match="kinesic | vocal | incident | writing" mode="inline">
    <xsl:apply-templates mode="inline"/>
    <xsl:if test="not(normalize-space())">
      <xsl:value-of select="text:added((@type, core:word(local-name(), $interface))[1])"/>
    </xsl:if>
    <xsl:call-template name="doubts"/>
  </xsl:template>

  <xsl:template match="pause | shift" mode="inline">
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

  <xsl:template match="pb | cb | gb" mode="inline">
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

  <xsl:template match="l | lg | list | table | row | p | ab | head | trailer | dateline | signed | salute | closer | byline | opener | addrLine"
                mode="inline">
    <xsl:value-of select="$line-end"/>
    <xsl:apply-templates mode="inline"/>
    <xsl:call-template name="doubts"/>
    <xsl:value-of select="$line-end"/>
  </xsl:template>

  <xsl:template match="item | list/label" mode="inline">
    <xsl:value-of select="$line-end || '- '"/>
    <xsl:apply-templates mode="inline"/>
    <xsl:call-template name="doubts"/>
    <xsl:value-of select="$line-end"/>
  </xsl:template>

  <xsl:template match="label" mode="inline">
    <xsl:apply-templates mode="inline"/>
    <xsl:call-template name="doubts"/>
    <xsl:text> </xsl:text>
  </xsl:template>

  <xsl:template match="cell" mode="inline">
    <xsl:apply-templates mode="inline"/>
    <xsl:call-template name="doubts"/>
    <xsl:if test="following-sibling::cell"> | </xsl:if>
  </xsl:template>

  <xsl:template match="lb" mode="inline">
    <xsl:value-of select="$line-end"/>
  </xsl:template>

  <xsl:template match="certainty" mode="inline"/>

</xsl:stylesheet>
