<!-- What reads otherwise than in the versions that were published before, where the edition keeps them. -->
<xsl:stylesheet version="3.0"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:core="urn:x-edition:core"
                xmlns:cite="urn:x-edition:cite"
                xmlns="http://www.w3.org/1999/xhtml"
                exclude-result-prefixes="#all">

  <xsl:template name="earlier">
    <xsl:if test="exists($known?earlier?*)">
      <p><xsl:value-of select="cite:word('since-compared')"/></p>
    </xsl:if>
    <xsl:for-each select="$known?earlier?*">
      <h3 id="since:{position()}">
        <xsl:value-of select="core:phrase('since-version', $interface, ?version)"/>
        <xsl:value-of select="?published[.] ! (' (' || core:date(., $interface) || ')')"/>
      </h3>
      <p><xsl:value-of select="cite:word(if (exists((?altered, ?others, ?gone) ! ?*)) then 'since-some' else 'since-same')"/></p>
      <xsl:if test="exists(?altered?*)">
        <dl class="altered">
          <xsl:for-each select="?altered?*">
            <xsl:call-template name="altered"/>
          </xsl:for-each>
        </dl>
      </xsl:if>
      <xsl:call-template name="numbers">
        <xsl:with-param name="said" select="'since-others'"/>
        <xsl:with-param name="paragraphs" select="?others?*"/>
      </xsl:call-template>
      <xsl:if test="exists(?gone?*)">
        <p><xsl:value-of select="cite:word('since-gone')"/></p>
        <dl class="altered">
          <xsl:for-each select="?gone?*">
            <dt><xsl:value-of select="'¶ ' || ?number"/></dt>
            <dd><xsl:sequence select="$theirs"/><del><xsl:value-of select="?words"/></del></dd>
          </xsl:for-each>
        </dl>
      </xsl:if>
      <xsl:call-template name="numbers">
        <xsl:with-param name="said" select="'since-added'"/>
        <xsl:with-param name="paragraphs" select="?added?*"/>
      </xsl:call-template>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- A paragraph with what was taken out of it and put in. -->
  <xsl:template name="altered">
    <xsl:context-item as="map(*)" use="required"/>
    <xsl:variable name="nobody" as="xs:string" select="cite:word('since-nobody')"/>
    <dt>
      <a href="{?href}"><xsl:value-of select="'¶ ' || ?number"/></a>
      <xsl:if test="?was_by ne ?is_by">
        <xsl:value-of select="' · ' || core:phrase('since-by', $interface, ((?is_by[.], $nobody)[1], (?was_by[.], $nobody)[1]))"/>
      </xsl:if>
    </dt>
    <dd>
      <xsl:sequence select="$theirs"/>
      <xsl:for-each select="?pieces?*">
        <xsl:if test="position() gt 1">
          <xsl:text> </xsl:text>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="?kind eq 'same'"><xsl:value-of select="?words"/></xsl:when>
          <xsl:when test="?kind eq 'was'"><del><xsl:value-of select="?words"/></del></xsl:when>
          <xsl:otherwise><ins><xsl:value-of select="?words"/></ins></xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </dd>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="numbers">
    <xsl:param name="said" as="xs:string" required="yes"/>
    <xsl:param name="paragraphs" as="map(*)*" required="yes"/>
    <xsl:if test="exists($paragraphs)">
      <p>
        <xsl:value-of select="cite:word($said)"/>
        <xsl:for-each select="$paragraphs">
          <xsl:text> </xsl:text>
          <a href="{?href}"><xsl:value-of select="'¶ ' || ?number"/></a>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
