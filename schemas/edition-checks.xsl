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
   <xsl:variable xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                 name="numbers"
                 as="map(xs:string, xs:integer)"
                 select="map:merge(//* ! map:entry(generate-id(), position() - 1))"/>
   <xsl:function xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                 name="odd:finding"
                 as="xs:string">
      <xsl:param name="element" as="element()"/>
      <xsl:param name="code" as="xs:string"/>
      <xsl:param name="severity" as="xs:string"/>
      <xsl:param name="message" as="xs:string"/>
      <xsl:param name="hint" as="xs:string"/>
      <xsl:variable name="finding"
                    as="map(*)"
                    select="map {       'code': $code,       'severity': $severity,       'message': $message,       'hint': $hint,       'element': $numbers(generate-id($element))}"/>
      <xsl:sequence select="serialize($finding, map {'method': 'json'}) || '&#xA;'"/>
   </xsl:function>
   <xsl:template name="every-element">
      <xsl:if test="@*">
         <xsl:if test="@*[contains(., '#')]">
            <xsl:call-template name="S201-pointer-resolves"/>
         </xsl:if>
         <xsl:if test="@resp | @ana | @next | @prev | @corresp | @synch | @when | @from | @to | @notBefore | @notAfter | @start | @end | @who | @toWhom">
            <xsl:if test="@resp">
               <xsl:call-template name="S203-responsible-is-declared"/>
            </xsl:if>
            <xsl:if test="@ana">
               <xsl:call-template name="S204-category-declared"/>
            </xsl:if>
            <xsl:if test="@next or @prev">
               <xsl:call-template name="S206-parts-in-order"/>
            </xsl:if>
            <xsl:if test=".[@corresp][@xml:id]">
               <xsl:call-template name="S207-not-itself"/>
            </xsl:if>
            <xsl:if test="@synch">
               <xsl:call-template name="S208-synchronous-point"/>
            </xsl:if>
            <xsl:if test="@when">
               <xsl:call-template name="S601-point-or-span"/>
            </xsl:if>
            <xsl:if test="(@from and @to and not(self::tei:span)) or (@notBefore and @notAfter)">
               <xsl:call-template name="S602-span-runs-forward"/>
            </xsl:if>
            <xsl:if test="@start or @end">
               <xsl:call-template name="S209-time-line-point"/>
            </xsl:if>
            <xsl:if test="(@who and not(self::tei:change)) or @toWhom">
               <xsl:call-template name="S202-who-is-a-person"/>
            </xsl:if>
         </xsl:if>
      </xsl:if>
      <xsl:apply-templates select="*" mode="check"/>
   </xsl:template>
   <xsl:template match="*" mode="check">
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:TEI" mode="check">
      <xsl:if test="tei:text">
         <xsl:call-template name="S501-language-declared"/>
      </xsl:if>
      <xsl:if test="tei:text">
         <xsl:call-template name="S502-title-agrees"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:div" mode="check">
      <xsl:if test="parent::tei:body">
         <xsl:call-template name="S103-section-id"/>
      </xsl:if>
      <xsl:call-template name="S104-section-type"/>
      <xsl:if test="@type = 'lead'">
         <xsl:call-template name="S105-lead-prose"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:seg" mode="check">
      <xsl:if test="parent::tei:u">
         <xsl:call-template name="S102-paragraph-id"/>
      </xsl:if>
      <xsl:call-template name="S308-speech-not-empty"/>
      <xsl:if test=".[parent::tei:u][contains(substring(., 1, 120), ':')]">
         <xsl:call-template name="S309-label-outside-speech"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:p" mode="check">
      <xsl:if test="parent::tei:div or parent::tei:argument">
         <xsl:call-template name="S102-paragraph-id"/>
      </xsl:if>
      <xsl:call-template name="S109-paragraph-not-empty"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:head | tei:trailer | tei:closer | tei:dateline | tei:titlePart | tei:docDate"
                 mode="check">
      <xsl:call-template name="S109-paragraph-not-empty"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:list" mode="check">
      <xsl:if test="@type = 'refused'">
         <xsl:call-template name="S711-refused-in-register"/>
      </xsl:if>
      <xsl:if test="parent::tei:standOff">
         <xsl:call-template name="S711-refused-in-register"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:teiHeader" mode="check">
      <xsl:if test="parent::tei:TEI/tei:text">
         <xsl:call-template name="S503-transcript-described"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:titleStmt" mode="check">
      <xsl:call-template name="S506-one-main-title"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:title" mode="check">
      <xsl:if test="@ref">
         <xsl:call-template name="S211-ref-is-a-work"/>
      </xsl:if>
      <xsl:call-template name="S703-name-not-empty"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:meeting" mode="check">
      <xsl:if test="@n">
         <xsl:call-template name="S604-meeting-date"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:measure" mode="check">
      <xsl:if test=".[parent::tei:extent/parent::tei:fileDesc][@unit = ('turns', 'paragraphs', 'summaries')]">
         <xsl:call-template name="S504-extent-agrees"/>
      </xsl:if>
      <xsl:if test="parent::tei:extent">
         <xsl:call-template name="S507-known-unit"/>
      </xsl:if>
      <xsl:call-template name="S703-name-not-empty"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:idno" mode="check">
      <xsl:call-template name="S508-identifier-form"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:listPerson | tei:listPlace | tei:listOrg" mode="check">
      <xsl:call-template name="S706-identifier-once"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:ab" mode="check">
      <xsl:if test="parent::tei:samplingDecl">
         <xsl:call-template name="S509-omitted-lines"/>
      </xsl:if>
      <xsl:if test="parent::tei:normalization">
         <xsl:call-template name="S510-normalisation-counted"/>
      </xsl:if>
      <xsl:if test="parent::tei:application">
         <xsl:call-template name="S512-application-record"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:namespace" mode="check">
      <xsl:call-template name="S505-usage-agrees"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:category" mode="check">
      <xsl:call-template name="S112-category-id"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:change" mode="check">
      <xsl:if test="@who">
         <xsl:call-template name="S511-change-by-whom"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:u" mode="check">
      <xsl:call-template name="S101-turn-id"/>
      <xsl:call-template name="S302-label-or-unlabelled"/>
      <xsl:if test="tokenize(@ana) = '#unlabelled'">
         <xsl:call-template name="S303-labelled-not-unlabelled"/>
      </xsl:if>
      <xsl:if test="not(@who)">
         <xsl:call-template name="S304-who-or-reason"/>
      </xsl:if>
      <xsl:if test="tokenize(@ana) = '#unidentified'">
         <xsl:call-template name="S305-unidentified-nobody"/>
      </xsl:if>
      <xsl:if test=".[tokenize(@ana) = '#unlabelled'][@who]">
         <xsl:call-template name="S306-attribution-has-author"/>
      </xsl:if>
      <xsl:call-template name="S307-turn-not-empty"/>
      <xsl:if test="@who">
         <xsl:call-template name="S311-speaker-known"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:note" mode="check">
      <xsl:if test="@type = 'speaker'">
         <xsl:call-template name="S301-label-then-turn"/>
      </xsl:if>
      <xsl:if test="@type = 'speaker'">
         <xsl:call-template name="S310-label-has-text"/>
      </xsl:if>
      <xsl:if test=".[@type = 'speaker'][tei:persName/@ref][following-sibling::*[1]/@who]">
         <xsl:call-template name="S312-label-agrees"/>
      </xsl:if>
      <xsl:if test="@type = 'summary'">
         <xsl:call-template name="S401-summary-reports"/>
      </xsl:if>
      <xsl:if test="@type = 'summary'">
         <xsl:call-template name="S107-summary-id"/>
      </xsl:if>
      <xsl:if test="@type = ('summary', 'pullquote')">
         <xsl:call-template name="S403-note-place"/>
      </xsl:if>
      <xsl:if test="@type = 'annotation'">
         <xsl:call-template name="S404-annotation-signed"/>
      </xsl:if>
      <xsl:if test="@type = ('editorial', 'summary', 'pullquote')">
         <xsl:call-template name="S405-source-note-signed"/>
      </xsl:if>
      <xsl:if test="not(@type = 'speaker')">
         <xsl:call-template name="S408-note-has-text"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:said" mode="check">
      <xsl:call-template name="S402-said-in-summary"/>
      <xsl:if test="@cert">
         <xsl:call-template name="S407-attribution-of-summary"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:kinesic | tei:vocal | tei:incident" mode="check">
      <xsl:if test="@xml:id">
         <xsl:call-template name="S108-event-id"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:gap" mode="check">
      <xsl:if test="@xml:id">
         <xsl:call-template name="S108-event-id"/>
      </xsl:if>
      <xsl:if test="tokenize(@resp) = '#source'">
         <xsl:call-template name="S410-omission-printed"/>
      </xsl:if>
      <xsl:if test="@reason = 'missing'">
         <xsl:call-template name="S411-inferred-gap-signed"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:desc" mode="check">
      <xsl:call-template name="S409-description-not-empty"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:fw" mode="check">
      <xsl:if test="@type = 'separator'">
         <xsl:call-template name="S412-ornament-marks-section"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:anchor" mode="check">
      <xsl:call-template name="S110-anchor-id"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:persName" mode="check">
      <xsl:if test="@ref">
         <xsl:call-template name="S205-ref-fits-name"/>
      </xsl:if>
      <xsl:call-template name="S703-name-not-empty"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:placeName | tei:geogName | tei:country | tei:region | tei:settlement | tei:district"
                 mode="check">
      <xsl:call-template name="S703-name-not-empty"/>
      <xsl:if test="@ref">
         <xsl:call-template name="S212-ref-fits-place"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:orgName" mode="check">
      <xsl:call-template name="S703-name-not-empty"/>
      <xsl:if test="@ref">
         <xsl:call-template name="S213-ref-fits-body"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:rs | tei:name | tei:roleName | tei:objectName | tei:forename | tei:surname | tei:time | tei:num"
                 mode="check">
      <xsl:call-template name="S703-name-not-empty"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:eventName" mode="check">
      <xsl:call-template name="S703-name-not-empty"/>
      <xsl:if test="@ref">
         <xsl:call-template name="S214-ref-fits-event"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:date" mode="check">
      <xsl:call-template name="S703-name-not-empty"/>
      <xsl:if test="@cert">
         <xsl:call-template name="S603-date-says-when"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:foreign" mode="check">
      <xsl:call-template name="S804-foreign-language"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:supplied | tei:add | tei:corr | tei:reg" mode="check">
      <xsl:call-template name="S805-intervention-signed"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:table" mode="check">
      <xsl:call-template name="S806-table-even"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:person" mode="check">
      <xsl:call-template name="S106-entry-id"/>
      <xsl:if test=".[tei:birth/@when][tei:death/@when]">
         <xsl:call-template name="S606-birth-before-death"/>
      </xsl:if>
      <xsl:if test="ancestor::tei:particDesc">
         <xsl:call-template name="S709-participant-role"/>
      </xsl:if>
      <xsl:if test=".[ancestor::tei:particDesc][@role = 'speaker'][@xml:id]">
         <xsl:call-template name="S710-speaker-speaks"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:personGrp" mode="check">
      <xsl:call-template name="S106-entry-id"/>
      <xsl:if test="ancestor::tei:particDesc">
         <xsl:call-template name="S709-participant-role"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:place | tei:org" mode="check">
      <xsl:call-template name="S106-entry-id"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:event" mode="check">
      <xsl:if test="parent::tei:listEvent">
         <xsl:call-template name="S106-entry-id"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:bibl" mode="check">
      <xsl:if test="parent::tei:listBibl">
         <xsl:call-template name="S106-entry-id"/>
      </xsl:if>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:sex" mode="check">
      <xsl:call-template name="S708-sex-has-evidence"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:geo" mode="check">
      <xsl:call-template name="S702-coordinates-on-earth"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:relation" mode="check">
      <xsl:call-template name="S704-relation-between-two"/>
      <xsl:call-template name="S215-relation-entries"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:certainty" mode="check">
      <xsl:call-template name="S809-doubt-is-signed"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:span" mode="check">
      <xsl:call-template name="S210-span-forward"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template match="tei:when" mode="check">
      <xsl:call-template name="S111-point-id"/>
      <xsl:call-template name="every-element"/>
   </xsl:template>
   <xsl:template name="S501-language-declared">
      <xsl:if test="not(@xml:lang = tei:teiHeader/tei:profileDesc/tei:langUsage/tei:language/@ident)">
         <xsl:sequence select="odd:finding(., 'S501', 'error', 'The language of the text (xml:lang on TEI) is not declared in the header.', 'Give TEI an xml:lang, such as &#34;en&#34;, and list the same code as a language in langUsage.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S502-title-agrees">
      <xsl:if test="not(not(tei:text/tei:front/tei:titlePage/tei:docTitle) or normalize-space(string-join(tei:text/tei:front/tei:titlePage/tei:docTitle//text()[not(ancestor::tei:note or ancestor::tei:corr or ancestor::tei:reg or ancestor::tei:expan or ancestor::tei:supplied or ancestor::tei:add)], '')) = tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[@type = 'main']/normalize-space(.))">
         <xsl:sequence select="odd:finding(., 'S502', 'error', 'The title in the text and the main title in the header differ.', 'Correct the one that does not agree with the source; both are the same words.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S103-section-id">
      <xsl:if test="not(matches(@xml:id, '^d[0-9]+[a-z]*$'))">
         <xsl:sequence select="odd:finding(., 'S103', 'error', 'This section has no identifier of the form d1.', 'Give it the next free number, or the number of the section before it with a letter, such as d2a; never renumber the others.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S104-section-type">
      <xsl:if test="not(if (parent::tei:front) then @type = 'lead' else @type = 'debateSection')">
         <xsl:sequence select="odd:finding(., 'S104', 'error', 'A division of type &#34;' || string-join(@type, ' ') || '&#34; cannot stand in ' || string-join(local-name(..), ' ') || '.', 'In front only &#34;lead&#34; is used, in body only &#34;debateSection&#34;.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S105-lead-prose">
      <xsl:if test="not(not(tei:u or tei:note[@type = 'speaker']))">
         <xsl:sequence select="odd:finding(., 'S105', 'error', 'A lead holds a turn or a speaker label.', 'Move the turn into a section of the body; a lead is what the publisher wrote about the meeting.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S102-paragraph-id">
      <xsl:if test="not(matches(@xml:id, '^p[0-9]+[a-z]*$'))">
         <xsl:sequence select="odd:finding(., 'S102', 'error', 'This paragraph has no identifier of the form p1.', 'Give it the number of the paragraph before it with a letter, such as p19a; never renumber the others.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S109-paragraph-not-empty">
      <xsl:if test="not(normalize-space(.) or *)">
         <xsl:sequence select="odd:finding(., 'S109', 'error', 'This ' || string-join(local-name(), ' ') || ' is empty.', 'Write its text, or remove the element.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S711-refused-in-register">
      <xsl:if test="not(@type = 'refused' and parent::tei:standOff[not(../tei:text)])">
         <xsl:sequence select="odd:finding(., 'S711', 'error', 'This list is out of place.', 'In the standOff of a register, words that name nothing stand in a list of type &#34;refused&#34;; a list of the text has another type.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S503-transcript-described">
      <xsl:if test="not(tei:encodingDesc)">
         <xsl:sequence select="odd:finding(., 'S503', 'error', 'The header does not say how the transcript was encoded.', 'Add an encodingDesc between fileDesc and profileDesc.')"/>
      </xsl:if>
      <xsl:if test="not(tei:profileDesc)">
         <xsl:sequence select="odd:finding(., 'S503', 'error', 'The header does not say in which language the transcript is.', 'Add a profileDesc with langUsage after encodingDesc.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S506-one-main-title">
      <xsl:if test="not(count(tei:title[@type = 'main']) = 1)">
         <xsl:sequence select="odd:finding(., 'S506', 'error', 'The header has ' || string-join(count(tei:title[@type = 'main']), ' ') || ' main titles.', 'Exactly one title has the type &#34;main&#34;; further titles have the type &#34;sub&#34; or &#34;alt&#34;.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S211-ref-is-a-work">
      <xsl:if test="not(every $goal in id(translate(@ref, '#', '')) satisfies $goal/(self::tei:bibl | self::tei:event | self::tei:place))">
         <xsl:sequence select="odd:finding(., 'S211', 'error', 'The title refers to something that is no work.', 'Point to a bibl of a listBibl, or to a web address.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S604-meeting-date">
      <xsl:if test="not(matches(@n, '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'))">
         <xsl:sequence select="odd:finding(., 'S604', 'error', 'The date of the meeting (&#34;' || string-join(@n, ' ') || '&#34;) is not written as year, month and day.', 'Write it like 2023-01-18.')"/>
      </xsl:if>
      <xsl:if test="not(every $date in (/tei:TEI/tei:teiHeader/tei:profileDesc/tei:settingDesc/tei:setting[1]/tei:date[1]/@when, /tei:TEI/tei:text/tei:front/tei:titlePage/tei:docDate[tei:date][1]/tei:date[1]/@when) satisfies starts-with($date, @n) or starts-with(@n, $date))">
         <xsl:sequence select="odd:finding(., 'S604', 'error', 'The date of the meeting (&#34;' || string-join(@n, ' ') || '&#34;) does not agree with the date of the setting or on the title page.', 'Correct the one that does not agree with the source.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S504-extent-agrees">
      <xsl:if test="not(not(/tei:TEI/tei:text) or number(@quantity) = (if (@unit = 'turns') then count(/tei:TEI/tei:text//tei:u) else if (@unit = 'paragraphs') then count(/tei:TEI/tei:text//tei:seg) else count(/tei:TEI/tei:text//tei:note[@type = 'summary'])))">
         <xsl:sequence select="odd:finding(., 'S504', 'warning', 'The header counts ' || string-join(@quantity, ' ') || ' ' || string-join(@unit, ' ') || ', but the text has another number of them.', 'Correct the number; turns are counted as u, paragraphs of speech as seg, summaries as note.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S507-known-unit">
      <xsl:if test="not(@unit = ('turns', 'paragraphs', 'words', 'summaries', 'bytes', 'lines', 'pages') and @quantity)">
         <xsl:sequence select="odd:finding(., 'S507', 'error', 'This size has no quantity, or a unit that is not agreed.', 'The units are turns, paragraphs, words, summaries, bytes, lines and pages.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S508-identifier-form">
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
   </xsl:template>
   <xsl:template name="S706-identifier-once">
      <xsl:if test="let $all := */distinct-values(tei:idno/concat(@type, ' ', @subtype, ' ', .)) return count(distinct-values($all)) lt count($all)">
         <xsl:sequence select="odd:finding(., 'S706', 'warning', 'Several entries of this register have the same identifier (&#34;' || string-join(let $all := sort(*/distinct-values(tei:idno/concat(@type, ' ', @subtype, ' ', .))) return distinct-values(for $i in 1 to count($all) return $all[$i][. = $all[$i + 1]]) ! substring-after(substring-after(., ' '), ' '), ' ') || '&#34;).', 'Unite the entries if they are one and the same; otherwise correct the identifiers.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S509-omitted-lines">
      <xsl:if test="not(@type = ('omitted', 'partial'))">
         <xsl:sequence select="odd:finding(., 'S509', 'error', 'In samplingDecl this kind of record is out of place.', 'Use the type &#34;omitted&#34; for lines of the source left out, and &#34;partial&#34; for a statement that the record is incomplete.')"/>
      </xsl:if>
      <xsl:if test="not(matches(@n, '^[1-9][0-9]*$'))">
         <xsl:sequence select="odd:finding(., 'S509', 'error', 'The number of the line in the source is missing.', 'Give the line number of the source file, counted from 1, in n.')"/>
      </xsl:if>
      <xsl:if test="not(not(@type = 'omitted') or (every $earlier in preceding-sibling::tei:ab[@type = 'omitted'][1]/@n satisfies number($earlier) lt number(@n)))">
         <xsl:sequence select="odd:finding(., 'S509', 'error', 'Omitted lines are not in the order of the source, or a line occurs twice.', 'Sort them by line number and keep each line once.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S510-normalisation-counted">
      <xsl:if test="not(@type = ('noBreakSpace', 'whiteSpace', 'lineEnd', 'byteOrderMark', 'encoding', 'control'))">
         <xsl:sequence select="odd:finding(., 'S510', 'error', 'In normalization this kind of record is out of place.', 'Use noBreakSpace, whiteSpace, lineEnd, byteOrderMark, encoding or control.')"/>
      </xsl:if>
      <xsl:if test="not(@type = ('byteOrderMark', 'encoding') or matches(@n, '^[1-9][0-9]*$'))">
         <xsl:sequence select="odd:finding(., 'S510', 'error', 'The number of changed places is missing.', 'Give the number of cases in n.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S505-usage-agrees">
      <xsl:if test="not(let $names := /tei:TEI/tei:text//*/local-name() return every $usage in tei:tagUsage[@occurs] satisfies number($usage/@occurs) = count(index-of($names, string($usage/@gi))))">
         <xsl:sequence select="odd:finding(., 'S505', 'warning', 'The header counts elements otherwise than the text has them: ' || string-join(let $names := /tei:TEI/tei:text//*/local-name() return for $usage in tei:tagUsage[@occurs] return if (number($usage/@occurs) = count(index-of($names, string($usage/@gi)))) then () else concat($usage/@gi, ' ', $usage/@occurs, ' instead of ', count(index-of($names, string($usage/@gi)))), ' ') || '.', 'Write the number that the text has into occurs.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S112-category-id">
      <xsl:if test="not(@xml:id)">
         <xsl:sequence select="odd:finding(., 'S112', 'error', 'This category has no identifier, so nothing can belong to it.', 'Give it an xml:id.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S512-application-record">
      <xsl:if test="not(@type = 'convention')">
         <xsl:sequence select="odd:finding(., 'S512', 'error', 'In application this kind of record is out of place.', 'Use the type &#34;convention&#34;.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S511-change-by-whom">
      <xsl:if test="not(every $goal in id(translate(@who, '#', '')) satisfies $goal/(self::tei:respStmt | self::tei:editor | self::tei:author | self::tei:person))">
         <xsl:sequence select="odd:finding(., 'S511', 'error', 'The change does not name an editor or program of the header.', 'Point to an editor or a respStmt in the titleStmt.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S101-turn-id">
      <xsl:if test="not(matches(@xml:id, '^u[0-9]+[a-z]*$'))">
         <xsl:sequence select="odd:finding(., 'S101', 'error', 'This turn has no identifier of the form u1.', 'Give it the number of the turn before it with a letter, such as u19a; never renumber the others.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S302-label-or-unlabelled">
      <xsl:if test="not(@prev or preceding-sibling::*[1][self::tei:note[@type = 'speaker']] or tokenize(@ana) = '#unlabelled')">
         <xsl:sequence select="odd:finding(., 'S302', 'error', 'This turn has no label before it and is not marked as unlabelled.', 'Put the note of type &#34;speaker&#34; directly before it, add #unlabelled to ana, or name in prev the turn that it continues.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S303-labelled-not-unlabelled">
      <xsl:if test="preceding-sibling::*[1][self::tei:note[@type = 'speaker']]">
         <xsl:sequence select="odd:finding(., 'S303', 'error', 'This turn has a printed label but is marked as unlabelled.', 'Remove #unlabelled from ana.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S304-who-or-reason">
      <xsl:if test="not(tokenize(@ana) = ('#unidentified', '#unlabelled'))">
         <xsl:sequence select="odd:finding(., 'S304', 'error', 'This turn does not say who speaks.', 'Add who; or add #unidentified to ana where the label names nobody, #unlabelled where there is no label.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S305-unidentified-nobody">
      <xsl:if test="@who">
         <xsl:sequence select="odd:finding(., 'S305', 'error', 'This turn is marked as unidentified, but names a speaker.', 'Remove #unidentified from ana now that the speaker is known, or remove who.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S306-attribution-has-author">
      <xsl:if test="not(@cert and @resp)">
         <xsl:sequence select="odd:finding(., 'S306', 'error', 'The source does not say who speaks this turn, and the file does not say who found out.', 'Add cert (high, medium or low) and resp.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S307-turn-not-empty">
      <xsl:if test="not(* except (tei:note | tei:pb | tei:lb | tei:milestone | tei:fw | tei:anchor))">
         <xsl:sequence select="odd:finding(., 'S307', 'error', 'This turn holds nothing that was said.', 'Add a seg with the words, or a gap where they are missing; or remove the turn with its label.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S311-speaker-known">
      <xsl:if test="not(every $goal in id(translate(@who, '#', '')) satisfies $goal/ancestor::tei:particDesc)">
         <xsl:sequence select="odd:finding(., 'S311', 'warning', 'The speaker of this turn is not listed among the participants.', 'Move the person to the listPerson of particDesc, with the role &#34;speaker&#34;.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S308-speech-not-empty">
      <xsl:if test="not(text()[normalize-space()] or * except (tei:pb | tei:lb | tei:anchor | tei:milestone | tei:fw))">
         <xsl:sequence select="odd:finding(., 'S308', 'error', 'This paragraph of speech is empty.', 'Write its words, put a gap where they are missing, or remove the seg.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S309-label-outside-speech">
      <xsl:if test="normalize-space(substring-before(., ':')) = /tei:TEI/tei:teiHeader/tei:profileDesc/tei:particDesc/tei:listPerson/tei:person/tei:persName/normalize-space(.)">
         <xsl:sequence select="odd:finding(., 'S309', 'warning', 'This paragraph begins with the name of a participant and a colon, as if a label had been left in the speech.', 'If another person begins to speak here, close the turn, put the label into a note of type &#34;speaker&#34; and begin a new turn.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S301-label-then-turn">
      <xsl:if test="not(following-sibling::*[1][self::tei:u])">
         <xsl:sequence select="odd:finding(., 'S301', 'error', 'This label of a speaker is not followed by a turn.', 'Put the u directly after the note; if nobody speaks, choose another type of note.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S310-label-has-text">
      <xsl:if test="not(parent::tei:div)">
         <xsl:sequence select="odd:finding(., 'S310', 'error', 'The label of a speaker stands inside ' || string-join(local-name(..), ' ') || '.', 'Close the turn before it; label and turn are children of the div.')"/>
      </xsl:if>
      <xsl:if test="not(normalize-space(.))">
         <xsl:sequence select="odd:finding(., 'S310', 'error', 'This label of a speaker is empty.', 'Remove it and mark the turn as unlabelled (ana=&#34;#unlabelled&#34;).')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S312-label-agrees">
      <xsl:if test="not(tei:persName/tokenize(@ref) = following-sibling::*[1]/tokenize(@who))">
         <xsl:sequence select="odd:finding(., 'S312', 'error', 'The name in the label refers to another person than the turn that follows.', 'Correct ref of the persName or who of the turn.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S401-summary-reports">
      <xsl:if test="not(count(tei:said) = 1)">
         <xsl:sequence select="odd:finding(., 'S401', 'error', 'This summary does not hold exactly one said.', 'Put its words into one said with direct=&#34;false&#34;; divide a summary of several persons into several notes.')"/>
      </xsl:if>
      <xsl:if test="not(not(text()[normalize-space()]))">
         <xsl:sequence select="odd:finding(., 'S401', 'error', 'This summary has words outside its said.', 'Move all words, with their parentheses, into the said.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S402-said-in-summary">
      <xsl:if test="not(parent::tei:note[@type = 'summary'])">
         <xsl:sequence select="odd:finding(., 'S402', 'error', 'A said stands outside a summary.', 'For speech use u and seg, for words quoted by a speaker q or quote.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S107-summary-id">
      <xsl:if test="not(matches(@xml:id, '^s[0-9]+[a-z]*$'))">
         <xsl:sequence select="odd:finding(., 'S107', 'error', 'This summary has no identifier of the form s1.', 'Give it the next free number, or the number of the summary before it with a letter.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S403-note-place">
      <xsl:if test="not(parent::tei:div or parent::tei:u or parent::tei:body)">
         <xsl:sequence select="odd:finding(., 'S403', 'error', 'A note of type &#34;' || string-join(@type, ' ') || '&#34; stands inside a paragraph.', 'Summaries and pull quotes are blocks of their own, between turns or between the paragraphs of a turn.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S404-annotation-signed">
      <xsl:if test="not(@resp or ancestor::tei:standOff or ancestor::tei:teiHeader)">
         <xsl:sequence select="odd:finding(., 'S404', 'error', 'This annotation does not say who wrote it.', 'Add resp, pointing to an editor of the header.')"/>
      </xsl:if>
      <xsl:if test="tokenize(@resp) = '#source'">
         <xsl:sequence select="odd:finding(., 'S404', 'error', 'This annotation is ascribed to the makers of the transcript.', 'For words of the source choose the type &#34;editorial&#34; or &#34;pullquote&#34;; for your own point resp to your entry in the header.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S405-source-note-signed">
      <xsl:if test="not(@resp)">
         <xsl:sequence select="odd:finding(., 'S405', 'error', 'This note does not say who inserted it.', 'Add resp=&#34;#source&#34; when it stands in the source; a note of your own has the type &#34;annotation&#34;.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S408-note-has-text">
      <xsl:if test="not(normalize-space(.) or tei:ptr)">
         <xsl:sequence select="odd:finding(., 'S408', 'error', 'This note is empty.', 'Write its text, or remove it.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S407-attribution-of-summary">
      <xsl:if test="not(@resp)">
         <xsl:sequence select="odd:finding(., 'S407', 'error', 'The attribution of this summary is marked as uncertain, but not signed.', 'Add resp, pointing to the editor or program that attributed it.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S108-event-id">
      <xsl:if test="not(matches(@xml:id, '^e[0-9]+[a-z]*$'))">
         <xsl:sequence select="odd:finding(., 'S108', 'error', 'The identifier of this event (&#34;' || string-join(@xml:id, ' ') || '&#34;) has not the form e1.', 'Use the next free number after e, or the number of the event before it with a letter.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S409-description-not-empty">
      <xsl:if test="not(normalize-space(.))">
         <xsl:sequence select="odd:finding(., 'S409', 'error', 'This description is empty.', 'Write what the source prints, or what is to be said; or remove the element.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S410-omission-printed">
      <xsl:if test="not(tei:desc)">
         <xsl:sequence select="odd:finding(., 'S410', 'error', 'The source omits something here, but its sign is not kept.', 'Put the printed sign into a desc, for instance &lt;desc&gt;&amp;lt;…&amp;gt;&lt;/desc&gt;.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S411-inferred-gap-signed">
      <xsl:if test="not(@resp and not(tokenize(@resp) = '#source'))">
         <xsl:sequence select="odd:finding(., 'S411', 'error', 'This gap is an inference of an editor, but not signed.', 'Add resp, pointing to an editor of the header, and cert.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S412-ornament-marks-section">
      <xsl:if test="not(preceding-sibling::*[1][self::tei:milestone])">
         <xsl:sequence select="odd:finding(., 'S412', 'error', 'This ornament does not follow a milestone.', 'Put &lt;milestone unit=&#34;section&#34;/&gt; directly before it.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S110-anchor-id">
      <xsl:if test="not(@xml:id)">
         <xsl:sequence select="odd:finding(., 'S110', 'error', 'This anchor has no identifier, so nothing can point to it.', 'Give it an xml:id, or remove it.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S205-ref-fits-name">
      <xsl:if test="not(every $goal in id(translate(@ref, '#', '')) satisfies $goal/(self::tei:person | self::tei:personGrp))">
         <xsl:sequence select="odd:finding(., 'S205', 'error', 'The name of a person refers to something that is no person.', 'Point to a person of a register, or choose the element that fits the thing named.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S703-name-not-empty">
      <xsl:if test="not(text()[normalize-space()] or * except (tei:pb | tei:lb | tei:anchor))">
         <xsl:sequence select="odd:finding(., 'S703', 'error', 'This ' || string-join(local-name(), ' ') || ' is empty.', 'Write the words it marks, or remove it.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S212-ref-fits-place">
      <xsl:if test="not(every $goal in id(translate(@ref, '#', '')) satisfies $goal/(self::tei:place | self::tei:org))">
         <xsl:sequence select="odd:finding(., 'S212', 'error', 'The name of a place refers to something that is no place.', 'Point to a place of a register, or choose the element that fits the thing named.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S213-ref-fits-body">
      <xsl:if test="not(every $goal in id(translate(@ref, '#', '')) satisfies $goal/(self::tei:org | self::tei:place | self::tei:personGrp))">
         <xsl:sequence select="odd:finding(., 'S213', 'error', 'The name of a body refers to something that is no body.', 'Point to an org of a register, or choose the element that fits the thing named.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S214-ref-fits-event">
      <xsl:if test="not(every $goal in id(translate(@ref, '#', '')) satisfies $goal/self::tei:event)">
         <xsl:sequence select="odd:finding(., 'S214', 'error', 'The name of an event refers to something that is no event.', 'Point to an event of a register, or choose the element that fits the thing named.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S603-date-says-when">
      <xsl:if test="not(@when or @from or @to or @notBefore or @notAfter)">
         <xsl:sequence select="odd:finding(., 'S603', 'error', 'This date is marked as uncertain, but not given.', 'Add when, from, to, notBefore or notAfter.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S804-foreign-language">
      <xsl:if test="not(@xml:lang)">
         <xsl:sequence select="odd:finding(., 'S804', 'error', 'These foreign words do not say in which language they are.', 'Add xml:lang, for instance &#34;ru&#34;, or &#34;ru-Latn&#34; for Russian in Latin letters.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S805-intervention-signed">
      <xsl:if test="not(@resp or parent::tei:choice/@resp)">
         <xsl:sequence select="odd:finding(., 'S805', 'error', 'This ' || string-join(local-name(), ' ') || ' holds words that are not in the source, but does not say whose they are.', 'Add resp, pointing to an editor of the header.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S806-table-even">
      <xsl:if test="not(count(distinct-values(tei:row/sum(tei:cell/(if (@cols) then number(@cols) else 1)))) = 1 or .//@rows)">
         <xsl:sequence select="odd:finding(., 'S806', 'warning', 'The rows of this table do not have equally many cells.', 'Add the missing cells, or write cols on a cell that spans several columns.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S106-entry-id">
      <xsl:if test="not(@xml:id)">
         <xsl:sequence select="odd:finding(., 'S106', 'error', 'This entry of a register has no identifier, so no name can refer to it.', 'Give it an xml:id made from the name without spaces, such as VladimirPutin.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S606-birth-before-death">
      <xsl:if test="not(starts-with(tei:birth[1]/@when, '-') or substring(tei:birth[1]/@when, 1, 4) le substring(tei:death[1]/@when, 1, 4))">
         <xsl:sequence select="odd:finding(., 'S606', 'error', 'This person dies (' || string-join(tei:death[1]/@when, ' ') || ') before being born (' || string-join(tei:birth[1]/@when, ' ') || ').', 'Correct one of the dates.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S709-participant-role">
      <xsl:if test="not(@role)">
         <xsl:sequence select="odd:finding(., 'S709', 'warning', 'This participant has no role.', 'Write role=&#34;speaker&#34;, &#34;summarised&#34;, &#34;attending&#34; or &#34;absent&#34;; persons who are only mentioned stand in standOff.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S710-speaker-speaks">
      <xsl:if test="not(concat('#', @xml:id) = /tei:TEI/tei:text//tei:u/@who/tokenize(.))">
         <xsl:sequence select="odd:finding(., 'S710', 'warning', 'This person is listed as a speaker, but has no turn.', 'Correct who of the turns, or the role of the person.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S708-sex-has-evidence">
      <xsl:if test="not(@source or @corresp or @resp)">
         <xsl:sequence select="odd:finding(., 'S708', 'warning', 'The sex of this person is stated without evidence.', 'Add source (a paragraph of the text that says “she” or “Ms”, or a register), or remove the element.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S702-coordinates-on-earth">
      <xsl:if test="not(abs(number(tokenize(.)[1])) le 90 and abs(number(tokenize(.)[2])) le 180)">
         <xsl:sequence select="odd:finding(., 'S702', 'error', 'These coordinates (&#34;' || string-join(., ' ') || '&#34;) lie outside the earth.', 'Latitude comes first, then a space and the longitude.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S704-relation-between-two">
      <xsl:if test="not((@active and @passive) or count(tokenize(@mutual)) ge 2)">
         <xsl:sequence select="odd:finding(., 'S704', 'error', 'This relation does not connect two entries.', 'Write active and passive, or at least two pointers in mutual.')"/>
      </xsl:if>
      <xsl:if test="@mutual and (@active or @passive)">
         <xsl:sequence select="odd:finding(., 'S704', 'error', 'This relation is mutual and directed at once.', 'Use either mutual, or active and passive.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S215-relation-entries">
      <xsl:if test="not(every $goal in id(translate(string-join((@active, @passive, @mutual), ' '), '#', '')) satisfies $goal/(self::tei:person | self::tei:personGrp | self::tei:place | self::tei:org | self::tei:event | self::tei:bibl))">
         <xsl:sequence select="odd:finding(., 'S215', 'error', 'This relation points to something that is no entry of a register.', 'Point to a person, place, org, event or bibl.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S809-doubt-is-signed">
      <xsl:if test="not(@cert and @resp)">
         <xsl:sequence select="odd:finding(., 'S809', 'error', 'This doubt does not say how great it is, or whose it is.', 'Add cert (high, medium or low) and resp.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S210-span-forward">
      <xsl:if test="not(id(substring(@from, 2)) and (not(@to) or id(substring(@to, 2))))">
         <xsl:sequence select="odd:finding(., 'S210', 'error', 'The passage begins or ends at an element that does not exist.', 'Correct from or to.')"/>
      </xsl:if>
      <xsl:if test="id(substring(@to, 2)) &lt;&lt; id(substring(@from, 2))">
         <xsl:sequence select="odd:finding(., 'S210', 'error', 'The passage ends before it begins.', 'Exchange from and to.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S111-point-id">
      <xsl:if test="not(@xml:id)">
         <xsl:sequence select="odd:finding(., 'S111', 'error', 'This point in time has no identifier, so nothing can refer to it.', 'Give it an xml:id such as t1.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S201-pointer-resolves">
      <xsl:if test="not(every $pointer in (@* except (@n, @key, @match, @assertedValue, @use, @delim, @size, @extent, @commodity))/tokenize(.)[starts-with(., '#')] satisfies id(substring($pointer, 2)))">
         <xsl:sequence select="odd:finding(., 'S201', 'error', 'No element of this file has the identifier that ' || string-join(string-join(for $pointer in (@* except (@n, @key, @match, @assertedValue, @use, @delim, @size, @extent, @commodity))/tokenize(.)[starts-with(., '#')] return if (id(substring($pointer, 2))) then () else $pointer, ' '), ' ') || ' points to.', 'Correct the spelling, or add the person, place or other element that is meant.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S203-responsible-is-declared">
      <xsl:if test="not(every $goal in id(translate(@resp, '#', '')) satisfies $goal/(self::tei:respStmt | self::tei:editor | self::tei:author | self::tei:person | self::tei:org | self::tei:persName | self::tei:orgName | self::tei:name))">
         <xsl:sequence select="odd:finding(., 'S203', 'error', 'The attribute resp (&#34;' || string-join(@resp, ' ') || '&#34;) does not name a responsible person or body.', 'Point to an editor or a respStmt in the titleStmt of the header.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S204-category-declared">
      <xsl:if test="not(every $goal in id(translate(@ana, '#', '')) satisfies $goal/self::tei:category)">
         <xsl:sequence select="odd:finding(., 'S204', 'error', 'The attribute ana (&#34;' || string-join(@ana, ' ') || '&#34;) names something that is no category.', 'Use a category of the taxonomy in classDecl, or add one there.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S206-parts-in-order">
      <xsl:if test="not(every $goal in id(translate(@next, '#', '')) satisfies $goal &gt;&gt; . and node-name($goal) = node-name(.))">
         <xsl:sequence select="odd:finding(., 'S206', 'error', 'The attribute next (&#34;' || string-join(@next, ' ') || '&#34;) does not point to a later ' || string-join(local-name(), ' ') || '.', 'next names the element of the same kind that continues this one.')"/>
      </xsl:if>
      <xsl:if test="not(every $goal in id(translate(@prev, '#', '')) satisfies $goal &lt;&lt; . and node-name($goal) = node-name(.))">
         <xsl:sequence select="odd:finding(., 'S206', 'error', 'The attribute prev (&#34;' || string-join(@prev, ' ') || '&#34;) does not point to an earlier ' || string-join(local-name(), ' ') || '.', 'prev names the element of the same kind that this one continues.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S207-not-itself">
      <xsl:if test="concat('#', @xml:id) = tokenize(@corresp)">
         <xsl:sequence select="odd:finding(., 'S207', 'error', 'This element is said to correspond to itself.', 'Point to the other element, or remove corresp.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S208-synchronous-point">
      <xsl:if test="not(every $goal in id(translate(@synch, '#', '')) satisfies $goal/(self::tei:when | self::tei:anchor | self::tei:u | self::tei:seg | self::tei:kinesic | self::tei:vocal | self::tei:incident | self::tei:pause | self::tei:shift | self::tei:writing))">
         <xsl:sequence select="odd:finding(., 'S208', 'error', 'The attribute synch (&#34;' || string-join(@synch, ' ') || '&#34;) points to something that does not happen in time.', 'Point to a turn, an event, an anchor or a when of the timeline.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S601-point-or-span">
      <xsl:if test="@from or @to or @notBefore or @notAfter">
         <xsl:sequence select="odd:finding(., 'S601', 'error', 'A date has when together with from, to, notBefore or notAfter.', 'Use when for a date that is known, from and to for a span, notBefore and notAfter for limits of an uncertain date.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S602-span-runs-forward">
      <xsl:if test="not(not(@from and @to) or starts-with(@from, '-') or starts-with(@to, '-') or substring(@from, 1, min((string-length(@from), string-length(@to)))) le substring(@to, 1, min((string-length(@from), string-length(@to)))))">
         <xsl:sequence select="odd:finding(., 'S602', 'error', 'The span begins (' || string-join(@from, ' ') || ') after it ends (' || string-join(@to, ' ') || ').', 'Exchange from and to, or correct one of them.')"/>
      </xsl:if>
      <xsl:if test="not(not(@notBefore and @notAfter) or starts-with(@notBefore, '-') or starts-with(@notAfter, '-') or substring(@notBefore, 1, min((string-length(@notBefore), string-length(@notAfter)))) le substring(@notAfter, 1, min((string-length(@notBefore), string-length(@notAfter)))))">
         <xsl:sequence select="odd:finding(., 'S602', 'error', 'The earliest possible date (' || string-join(@notBefore, ' ') || ') lies after the latest (' || string-join(@notAfter, ' ') || ').', 'Exchange notBefore and notAfter, or correct one of them.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S209-time-line-point">
      <xsl:if test="not(every $goal in id(translate(string-join((@start, @end), ' '), '#', '')) satisfies $goal/(self::tei:when | self::tei:anchor))">
         <xsl:sequence select="odd:finding(., 'S209', 'error', 'The attribute start or end does not point to a when of the time line.', 'Add the point to the timeline in standOff and point to it.')"/>
      </xsl:if>
   </xsl:template>
   <xsl:template name="S202-who-is-a-person">
      <xsl:if test="not(every $goal in id(translate(string-join((@who, @toWhom), ' '), '#', '')) satisfies $goal/(self::tei:person | self::tei:personGrp))">
         <xsl:sequence select="odd:finding(., 'S202', 'error', 'The attribute who or toWhom names something that is neither a person nor a group of persons.', 'Point to a person in the listPerson of particDesc.')"/>
      </xsl:if>
   </xsl:template>
</xsl:stylesheet>
