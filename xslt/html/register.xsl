<!-- The register in the document itself: persons, places, works … that are mentioned but took no part. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:html="urn:x-edition:html"
                xmlns="http://www.w3.org/1999/xhtml"
                xpath-default-namespace="http://www.tei-c.org/ns/1.0"
                exclude-result-prefixes="#all">

  <xsl:template name="register" visibility="public">
    <xsl:variable name="lists" as="element()*"
                  select="/TEI/standOff/(listPerson | listPlace | listOrg | listEvent | listBibl | listRelation | spanGrp),
                          $header/profileDesc/particDesc//(listOrg | listRelation[not(parent::listOrg)])"/>
    <xsl:variable name="remarks" as="element()*" select="/TEI/standOff/(span | note)"/>
    <xsl:if test="$lists or $remarks">
      <section class="register" aria-labelledby="page:register" data-added="">
        <h2 id="page:register"><xsl:value-of select="html:word('register')"/></h2>
        <xsl:apply-templates select="$lists" mode="register"/>
        <xsl:if test="$remarks">
          <section>
            <h3><xsl:value-of select="html:word('register-spanGrp')"/></h3>
            <ul>
              <xsl:apply-templates select="$remarks" mode="register"/>
            </ul>
          </section>
        </xsl:if>
      </section>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <xsl:template match="*[self::listPerson or self::listPlace or self::listOrg or self::listEvent or self::listBibl
                         or self::listRelation or self::spanGrp]" mode="register" priority="-1">
    <section>
      <xsl:apply-templates select="@*" mode="attribute"/>
      <h3>
        <xsl:choose>
          <xsl:when test="head">
            <xsl:apply-templates select="head" mode="header"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:value-of select="html:word('register-' || local-name())"/>
          </xsl:otherwise>
        </xsl:choose>
      </h3>
      <ul>
        <xsl:apply-templates select="* except head" mode="register"/>
      </ul>
    </section>
  </xsl:template>

  <!-- A list in a list is an entry with entries. -->
  <xsl:template match="*[self::listOrg or self::listEvent or self::listBibl]/listRelation" mode="register">
    <li>
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:apply-templates select="head" mode="header"/>
      <ul>
        <xsl:apply-templates select="* except head" mode="register"/>
      </ul>
    </li>
  </xsl:template>

  <xsl:template match="*[self::person or self::personGrp or self::place or self::org or self::event or self::bibl or self::span]"
                mode="register" priority="-1">
    <li>
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:choose>
        <xsl:when test="text()[normalize-space()]">
          <span class="who"><xsl:apply-templates mode="header"/></span>
          <xsl:call-template name="qualified"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="entry"/>
        </xsl:otherwise>
      </xsl:choose>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="relation" mode="register">
    <li>
      <xsl:apply-templates select="@*" mode="attribute"/>
      <xsl:value-of select="string-join((core:names(@active), core:names(@mutual), @name, core:names(@passive))[string(.)], ' – ')"/>
      <xsl:call-template name="qualified"/>
      <xsl:for-each select="desc | note">
        <xsl:text> </xsl:text>
        <span class="fact"><xsl:apply-templates select="." mode="header"/></span>
      </xsl:for-each>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="*[self::desc or self::note]" mode="register" priority="-1">
    <li><xsl:apply-templates select="." mode="header"/></li>
  </xsl:template>

</xsl:stylesheet>
