<!-- The plain text edition, for reading: every word of the text, in order.

     * UTF-8, lines end with LF, the last one too. No markup, no byte order mark.
     * A paragraph of the text ends with PARAGRAPH SEPARATOR (U+2029). Where lines within it have to stay (verse, items,
       rows), LINE SEPARATOR (U+2028) parts them. edition.publishing.wrapping makes of that paragraphs
       of short lines with blank lines between, or one plain line each.
     * First the title, then date and place and lead as printed; headings, separators and closings
       are paragraphs of their own.
     * A turn begins with its label as printed; where the source prints no space after it, there is
       one here. A turn without label begins with its speaker's name in ⟦ ⟧.
     * Lines of verse and items of lists are lines of their own; cells of a table are parted by " | ".
     * Stage directions, summaries, pull quotes and bracketed insertions of the source stand where
       they stand in it.
     * What this edition adds stands in double brackets ⟦ ⟧: its notes, corrections and expansions,
       what it says is uncertain and why, and the kind of a paragraph that is not speech. They stand
       close to what they speak of: the text without double brackets and what is in them has the
       words of the source, and parts them as the source does.
     * It is the text and no more: the facts of the header, and the register of persons, places and
       bodies, are in the TEI and on the page. -->
<xsl:package name="edition:text" package-version="1.0" version="3.0" default-mode="page"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform">

  <xsl:use-package name="edition:core" package-version="1.0"/>

  <xsl:mode name="page" on-no-match="fail" visibility="public"/>
  <xsl:mode name="block" on-no-match="shallow-skip" visibility="public"/>
  <xsl:mode name="inline" on-no-match="text-only-copy" visibility="public"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:include href="paragraphs.xsl"/>

</xsl:package>
