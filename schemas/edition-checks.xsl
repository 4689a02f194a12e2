<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet xmlns:map="http://www.w3.org/2005/xpath-functions/map"
                xmlns:odd="https://edition.invalid/odd"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                version="3.0"
                expand-text="no"
                exclude-result-prefixes="#all"><!-- Made from edition.odd by “edition schema”. Change the ODD, not this file. -->
   <xsl:output method="text"/>
   <xsl:variable name="numbers"
                 as="map(xs:string, xs:integer)"
                 select="map:merge(//* ! map:entry(generate-id(), position() - 1))"/>
   <xsl:function name="odd:at" as="xs:string">
      <xsl:param name="element" as="element()"/>
      <xsl:param name="assertion" as="xs:string"/>
      <xsl:sequence select="$assertion || ' ' || $numbers(generate-id($element)) || '&#xA;'"/>
   </xsl:function>
   <xsl:template match="/">
      <xsl:sequence select="//tei:u[not(matches(@xml:id, '^u[0-9]+[a-z]*$'))] ! odd:at(., 'S101-1 error')"/>
      <xsl:sequence select="(//tei:seg[parent::tei:u], //tei:p[parent::tei:div or parent::tei:argument])[not(matches(@xml:id, '^p[0-9]+[a-z]*$'))] ! odd:at(., 'S102-1 error')"/>
      <xsl:sequence select="//tei:div[parent::tei:body][not(matches(@xml:id, '^d[0-9]+[a-z]*$'))] ! odd:at(., 'S103-1 error')"/>
      <xsl:sequence select="//tei:div[not(if (parent::tei:front) then @type = 'lead' else @type = 'debateSection')] ! odd:at(., 'S104-1 error')"/>
      <xsl:sequence select="//tei:div[@type = 'lead'][not(not(tei:u or tei:note[@type = 'speaker']))] ! odd:at(., 'S105-1 error')"/>
      <xsl:sequence select="(//tei:person, //tei:personGrp, //tei:place, //tei:org, //tei:event[parent::tei:listEvent], //tei:bibl[parent::tei:listBibl])[not(@xml:id)] ! odd:at(., 'S106-1 error')"/>
      <xsl:sequence select="//tei:note[@type = 'summary'][not(matches(@xml:id, '^s[0-9]+[a-z]*$'))] ! odd:at(., 'S107-1 error')"/>
      <xsl:sequence select="(//tei:kinesic[@xml:id], //tei:vocal[@xml:id], //tei:incident[@xml:id], //tei:gap[@xml:id])[not(matches(@xml:id, '^e[0-9]+[a-z]*$'))] ! odd:at(., 'S108-1 error')"/>
      <xsl:sequence select="(//tei:p, //tei:head, //tei:trailer, //tei:closer, //tei:dateline, //tei:titlePart, //tei:docDate)[not(normalize-space(.) or *)] ! odd:at(., 'S109-1 error')"/>
      <xsl:sequence select="//tei:anchor[not(@xml:id or @synch)] ! odd:at(., 'S110-1 error')"/>
      <xsl:sequence select="//tei:when[not(@xml:id)] ! odd:at(., 'S111-1 error')"/>
      <xsl:sequence select="//tei:category[not(@xml:id)] ! odd:at(., 'S112-1 error')"/>
      <xsl:sequence select="//*[@*[contains(., '#')]][not(not(/tei:TEI/tei:text) or (every $pointer in (@* except (@n, @key, @match, @assertedValue, @use, @delim, @size, @extent, @commodity))/tokenize(.)[starts-with(., '#')] satisfies id(substring($pointer, 2))))] ! odd:at(., 'S201-1 error')"/>
      <xsl:sequence select="//*[(@who and not(self::tei:change)) or @toWhom][not(every $goal in id(translate(string-join((@who, @toWhom), ' '), '#', '')) satisfies $goal/(self::tei:person | self::tei:personGrp))] ! odd:at(., 'S202-1 error')"/>
      <xsl:sequence select="//*[@resp][not(every $goal in id(translate(@resp, '#', '')) satisfies $goal/(self::tei:respStmt | self::tei:editor | self::tei:author | ancestor::tei:titleStmt))] ! odd:at(., 'S203-1 error')"/>
      <xsl:sequence select="//*[@ana][not(every $goal in id(translate(@ana, '#', '')) satisfies $goal/self::tei:category)] ! odd:at(., 'S204-1 error')"/>
      <xsl:sequence select="//tei:persName[@ref][not(every $goal in id(translate(@ref, '#', '')) satisfies $goal/(self::tei:person | self::tei:personGrp))] ! odd:at(., 'S205-1 error')"/>
      <xsl:sequence select="//*[@next or @prev][not(every $goal in id(translate(@next, '#', '')) satisfies $goal &gt;&gt; . and node-name($goal) = node-name(.))] ! odd:at(., 'S206-1 error')"/>
      <xsl:sequence select="//*[@next or @prev][not(every $goal in id(translate(@prev, '#', '')) satisfies $goal &lt;&lt; . and node-name($goal) = node-name(.))] ! odd:at(., 'S206-2 error')"/>
      <xsl:sequence select="//*[@corresp][@xml:id][boolean(concat('#', @xml:id) = tokenize(@corresp))] ! odd:at(., 'S207-1 error')"/>
      <xsl:sequence select="//*[@synch][not(every $goal in id(translate(@synch, '#', '')) satisfies $goal/(self::tei:when | self::tei:anchor | self::tei:u | self::tei:seg | self::tei:kinesic | self::tei:vocal | self::tei:incident | self::tei:pause | self::tei:shift | self::tei:writing))] ! odd:at(., 'S208-1 error')"/>
      <xsl:sequence select="//*[@start or @end][not(every $goal in id(translate(string-join((@start, @end), ' '), '#', '')) satisfies $goal/(self::tei:when | self::tei:anchor))] ! odd:at(., 'S209-1 error')"/>
      <xsl:sequence select="//tei:span[not(id(substring(@from, 2)) and (not(@to) or id(substring(@to, 2))))] ! odd:at(., 'S210-1 error')"/>
      <xsl:sequence select="//tei:span[boolean(id(substring(@to, 2)) &lt;&lt; id(substring(@from, 2)))] ! odd:at(., 'S210-2 error')"/>
      <xsl:sequence select="//tei:title[@ref][not(every $goal in id(translate(@ref, '#', '')) satisfies $goal/(self::tei:bibl | self::tei:event | self::tei:place))] ! odd:at(., 'S211-1 error')"/>
      <xsl:sequence select="(//tei:placeName[@ref], //tei:geogName[@ref], //tei:country[@ref], //tei:region[@ref], //tei:settlement[@ref], //tei:district[@ref])[not(every $goal in id(translate(@ref, '#', '')) satisfies $goal/(self::tei:place | self::tei:org))] ! odd:at(., 'S212-1 error')"/>
      <xsl:sequence select="//tei:orgName[@ref][not(every $goal in id(translate(@ref, '#', '')) satisfies $goal/(self::tei:org | self::tei:place | self::tei:personGrp))] ! odd:at(., 'S213-1 error')"/>
      <xsl:sequence select="//tei:eventName[@ref][not(every $goal in id(translate(@ref, '#', '')) satisfies $goal/self::tei:event)] ! odd:at(., 'S214-1 error')"/>
      <xsl:sequence select="//tei:relation[not(every $goal in id(translate(string-join((@active, @passive, @mutual), ' '), '#', '')) satisfies $goal/(self::tei:person | self::tei:personGrp | self::tei:place | self::tei:org | self::tei:event | self::tei:bibl))] ! odd:at(., 'S215-1 error')"/>
      <xsl:sequence select="//tei:note[@type = 'speaker'][not(following-sibling::*[1][self::tei:u])] ! odd:at(., 'S301-1 error')"/>
      <xsl:sequence select="//tei:u[not(@prev or preceding-sibling::*[1][self::tei:note[@type = 'speaker']] or tokenize(@ana) = '#unlabelled')] ! odd:at(., 'S302-1 error')"/>
      <xsl:sequence select="//tei:u[tokenize(@ana) = '#unlabelled'][boolean(preceding-sibling::*[1][self::tei:note[@type = 'speaker']])] ! odd:at(., 'S303-1 error')"/>
      <xsl:sequence select="//tei:u[not(@who)][not(tokenize(@ana) = ('#unidentified', '#unlabelled'))] ! odd:at(., 'S304-1 error')"/>
      <xsl:sequence select="//tei:u[tokenize(@ana) = '#unidentified'][boolean(@who)] ! odd:at(., 'S305-1 error')"/>
      <xsl:sequence select="//tei:u[tokenize(@ana) = '#unlabelled'][@who][not(@cert)] ! odd:at(., 'S306-1 error')"/>
      <xsl:sequence select="//tei:u[not(* except (tei:note | tei:pb | tei:lb | tei:milestone | tei:fw | tei:anchor))] ! odd:at(., 'S307-1 error')"/>
      <xsl:sequence select="//tei:seg[not(text()[normalize-space()] or * except (tei:pb | tei:lb | tei:anchor | tei:milestone | tei:fw))] ! odd:at(., 'S308-1 error')"/>
      <xsl:sequence select="//tei:seg[parent::tei:u][contains(substring(., 1, 120), ':')][boolean(normalize-space(substring-before(., ':')) = /tei:TEI/tei:teiHeader/tei:profileDesc/tei:particDesc/tei:listPerson/tei:person/tei:persName/normalize-space(.))] ! odd:at(., 'S309-1 warning')"/>
      <xsl:sequence select="//tei:note[@type = 'speaker'][not(parent::tei:div)] ! odd:at(., 'S310-1 error')"/>
      <xsl:sequence select="//tei:note[@type = 'speaker'][not(normalize-space(.))] ! odd:at(., 'S310-2 error')"/>
      <xsl:sequence select="//tei:u[@who][not(every $goal in id(translate(@who, '#', '')) satisfies $goal/ancestor::tei:particDesc)] ! odd:at(., 'S311-1 warning')"/>
      <xsl:sequence select="//tei:note[@type = 'speaker'][tei:persName/@ref][following-sibling::*[1]/@who][not(tei:persName/tokenize(@ref) = following-sibling::*[1]/tokenize(@who))] ! odd:at(., 'S312-1 error')"/>
      <xsl:sequence select="//tei:u[@cert][not(@resp)] ! odd:at(., 'S313-1 error')"/>
      <xsl:sequence select="//tei:note[@type = 'summary'][not(count(tei:said) = 1)] ! odd:at(., 'S401-1 error')"/>
      <xsl:sequence select="//tei:note[@type = 'summary'][not(not(text()[normalize-space()]))] ! odd:at(., 'S401-2 error')"/>
      <xsl:sequence select="//tei:said[not(parent::tei:note[@type = 'summary'])] ! odd:at(., 'S402-1 error')"/>
      <xsl:sequence select="//tei:note[@type = ('summary', 'pullquote')][not(parent::tei:div or parent::tei:u or parent::tei:body)] ! odd:at(., 'S403-1 error')"/>
      <xsl:sequence select="//tei:note[@type = 'annotation'][not(@resp or ancestor::tei:standOff or ancestor::tei:teiHeader)] ! odd:at(., 'S404-1 error')"/>
      <xsl:sequence select="//tei:note[@type = 'annotation'][boolean(tokenize(@resp) = '#source')] ! odd:at(., 'S404-2 error')"/>
      <xsl:sequence select="//tei:note[@type = ('editorial', 'summary', 'pullquote')][not(@resp)] ! odd:at(., 'S405-1 error')"/>
      <xsl:sequence select="//tei:said[@cert][not(@resp)] ! odd:at(., 'S407-1 error')"/>
      <xsl:sequence select="//tei:note[not(@type = 'speaker')][not(normalize-space(.) or tei:ptr)] ! odd:at(., 'S408-1 error')"/>
      <xsl:sequence select="//tei:desc[not(normalize-space(.))] ! odd:at(., 'S409-1 error')"/>
      <xsl:sequence select="//tei:gap[tokenize(@resp) = '#source'][not(tei:desc)] ! odd:at(., 'S410-1 error')"/>
      <xsl:sequence select="//tei:gap[@reason = 'missing'][not(@resp and not(tokenize(@resp) = '#source'))] ! odd:at(., 'S411-1 error')"/>
      <xsl:sequence select="//tei:fw[@type = 'separator'][not(preceding-sibling::*[1][self::tei:milestone])] ! odd:at(., 'S412-1 error')"/>
      <xsl:sequence select="//tei:TEI[tei:text][not(@xml:lang = tei:teiHeader/tei:profileDesc/tei:langUsage/tei:language/@ident)] ! odd:at(., 'S501-1 error')"/>
      <xsl:sequence select="//tei:TEI[tei:text][not(not(tei:text/tei:front/tei:titlePage/tei:docTitle) or (some $reading in (string-join(tei:text/tei:front/tei:titlePage/tei:docTitle//text()[not(ancestor::tei:note or ancestor::tei:fw or ancestor::tei:corr or ancestor::tei:reg or ancestor::tei:expan or ancestor::tei:supplied or ancestor::tei:add)], ''), string-join(tei:text/tei:front/tei:titlePage/tei:docTitle//text()[not(ancestor::tei:note or ancestor::tei:fw or ancestor::tei:sic or ancestor::tei:orig or ancestor::tei:abbr)], '')) satisfies replace(lower-case($reading), '[^\p{L}\p{N}]+', '') = tei:teiHeader/tei:fileDesc/tei:titleStmt/tei:title[@type = 'main']/replace(lower-case(.), '[^\p{L}\p{N}]+', '')))] ! odd:at(., 'S502-1 error')"/>
      <xsl:sequence select="//tei:teiHeader[parent::tei:TEI/tei:text][not(tei:encodingDesc)] ! odd:at(., 'S503-1 error')"/>
      <xsl:sequence select="//tei:teiHeader[parent::tei:TEI/tei:text][not(tei:profileDesc)] ! odd:at(., 'S503-2 error')"/>
      <xsl:sequence select="//tei:measure[parent::tei:extent/parent::tei:fileDesc][@unit = ('turns', 'paragraphs', 'summaries')][not(not(/tei:TEI/tei:text) or number(@quantity) = (if (@unit = 'turns') then count(/tei:TEI/tei:text//tei:u) else if (@unit = 'paragraphs') then count(/tei:TEI/tei:text//tei:seg) else count(/tei:TEI/tei:text//tei:note[@type = 'summary'])))] ! odd:at(., 'S504-1 warning')"/>
      <xsl:sequence select="//tei:namespace[not(let $space := string(@name), $names := /tei:TEI/tei:text//*[namespace-uri() = $space]/local-name() return every $usage in tei:tagUsage[@occurs] satisfies number($usage/@occurs) = count(index-of($names, string($usage/@gi))))] ! odd:at(., 'S505-1 warning')"/>
      <xsl:sequence select="//tei:titleStmt[not(count(tei:title[@type = 'main']) = 1)] ! odd:at(., 'S506-1 error')"/>
      <xsl:sequence select="//tei:measure[parent::tei:extent][not(@unit = ('turns', 'paragraphs', 'words', 'summaries', 'bytes', 'lines', 'pages') and @quantity)] ! odd:at(., 'S507-1 error')"/>
      <xsl:sequence select="//tei:idno[not(not(@type = 'URI') or matches(normalize-space(.), '^https?://[^\s]+$'))] ! odd:at(., 'S508-1 error')"/>
      <xsl:sequence select="//tei:idno[not(not(@type = 'sha256') or matches(normalize-space(.), '^[0-9a-f]{64}$'))] ! odd:at(., 'S508-2 error')"/>
      <xsl:sequence select="//tei:idno[not(not(@type = 'DOI') or matches(normalize-space(.), '^10\.[0-9]{4,}/[^\s]+$'))] ! odd:at(., 'S508-3 error')"/>
      <xsl:sequence select="//tei:idno[not(normalize-space(.))] ! odd:at(., 'S508-4 error')"/>
      <xsl:sequence select="//tei:ab[parent::tei:samplingDecl][not(@type = ('omitted', 'partial'))] ! odd:at(., 'S509-1 error')"/>
      <xsl:sequence select="//tei:ab[parent::tei:samplingDecl][not(matches(@n, '^[1-9][0-9]*$'))] ! odd:at(., 'S509-2 error')"/>
      <xsl:sequence select="//tei:ab[parent::tei:samplingDecl][not(not(@type = 'omitted') or (every $earlier in preceding-sibling::tei:ab[@type = 'omitted'][1]/@n satisfies number($earlier) lt number(@n)))] ! odd:at(., 'S509-3 error')"/>
      <xsl:sequence select="//tei:ab[parent::tei:normalization][not(@type = ('noBreakSpace', 'whiteSpace', 'lineEnd', 'byteOrderMark', 'encoding', 'control', 'extraction'))] ! odd:at(., 'S510-1 error')"/>
      <xsl:sequence select="//tei:ab[parent::tei:normalization][not(@type = ('byteOrderMark', 'encoding', 'extraction') or matches(@n, '^[1-9][0-9]*$'))] ! odd:at(., 'S510-2 error')"/>
      <xsl:sequence select="//tei:change[@who][not(every $goal in id(translate(@who, '#', '')) satisfies $goal/(self::tei:respStmt | self::tei:editor | self::tei:author | self::tei:person))] ! odd:at(., 'S511-1 error')"/>
      <xsl:sequence select="//tei:ab[parent::tei:application][not(@type = ('convention', 'format'))] ! odd:at(., 'S512-1 error')"/>
      <xsl:sequence select="//*[@when][boolean(@from or @to or @notBefore or @notAfter)] ! odd:at(., 'S601-1 error')"/>
      <xsl:sequence select="//*[(@from and @to and not(self::tei:span)) or (@notBefore and @notAfter)][not(not(@from and @to) or starts-with(@from, '-') or starts-with(@to, '-') or substring(@from, 1, min((string-length(@from), string-length(@to)))) le substring(@to, 1, min((string-length(@from), string-length(@to)))))] ! odd:at(., 'S602-1 error')"/>
      <xsl:sequence select="//*[(@from and @to and not(self::tei:span)) or (@notBefore and @notAfter)][not(not(@notBefore and @notAfter) or starts-with(@notBefore, '-') or starts-with(@notAfter, '-') or substring(@notBefore, 1, min((string-length(@notBefore), string-length(@notAfter)))) le substring(@notAfter, 1, min((string-length(@notBefore), string-length(@notAfter)))))] ! odd:at(., 'S602-2 error')"/>
      <xsl:sequence select="//tei:date[@cert][not(@when or @from or @to or @notBefore or @notAfter)] ! odd:at(., 'S603-1 error')"/>
      <xsl:sequence select="//tei:meeting[@n][not(matches(@n, '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'))] ! odd:at(., 'S604-1 error')"/>
      <xsl:sequence select="//tei:meeting[@n][not(every $date in (/tei:TEI/tei:teiHeader/tei:profileDesc/tei:settingDesc/tei:setting[1]/tei:date[1]/@when, /tei:TEI/tei:text/tei:front/tei:titlePage/tei:docDate[tei:date][1]/tei:date[1]/@when) satisfies starts-with($date, @n) or starts-with(@n, $date))] ! odd:at(., 'S604-2 error')"/>
      <xsl:sequence select="//tei:person[tei:birth/@when][tei:death/@when][not(starts-with(tei:birth[1]/@when, '-') or substring(tei:birth[1]/@when, 1, 4) le substring(tei:death[1]/@when, 1, 4))] ! odd:at(., 'S606-1 error')"/>
      <xsl:sequence select="//tei:geo[not(abs(number(tokenize(.)[1])) le 90 and abs(number(tokenize(.)[2])) le 180)] ! odd:at(., 'S702-1 error')"/>
      <xsl:sequence select="(//tei:persName, //tei:placeName, //tei:orgName, //tei:rs, //tei:name, //tei:roleName, //tei:geogName, //tei:country, //tei:region, //tei:settlement, //tei:district, //tei:eventName, //tei:objectName, //tei:forename, //tei:surname, //tei:title, //tei:date, //tei:time, //tei:num, //tei:measure)[not(text()[normalize-space()] or * except (tei:pb | tei:lb | tei:anchor))] ! odd:at(., 'S703-1 error')"/>
      <xsl:sequence select="//tei:relation[not((@active and @passive) or count(tokenize(@mutual)) ge 2)] ! odd:at(., 'S704-1 error')"/>
      <xsl:sequence select="//tei:relation[boolean(@mutual and (@active or @passive))] ! odd:at(., 'S704-2 error')"/>
      <xsl:sequence select="(//tei:listPerson, //tei:listPlace, //tei:listOrg)[boolean(let $all := */distinct-values(tei:idno/concat(@type, ' ', @subtype, ' ', .)) return count(distinct-values($all)) lt count($all))] ! odd:at(., 'S706-1 warning')"/>
      <xsl:sequence select="//tei:sex[not(@source or @corresp or @resp)] ! odd:at(., 'S708-1 warning')"/>
      <xsl:sequence select="(//tei:person[ancestor::tei:particDesc], //tei:personGrp[ancestor::tei:particDesc])[not(@role)] ! odd:at(., 'S709-1 warning')"/>
      <xsl:sequence select="//tei:person[ancestor::tei:particDesc][@role = 'speaker'][@xml:id][not(concat('#', @xml:id) = /tei:TEI/tei:text//tei:u/@who/tokenize(.))] ! odd:at(., 'S710-1 warning')"/>
      <xsl:sequence select="(//tei:list[@type = 'refused'], //tei:list[parent::tei:standOff])[not(@type = 'refused' and parent::tei:standOff[not(../tei:text)])] ! odd:at(., 'S711-1 error')"/>
      <xsl:sequence select="//tei:foreign[not(@xml:lang)] ! odd:at(., 'S804-1 error')"/>
      <xsl:sequence select="(//tei:supplied, //tei:add, //tei:corr, //tei:reg)[not(@resp or parent::tei:choice/@resp)] ! odd:at(., 'S805-1 error')"/>
      <xsl:sequence select="//tei:table[not(count(distinct-values(tei:row/sum(tei:cell/(if (@cols) then number(@cols) else 1)))) = 1 or .//@rows)] ! odd:at(., 'S806-1 warning')"/>
      <xsl:sequence select="//tei:certainty[not(@cert and @resp)] ! odd:at(., 'S809-1 error')"/>
   </xsl:template>
</xsl:stylesheet>
