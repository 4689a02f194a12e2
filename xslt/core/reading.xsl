<!-- What editors added to the words of the source. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- Whether an editor's addition stands in another one. -->
  <xsl:function name="core:is-inside-addition" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/ancestor::*[self::corr or self::reg or self::expan
                                                     or self::supplied or self::add or self::ex])"/>
  </xsl:function>

  <!-- Whether a note is called by a mark, and its words are none of the text around it: an editor's, or
       a footnote of TEI of other making, as edition.tei.reading has it. -->
  <xsl:function name="core:is-called" as="xs:boolean" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/@type = 'annotation' or core:is-footnote($note)"/>
  </xsl:function>

  <xsl:function name="core:is-footnote" as="xs:boolean" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="core:is-apart($note)
                          and ($note/@n or tokenize($note/@place) = ('foot', 'end', 'bottom', 'margin'))
                          and not($note/parent::*[self::text or self::front or self::titlePage or self::docTitle
                                                  or self::argument or self::body or self::back or self::group
                                                  or self::div or self::u or self::sp or self::lg or self::list
                                                  or self::table or self::row])"/>
  </xsl:function>

  <!-- Whether a note is of other making: within a paragraph a space stands at both its ends. -->
  <xsl:function name="core:is-apart" as="xs:boolean" visibility="public">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="not($note/@type = ('speaker', 'summary', 'pullquote', 'editorial', 'annotation'))"/>
  </xsl:function>

  <!-- Whether $element is made of paragraphs only: no words and no phrases stand beside them. -->
  <xsl:function name="core:is-of-paragraphs" as="xs:boolean" visibility="public">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="paragraphs" as="element()*"
                  select="$element/(p | said | lg | list | table | quote | dateline)"/>
    <xsl:sequence select="exists($paragraphs) and not($element/text()[normalize-space()])
                          and not($element/* except ($paragraphs, $element/(note | bibl | kinesic | vocal | incident
                            | writing | pause | shift | gap | milestone | fw | pb | lb | anchor | certainty)))"/>
  </xsl:function>

  <!-- Whether a line of the source begins a line for the reader, too: in headings and titles. -->
  <xsl:function name="core:begins-line" as="xs:boolean" visibility="public">
    <xsl:param name="break" as="element(lb)"/>
    <xsl:sequence select="exists($break/ancestor::*[self::head or self::titlePart or self::docDate or self::dateline
                                                    or self::signed or self::salute or self::trailer])"/>
  </xsl:function>

  <!-- What stands for the end of a line that is filled: a space, if no word is divided and none is printed. -->
  <xsl:function name="core:line-end" as="xs:string" visibility="public">
    <xsl:param name="break" as="element(lb)"/>
    <xsl:variable name="before" as="text()?" select="$break/preceding-sibling::node()[1][self::text()]"/>
    <xsl:variable name="after" as="text()?" select="$break/following-sibling::node()[1][self::text()]"/>
    <xsl:sequence select="if ($break/@break = ('no', 'maybe') or matches($before, '\s$') or matches($after, '^\s'))
                          then '' else ' '"/>
  </xsl:function>

</xsl:stylesheet>
