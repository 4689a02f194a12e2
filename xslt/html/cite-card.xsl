<!-- What opens at the number of a paragraph, for assets/cite.js: its words with their citation, to copy, and the way
     to report an error in them. Without the script it is not seen: the number is the address all the same. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <!-- Where an error is reported, with {title} and {body} in it; "" is nowhere. -->
  <xsl:param name="report" as="xs:string" select="''"/>

  <xsl:template name="cite-card">
    <xsl:if test="$text//(seg | p)[@xml:id]">
      <xsl:variable name="words"><xsl:call-template name="citation-words"/></xsl:variable>
      <xsl:variable name="subject" as="xs:string"
                    select="html:phrase('report-subject', string-join(($title, $version[.] ! html:phrase('version-n', .)), ', '))"/>
      <div id="page:cite" class="card citing" popover="auto" role="dialog" tabindex="-1" aria-labelledby="page:cite-title"
           data-citation="{normalize-space($words)}" data-quoted="{html:word('quoted-title')}">
        <xsl:if test="$doi or $address">
          <xsl:attribute name="data-address" select="if ($address) then $address else 'https://doi.org/' || $doi"/>
        </xsl:if>
        <h2 id="page:cite-title"><xsl:value-of select="html:word('cite')"/></h2>
        <textarea readonly="readonly" rows="7" aria-labelledby="page:cite-title">
          <xsl:sequence select="$theirs"/>
        </textarea>
        <p>
          <button type="button" class="copy"><xsl:value-of select="html:word('copy')"/></button>
          <xsl:text> </xsl:text>
          <span role="status" data-said="{html:word('copied')}"/>
        </p>
        <ul>
          <xsl:if test="$cite-page">
            <li><a href="{$cite-page}"><xsl:value-of select="html:word('cite-more')"/></a></li>
          </xsl:if>
          <xsl:if test="$report">
            <li>
              <a class="report" href="{core:report($report, $subject, $address)}" data-template="{core:report($report, $subject, '{body}')}">
                <xsl:value-of select="html:word('report')"/>
              </a>
            </li>
          </xsl:if>
        </ul>
      </div>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
