"""Identifiers that the scholar changed are known again."""

from __future__ import annotations

import re

from edition.project.encoding_again import renewed
from tests.merge.test_merging import BEFORE, NOW, TEXT, again, encoded


def test_an_identifier_that_the_scholar_changed_is_known_again() -> None:
    ours = NOW.decode().replace('xml:id="p3"', 'xml:id="late"').replace("It was", "It really was")
    result = again(ours, encoded(TEXT.replace("late.", "late. Moscow."), named=True))
    text = result.tei.decode()
    assert re.search('<seg xml:id="late">It really was late. <placeName [^>]*>Moscow', text)
    assert result.record.renamed == (("p3", "late"),)


def test_an_entry_that_the_scholar_gave_another_identifier_stays_where_no_register_has_it() -> None:
    ours = re.sub('(?<=[#"])SergeiLavrov(?=")', "lavrov", NOW.decode())
    result = again(ours, BEFORE)
    assert 'xml:id="lavrov"' in result.tei.decode()
    assert 'ref="#lavrov"' in result.tei.decode()
    later = renewed(result.tei, NOW, result.record, "meeting.xml")
    assert "SergeiLavrov" not in later.tei.decode()
    assert 'ref="#lavrov"' in later.tei.decode()


def test_an_identifier_that_was_changed_is_that_of_what_reads_the_same() -> None:
    def with_entries(*names: tuple[str, str]) -> str:
        entry = '<person xml:id="{}"><persName>{} of the same long name</persName></person>'
        entries = "".join(entry.format(*name) for name in names)
        return NOW.decode().replace("<listPerson>", f"<listPerson>{entries}", 1)

    base = with_entries(("A", "Ann"), ("B", "Bob")).encode()
    result = again(with_entries(("new-B", "Bob"), ("new-A", "Ann")), base, base)
    assert result.record.renamed == (("A", "new-A"), ("B", "new-B"))


def test_an_entry_of_another_identifier_is_known_again_in_another_order_too() -> None:
    ours = re.sub('(?<=[#"])IvanPetrov(?=")', "ivan", BEFORE.decode())
    first, second = re.findall(r"<person .*?</person>", ours, re.DOTALL)
    ours = ours.replace(second, "").replace(first, f"{second}{first}")
    now = BEFORE.replace(b'<person xml:id="IvanPetrov"', b'<person xml:id="IvanPetrov" cert="high"')
    result = again(ours, now, BEFORE)
    assert result.record.renamed == (("IvanPetrov", "ivan"),)
    assert '<person xml:id="ivan" cert="high"' in result.tei.decode()


def test_entries_that_read_the_same_are_not_taken_for_one_another() -> None:
    ours = re.sub('(?<=[#"])IvanPetrov(?=")', "ivan", BEFORE.decode())
    first, second = re.findall(r"<person .*?</person>", ours, re.DOTALL)
    twin = first.replace('"ivan"', '"namesake"')
    ours = ours.replace(second, "").replace(first, f"{second}{twin}{first}")
    assert again(ours, NOW, BEFORE).record.renamed == ()


def test_nobody_is_another_because_the_notes_of_their_entries_say_the_same() -> None:
    first, second = re.findall(r"<person .*?</person>", NOW.decode(), re.DOTALL)[:2]
    assert first.count("<note") == second.count("<note") == 1
    ours = re.sub('(?<=[#"])(IvanPetrov|AnnaPetrova)(?=")', r"my-\1", NOW.decode())
    without_note = re.sub("<note.*?</note>", "", first, flags=re.DOTALL)
    ours = ours.replace(
        first.replace('"IvanPetrov"', '"my-IvanPetrov"'),
        without_note.replace('"IvanPetrov"', '"my-IvanPetrov"'),
    ).replace("Anna Petrova</persName>", "A. Anna Petrova</persName>")
    renamed_ones = dict(again(ours, BEFORE).record.renamed)
    assert renamed_ones == {"IvanPetrov": "my-IvanPetrov", "AnnaPetrova": "my-AnnaPetrova"}


def test_an_entry_of_nearly_the_same_name_is_another_where_nothing_points_to_it() -> None:
    text = TEXT.replace("Sergei Lavrov", "Sergei Viktorovich Lavrov")
    base = encoded(text, named=True)
    (name,) = re.findall('<person xml:id="([^"]*Lavrov)"', base.decode())
    ours = base.decode().replace(f'<person xml:id="{name}"', '<person xml:id="petrov"')
    ours = re.sub(f'<persName ref="#{name}"[^>]*>(.*?)</persName>', r"\1", ours)
    ours = ours.replace(
        "<persName>Sergei Viktorovich Lavrov", "<persName>Sergei Viktorovich Petrov"
    )
    assert again(ours, encoded(text, named=False), base).record.renamed == ()
