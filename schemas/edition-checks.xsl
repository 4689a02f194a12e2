<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet xmlns:odd="https://edition.invalid/odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                version="3.0"
                expand-text="no"
                exclude-result-prefixes="xs odd tei"><!-- Made from edition.odd by “edition schema”. Change the ODD, not this file. -->
   <xsl:output method="text"/>
   <xsl:mode name="check" on-no-match="shallow-skip"/>
   <xsl:template match="/">
      <xsl:apply-templates mode="check"/>
   </xsl:template>
   <xsl:function name="odd:finding" as="xs:string">
      <xsl:param name="element" as="element()"/>
      <xsl:param name="code" as="xs:string"/>
      <xsl:param name="severity" as="xs:string"/>
      <xsl:param name="message" as="xs:string"/>
      <xsl:param name="hint" as="xs:string"/>
      <xsl:variable name="finding"
                    as="map(*)"
                    select="map {       'code': $code,       'severity': $severity,       'message': $message,       'hint': $hint,       'element': count($element/(ancestor::* | preceding::*)),       'xpath': odd:path($element),       'id': string($element/ancestor-or-self::*[@xml:id][1]/@xml:id)}"/>
      <xsl:sequence select="serialize($finding, map {'method': 'json'}) || '&#xA;'"/>
   </xsl:function>
   <xsl:function name="odd:path" as="xs:string">
      <xsl:param name="element" as="element()"/>
      <xsl:variable name="steps" as="xs:string*">
         <xsl:for-each select="$element/ancestor-or-self::*">
            <xsl:variable name="name" as="xs:QName" select="node-name()"/>
            <xsl:variable name="before"
                          as="xs:integer"
                          select="count(preceding-sibling::*[node-name() = $name])"/>
            <xsl:variable name="numbered"
                          as="xs:boolean"
                          select="$before &gt; 0 or exists(following-sibling::*[node-name() = $name])"/>
            <xsl:sequence select="'/' || local-name() || (if ($numbered) then '[' || $before + 1 || ']' else '')"/>
         </xsl:for-each>
      </xsl:variable>
      <xsl:sequence select="string-join($steps)"/>
   </xsl:function>
   <xsl:template match="tei:TEI[tei:text]" mode="check" priority="72">
      <xsl:if test="not(@xml:lang = tei:teiHeader/tei:profileDesc/tei:langUsage/tei:language/@ident)">
         <xsl:sequence select="odd:finding(., 'S501', 'error', 'The language of the text (xml:lang on TEI) is not declared in the header.', 'Give TEI an xml:lang, such as &#34;en&#34;, and list the same code as a language in langUsage.')"/>
      </xsl:if>
      <xsl:if test="not(not(tei:text/tei:front/tei:titlePage/tei:docTitle) or normalize-space(string-join(tei:text/tei:front/tei:titlePage/tei:docTitle//text()[not(ancestor::tei:note or ancestor::tei:corr or ancestor::tei:reg or ancestor::tei:expan or ancestor::tei:supplied or ancestor::tei:add)], '')) = tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[@type = 'main']/normalize-space(.))">
         <xsl:sequence select="odd:finding(., 'S502', 'error', 'The title in the text and the main title in the header differ.', 'Correct the one that does not agree with the source; both are the same words.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:body/tei:div" mode="check" priority="71">
      <xsl:if test="not(matches(@xml:id, '^d[0-9]+[a-z]*$'))">
         <xsl:sequence select="odd:finding(., 'S103', 'error', 'This section has no identifier of the form d1.', 'Give it the next free number, or the number of the section before it with a letter, such as d2a; never renumber the others.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:div" mode="check" priority="70">
      <xsl:if test="not(if (parent::tei:front) then @type = 'lead' else @type = 'debateSection')">
         <xsl:sequence select="odd:finding(., 'S104', 'error', 'A division of type &#34;' || string-join(@type, ' ') || '&#34; cannot stand in ' || string-join(local-name(..), ' ') || '.', 'In front only &#34;lead&#34; is used, in body only &#34;debateSection&#34;.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:div[@type = 'lead']" mode="check" priority="69">
      <xsl:if test="not(not(tei:u or tei:note[@type = 'speaker']))">
         <xsl:sequence select="odd:finding(., 'S105', 'error', 'A lead holds a turn or a speaker label.', 'Move the turn into a section of the body; a lead is what the publisher wrote about the meeting.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:u/tei:seg | tei:text//tei:div/tei:p | tei:text//tei:argument/tei:p"
                 mode="check"
                 priority="68">
      <xsl:if test="not(matches(@xml:id, '^p[0-9]+[a-z]*$'))">
         <xsl:sequence select="odd:finding(., 'S102', 'error', 'This paragraph has no identifier of the form p1.', 'Give it the number of the paragraph before it with a letter, such as p19a; never renumber the others.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:p | tei:head | tei:trailer | tei:closer | tei:dateline | tei:titlePart | tei:docDate"
                 mode="check"
                 priority="67">
      <xsl:if test="not(normalize-space(.) or *)">
         <xsl:sequence select="odd:finding(., 'S109', 'error', 'This ' || string-join(local-name(), ' ') || ' is empty.', 'Write its text, or remove the element.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:TEI[tei:text]/tei:teiHeader" mode="check" priority="66">
      <xsl:if test="not(tei:encodingDesc)">
         <xsl:sequence select="odd:finding(., 'S503', 'error', 'The header does not say how the transcript was encoded.', 'Add an encodingDesc between fileDesc and profileDesc.')"/>
      </xsl:if>
      <xsl:if test="not(tei:profileDesc)">
         <xsl:sequence select="odd:finding(., 'S503', 'error', 'The header does not say in which language the transcript is.', 'Add a profileDesc with langUsage after encodingDesc.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:titleStmt" mode="check" priority="65">
      <xsl:if test="not(count(tei:title[@type = 'main']) = 1)">
         <xsl:sequence select="odd:finding(., 'S506', 'error', 'The header has ' || string-join(count(tei:title[@type = 'main']), ' ') || ' main titles.', 'Exactly one title has the type &#34;main&#34;; further titles have the type &#34;sub&#34; or &#34;alt&#34;.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:title[@ref]" mode="check" priority="64">
      <xsl:if test="not(every $goal in id(replace(@ref, '#', '')) satisfies $goal/(self::tei:bibl | self::tei:event | self::tei:place))">
         <xsl:sequence select="odd:finding(., 'S211', 'error', 'The title refers to something that is no work.', 'Point to a bibl of a listBibl, or to a web address.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:meeting[@n]" mode="check" priority="63">
      <xsl:if test="not(matches(@n, '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'))">
         <xsl:sequence select="odd:finding(., 'S604', 'error', 'The date of the meeting (&#34;' || string-join(@n, ' ') || '&#34;) is not written as year, month and day.', 'Write it like 2023-01-18.')"/>
      </xsl:if>
      <xsl:if test="not(every $date in (/tei:TEI/tei:teiHeader/tei:profileDesc/tei:settingDesc/tei:setting[1]/tei:date[1]/@when, /tei:TEI/tei:text/tei:front/tei:titlePage/tei:docDate[tei:date][1]/tei:date[1]/@when) satisfies starts-with($date, @n) or starts-with(@n, $date))">
         <xsl:sequence select="odd:finding(., 'S604', 'error', 'The date of the meeting (&#34;' || string-join(@n, ' ') || '&#34;) does not agree with the date of the setting or on the title page.', 'Correct the one that does not agree with the source.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:fileDesc/tei:extent/tei:measure[@unit = ('turns', 'paragraphs', 'summaries')]"
                 mode="check"
                 priority="62">
      <xsl:if test="not(not(/tei:TEI/tei:text) or number(@quantity) = (if (@unit = 'turns') then count(/tei:TEI/tei:text//tei:u) else if (@unit = 'paragraphs') then count(/tei:TEI/tei:text//tei:seg) else count(/tei:TEI/tei:text//tei:note[@type = 'summary'])))">
         <xsl:sequence select="odd:finding(., 'S504', 'warning', 'The header counts ' || string-join(@quantity, ' ') || ' ' || string-join(@unit, ' ') || ', but the text has another number of them.', 'Correct the number; turns are counted as u, paragraphs of speech as seg, summaries as note.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:extent/tei:measure" mode="check" priority="61">
      <xsl:if test="not(@unit = ('turns', 'paragraphs', 'words', 'summaries', 'bytes', 'lines', 'pages') and @quantity)">
         <xsl:sequence select="odd:finding(., 'S507', 'error', 'This size has no quantity, or a unit that is not agreed.', 'The units are turns, paragraphs, words, summaries, bytes, lines and pages.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:idno" mode="check" priority="60">
      <xsl:if test="not(not(@type = 'URI') or matches(normalize-space(.), '^https?://[^\s]+$'))">
         <xsl:sequence select="odd:finding(., 'S508', 'error', 'This identifier (&#34;' || string-join(normalize-space(.), ' ') || '&#34;) is not a full web address.', 'Write the address with http:// or https://, without spaces; for another kind of identifier choose another type.')"/>
      </xsl:if>
      <xsl:if test="not(not(@type = 'sha256') or matches(normalize-space(.), '^[0-9a-f]{64}$'))">
         <xsl:sequence select="odd:finding(., 'S508', 'error', 'This is not a SHA-256 checksum.', 'A SHA-256 checksum has 64 digits 0-9 and a-f; copy it from the program.')"/>
      </xsl:if>
      <xsl:if test="not(not(@type = 'DOI') or matches(normalize-space(.), '^10\.[0-9]{4,}/[^\s]+$'))">
         <xsl:sequence select="odd:finding(., 'S508', 'error', 'This is not a DOI.', 'A DOI begins with 10. and has no https://doi.org/ before it.')"/>
      </xsl:if>
      <xsl:if test="not(normalize-space(.))">
         <xsl:sequence select="odd:finding(., 'S508', 'error', 'This identifier is empty.', 'Write the identifier, or remove the element.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:listPerson/*/tei:idno | tei:listPlace/*/tei:idno | tei:listOrg/*/tei:idno"
                 mode="check"
                 priority="59">
      <xsl:if test="(for $here in . return ../preceding-sibling::*[tei:idno[@type = $here/@type and string(@subtype) = string($here/@subtype)] = string($here)])">
         <xsl:sequence select="odd:finding(., 'S706', 'warning', 'An earlier entry of this register has the same identifier (&#34;' || string-join(., ' ') || '&#34;).', 'Unite the two entries if they are one and the same; otherwise correct the identifier.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:samplingDecl/tei:ab" mode="check" priority="58">
      <xsl:if test="not(@type = ('omitted', 'partial'))">
         <xsl:sequence select="odd:finding(., 'S509', 'error', 'In samplingDecl this kind of record is out of place.', 'Use the type &#34;omitted&#34; for lines of the source left out, and &#34;partial&#34; for a statement that the record is incomplete.')"/>
      </xsl:if>
      <xsl:if test="not(matches(@n, '^[1-9][0-9]*$'))">
         <xsl:sequence select="odd:finding(., 'S509', 'error', 'The number of the line in the source is missing.', 'Give the line number of the source file, counted from 1, in n.')"/>
      </xsl:if>
      <xsl:if test="not(not(@type = 'omitted') or not(preceding-sibling::tei:ab[@type = 'omitted'][number(@n) ge number(current()/@n)]))">
         <xsl:sequence select="odd:finding(., 'S509', 'error', 'Omitted lines are not in the order of the source, or a line occurs twice.', 'Sort them by line number and keep each line once.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:normalization/tei:ab" mode="check" priority="57">
      <xsl:if test="not(@type = ('noBreakSpace', 'whiteSpace', 'lineEnd', 'byteOrderMark', 'encoding', 'control'))">
         <xsl:sequence select="odd:finding(., 'S510', 'error', 'In normalization this kind of record is out of place.', 'Use noBreakSpace, whiteSpace, lineEnd, byteOrderMark, encoding or control.')"/>
      </xsl:if>
      <xsl:if test="not(@type = ('byteOrderMark', 'encoding') or matches(@n, '^[1-9][0-9]*$'))">
         <xsl:sequence select="odd:finding(., 'S510', 'error', 'The number of changed places is missing.', 'Give the number of cases in n.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:tagUsage" mode="check" priority="56">
      <xsl:if test="not(not(@occurs) or number(@occurs) = count(/tei:TEI/tei:text//*[local-name() = current()/@gi]))">
         <xsl:sequence select="odd:finding(., 'S505', 'warning', 'The header counts ' || string-join(@occurs, ' ') || ' elements ' || string-join(@gi, ' ') || ', but the text has ' || string-join(count(/tei:TEI/tei:text//*[local-name() = current()/@gi]), ' ') || '.', 'Correct occurs.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:category" mode="check" priority="55">
      <xsl:if test="not(@xml:id)">
         <xsl:sequence select="odd:finding(., 'S106', 'error', 'This category has no identifier, so nothing can belong to it.', 'Give it an xml:id.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:application/tei:ab" mode="check" priority="54">
      <xsl:if test="not(@type = 'convention')">
         <xsl:sequence select="odd:finding(., 'S512', 'error', 'In application this kind of record is out of place.', 'Use the type &#34;convention&#34;.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:change[@who]" mode="check" priority="53">
      <xsl:if test="not(every $goal in id(replace(@who, '#', '')) satisfies $goal/(self::tei:respStmt | self::tei:editor | self::tei:author | self::tei:person))">
         <xsl:sequence select="odd:finding(., 'S511', 'error', 'The change does not name an editor or program of the header.', 'Point to an editor or a respStmt in the titleStmt.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:u" mode="check" priority="52">
      <xsl:if test="not(matches(@xml:id, '^u[0-9]+[a-z]*$'))">
         <xsl:sequence select="odd:finding(., 'S101', 'error', 'This turn has no identifier of the form u1.', 'Give it the number of the turn before it with a letter, such as u19a; never renumber the others.')"/>
      </xsl:if>
      <xsl:if test="not(preceding-sibling::*[1][self::tei:note[@type = 'speaker']] or tokenize(@ana) = '#unlabelled')">
         <xsl:sequence select="odd:finding(., 'S302', 'error', 'This turn has no label before it and is not marked as unlabelled.', 'Put the note of type &#34;speaker&#34; directly before it, or add #unlabelled to ana.')"/>
      </xsl:if>
      <xsl:if test="not(tei:seg or tei:lg or tei:list or tei:table or tei:quote or tei:gap or tei:vocal or tei:writing)">
         <xsl:sequence select="odd:finding(., 'S307', 'error', 'This turn holds nothing that was said.', 'Add a seg with the words, or a gap where they are missing; or remove the turn with its label.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:u[tokenize(@ana) = '#unlabelled']"
                 mode="check"
                 priority="51">
      <xsl:if test="preceding-sibling::*[1][self::tei:note[@type = 'speaker']]">
         <xsl:sequence select="odd:finding(., 'S303', 'error', 'This turn has a printed label but is marked as unlabelled.', 'Remove #unlabelled from ana.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:u[not(@who)]" mode="check" priority="50">
      <xsl:if test="not(tokenize(@ana) = ('#unidentified', '#unlabelled'))">
         <xsl:sequence select="odd:finding(., 'S304', 'error', 'This turn does not say who speaks.', 'Add who; or add #unidentified to ana where the label names nobody, #unlabelled where there is no label.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:u[tokenize(@ana) = '#unidentified']"
                 mode="check"
                 priority="49">
      <xsl:if test="@who">
         <xsl:sequence select="odd:finding(., 'S305', 'error', 'This turn is marked as unidentified, but names a speaker.', 'Remove #unidentified from ana now that the speaker is known, or remove who.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:u[tokenize(@ana) = '#unlabelled'][@who]"
                 mode="check"
                 priority="48">
      <xsl:if test="not(@cert and @resp)">
         <xsl:sequence select="odd:finding(., 'S306', 'error', 'The source does not say who speaks this turn, and the file does not say who found out.', 'Add cert (high, medium or low) and resp.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:u[@who]" mode="check" priority="47">
      <xsl:if test="not(every $goal in id(replace(@who, '#', '')) satisfies $goal/ancestor::tei:particDesc)">
         <xsl:sequence select="odd:finding(., 'S311', 'warning', 'The speaker of this turn is not listed among the participants.', 'Move the person to the listPerson of particDesc, with the role &#34;speaker&#34;.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:seg" mode="check" priority="46">
      <xsl:if test="not(normalize-space(.) or tei:gap or tei:kinesic or tei:vocal or tei:incident or tei:pause)">
         <xsl:sequence select="odd:finding(., 'S308', 'error', 'This paragraph of speech is empty.', 'Write its words, put a gap where they are missing, or remove the seg.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:u/tei:seg" mode="check" priority="45">
      <xsl:if test="normalize-space(substring-before(substring(., 1, 250), ':')) = /tei:TEI/tei:teiHeader/tei:profileDesc/tei:particDesc/tei:listPerson/tei:person/tei:persName/normalize-space(.)">
         <xsl:sequence select="odd:finding(., 'S309', 'warning', 'This paragraph begins with the name of a participant and a colon, as if a label had been left in the speech.', 'If another person begins to speak here, close the turn, put the label into a note of type &#34;speaker&#34; and begin a new turn.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:note[@type = 'speaker']" mode="check" priority="44">
      <xsl:if test="not(following-sibling::*[1][self::tei:u])">
         <xsl:sequence select="odd:finding(., 'S301', 'error', 'This label of a speaker is not followed by a turn.', 'Put the u directly after the note; if nobody speaks, choose another type of note.')"/>
      </xsl:if>
      <xsl:if test="not(parent::tei:div)">
         <xsl:sequence select="odd:finding(., 'S310', 'error', 'The label of a speaker stands inside ' || string-join(local-name(..), ' ') || '.', 'Close the turn before it; label and turn are children of the div.')"/>
      </xsl:if>
      <xsl:if test="not(normalize-space(.))">
         <xsl:sequence select="odd:finding(., 'S310', 'error', 'This label of a speaker is empty.', 'Remove it and mark the turn as unlabelled (ana=&#34;#unlabelled&#34;).')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:note[@type = 'speaker'][tei:persName/@ref][following-sibling::*[1]/@who]"
                 mode="check"
                 priority="43">
      <xsl:if test="not(tei:persName/tokenize(@ref) = following-sibling::*[1]/tokenize(@who))">
         <xsl:sequence select="odd:finding(., 'S312', 'error', 'The name in the label refers to another person than the turn that follows.', 'Correct ref of the persName or who of the turn.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:note[@type = 'summary']" mode="check" priority="42">
      <xsl:if test="not(count(tei:said) = 1)">
         <xsl:sequence select="odd:finding(., 'S401', 'error', 'This summary does not hold exactly one said.', 'Put its words into one said with direct=&#34;false&#34;; divide a summary of several persons into several notes.')"/>
      </xsl:if>
      <xsl:if test="not(not(text()[normalize-space()]))">
         <xsl:sequence select="odd:finding(., 'S401', 'error', 'This summary has words outside its said.', 'Move all words, with their parentheses, into the said.')"/>
      </xsl:if>
      <xsl:if test="not(matches(@xml:id, '^s[0-9]+[a-z]*$'))">
         <xsl:sequence select="odd:finding(., 'S107', 'error', 'This summary has no identifier of the form s1.', 'Give it the next free number, or the number of the summary before it with a letter.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:said" mode="check" priority="41">
      <xsl:if test="not(parent::tei:note[@type = 'summary'])">
         <xsl:sequence select="odd:finding(., 'S402', 'error', 'A said stands outside a summary.', 'For speech use u and seg, for words quoted by a speaker q or quote.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:note[@type = ('summary', 'pullquote')]"
                 mode="check"
                 priority="40">
      <xsl:if test="not(parent::tei:div or parent::tei:u or parent::tei:body)">
         <xsl:sequence select="odd:finding(., 'S403', 'error', 'A note of type &#34;' || string-join(@type, ' ') || '&#34; stands inside a paragraph.', 'Summaries and pull quotes are blocks of their own, between turns or between the paragraphs of a turn.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:note[@type = 'annotation']" mode="check" priority="39">
      <xsl:if test="not(@resp or ancestor::tei:standOff or ancestor::tei:teiHeader)">
         <xsl:sequence select="odd:finding(., 'S404', 'error', 'This annotation does not say who wrote it.', 'Add resp, pointing to an editor of the header.')"/>
      </xsl:if>
      <xsl:if test="tokenize(@resp) = '#source'">
         <xsl:sequence select="odd:finding(., 'S404', 'error', 'This annotation is ascribed to the makers of the transcript.', 'For words of the source choose the type &#34;editorial&#34; or &#34;pullquote&#34;; for your own point resp to your entry in the header.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:note[@type = ('editorial', 'summary', 'pullquote')]"
                 mode="check"
                 priority="38">
      <xsl:if test="not(@resp)">
         <xsl:sequence select="odd:finding(., 'S405', 'error', 'This note does not say who inserted it.', 'Add resp=&#34;#source&#34; when it stands in the source; a note of your own has the type &#34;annotation&#34;.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:note[not(@type = 'speaker')]" mode="check" priority="37">
      <xsl:if test="not(normalize-space(.) or tei:ptr)">
         <xsl:sequence select="odd:finding(., 'S408', 'error', 'This note is empty.', 'Write its text, or remove it.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:said[@cert]" mode="check" priority="36">
      <xsl:if test="not(@resp)">
         <xsl:sequence select="odd:finding(., 'S407', 'error', 'The attribution of this summary is marked as uncertain, but not signed.', 'Add resp, pointing to the editor or program that attributed it.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:kinesic[@xml:id] | tei:vocal[@xml:id] | tei:incident[@xml:id] | tei:gap[@xml:id]"
                 mode="check"
                 priority="35">
      <xsl:if test="not(matches(@xml:id, '^e[0-9]+[a-z]*$'))">
         <xsl:sequence select="odd:finding(., 'S108', 'error', 'The identifier of this event (&#34;' || string-join(@xml:id, ' ') || '&#34;) has not the form e1.', 'Use the next free number after e, or the number of the event before it with a letter.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:desc" mode="check" priority="34">
      <xsl:if test="not(normalize-space(.))">
         <xsl:sequence select="odd:finding(., 'S409', 'error', 'This description is empty.', 'Write what the source prints, or what is to be said; or remove the element.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:gap[tokenize(@resp) = '#source']"
                 mode="check"
                 priority="33">
      <xsl:if test="not(tei:desc)">
         <xsl:sequence select="odd:finding(., 'S410', 'error', 'The source omits something here, but its sign is not kept.', 'Put the printed sign into a desc, for instance &lt;desc&gt;&amp;lt;…&amp;gt;&lt;/desc&gt;.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:gap[@reason = 'missing']" mode="check" priority="32">
      <xsl:if test="not(@resp and not(tokenize(@resp) = '#source'))">
         <xsl:sequence select="odd:finding(., 'S411', 'error', 'This gap is an inference of an editor, but not signed.', 'Add resp, pointing to an editor of the header, and cert.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:fw[@type = 'separator']" mode="check" priority="31">
      <xsl:if test="not(preceding-sibling::*[1][self::tei:milestone])">
         <xsl:sequence select="odd:finding(., 'S412', 'error', 'This ornament does not follow a milestone.', 'Put &lt;milestone unit=&#34;section&#34;/&gt; directly before it.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:anchor" mode="check" priority="30">
      <xsl:if test="not(@xml:id)">
         <xsl:sequence select="odd:finding(., 'S110', 'error', 'This anchor has no identifier, so nothing can point to it.', 'Give it an xml:id, or remove it.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:persName[@ref]" mode="check" priority="29">
      <xsl:if test="not(every $goal in id(replace(@ref, '#', '')) satisfies $goal/(self::tei:person | self::tei:personGrp))">
         <xsl:sequence select="odd:finding(., 'S205', 'error', 'The name of a person refers to something that is no person.', 'Point to a person of a register, or choose the element that fits the thing named.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:persName | tei:placeName | tei:orgName | tei:rs | tei:name | tei:roleName | tei:geogName | tei:country | tei:region | tei:settlement | tei:district | tei:eventName | tei:objectName | tei:forename | tei:surname | tei:title | tei:date | tei:time | tei:num | tei:measure"
                 mode="check"
                 priority="28">
      <xsl:if test="not(normalize-space(.) or tei:gap)">
         <xsl:sequence select="odd:finding(., 'S703', 'error', 'This ' || string-join(local-name(), ' ') || ' is empty.', 'Write the words it marks, or remove it.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:placeName[@ref] | tei:geogName[@ref] | tei:country[@ref] | tei:region[@ref] | tei:settlement[@ref] | tei:district[@ref]"
                 mode="check"
                 priority="27">
      <xsl:if test="not(every $goal in id(replace(@ref, '#', '')) satisfies $goal/(self::tei:place | self::tei:org))">
         <xsl:sequence select="odd:finding(., 'S212', 'error', 'The name of a place refers to something that is no place.', 'Point to a place of a register, or choose the element that fits the thing named.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:orgName[@ref]" mode="check" priority="26">
      <xsl:if test="not(every $goal in id(replace(@ref, '#', '')) satisfies $goal/(self::tei:org | self::tei:place | self::tei:personGrp))">
         <xsl:sequence select="odd:finding(., 'S213', 'error', 'The name of a body refers to something that is no body.', 'Point to an org of a register, or choose the element that fits the thing named.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:eventName[@ref]" mode="check" priority="25">
      <xsl:if test="not(every $goal in id(replace(@ref, '#', '')) satisfies $goal/self::tei:event)">
         <xsl:sequence select="odd:finding(., 'S214', 'error', 'The name of an event refers to something that is no event.', 'Point to an event of a register, or choose the element that fits the thing named.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:date[@cert]" mode="check" priority="24">
      <xsl:if test="not(@when or @from or @to or @notBefore or @notAfter)">
         <xsl:sequence select="odd:finding(., 'S603', 'error', 'This date is marked as uncertain, but not given.', 'Add when, from, to, notBefore or notAfter.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:foreign" mode="check" priority="23">
      <xsl:if test="not(@xml:lang)">
         <xsl:sequence select="odd:finding(., 'S804', 'error', 'These foreign words do not say in which language they are.', 'Add xml:lang, for instance &#34;ru&#34;, or &#34;ru-Latn&#34; for Russian in Latin letters.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:supplied | tei:add | tei:corr | tei:reg"
                 mode="check"
                 priority="22">
      <xsl:if test="not(@resp or parent::tei:choice/@resp)">
         <xsl:sequence select="odd:finding(., 'S805', 'error', 'This ' || string-join(local-name(), ' ') || ' holds words that are not in the source, but does not say whose they are.', 'Add resp, pointing to an editor of the header.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:table" mode="check" priority="21">
      <xsl:if test="not(count(distinct-values(tei:row/sum(tei:cell/(if (@cols) then number(@cols) else 1)))) = 1 or .//@rows)">
         <xsl:sequence select="odd:finding(., 'S806', 'warning', 'The rows of this table do not have equally many cells.', 'Add the missing cells, or write cols on a cell that spans several columns.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:person | tei:personGrp | tei:place | tei:org | tei:listEvent/tei:event | tei:listBibl/tei:bibl"
                 mode="check"
                 priority="20">
      <xsl:if test="not(@xml:id)">
         <xsl:sequence select="odd:finding(., 'S106', 'error', 'This entry of a register has no identifier, so no name can refer to it.', 'Give it an xml:id made from the name without spaces, such as VladimirPutin.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:person[tei:birth/@when][tei:death/@when]"
                 mode="check"
                 priority="19">
      <xsl:if test="not(starts-with(tei:birth[1]/@when, '-') or substring(tei:birth[1]/@when, 1, 4) le substring(tei:death[1]/@when, 1, 4))">
         <xsl:sequence select="odd:finding(., 'S606', 'error', 'This person dies (' || string-join(tei:death[1]/@when, ' ') || ') before being born (' || string-join(tei:birth[1]/@when, ' ') || ').', 'Correct one of the dates.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:particDesc//tei:person | tei:particDesc//tei:personGrp"
                 mode="check"
                 priority="18">
      <xsl:if test="not(@role)">
         <xsl:sequence select="odd:finding(., 'S709', 'warning', 'This participant has no role.', 'Write role=&#34;speaker&#34;, &#34;summarised&#34;, &#34;attending&#34; or &#34;absent&#34;; persons who are only mentioned stand in standOff.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:particDesc//tei:person[@role = 'speaker'][@xml:id]"
                 mode="check"
                 priority="17">
      <xsl:if test="not(concat('#', @xml:id) = /tei:TEI/tei:text//tei:u/@who/tokenize(.))">
         <xsl:sequence select="odd:finding(., 'S710', 'warning', 'This person is listed as a speaker, but has no turn.', 'Correct who of the turns, or the role of the person.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:sex" mode="check" priority="16">
      <xsl:if test="not(@source or @corresp or @resp)">
         <xsl:sequence select="odd:finding(., 'S708', 'warning', 'The sex of this person is stated without evidence.', 'Add source (a paragraph of the text that says “she” or “Ms”, or a register), or remove the element.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:geo" mode="check" priority="15">
      <xsl:if test="not(abs(number(tokenize(.)[1])) le 90 and abs(number(tokenize(.)[2])) le 180)">
         <xsl:sequence select="odd:finding(., 'S702', 'error', 'These coordinates (&#34;' || string-join(., ' ') || '&#34;) lie outside the earth.', 'Latitude comes first, then a space and the longitude.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:relation" mode="check" priority="14">
      <xsl:if test="not((@active and @passive) or count(tokenize(@mutual)) ge 2)">
         <xsl:sequence select="odd:finding(., 'S704', 'error', 'This relation does not connect two entries.', 'Write active and passive, or at least two pointers in mutual.')"/>
      </xsl:if>
      <xsl:if test="@mutual and (@active or @passive)">
         <xsl:sequence select="odd:finding(., 'S704', 'error', 'This relation is mutual and directed at once.', 'Use either mutual, or active and passive.')"/>
      </xsl:if>
      <xsl:if test="not(every $goal in id(replace(string-join((@active, @passive, @mutual), ' '), '#', '')) satisfies $goal/(self::tei:person | self::tei:personGrp | self::tei:place | self::tei:org | self::tei:event | self::tei:bibl))">
         <xsl:sequence select="odd:finding(., 'S215', 'error', 'This relation points to something that is no entry of a register.', 'Point to a person, place, org, event or bibl.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:certainty" mode="check" priority="13">
      <xsl:if test="not(@cert and @resp)">
         <xsl:sequence select="odd:finding(., 'S809', 'error', 'This doubt does not say how great it is, or whose it is.', 'Add cert (high, medium or low) and resp.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:span" mode="check" priority="12">
      <xsl:if test="not(id(substring(@from, 2)) and (not(@to) or id(substring(@to, 2))))">
         <xsl:sequence select="odd:finding(., 'S210', 'error', 'The passage begins or ends at an element that does not exist.', 'Correct from or to.')"/>
      </xsl:if>
      <xsl:if test="id(substring(@to, 2)) &lt;&lt; id(substring(@from, 2))">
         <xsl:sequence select="odd:finding(., 'S210', 'error', 'The passage ends before it begins.', 'Exchange from and to.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:when" mode="check" priority="11">
      <xsl:if test="not(@xml:id)">
         <xsl:sequence select="odd:finding(., 'S111', 'error', 'This point in time has no identifier, so nothing can refer to it.', 'Give it an xml:id such as t1.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:*[@who | @toWhom | @ref | @resp | @ana | @corresp | @synch | @next | @prev | @source | @target | @active | @passive | @mutual | @start | @end | @origin | @since | @where]"
                 mode="check"
                 priority="10">
      <xsl:if test="not(every $pointer in (@who, @toWhom, @ref, @resp, @ana, @corresp, @synch, @next, @prev, @source, @target, @active, @passive, @mutual, @start, @end, @origin, @since, @where)/tokenize(.)[starts-with(., '#')] satisfies id(substring($pointer, 2)))">
         <xsl:sequence select="odd:finding(., 'S201', 'error', 'No element of this file has the identifier that ' || string-join(string-join(for $pointer in (@who, @toWhom, @ref, @resp, @ana, @corresp, @synch, @next, @prev, @source, @target, @active, @passive, @mutual, @start, @end, @origin, @since, @where)/tokenize(.)[starts-with(., '#')] return if (id(substring($pointer, 2))) then () else $pointer, ' '), ' ') || ' points to.', 'Correct the spelling, or add the person, place or other element that is meant.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:*[@resp]" mode="check" priority="9">
      <xsl:if test="not(every $goal in id(replace(@resp, '#', '')) satisfies $goal/(self::tei:respStmt | self::tei:editor | self::tei:author | self::tei:person | self::tei:org | self::tei:persName | self::tei:orgName | self::tei:name))">
         <xsl:sequence select="odd:finding(., 'S203', 'error', 'The attribute resp (&#34;' || string-join(@resp, ' ') || '&#34;) does not name a responsible person or body.', 'Point to an editor or a respStmt in the titleStmt of the header.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:*[@ana]" mode="check" priority="8">
      <xsl:if test="not(every $goal in id(replace(@ana, '#', '')) satisfies $goal/self::tei:category)">
         <xsl:sequence select="odd:finding(., 'S204', 'error', 'The attribute ana (&#34;' || string-join(@ana, ' ') || '&#34;) names something that is no category.', 'Use a category of the taxonomy in classDecl, or add one there.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:*[@next | @prev]" mode="check" priority="7">
      <xsl:if test="not(every $goal in id(replace(@next, '#', '')) satisfies $goal &gt;&gt; . and node-name($goal) = node-name(.))">
         <xsl:sequence select="odd:finding(., 'S206', 'error', 'The attribute next (&#34;' || string-join(@next, ' ') || '&#34;) does not point to a later ' || string-join(local-name(), ' ') || '.', 'next names the element of the same kind that continues this one.')"/>
      </xsl:if>
      <xsl:if test="not(every $goal in id(replace(@prev, '#', '')) satisfies $goal &lt;&lt; . and node-name($goal) = node-name(.))">
         <xsl:sequence select="odd:finding(., 'S206', 'error', 'The attribute prev (&#34;' || string-join(@prev, ' ') || '&#34;) does not point to an earlier ' || string-join(local-name(), ' ') || '.', 'prev names the element of the same kind that this one continues.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:*[@corresp][@xml:id]" mode="check" priority="6">
      <xsl:if test="concat('#', @xml:id) = tokenize(@corresp)">
         <xsl:sequence select="odd:finding(., 'S207', 'error', 'This element is said to correspond to itself.', 'Point to the other element, or remove corresp.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:*[@synch]" mode="check" priority="5">
      <xsl:if test="not(every $goal in id(replace(@synch, '#', '')) satisfies $goal/(self::tei:when | self::tei:anchor | self::tei:u | self::tei:seg | self::tei:kinesic | self::tei:vocal | self::tei:incident | self::tei:pause | self::tei:shift | self::tei:writing))">
         <xsl:sequence select="odd:finding(., 'S208', 'error', 'The attribute synch (&#34;' || string-join(@synch, ' ') || '&#34;) points to something that does not happen in time.', 'Point to a turn, an event, an anchor or a when of the timeline.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:*[@when]" mode="check" priority="4">
      <xsl:if test="@from or @to or @notBefore or @notAfter">
         <xsl:sequence select="odd:finding(., 'S601', 'error', 'A date has when together with from, to, notBefore or notAfter.', 'Use when for a date that is known, from and to for a span, notBefore and notAfter for limits of an uncertain date.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:*[(@from and @to and not(self::tei:span)) or (@notBefore and @notAfter)]"
                 mode="check"
                 priority="3">
      <xsl:if test="not(not(@from and @to) or starts-with(@from, '-') or starts-with(@to, '-') or substring(@from, 1, min((string-length(@from), string-length(@to)))) le substring(@to, 1, min((string-length(@from), string-length(@to)))))">
         <xsl:sequence select="odd:finding(., 'S602', 'error', 'The span begins (' || string-join(@from, ' ') || ') after it ends (' || string-join(@to, ' ') || ').', 'Exchange from and to, or correct one of them.')"/>
      </xsl:if>
      <xsl:if test="not(not(@notBefore and @notAfter) or starts-with(@notBefore, '-') or starts-with(@notAfter, '-') or substring(@notBefore, 1, min((string-length(@notBefore), string-length(@notAfter)))) le substring(@notAfter, 1, min((string-length(@notBefore), string-length(@notAfter)))))">
         <xsl:sequence select="odd:finding(., 'S602', 'error', 'The earliest possible date (' || string-join(@notBefore, ' ') || ') lies after the latest (' || string-join(@notAfter, ' ') || ').', 'Exchange notBefore and notAfter, or correct one of them.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:*[@start | @end]" mode="check" priority="2">
      <xsl:if test="not(every $goal in id(replace(string-join((@start, @end), ' '), '#', '')) satisfies $goal/(self::tei:when | self::tei:anchor))">
         <xsl:sequence select="odd:finding(., 'S209', 'error', 'The attribute start or end does not point to a when of the time line.', 'Add the point to the timeline in standOff and point to it.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:*[@who][not(self::tei:change)] | tei:*[@toWhom]"
                 mode="check"
                 priority="1">
      <xsl:if test="not(every $goal in id(replace(string-join((@who, @toWhom), ' '), '#', '')) satisfies $goal/(self::tei:person | self::tei:personGrp))">
         <xsl:sequence select="odd:finding(., 'S202', 'error', 'The attribute who or toWhom names something that is neither a person nor a group of persons.', 'Point to a person in the listPerson of particDesc.')"/>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
</xsl:stylesheet>
