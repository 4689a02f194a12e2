"""The laws of the encoding: faithful, valid XML, the same every time, on any input."""

from __future__ import annotations

import os
import subprocess
import sys

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

import edition
from edition.tei.vocabulary import TEI_NAMESPACE
from tests.transcripts import transcripts

T = {"t": TEI_NAMESPACE}
WHITE = dict.fromkeys([*range(0x20), *map(ord, " \u00a0\ufffe\uffff")])


def letters(text: str) -> str:
    """*text* without white space and what XML cannot hold: the law is about the rest."""
    return text.translate(WHITE)


def encoded(text: str) -> bytes | None:
    """The TEI of *text*; None where it is refused, which needs a reason and a remedy."""
    try:
        transcript = edition.read(text.encode("utf-8", "replace"), "meeting.txt")
    except edition.EditionError as error:
        finding = error.finding
    else:
        return edition.encode(transcript)
    assert finding.message
    assert finding.hint
    return None


@given(transcripts | st.text(max_size=300))
@example("a\r\r\nb\x0c\x0bc")
@example("Vladimir Putin:")
@example("\ufeffa")
def test_no_character_is_lost_added_or_moved(text: str) -> None:
    tei = encoded(text)
    if tei is None:
        return
    root = etree.fromstring(tei)
    omitted = root.xpath("t:teiHeader//t:ab[@type = 'omitted']", namespaces=T)
    recorded = {int(line.get("n", "")): line.text or "" for line in omitted}
    lines = edition.read(text.encode(), "meeting.txt").blocks
    kept = "".join(block.text for block in lines if block.line not in recorded)
    for block in lines:
        if block.line in recorded:
            assert letters(recorded[block.line]) == letters(block.text)
    assert letters("".join(map(str, root.xpath("t:text//text()", namespaces=T)))) == letters(kept)


@given(transcripts)
def test_identifiers_are_unique_and_pointers_resolve(text: str) -> None:
    tei = encoded(text)
    if tei is None:
        return
    root = etree.fromstring(tei)
    identifiers = [str(value) for value in root.xpath("//@xml:id")]
    assert len(identifiers) == len(set(identifiers))
    pointers = root.xpath(
        "//@who | //@resp | //@ref | //@ana | //@target[contains(., '#')] | //@prev"
    )
    for pointer in " ".join(map(str, pointers)).split():
        assert pointer.removeprefix("#") in identifiers


@given(transcripts)
def test_a_label_stands_right_before_its_turn(text: str) -> None:
    tei = encoded(text)
    if tei is None:
        return
    root = etree.fromstring(tei)
    for label in root.iterfind(".//t:note[@type='speaker']", T):
        following = label.getnext()
        assert following is not None
        assert etree.QName(following).localname == "u"
    for turn in root.iterfind(".//t:u", T):
        before = turn.getprevious()
        labelled = before is not None and before.get("type") == "speaker"
        assert labelled or turn.get("prev")
        assert turn.get("who") or turn.get("ana") == "#unidentified"


@given(transcripts)
@settings(max_examples=25)
def test_the_same_text_gives_the_same_bytes(text: str) -> None:
    assert encoded(text) == encoded(text)


def test_bytes_do_not_depend_on_hash_seed_locale_or_time_zone() -> None:
    program = (
        "import edition, pathlib, sys;"
        "data = pathlib.Path('source/2023-01-18-leningrad.txt').read_bytes();"
        "sys.stdout.buffer.write(edition.encode(edition.read(data, 'x.txt')))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone},
            capture_output=True,
            check=True,
        ).stdout
        for seed, locale, zone in [("1", "C", "UTC"), ("2", "tr_TR.UTF-8", "Asia/Tokyo")]
    }
    assert len(outputs) == 1


def test_a_label_not_believed_is_a_doubt_with_its_evidence() -> None:
    text = (
        "Meeting\n\nMarch 4, 2016, Moscow\n\nAnna Li: One.\n\nAlexei: Two.\n\nIvan Petrov: Three.\n"
    )
    root = etree.fromstring(encoded(text) or b"")
    (turn,) = root.xpath("//t:u[@cert = 'low']", namespaces=T)
    (doubt,) = root.xpath("//t:certainty", namespaces=T)
    assert turn.get("who") == "#AnnaLi"
    assert doubt.get("target") == "#u1 #p2"
    assert "Line 7" in doubt.findtext("t:desc", namespaces=T)
