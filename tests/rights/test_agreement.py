"""What is said of a licence is said of the one at its address, and no word of it is passed over."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.rights.agreement import Judged, all_reserved, is_called, judged, stated
from edition.rights.licences import KnownLicence, known_licences
from edition.rights.pieces import wording

BY = "https://creativecommons.org/licenses/by/4.0/"
BY_NC = "https://creativecommons.org/licenses/by-nc/4.0/"
BY_3 = "https://creativecommons.org/licenses/by/3.0/"
ZERO = "https://creativecommons.org/publicdomain/zero/1.0/"
MARK = "https://creativecommons.org/publicdomain/mark/1.0/"


STATEMENTS = """\
This work is licensed under the Creative Commons Attribution 4.0 International License.
This work is licensed under a Creative Commons Attribution 4.0 International License.
To view a copy of this license, visit http://creativecommons.org/licenses/by/4.0/
To view a copy of this licence, visit http://creativecommons.org/licenses/by/4.0/ or \
send a letter to Creative Commons, PO Box 1866, Mountain View, CA 94042, USA.
Distributed under the terms of the Creative Commons Attribution License (CC BY 4.0)
Available under a CC BY 4.0 license; some rights reserved.
All content on this site is licensed under Creative Commons Attribution 4.0
Dieses Werk ist lizenziert unter einer Creative Commons Namensnennung 4.0 International Lizenz.
Die Edition steht unter der Lizenz CC BY 4.0 und ist frei verfügbar.
Cette œuvre est mise à disposition selon les termes de la Licence Creative Commons \
Attribution 4.0 International.
Ce(tte) œuvre est mise à disposition sous licence Creative Commons Attribution 4.0
Esta obra está bajo una Licencia Creative Commons Atribución 4.0 Internacional.
Quest’opera è distribuita con Licenza Creative Commons Attribuzione 4.0 Internazionale.
Dit werk valt onder een Creative Commons Naamsvermelding 4.0 Internationaal-licentie.
Произведение доступно по лицензии Creative Commons «Attribution» («Атрибуция») 4.0 Всемирная.
"""


def said(words: str, target: str, *, is_name: bool = True) -> Judged:
    """What *words* say that the licence at *target* is not."""
    licence = stated(target)
    assert licence is not None
    return judged(words, licence, is_name=is_name)


@pytest.mark.parametrize(
    "name",
    [
        "BY-NC 4.0",
        "by nc",
        "BY-SA",
        "Creative Commons BY-NC 4.0",
        "CC BY 4.0 NC",
        "CC-BY-4.0-NC",
        "CC BY-NC4.0",
        "CCBYNC 4.0",
        "CC_BY_NC_4.0",
        "CC NC-BY 4.0",
        "CC BY (NC) 4.0",
        "CC BY-N.C. 4.0",
        "CC BY 4.0, NC",
        "Atribución-NoComercial 4.0",
        "Naamsvermelding-NietCommercieel 4.0",
        "AttributionNonCommercial 4.0",
        "Creative Commons Namensnennung-NC",
        "GPLv3",
        "GPL",
        "AGPL",
        "GFDL 1.3",
        "ODbL",
        "MIT",
        "mit",
        "EUPL-1.2",
        "CC BY 3.0",
        "CC-BY-4.1",
        "CC0",
        "CCZero",
        "public domain",
        "gemeinfrei (PDM 1.0)",
        "Lizenz: by-nc",
        "commercial use prohibited",
    ],
)
def test_a_name_of_another_licence_is_told(name: str) -> None:
    assert said(name, BY).other
    assert not said(name, BY).beside


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("CC BY", BY),
        ("CC-BY-4.0", BY),
        ("ccby 4", BY),
        ("BY 4.0", BY),
        ("CC BY v4.0", BY),
        ("Creative Commons Attribution 4.0 International (CC BY 4.0)", BY),
        ("Creative Commons Attribution 4.0 International Public License", BY),
        ("https://creativecommons.org/licenses/by/4.0/deed.de", BY),
        ("Attribution, for commercial and non-commercial use", BY),
        ("CC BY-NC 4.0", BY_NC),
        ("Namensnennung - Nicht-kommerziell 4.0 International", BY_NC),
        ("Commercial use is not permitted. CC BY-NC 4.0", BY_NC),
        ("CC BY 3.0 DE", f"{BY_3}de/"),
        ("CC BY 3.0 Deutschland", f"{BY_3}de/"),
        ("CC BY 3.0 FR", f"{BY_3}fr/"),
        ("Creative Commons Attribution 3.0 Unported", BY_3),
        ("CC0 1.0", ZERO),
        ("CC0 1.0 Universal (CC0 1.0) Public Domain Dedication", ZERO),
        ("Public domain", MARK),
        ("Public Domain Mark 1.0", MARK),
        ("GPLv3", "https://spdx.org/licenses/GPL-3.0-only"),
        ("GNU General Public License v3.0", "https://spdx.org/licenses/GPL-3.0-only"),
        ("MIT", "https://spdx.org/licenses/MIT"),
        ("Apache 2.0", "https://www.apache.org/licenses/LICENSE-2.0"),
        ("Open Government Licence v3.0", "https://spdx.org/licenses/OGL-UK-3.0"),
        ("Licence Ouverte 2.0", "https://spdx.org/licenses/etalab-2.0"),
        ("Open Parliament Licence v3.0", "https://spdx.org/licenses/OPL-UK-3.0"),
        ("Datenlizenz Deutschland Namensnennung 2.0", "https://www.govdata.de/dl-de/by-2-0"),
        ("ODbL", "https://opendatacommons.org/licenses/odbl/1-0/"),
    ],
)
def test_what_is_said_of_the_licence_itself_is_recognised_whole(words: str, target: str) -> None:
    for is_name in (True, False):
        assert said(words, target, is_name=is_name) == Judged()


@pytest.mark.parametrize("word", [it for ways in wording().glued.values() for it in ways])
def test_each_word_that_may_be_glued_to_a_name_is_read_there(word: str) -> None:
    for glued in (f"CCBY{word}", f"{word}CCBY"):
        assert not said(glued, BY).left
        assert said(f"NC{glued}", BY).other


@pytest.mark.parametrize(
    "words", ["CCBYLizenz", "CCBYLicentie 4.0", "LicenceCCBY", "LicenzaCCBY 4.0", "LicençaCCBY"]
)
def test_a_name_may_be_glued_to_the_word_licence_in_other_languages(words: str) -> None:
    assert said(words, BY) == Judged()


@pytest.mark.parametrize("words", STATEMENTS.splitlines())
def test_the_usual_statement_of_a_licence_is_recognised_whole(words: str) -> None:
    assert said(words, BY, is_name=False) == Judged()
    assert said(words, BY_NC, is_name=False) != Judged()


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("CC BY 4.0, Mondlicht", "Mondlicht"),
        ("CC BY 4.0 DE", "DE"),
        ("CC BY 4.0 plus", "plus"),
        ("CC BY 4.0 as agreed with the heirs of Jane Roe", "agreed … heirs … Jane Roe"),
        ("CC BY 4.0 2026", "2026"),
        ("СС ВУ 4.0", "СС ВУ"),  # in letters of Cyrillic
    ],
)
def test_a_word_that_nobody_has_accounted_for_is_told(words: str, left: str) -> None:
    assert said(words, BY) == Judged(left=left)


@pytest.mark.parametrize(
    "words",
    [
        "CC BY 4.0, from 2030 on",
        "May be used for research and teaching only.",
        "Kommerzielle Nutzung ist untersagt.",
        "It must not be used commercially without permission.",
        "Usage commercial interdit",
        "nicht gewerblich",
        "nur für nichtgewerbliche Zwecke",
        "No modifications",
        "Bearbeitung nicht gestattet",
        "Modifications interdites",
        "uso no comercial",
        "senza scopi commerciali",
        "research and private study only",
        "Reproduction only with written permission of the archive.",
        "Коммерческое использование запрещено.",
    ],
)
def test_what_restricts_the_use_is_known_as_such(words: str) -> None:
    found = said(words, BY, is_name=False)
    assert found.other or found.restricting


@pytest.mark.parametrize(
    "words",
    [
        "Sämtliche Rechte vorbehalten",
        "Tous les droits réservés",
        "Alle Rechte sind vorbehalten",
        "All rights are reserved",
        "Rights reserved",
        "Rights in the records are reserved",
        "droits réservés",
        "Tous droits de reproduction réservés",
        "Tutti i diritti sono riservati",
        "Urheberrechtlich geschützt",
        "In Copyright",
        "Все права зарезервированы",
        "The archive reserves all rights.",
        "All rights remain with the archive.",
        "All rights in the records belong to the county.",
        "Das Archiv behält sich alle Rechte vor.",
        "Alle Rechte verbleiben beim Archiv.",
        "Sämtliche Rechte beim Archiv",
        "Reservados todos los derechos.",
        "El archivo se reserva todos los derechos.",
        "L’éditeur se réserve tous les droits.",
        "L’archivio si riserva tutti i diritti.",
        "Het archief behoudt zich alle rechten voor.",
    ],
)
@pytest.mark.parametrize("target", [BY, "https://example.org/c"])
def test_that_all_rights_are_kept_is_known_in_other_words(words: str, target: str) -> None:
    assert all_reserved(words, target)


def test_a_notice_of_copyright_opens_nothing_at_an_address_nobody_knows() -> None:
    assert all_reserved("© 2026 Agnes Fell", "https://example.org/c") == "© 2026 Agnes Fell"
    assert all_reserved("Copyright (c) 2026 Agnes Fell", "https://example.org/c")
    assert all_reserved("Copyright 2026 Agnes Fell.", "https://example.org/c")
    assert all_reserved("Copyright Hexham County Archives 2026", "https://example.org/c")
    assert all_reserved("Copyright by Hexham County Archives", "https://example.org/c")
    assert all_reserved("Copyright: Hexham County Archives", "https://example.org/c")
    assert not all_reserved("Copyright undetermined as of 2026", "https://example.org/c")
    assert not all_reserved("Copyright expired in 2010", "https://example.org/c")
    assert not all_reserved("Copyright Agnes Fell 2026; used freely", "https://example.org/c")
    assert not all_reserved("Copyright Not Evaluated", "http://rightsstatements.org/vocab/CNE/1.0/")
    assert not all_reserved("© 2026 Agnes Fell", BY)
    assert not all_reserved("© Agnes Fell; may be used freely", "https://example.org/c")


@pytest.mark.parametrize(
    "words",
    [
        "No rights reserved",
        "Some rights reserved",
        "CC BY 4.0 ©",
        "The archive reserves no rights.",
        "We do not reserve all rights.",
    ],
)
def test_not_all_rights_are_kept_where_none_or_some_are(words: str) -> None:
    assert not all_reserved(words, "https://example.org/c")


def test_a_part_that_is_under_other_terms_is_a_doubt() -> None:
    for words in (
        "CC BY 4.0; images CC BY-NC 4.0",
        "CC BY 4.0, non-commercial use only",
        "CC BY 4.0 (kommerzielle Nutzung nicht gestattet)",
    ):
        assert said(words, BY).other
        assert said(words, BY).beside


@pytest.mark.parametrize(
    "words",
    [
        "The text may be used in this edition and on this website.",
        "May be published in this edition.",
        "May be used, with thanks, on our website.",
        "The photographs can be freely reproduced and quoted for this publication",
        "Der Text darf in dieser Ausgabe veröffentlicht werden.",
        "Die Texte dürfen auf unserer Seite genutzt werden.",
        "Le texte peut être publié dans cette édition.",
        "Los textos pueden publicarse en esta edición.",
        "O texto pode ser publicado nesta edição.",
        "Il testo può essere pubblicato in questa edizione.",
        "De tekst mag in deze uitgave worden gepubliceerd.",
        "Текст может быть опубликован в этом издании.",
    ],
)
def test_a_permission_for_one_use_is_no_licence_for_all(words: str) -> None:
    assert said(words, BY, is_name=False).cautious


@pytest.mark.parametrize(
    "words",
    [
        "All content on this website is licensed under CC BY 4.0",
        "The texts in this edition may be used under CC BY 4.0.",
        "This edition is published on this website under CC BY 4.0",
        "Full details can be found in this file.",
        "Die Texte in dieser Ausgabe dürfen genutzt werden.",
        "Les textes de cette édition peuvent être utilisés sous licence CC BY 4.0",
    ],
)
def test_where_a_text_stands_is_no_limit_to_its_use(words: str) -> None:
    assert said(words, BY, is_name=False) == Judged()


def test_creative_commons_alone_is_the_name_of_none_of_their_licences() -> None:
    for target in (BY, ZERO, MARK):
        assert not is_called("Creative Commons", target)
        assert not is_called("CC", target)
    assert is_called("CC BY", BY)
    assert is_called("CC0", ZERO)
    assert is_called("CC zero", ZERO)
    assert is_called("Public Domain Mark", MARK)


@pytest.mark.parametrize(
    "words",
    [
        "The text is in the public domain; the encoding is licensed under CC BY 4.0.",
        "The text is in the public domain, and the encoding is licensed under CC BY 4.0.",
        "The text is in the public domain and the encoding is licensed under CC BY 4.0.",
        "Der Text ist gemeinfrei; die Auszeichnung steht unter CC BY 4.0.",
        "Der Text ist gemeinfrei und die Kodierung steht unter CC BY 4.0.",
        "The encoding is licensed under CC BY 4.0. The transcript is in the public domain.",
        "The transcript is in the public domain. The encoding is licensed under CC BY 4.0.",
        "Le texte est dans le domaine public ; l’encodage est sous licence CC BY 4.0.",
        "CC BY 4.0 for the text. The images are under CC BY-NC 4.0.",
        "The transcript is under CC BY 3.0, its markup under CC BY 4.0.",
    ],
)
def test_where_each_clause_says_of_what_it_is_another_licence_is_a_doubt(words: str) -> None:
    for is_name in (True, False):
        found = said(words, BY, is_name=is_name)
        assert (found.other, found.beside) == (True, True)


@pytest.mark.parametrize(
    "words",
    [
        (
            "The edition is licensed under CC BY-NC 4.0; the full text of the licence is at "
            "https://creativecommons.org/licenses/by/4.0/."
        ),
        "The text is licensed under CC BY-NC 4.0. Attribution is required.",
        "The text is licensed under Creative Commons Attribution and NonCommercial 4.0.",
        "This work is licensed under Creative Commons Attribution 4.0 (CC BY-NC 4.0).",
        "The text is in the public domain; the encoding is licensed under CC BY-NC 4.0.",
        "CC BY 4.0; CC BY-NC 4.0",
        "CC BY 4.0 and CC BY-NC 4.0",
    ],
)
def test_another_licence_of_the_whole_is_no_doubt(words: str) -> None:
    found = said(words, BY, is_name=False)
    assert (found.other, found.beside) == (True, False)


def test_no_words_are_so_made_that_they_cannot_be_read() -> None:
    for words in (
        "not " + "_" * 3000,
        "not " + "' " * 3000 + "commercially",
        "bync" * 5000 + "x",
        "may used " * 3000 + "_" * 3000 + " in our",
        "by " * 40_000 + "NC",
    ):
        assert said(words, BY, is_name=False) != Judged()


def test_a_number_of_any_length_is_read() -> None:
    assert said("CC BY " + "1" * 5000, BY) == Judged(left="1" * 5000)
    assert said("CC BY 4." + "0" * 5000 + "1", BY) != Judged()
    assert said("CC BY " + "0" * 5000 + "4.0", BY) == Judged()
    assert said("CC BY ٤.٠", BY) == Judged()  # in digits of Arabic


def _attributions() -> list[KnownLicence]:
    return [
        it
        for it in known_licences().values()
        if it.spdx.startswith("CC-BY-") and any("creativecommons" in at for at in it.addresses)
    ]


def _parts(spdx: str) -> tuple[frozenset[str], str, str]:
    """The terms of *spdx*, its version, and its country."""
    terms, number, country = [], "", ""
    for part in spdx.removeprefix("CC-").split("-"):
        if part in ("BY", "NC", "SA", "ND"):
            terms.append(part)
        elif part[0].isdigit():
            number = part
        else:
            country = part
    return frozenset(terms), number, country


_CALLED = {"BY": "attribution", "NC": "non-commercial", "SA": "share-alike", "ND": "no-derivatives"}
_SEPARATORS = (" ", "-", "_", ".", "/", ",", ", ", " - ", "\u2011", " – ")


@st.composite
def spellings(draw: st.DrawFn) -> tuple[KnownLicence, str]:
    """A licence of Creative Commons, and a way to write its name."""
    licence = draw(st.sampled_from(_attributions()))
    terms, number, country = _parts(licence.spdx)
    languages = list(wording().terms["attribution"])
    language = draw(st.sampled_from(languages))
    ordered = draw(st.permutations(sorted(terms)))
    words = []
    for term in ordered:
        ways = wording().terms[_CALLED[term]]
        listed = ways.get(language, ways["any"])
        usable = [it for it in listed if not set("#…!") & set(it)] or list(ways["any"])
        way = draw(st.sampled_from(usable))
        words.append(" ".join(part.split("|")[0] for part in way.split()).replace("*", ""))
    separator = draw(st.sampled_from(_SEPARATORS))
    short = language == "any"
    glue = "" if short and draw(st.booleans()) else separator
    name = glue.join(words)
    before = draw(st.sampled_from(["", "CC", "Creative Commons", "cc"]))
    if before:
        name = before + (glue if before in ("CC", "cc") else separator) + name
    name += draw(st.sampled_from(["", " ", "-", "_", " v", " Version "])) + number
    if country:
        name += draw(st.sampled_from([" ", "-"])) + country
    written = draw(st.sampled_from([name, name.upper(), name.lower(), name.title()]))
    return licence, written


@given(spellings())
def test_of_each_licence_of_creative_commons_the_name_is_its_own_and_no_other(
    spelling: tuple[KnownLicence, str],
) -> None:
    licence, name = spelling
    terms, number, country = _parts(licence.spdx)
    for other in _attributions():
        target = f"https://{other.addresses[0]}/"
        found = said(name, target)
        if other is licence:
            assert found == Judged(), (name, other.spdx)
            continue
        their_terms, their_number, _ = _parts(other.spdx)
        is_same_but_for_country = (terms, number) == (their_terms, their_number)
        if is_same_but_for_country and not country:
            continue  # a name without a country may be that of each
        assert found.other or (is_same_but_for_country and found.left), (name, other.spdx)


def test_each_abbreviation_of_the_terms_is_told_in_each_order() -> None:
    for number in range(2, 4):
        for terms in itertools.permutations(("BY", "NC", "ND", "SA"), number):
            for separator in ("", " ", "-", "_", ".", "/", ",", " (", "+"):
                name = separator.join(terms)
                if not separator and "BY" not in terms:
                    name = f"CC{name}"
                assert said(name, BY).other, name
