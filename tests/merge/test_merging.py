"""Hand edits of every kind, and an encoding again after them."""

from __future__ import annotations

import re

import pytest

import edition
from edition.merge.identifiers import kept
from edition.merge.merging import Merged, merge
from edition.merge.tags import prefix_of, with_prefix
from edition.project.encoding_again import Again, renewed
from edition.project.record import Record

TEXT = """Meeting

March 4, 2016, Moscow

Ivan Petrov: Hello to all of Moscow and Berlin. Yes.

We met Sergei Lavrov there.

It was late.

Anna Petrova: Good day.

Ivan Petrov: Bye.
"""


def encoded(text: str, *, named: bool) -> bytes:
    transcript = edition.read(text.encode(), "meeting.txt", "kremlin")
    return edition.encode(transcript, naming=edition.name(transcript) if named else None)


BEFORE = encoded(TEXT, named=False)
NOW = encoded(TEXT, named=True)
CUT_IN_TWO = (
    '</u><note type="editorial">Another.</note><u xml:id="ux" who="#AnnaPetrova"><seg xml:id="p3">'
)


def merged(old: str, new: str, theirs: bytes = NOW, base: bytes = BEFORE) -> Merged:
    ours = base.decode().replace(old, new, 1)
    assert ours.encode() != base
    return merge(base, ours.encode(), theirs, "meeting.xml")


def test_what_nobody_touched_is_the_new_encoding() -> None:
    assert merge(BEFORE, BEFORE, NOW, "meeting.xml") == Merged(NOW, NOW)


def test_what_the_program_did_not_change_is_the_scholars() -> None:
    ours = BEFORE.replace(b"Yes.", b"<sic>Yes.</sic>")
    assert merge(BEFORE, ours, BEFORE, "meeting.xml") == Merged(ours, BEFORE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Yes.", "Yes, indeed."),
        ("Yes.", "<choice><sic>Yes</sic><corr>No</corr></choice>."),
        ("all of", "<hi>all</hi> of"),
        ("Hello to", "Hello\n     to"),
        ('<seg xml:id="p1">', '<!-- remark --><seg xml:id="p1">'),
        ('<seg xml:id="p1">', "<?remark?><seg xml:id='p1' n=\"1\">"),
        ('<seg xml:id="p3">', CUT_IN_TWO),
        ('<seg xml:id="p3">It was late.</seg>', ""),
        ("</titleStmt>", "<editor><persName>An Editor</persName></editor></titleStmt>"),
        ('who="#IvanPetrov"', 'who="#AnnaPetrova" cert="low"'),
        ("<listPerson>", '<listPerson><person xml:id="x"><persName>X</persName></person>'),
    ],
)
def test_a_hand_edit_stays_and_the_names_come_in(old: str, new: str) -> None:
    result = merged(old, new)
    text = result.data.decode()
    edition.parse(result.data, "meeting.xml")
    assert text.count(new) == (1 if new else 0) or not new
    assert not result.findings
    for name in ("Moscow", "Berlin", "Sergei Lavrov"):
        assert re.search(rf"<(placeName|persName) [^>]*>{name}</", text)


def test_a_name_comes_into_the_markup_around_it() -> None:
    text = merged("Sergei Lavrov", "<hi>Sergei Lavrov</hi>").data.decode()
    assert re.search("<hi><persName [^>]*>Sergei Lavrov</persName></hi>", text)


def test_where_markup_crosses_the_scholars_stands_and_the_other_is_told() -> None:
    result = merged("met Sergei", "<hi>met Sergei</hi>")
    assert "<hi>met Sergei</hi> Lavrov" in result.data.decode()
    assert [finding.code for finding in result.findings] == ["E010"]


def test_a_tag_that_was_taken_away_stays_away() -> None:
    name = re.search("<persName [^>]*>Sergei Lavrov</persName>", NOW.decode())
    assert name is not None
    again = encoded(TEXT.replace("Good day.", "Good day, Berlin."), named=True)
    result = merged(name.group(), "Sergei Lavrov", theirs=again, base=NOW).data.decode()
    assert "We met Sergei Lavrov there." in result
    assert re.search("Good day, <placeName [^>]*>Berlin</placeName>", result)


def test_a_turn_that_was_moved_gets_the_names_too() -> None:
    pattern = '<note type="speaker">(?:(?!<note).)*?</u>\\s*'
    first, second, third = re.findall(pattern, BEFORE.decode(), re.DOTALL)
    ours = BEFORE.decode().replace(first + second + third, second + first + third)
    text = merge(BEFORE, ours.encode(), NOW, "meeting.xml").data.decode()
    assert text.index("Good day.") < text.index("Hello to all")
    assert re.search("<placeName [^>]*>Berlin</placeName>", text)


