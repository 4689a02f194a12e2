<?xml version="1.0" encoding="UTF-8"?>
<!-- The ways into the guide: contents, list of rules, list of elements. -->
<xsl:stylesheet version="3.0" expand-text="yes" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:odd="https://edition.invalid/odd"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all">

  <!-- The chapters and their elements. -->
  <xsl:template name="contents" as="element()">
    <xsl:context-item as="document-node()" use="required"/>
    <nav aria-labelledby="contents">
      <h2 id="contents">Contents</h2>
      <ol>
        <xsl:for-each select="TEI/text/body/div[head][not(.//schemaSpec)]">
          <li>
            <a href="#{@xml:id}">{head}</a>
            <xsl:if test=".//elementSpec">
              <ul>
                <xsl:for-each select=".//elementSpec">
                  <li>
                    <a href="#{@ident}"><code>{@ident}</code></a>
                  </li>
                </xsl:for-each>
              </ul>
            </xsl:if>
          </li>
        </xsl:for-each>
        <li><a href="#rules">All rules</a></li>
        <li><a href="#elements">All elements</a></li>
      </ol>
    </nav>
  </xsl:template>

  <xsl:template name="list-of-rules" as="element()">
    <xsl:context-item as="document-node()" use="required"/>
    <section class="chapter" aria-labelledby="rules">
      <h2 id="rules">All rules</h2>
      <p>The grammar says which elements may stand where. These rules say the rest. A program that checks a file prints the
        number of the rule that is broken.</p>
      <table>
        <thead>
          <tr><th scope="col">Rule</th><th scope="col">What it demands</th><th scope="col">Where</th></tr>
        </thead>
        <tbody>
          <xsl:for-each select="odd:rules(.)">
            <tr>
              <th scope="row"><a href="#{odd:code(.)}">{odd:code(.)}</a></th>
              <td>{odd:plain(desc)}<xsl:if test=".//@role = 'warning'"> <em class="warning">Warning only.</em></xsl:if></td>
              <td><xsl:sequence select="odd:link(ancestor::*[self::elementSpec or self::classSpec])"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:template>

  <xsl:template name="list-of-elements" as="element()">
    <xsl:context-item as="document-node()" use="required"/>
    <section class="chapter" aria-labelledby="elements">
      <h2 id="elements">All elements</h2>
      <dl class="index">
        <xsl:for-each select="//elementSpec">
          <xsl:sort select="lower-case(@ident)"/>
          <div>
            <dt><xsl:sequence select="odd:link(.)"/></dt>
            <dd>{gloss}</dd>
          </div>
        </xsl:for-each>
      </dl>
    </section>
  </xsl:template>

  <!-- A link to the description of an element or class. -->
  <xsl:function name="odd:link" as="element()">
    <xsl:param name="spec" as="element()"/>
    <a href="#{$spec/@ident}">
      <xsl:choose>
        <xsl:when test="$spec/self::elementSpec"><code>{$spec/@ident}</code></xsl:when>
        <xsl:otherwise>{($spec/gloss, $spec/@ident)[1]}</xsl:otherwise>
      </xsl:choose>
    </a>
  </xsl:function>
</xsl:stylesheet>
