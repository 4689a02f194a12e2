"""What a TEI file says of its speakers is known when its transcript is encoded again."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from edition.project.encoding import Encoder
from edition.project.encoding_again import renewed
from edition.project.record import Record
from edition.project.registers import read_registers
from edition.settings import Settings
from edition.tei.document import parse

_DATA = Path(__file__).parents[1] / "data"
_TEXT = """Meeting

March 4, 2016, Moscow

Ivan Petrov: Hello to all of you.

Anna Petrova: Good day.

Ivan Petrov: Bye.
"""


def _encoded(text: str, before: str = "", convention: str = "kremlin", last: str = "") -> str:
    """The TEI of *text*, whose file is *before*; what it names is proposed already.

    *last* is what the program wrote of it.
    """
    encoder = Encoder(read_registers([])[0])
    known = parse(before.encode(), "m.xml") if before else None
    encoder.keep(encoder.encoded(text.encode(), "m.txt", Settings()).naming.register)
    result = encoder.encoded(
        text.encode(),
        "m.txt",
        Settings(),
        convention=convention,
        before=known,
        last=parse(last.encode(), "m.xml") if last else None,
    )
    return result.tei.decode()


@pytest.mark.parametrize("name", ["hansard", "united-nations", "european-parliament"])
def test_whoever_speaks_under_an_office_alone_is_no_name_to_be_found(name: str) -> None:
    text = (_DATA / f"{name}.txt").read_text("utf-8")
    first = _encoded(text, convention="")
    assert "<persName><roleName>" in first
    assert _encoded(text, first, "") == first


def test_a_turn_that_is_said_to_be_of_somebody_else_changes_no_other() -> None:
    first = _encoded(_TEXT)
    by_hand = first.replace('who="#AnnaPetrova"', 'who="#IvanPetrov"')
    assert by_hand != first
    assert _encoded(_TEXT, by_hand) == first


def test_whoever_is_spelt_otherwise_by_hand_still_speaks() -> None:
    first = _encoded(_TEXT)
    by_hand = first.replace("Ivan Petrov<", "Iwan Petrow<").replace(
        'xml:id="IvanPetrov" cert="high" resp="#encoder"', 'xml:id="IvanPetrov"'
    )
    now = _encoded(_TEXT, by_hand, last=first)
    assert re.findall('<u [^>]*who="([^"]*)"', now) == [
        "#IvanPetrov",
        "#AnnaPetrova",
        "#IvanPetrov",
    ]


def test_two_labels_that_mean_one_make_one_participant() -> None:
    first = _encoded(_TEXT)
    by_hand = first.replace('who="#AnnaPetrova"', 'who="#IvanPetrov"').replace(
        '<persName ref="#AnnaPetrova">', '<persName ref="#IvanPetrov">'
    )
    now = _encoded(_TEXT, by_hand)
    assert re.findall('<person xml:id="([^"]*)"', now) == ["IvanPetrov"]
    assert now.count('who="#IvanPetrov"') == 3


@pytest.mark.parametrize("between", ["<!-- who? -->", "<?edition-ignore C002 she stays?>"])
def test_a_comment_between_a_label_and_its_turn_makes_nobody_else_of_the_speaker(
    between: str,
) -> None:
    first = _encoded(_TEXT)
    by_hand = first.replace('ref="#AnnaPetrova"', 'ref="#IvanPetrov"').replace(
        'who="#AnnaPetrova"', 'who="#IvanPetrov"'
    )
    one = _encoded(_TEXT, by_hand)
    assert set(re.findall('<u [^>]*who="([^"]*)"', one)) == {"#IvanPetrov"}
    assert _encoded(_TEXT, by_hand.replace("<u ", f"{between}\n<u ")) == one


def test_a_label_is_of_the_turn_with_its_words_whatever_number_was_printed() -> None:
    first = _encoded(_TEXT)
    by_hand = re.sub(r'xml:id="u(\d)"', lambda m: f'xml:id="u{int(m[1]) % 3 + 1}"', first)
    assert _encoded(_TEXT, by_hand, last=first) == first


def test_without_a_record_what_is_the_same_keeps_its_identifier_and_speaker() -> None:
    text = f"{_TEXT}\nClara Cole: The carrier will not cross it.\n\nIvan Petrov: Sixty pounds.\n"
    first = _encoded(text).encode()
    shorter = text.replace("Anna Petrova: Good day.\n\n", "")
    there = renewed(first, _encoded(shorter).encode(), Record(first), "").tei
    unknown = renewed(there, _encoded(shorter, there.decode()).encode(), None, "")
    record = unknown.record
    assert unknown.tei == there
    tei = _encoded(shorter, there.decode(), last=record.tei.decode()).encode()
    assert renewed(there, tei, record, "")[:2] == (there, record)
    longer = f"{shorter}\nClara Cole: It rains.\n"
    tei = _encoded(longer, there.decode(), last=record.tei.decode()).encode()
    result = renewed(there, tei, record, "").tei.decode()
    assert re.findall('<u [^>]*who="([^"]*)"', result)[-1] == "#ClaraCole"