def test_a_paragraph_found_later_gets_an_identifier_between() -> None:
    theirs = encoded(TEXT.replace("It was", "Nobody knew.\n\nIt was"), named=False)
    again = kept(BEFORE, theirs)
    assert re.findall('<seg xml:id="(\\w+)">', again.theirs.decode()) == [
        "p1",
        "p2",
        "p2a",
        "p3",
        "p4",
        "p5",
    ]
    assert again.vanished == ()


def test_an_identifier_that_is_gone_is_not_given_again() -> None:
    theirs = encoded(TEXT.replace("It was late.\n\n", ""), named=False)
    assert kept(BEFORE, theirs).vanished == ("p3",)
    later = encoded(TEXT.replace("It was late.", "Quite another thing was said."), named=False)
    again = kept(kept(BEFORE, theirs).theirs, later, {"p3"})
    assert "p2a" in re.findall('<seg xml:id="(\\w+)">', again.theirs.decode())


def test_a_turn_keeps_its_identifier_when_another_one_is_found_before_it() -> None:
    theirs = encoded(TEXT.replace("Anna Petrova:", "Olga Li: Yes.\n\nAnna Petrova:"), named=False)
    text = kept(BEFORE, theirs).theirs.decode()
    turns = re.findall('<u xml:id="(\\w+)" who="#(\\w+)"', text)
    assert turns == [
        ("u1", "IvanPetrov"),
        ("u1a", "OlgaLi"),
        ("u2", "AnnaPetrova"),
        ("u3", "IvanPetrov"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_line_ends_of_the_scholar_stay(end: str) -> None:
    ours = BEFORE.decode().replace("Yes.", "No.").replace("\n", end).encode()
    result = merge(BEFORE, ours, NOW, "meeting.xml").data
    assert (b"\r\n" in result) == (end == "\r\n")
    assert result.count(b"\n") == result.count(end.encode())


def again(ours: str, tei: bytes, base: bytes = NOW) -> Again:
    return renewed(ours.encode(), tei, Record(base), "meeting.xml")


def test_what_the_program_moves_is_there_once_also_where_the_scholar_changed_it() -> None:
    moved = TEXT.replace("It was late.\n\n", "").replace("Bye.", "Bye.\n\nIt was late.")
    result = again(
        NOW.decode().replace("was late", "<hi>was</hi> late"), encoded(moved, named=True)
    )
    text = result.tei.decode()
    assert text.count("late.") == 1
    assert "It <hi>was</hi> late." in text
    assert text.index("Bye.") < text.index("late.")
    assert not result.findings


def test_a_word_typed_over_goes_where_its_paragraph_goes() -> None:
    moved = TEXT.replace("It was late.\n\n", "").replace("Bye.", "Bye.\n\nIt was late.")
    result = again(NOW.decode().replace("was late", "was early"), encoded(moved, named=True))
    text = result.tei.decode()
    assert text.index("Bye.") < text.index("It was early.")
    assert text.count("It was") == 1
    assert not result.findings


TURNS = """Meeting

Held in the Guildhall of Moscow.

Ivan Petrov: Hello.

Anna Petrova: Guests came.

Ivan Petrov: Good day.

Anna Petrova: Old ones sat there.
"""


def of_another_convention(old: str, new: str) -> Again:
    """What becomes of a text without turns, with *new* for *old*, whose labels are seen now."""
    base, tei = (
        edition.encode(edition.read(TURNS.encode(), "meeting.txt", name))
        for name in ("state-duma", "kremlin")
    )
    assert base.count(b"<u ") == 0
    ours = base.decode().replace(old, new, 1).encode()
    assert ours != base
    return renewed(ours, tei, Record(base), "meeting.xml")


def test_another_convention_comes_in_where_what_stands_before_the_turns_was_edited() -> None:
    result = of_another_convention("Guildhall", "<hi>Guildhall</hi>")
    assert result.tei.count(b"<u ") == 4
    assert b"<hi>Guildhall</hi>" in result.tei
    assert b'<ab type="convention">kremlin</ab>' in result.tei
    assert not result.findings


def test_another_convention_that_cannot_come_in_is_not_named_and_no_words_are_blamed() -> None:
    result = of_another_convention("Ivan Petrov: Good", "Ivan Petrof: Good")
    assert b"<u " not in result.tei
    assert b'<ab type="convention">state-duma</ab>' in result.tei
    assert {finding.code for finding in result.findings} == {"E010", "E024"}


SUMMARISED = TURNS.replace("Meeting\n\nHeld", "Meeting\n\nMarch 4, 2016, Moscow\n\nHeld")


def with_other_speakers(*, edited: bool) -> tuple[str, Again]:
    """What the scholar has, and what becomes of it by a convention that knows no speakers."""
    base, tei = (
        edition.encode(edition.read(SUMMARISED.encode(), "meeting.txt", name))
        for name in ("kremlin", "state-duma")
    )
    assert b"<particDesc>" in base
    assert b"<particDesc>" not in tei
    ours = base.decode()
    if edited:
        ours = ours.replace("Ivan Petrov</persName>:", "Ivan Petrov</persName><!-- sic -->:", 1)
    else:
        ours = ours.replace("</TEI>", "<!-- mine --></TEI>")
    assert ours.encode() != base
    return ours, renewed(ours.encode(), tei, Record(base), "meeting.xml")


def header(text: str) -> str:
    return re.sub(r"(?s)<tagsDecl>.*</tagsDecl>", "", text[: text.index("<text>")])


def test_where_the_turns_stay_the_header_stays_and_the_convention_is_not_said_to_be_edited() -> (
    None
):
    ours, result = with_other_speakers(edited=True)
    assert header(result.tei.decode()) == header(ours)
    (told,) = (one for one in result.findings if "convention" in one.excerpt)
    assert told.code == "E024"
    assert "against what you changed" not in told.message


def test_where_another_convention_comes_in_what_the_header_says_by_it_does_too() -> None:
    _, result = with_other_speakers(edited=False)
    assert b"<u " not in result.tei
    assert b"<particDesc>" not in result.tei
    assert {one.code for one in result.findings} == {"E012"}


def test_who_has_a_turn_still_of_which_something_is_doubted_is_doubted_still() -> None:
    doubt = (
        '<certainty target="#u1" match="@who" locus="value" cert="low"><desc>x</desc></certainty>'
    )
    base, tei = (
        edition.encode(edition.read(SUMMARISED.encode(), "meeting.txt", name)).decode()
        for name in ("kremlin", "state-duma")
    )
    doubted = base.replace("</text>", f"</text><standOff>{doubt}</standOff>", 1)
    edits = ("Ivan Petrov</persName>:", "Ivan Petrov</persName><!-- sic -->:", 1)
    result = again(doubted.replace(*edits), tei.encode(), doubted.encode())
    assert b'<u xml:id="u1"' in result.tei
    assert doubt.encode() in result.tei
    undoubted = again(doubted.replace(*edits), base.encode(), doubted.encode())
    assert doubt.encode() not in undoubted.tei


def test_nobody_is_named_whose_entry_the_scholar_took_away() -> None:
    entry = re.search(r'\s*<person xml:id="SergeiLavrov".*?</person>', NOW.decode(), re.DOTALL)
    assert entry is not None
    ours = NOW.decode().replace(entry.group(), "")
    ours = re.sub("<persName ref=.#SergeiLavrov[^>]*>(.*?)</persName>", r"\1", ours)
    tei = encoded(TEXT.replace("Good day.", "Good day, Sergei Lavrov."), named=True)
    text = again(ours, tei).tei.decode()
    assert "Good day, Sergei Lavrov." in text
    assert "SergeiLavrov" not in text


def test_the_white_space_between_two_names_stays() -> None:
    both = TEXT.replace("Sergei Lavrov", "Sergei Lavrov Berlin")
    named, plain = encoded(both, named=True), encoded(both, named=False)
    ours = named.decode().replace("there.", "<hi>there</hi>.")
    assert "We met Sergei Lavrov Berlin <hi>there</hi>." in again(ours, plain, named).tei.decode()


def test_what_comes_has_the_prefix_of_the_file() -> None:
    ours = re.sub(r"(</?)(?=[A-Za-z]\w*[\s/>])", r"\1tei:", BEFORE.decode())
    ours = ours.replace("xmlns=", "xmlns:tei=", 1)
    text = again(ours, NOW, BEFORE).tei.decode()
    assert re.search("<tei:placeName [^>]*>Moscow</tei:placeName>", text)
    assert not re.search("<placeName", text)


def test_only_the_tags_get_another_prefix() -> None:
    text = (
        '<!-- <TEI xmlns="x"> --><t:TEI xmlns:t = "u" xmlns:o="v" a="xmlns:t=">'
        "<![CDATA[<t:u>]]><t:u/><!-- </t:u> --><o:u>t:u</o:u></t:TEI>"
    )
    none = text.replace("<t:TEI xmlns:t", "<TEI xmlns").replace("</t:TEI", "</TEI")
    none = none.replace("<t:u/>", "<u/>")
    assert (prefix_of(text), with_prefix(text, "")) == ("t", none)
    assert (prefix_of(none), with_prefix(none, "t")) == ("", text)


def test_figures_of_the_header_are_those_of_the_file_but_where_the_scholar_has_others() -> None:
    ours = NOW.decode().replace("late.</seg>", "late.</seg><seg xml:id='x'>Yes.</seg>")
    text = again(ours, NOW).tei.decode()
    assert '<measure unit="paragraphs" quantity="6">6 paragraphs</measure>' in text
    assert '<tagUsage gi="seg" occurs="6"/>' in text
    by_hand = ours.replace('gi="seg" occurs="5"', 'gi="seg" occurs="99"')
    assert 'gi="seg" occurs="99"' in again(by_hand, NOW).tei.decode()


def test_a_short_turn_that_is_corrected_keeps_its_identifier() -> None:
    theirs = encoded(TEXT.replace("Good day.", "Good morning to you."), named=False)
    again = kept(BEFORE, theirs)
    assert again.vanished == ()
    assert '<seg xml:id="p4">Good morning to you.</seg>' in again.theirs.decode()


def test_a_paragraph_keeps_its_identifier_whether_anybody_speaks_it_or_nobody_does() -> None:
    prose = edition.encode(edition.read(TEXT.encode(), "meeting.txt", "capitals"))
    assert "<u " not in prose.decode()
    ours = prose.decode().replace("It was late.", "It was very late.")
    ours = ours.replace('xml:id="p3"', 'xml:id="mine"')
    text = again(ours, BEFORE, prose).tei.decode()
    before = dict(re.findall(r'<p xml:id="(\w+)">([^<]*)</p>', ours))
    now = dict(re.findall(r'<seg xml:id="(\w+)">([^<]*)</seg>', text))
    assert {"It was very late.", "We met Sergei Lavrov there."} <= set(before.values())
    assert {name: words for name, words in before.items() if words in now.values()}.items() <= (
        now.items()
    )
    assert "It was very late." in now.values()


def test_a_paragraph_keeps_its_identifier_when_its_label_is_text_and_when_it_is_one_again() -> None:
    prose = edition.encode(edition.read(TEXT.encode(), "meeting.txt", "capitals"))
    spoken = dict(
        re.findall('<seg xml:id="(\\w+)">([^<]*)</seg>', kept(prose, BEFORE).theirs.decode())
    )
    written = dict(re.findall('<p xml:id="(\\w+)">([^<]*)</p>', prose.decode()))
    assert all(written[name].endswith(words) for name, words in spoken.items())
    assert "Anna Petrova: Good day." in {written[name] for name in spoken}


@pytest.mark.parametrize("new", ["", "Tver", '<gap reason="illegible"/>'])
def test_a_name_comes_around_no_word_that_the_scholar_took_away(new: str) -> None:
    base = BEFORE.decode().replace("We met Sergei Lavrov there", "We met Lavrov there")
    theirs = base.replace("Lavrov", '<persName ref="#AnnaPetrova">Lavrov</persName>')
    ours = base.replace("Lavrov", new)
    result = merge(base.encode(), ours.encode(), theirs.encode(), "meeting.xml")
    assert result.data.decode() == ours
    assert len(result.findings) == 1


def test_a_division_around_nothing_but_a_gap_keeps_its_identifier() -> None:
    gap = '<gap reason="missing" resp="#encoder"/>'
    division = f'<div xml:id="d7" type="debateSection"><head>X</head><u xml:id="u9">{gap}</u></div>'
    base = BEFORE.decode().replace("</body>", f"{division}</body>")
    theirs = base.replace('"d7"', '"d2"').replace('"u9"', '"u4"').replace("Good day", "Good days")
    assert kept(base.encode(), theirs.encode()).theirs.count(b'xml:id="d7"') == 1


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Please go on.", "Please go on now."),
        ("Thank you.", "Thank you all."),
        ("No.", "No!"),
        ("Yes.", "Yes, and more than that."),
    ],
)
def test_a_short_turn_that_is_corrected_keeps_its_identifier_beside_a_new_one(
    was: str, now: str
) -> None:
    before = encoded(TEXT.replace("Good day.", was), named=False)
    new = f"Clara Cole: Please, of what is that a copy?\n\nAnna Petrova: {now}"
    again = kept(before, encoded(TEXT.replace("Anna Petrova: Good day.", new), named=False))
    assert again.vanished == ()
    assert f'<seg xml:id="p4">{now}</seg>' in again.theirs.decode()
    assert '<seg xml:id="p3a">Please, of what' in again.theirs.decode()


def test_a_turn_keeps_its_identifier_though_the_new_one_before_it_has_nearly_its_words() -> None:
    before = encoded(TEXT.replace("Good day.", "Please go on with the letter."), named=False)
    new = "Clara Cole: Please go on with it.\n\nAnna Petrova: Do go on with the letter."
    again = kept(before, encoded(TEXT.replace("Anna Petrova: Good day.", new), named=False))
    assert '<seg xml:id="p4">Do go on with the letter.</seg>' in again.theirs.decode()
