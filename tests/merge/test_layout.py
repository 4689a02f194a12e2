"""What the program brings into a file that somebody laid out anew is laid out like the file."""

from __future__ import annotations

import re

import pytest

import edition
from edition.merge.layout import indented, unit_of
from edition.project.encoding_again import renewed
from edition.project.record import Record

_TEXT = """Meeting in Moscow

March 4, 2016

Ivan Petrov: Hello. (Applause.)

Anna Petrova: So long.
"""


def encoded(text: str = _TEXT) -> bytes:
    return edition.encode(edition.read(text.encode(), "meeting.txt", "kremlin"))


BASE = encoded()
MOSCOW = '<placeName ref="#Moscow">Moscow</placeName>'
INDENTED = """<docTitle>
          <titlePart type="main">{title}</titlePart>
        </docTitle>"""


def again(ours: str, theirs: bytes) -> str:
    assert ours.encode() != BASE
    result = renewed(ours.encode(), theirs, Record(BASE), "meeting.xml")
    assert not result.findings
    same = renewed(result.tei, theirs, result.record, "meeting.xml")
    assert (same.tei, same.record) == (result.tei, result.record)
    return result.tei.decode()


def test_a_title_put_on_lines_of_its_own_gets_a_new_name() -> None:
    title = "Meeting in Moscow"
    line = f'<docTitle><titlePart type="main">{title}</titlePart></docTitle>'
    ours = BASE.decode().replace(line, INDENTED.format(title=title))
    entry = '<place xml:id="Moscow"><placeName>Moscow</placeName></place>'
    behind = f"</text><standOff><listPlace>{entry}</listPlace></standOff>"
    named = title.replace("Moscow", MOSCOW)
    new = BASE.decode().replace(line, line.replace(title, named)).replace("</text>", behind)
    assert INDENTED.format(title=named) in again(ours, new.encode())


def test_a_date_put_on_lines_of_its_own_is_corrected_there() -> None:
    one = '<docDate><date when="2016-03-04">March 4, 2016</date></docDate>'
    ours = BASE.decode().replace(one, one.replace("><", ">\n\t<"))
    new = '<docDate>\n\t<date when="2016-03-05">March 5, 2016</date>\n\t</docDate>'
    assert new in again(ours, encoded(_TEXT.replace("March 4", "March 5")))


@pytest.mark.parametrize("unit", ["\t", "    ", " ", " \t", ""])
def test_new_lines_are_indented_like_the_file(unit: str) -> None:
    ours = indented(BASE.decode(), "  ", unit)
    new = encoded(_TEXT + "\nClara Cole: What did I miss?\n\nAnd who are you?\n")
    assert again(ours, new) == indented(new.decode(), "  ", unit)
    crlf = ours.replace("\n", "\r\n")
    assert again(crlf, new) == indented(new.decode(), "  ", unit).replace("\n", "\r\n")


def test_the_unit_is_that_of_the_first_two_levels() -> None:
    text = BASE.decode()
    assert unit_of(indented(text, "  ", "\t")) == "\t"
    assert unit_of(re.sub(r"^ +", "", text, flags=re.MULTILINE)) == ""
    assert unit_of(re.sub(r"\n *", "", text)) == "  "
    assert unit_of(text.replace("\n    <fileDesc>", "\n   <fileDesc>")) == "  "


def test_the_record_of_a_file_without_indentation_is_laid_out_as_the_program_does() -> None:
    ours = indented(BASE.decode(), "  ", "").replace("Hello.", "Hullo.")
    assert "\n " not in ours
    new = encoded(_TEXT.replace("Hello.", "Hi.") + "\nClara Cole: What did I miss?\n")
    result = renewed(ours.encode(), new, Record(BASE), "meeting.xml")
    assert [finding.code for finding in result.findings] == ["E020"]
    assert "\n " not in result.tei.decode()
    assert result.record.tei == new.replace(b"Hi.", b"Hello.")


def test_the_first_figure_in_a_list_is_indented_like_the_others() -> None:
    ours = indented(BASE.decode(), "  ", "\t").replace("Hello", "<abbr>Hello</abbr>")
    result = again(ours, encoded(_TEXT.replace("long", "longer")))
    assert '\n\t\t\t\t\t<tagUsage gi="abbr" occurs="1"/>\n\t\t\t\t\t<' in result
