"""Registers for tests: what a scholar may have written, and entries that a program proposes."""

from __future__ import annotations

from edition.names.model import Entry, Kind, Name
from edition.tei.document import parse
from edition.tei.registers import Registers, read_register

HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">
  <teiHeader>
    <fileDesc>
      <titleStmt>
        <title type="main">Register</title>
      </titleStmt>
      <publicationStmt><p>Unpublished.</p></publicationStmt>
      <sourceDesc><p>Compiled for this edition.</p></sourceDesc>
    </fileDesc>
  </teiHeader>
"""
PERSONS = f"""{HEAD}\
  <standOff>
    <!-- those who spoke -->
    <listPerson>
      <person   xml:id='LeoTolstoy'><!-- the writer -->
        <persName>Leo
           <surname>Tolstoy</surname></persName>
        <persName type="birth" from="1828">Lev Nikolayevich</persName>
        <birth when="1828"><placeName ref="#YasnayaPolyana">Yasnaya Polyana</placeName></birth>
        <occupation>writer</occupation>
        <affiliation><roleName>count</roleName> of Russia</affiliation>
        <idno type="URI" subtype="wikidata">https://www.wikidata.org/entity/Q7243</idno>
        <note type="annotation">Not Alexei.</note>
      </person> <!-- see also Alexei -->
      <!-- Vera -->
      <person xml:id="VeraInber"><persName>Vera Inber</persName></person>
    </listPerson>
    <list type="refused">
      <item>No  Statute</item>
    </list>
  </standOff>
</TEI>
"""
PLACES = f"""{HEAD}\
  <standOff>
    <listPlace>
      <place xml:id="StPetersburg" type="settlement">
        <placeName from="1991">St Petersburg</placeName>
        <placeName from="1924" to="1991">Leningrad</placeName>
        <country key="RU">Russia</country>
        <location><geo>59.94 30.31</geo></location>
        <idno type="URI" subtype="geonames">https://www.geonames.org/498817/</idno>
      </place>
      <place xml:id="YasnayaPolyana">
        <placeName>Yasnaya Polyana</placeName>
        <region ref="#Tula">Tula</region>
      </place>
      <place xml:id="Tula"><placeName>Tula</placeName></place>
    </listPlace>
  </standOff>
</TEI>
"""


def person(identifier: str, *names: str, **facts: object) -> Entry:
    """A person that a program proposes."""
    forms = tuple(map(Name, names or (identifier,)))
    return Entry(identifier, Kind.PERSON, forms, **facts)  # type: ignore[arg-type]


def read(*files: str) -> Registers:
    """The registers in *files*, which are called persons.xml and places.xml."""
    names = ("persons.xml", "places.xml", "orgs.xml")
    return read_register(parse(f.encode(), name) for f, name in zip(files, names, strict=False))
