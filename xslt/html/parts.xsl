<!-- A long page of a document in parts, each a page of its own: from the page as document.xsl makes it.

     A part has its stretch of the text, and of all around it what belongs to that: its turns in the
     list, its notes, the entries that it names. Whatever has an identifier is in one part, or in all
     that need it; a link leads to the part that has it. -->
<xsl:package name="edition:parts" package-version="1.0" version="3.0" default-mode="parts"
             xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
             xmlns:xs="http://www.w3.org/2001/XMLSchema"
             xmlns:map="http://www.w3.org/2005/xpath-functions/map"
             xmlns:core="urn:x-edition:core"
             xmlns:parts="urn:x-edition:parts"
             xmlns="http://www.w3.org/1999/xhtml"
             xpath-default-namespace="http://www.w3.org/1999/xhtml"
             exclude-result-prefixes="#all">

  <xsl:use-package name="edition:core" package-version="1.0"/>
  <xsl:mode name="parts" on-no-match="fail" visibility="public"/>
  <xsl:mode name="part" on-no-match="shallow-copy"/>
  <xsl:mode name="stretch" on-no-match="shallow-copy"/>

  <xsl:output method="json" encoding="UTF-8"/>

  <xsl:include href="parts-breaks.xsl"/>
  <xsl:include href="parts-places.xsl"/>
  <xsl:include href="parts-links.xsl"/>
  <xsl:include href="parts-participants.xsl"/>

  <!-- The name of the page's file, without its ending, as it is in an address. -->
  <xsl:param name="file" as="xs:string" required="yes"/>

  <!-- So many parts are listed on every page; where there are more, the first alone lists all. -->
  <xsl:param name="few" as="xs:integer" required="yes"/>
  <xsl:variable name="beside" as="xs:integer" select="5"/>

  <xsl:variable name="interface" as="xs:string" select="core:language(/html/@lang)"/>
  <xsl:variable name="article" as="element()" select="/html/body//main/article"/>
  <xsl:variable name="title" as="xs:string" select="/html/head/(meta[@name = 'DC.title']/@content, title)[1]"/>
  <xsl:variable name="serialisation" as="map(xs:string, item())"
                select="map { 'method': 'xhtml', 'html-version': 5.0, 'indent': false(), 'omit-xml-declaration': true(),
                              'include-content-type': false(), 'escape-uri-attributes': false() }"/>

  <!-- The pages, and what each is the place of. -->
  <xsl:template match="/" mode="parts" as="map(xs:string, array(xs:string))">
    <xsl:variable name="pages" as="document-node()*">
      <xsl:for-each select="1 to $pages">
        <xsl:document>
          <xsl:apply-templates select="$article/root()/html" mode="part">
            <xsl:with-param name="part" select="." tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:document>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="map { 'pages': array { $pages ! serialize(., $serialisation) }, 'has': array { $runs } }"/>
  </xsl:template>

  <xsl:template match="head/title" mode="part">
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <title><xsl:value-of select="., parts:so-many($part)[.]" separator=" · "/></title>
    <xsl:sequence select="parts:neighbours($part) ! parts:neighbour(., $part)"/>
  </xsl:template>

  <xsl:template match="head/link[@rel = 'canonical']" mode="part">
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <link rel="canonical" href="{replace(@href, '\.html$', parts:ending($part))}"/>
  </xsl:template>

  <xsl:template match="section[@class = 'view']" mode="part">
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <xsl:if test="$part le $parts">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <!-- Beside the text: the way to all parts, above the list of turns. -->
  <xsl:template match="nav[@class = 'turns']" mode="part">
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <xsl:call-template name="all-parts"/>
    <xsl:if test="$part le $parts">
      <xsl:copy>
        <xsl:apply-templates select="@*, node()" mode="part"/>
      </xsl:copy>
    </xsl:if>
  </xsl:template>

  <!-- Of a list what the part has of it: turns, notes, entries. -->
  <xsl:template match="nav[@class = 'turns']//ol | section[@class = 'endnotes']/ol | section[@class = 'register']/section/ul" mode="part">
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="part"/>
      <xsl:for-each select="($turns-of, $notes-of, $entries-of) ! .($part)[.. is current()]">
        <xsl:apply-templates select="." mode="part"/>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="article" mode="part">
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <xsl:if test="not(/html/body//nav[@class = 'turns'])">
      <xsl:call-template name="all-parts"/>
    </xsl:if>
    <xsl:if test="$part gt 1">
      <header class="of-part">
        <h1><a href="{$file}.html"><xsl:copy-of select="@lang, @dir"/><xsl:sequence select="core:capitals($title)"/><xsl:value-of select="$title"/></a></h1>
        <h2 class="kicker"><xsl:value-of select="parts:so-many($part)"/></h2>
      </header>
    </xsl:if>
    <xsl:copy>
      <xsl:apply-templates select="@*" mode="part"/>
      <xsl:choose>
        <xsl:when test="$part gt $parts">
          <xsl:call-template name="list-of-participants"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="stretch"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:copy>
    <xsl:if test="exists(parts:neighbours($part))">
      <nav class="parts" aria-label="{parts:so-many($part)}">
        <xsl:for-each select="parts:neighbours($part)">
          <a href="{$file || parts:ending(.)}" rel="{if (. lt $part) then 'prev' else 'next'}">
            <xsl:value-of select="core:word(if (. lt $part) then 'part-before' else 'part-after', $interface)"/>
          </a>
          <xsl:text> </xsl:text>
        </xsl:for-each>
        <span><xsl:value-of select="parts:so-many($part)"/></span>
      </nav>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
    <xsl:if test="not(/html/body//section[@class = 'register']) and exists($named-in($part))">
      <section class="register" aria-labelledby="page:register">
        <h2 id="page:register"><xsl:value-of select="core:word('register', $interface)"/></h2>
        <xsl:call-template name="participants-of-part"/>
      </section>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- Of the notes and entries those that the part has need of. -->
  <xsl:template match="section[@class = 'endnotes']" mode="part">
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <xsl:if test="exists($notes-of($part))">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="section[@class = 'endnotes']/ol/li" mode="part">
    <li value="{$number-of-note(@id)}">
      <xsl:apply-templates select="@*, node()" mode="part"/>
    </li>
  </xsl:template>

  <xsl:template match="section[@class = 'register']" mode="part">
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <xsl:variable name="lists" as="node()*">
      <xsl:call-template name="participants-of-part"/>
      <xsl:apply-templates select="node() except h2" mode="part"/>
    </xsl:variable>
    <xsl:if test="$lists/self::*">
      <xsl:copy>
        <xsl:apply-templates select="@*, h2" mode="part"/>
        <xsl:sequence select="$lists"/>
      </xsl:copy>
    </xsl:if>
  </xsl:template>

  <xsl:template match="section[@class = 'register']/section" mode="part">
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <xsl:if test="$part eq 1 or exists($entries-of($part)[../.. is current()])">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <!-- Of the participants, whose table is in another part, those that this one names. -->
  <xsl:template name="participants-of-part">
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <xsl:variable name="named" as="element()*" select="$named-in($part)"/>
    <xsl:if test="$named">
      <section>
        <h3><xsl:value-of select="core:word('participants', $interface)"/></h3>
        <xsl:for-each select="$named[1]/ancestor::table/caption/span[@class = 'of-participants']">
          <p class="of-participants"><xsl:copy-of select="node()"/></p>
        </xsl:for-each>
        <ul>
          <xsl:for-each select="$named">
            <li>
              <xsl:apply-templates select="@*, th/node()" mode="part"/>
            </li>
            <xsl:text>&#10;</xsl:text>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- What is long at the foot is there once. -->
  <xsl:variable name="of-first" as="element()*" select="/html/body//footer/details[20 * parts:bytes(.) gt $most]"/>

  <xsl:template match="footer/details[. intersect $of-first]" mode="part">
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$part eq 1"><xsl:next-match/></xsl:when>
      <xsl:otherwise>
        <p><a href="{$file}.html#page:about"><xsl:value-of select="summary"/></a></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The part as it is told, "" where there is but one, and where it is. -->
  <xsl:function name="parts:so-many" as="xs:string">
    <xsl:param name="part" as="xs:integer"/>
    <xsl:sequence select="if ($part gt $parts) then string-join((core:word('participants', $interface), parts:rows($part)), ' ')
                          else if ($parts eq 1) then ''
                          else core:phrase('part-of', $interface, ($part, $parts) ! string())"/>
  </xsl:function>

  <xsl:function name="parts:ending" as="xs:string">
    <xsl:param name="part" as="xs:integer"/>
    <xsl:sequence select="('..' || $part)[$part gt 1] || '.html'"/>
  </xsl:function>

  <xsl:function name="parts:neighbours" as="xs:integer*">
    <xsl:param name="part" as="xs:integer"/>
    <xsl:sequence select="($part - 1, $part + 1)[. = (if ($part gt $parts) then $parts + 1 to $pages else 1 to $parts)]"/>
  </xsl:function>

  <xsl:function name="parts:neighbour" as="element()">
    <xsl:param name="other" as="xs:integer"/>
    <xsl:param name="part" as="xs:integer"/>
    <link rel="{if ($other lt $part) then 'prev' else 'next'}" href="{$file || parts:ending($other)}"/>
  </xsl:function>

  <!-- All parts, or those about this one, with the paragraphs of each, and in @data-has what it is the place of: for
       assets/reading.js. -->
  <xsl:template name="all-parts">
    <xsl:param name="part" as="xs:integer" tunnel="yes"/>
    <xsl:variable name="word" as="xs:string" select="core:word('parts', $interface)"/>
    <xsl:variable name="all" as="xs:boolean" select="$part eq 1 or $pages le $few"/>
    <nav class="all-parts" aria-labelledby="page:parts">
      <xsl:if test="not($all)">
        <xsl:attribute name="data-first" select="$file || '.html'"/>
      </xsl:if>
      <h2 id="page:parts">
        <xsl:choose>
          <xsl:when test="$all"><xsl:value-of select="$word"/></xsl:when>
          <xsl:otherwise><a href="{$file}.html#page:parts"><xsl:value-of select="$word"/></a></xsl:otherwise>
        </xsl:choose>
      </h2>
      <ol>
        <xsl:for-each select="(1 to $pages)[$all or . = (1, $pages) or abs(. - $part) le $beside]">
          <xsl:variable name="numbers" as="xs:string*" select="$numbers(.)"/>
          <li>
            <a href="{$file || parts:ending(.)}" data-has="{$runs[current()]}">
              <xsl:if test=". eq $part">
                <xsl:attribute name="aria-current" select="'page'"/>
              </xsl:if>
              <xsl:value-of select="if (exists($numbers)) then '¶ ' || string-join($numbers, '–') else if (. gt $parts) then parts:so-many(.) else string(.)"/>
            </a>
          </li>
        </xsl:for-each>
      </ol>
    </nav>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

</xsl:package>
