"""What came of both changes is looked at: structure, words, pointers, grammar; where it says so."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from lxml import etree

import edition
from edition.diagnostic import Severity
from edition.merge.editors import merged_versions
from edition.merge.identifiers import kept
from edition.merge.sound import merged_soundly
from edition.project.encoding_again import Again, renewed
from edition.project.record import Record
from tests.merge.mutations.versions import Version

_HEAD = """Meeting

March 4, 2016, Moscow

"""
_HELLO = "Ivan Petrov: Hello to all of Moscow and Berlin.\n\n"
_MET = "We met an old friend on the bridge of Kazan there.\n\n"
_DAY = "Anna Petrova: Good day to everybody who came here.\n\n"
_LATE = "It was late when the long letter arrived at last.\n\n"


def encoded(text: str, *, named: bool = False, convention: str = "kremlin") -> bytes:
    transcript = edition.read(text.encode(), "meeting.txt", convention)
    return edition.encode(transcript, naming=edition.name(transcript) if named else None)


BASE = encoded(_HEAD + _HELLO + _MET + _DAY + _LATE)


def again(ours: str, theirs: bytes, base: bytes = BASE) -> Again:
    result = renewed(ours.encode(), theirs, Record(base), "meeting.xml")
    assert renewed(result.tei, theirs, result.record, "meeting.xml").tei == result.tei
    return result


def words(data: bytes) -> str:
    return " ".join(Version(data).words)


def test_words_of_two_paragraphs_made_one_do_not_come_again_elsewhere() -> None:
    ours = re.sub(r'</seg>\s*<seg xml:id="p2">', " ", BASE.decode())
    assert ours != BASE.decode()
    moved = encoded(_HEAD + _HELLO + _DAY + _LATE + _MET.replace("Kazan", "Tver"))
    result = again(ours, moved)
    assert words(result.tei).count("old friend on the bridge") == 1
    assert [finding.code for finding in result.findings].count("E020") >= 1


def test_a_paragraph_taken_away_does_not_come_back_from_another_place() -> None:
    ours = re.sub(r'\s*<seg xml:id="p2">.*?</seg>', "", BASE.decode())
    moved = encoded(_HEAD + _HELLO + _DAY + _LATE + _MET.replace("Kazan", "Tver"))
    assert "old friend" not in words(again(ours, moved).tei)


def test_nor_does_it_with_new_words_among_its_own() -> None:
    met = "We met old friends there once.\n\n"
    base = encoded(_HEAD + _HELLO + met + _DAY + _LATE)
    ours = re.sub(r'\s*<seg xml:id="p2">.*?</seg>', "", base.decode())
    met_again = "We met five old friends again there once today.\n\n"
    moved = encoded(_HEAD + _HELLO + _DAY + _LATE + met_again)
    assert "old friends" not in words(again(ours, moved, base).tei)


def test_a_paragraph_that_the_scholar_put_in_does_not_come_a_second_time() -> None:
    new = '</seg>\n<seg xml:id="mine">The road was closed for the winter then.</seg>'
    ours = BASE.decode().replace("Kazan there.</seg>", f"Kazan there.{new}", 1)
    captured = encoded(
        _HEAD + _HELLO + _MET + "The road was closed for the whole winter.\n\n" + _DAY + _LATE
    )
    assert words(again(ours, captured).tei).count("The road was closed") == 1


def test_entries_are_merged_each_alone() -> None:
    base = encoded(_HEAD + _HELLO + _MET + _DAY + _LATE, named=True)
    ours = base.decode().replace(
        "<persName>Anna Petrova</persName>", "<persName>Dr Anna Petrova</persName>", 1
    )
    result = again(ours, BASE, base).tei.decode()
    assert "<persName>Dr Anna Petrova</persName>" in result
    assert re.search(
        r'"IvanPetrov" role="speaker">\s*<persName>Ivan Petrov</persName>\s*</p', result
    )
    assert "Berlin</placeName>" not in result


def test_what_is_valid_stays_valid() -> None:
    ours = BASE.decode().replace("<persName>Anna Petrova</persName>", "<persName>A P</persName>")
    result = again(ours, encoded(_HEAD + _HELLO + _MET + _DAY + _LATE, named=True))
    assert not [f for f in edition.check(edition.parse(result.tei, "m.xml")) if f.code[0] == "R"]
    assert b"<persName>A P</persName>" in result.tei


def test_a_change_that_is_not_made_is_told_where_it_would_be_in_the_new_file() -> None:
    ours = BASE.decode().replace("long letter", "lost letter")
    captured = encoded(
        _HEAD
        + _HELLO
        + _MET
        + "Another paragraph came in later on.\n\n"
        + _DAY
        + _LATE.replace("long letter", "short letter")
    )
    result = again(ours, captured)
    (told,) = [finding for finding in result.findings if finding.code == "E020"]
    assert "lost letter" in result.tei.decode().splitlines()[told.line - 1]


def test_a_file_serialised_by_another_program_is_still_the_programs() -> None:
    tree = etree.fromstring(BASE)
    for element in tree.iter("{*}u", "{*}person"):
        values = sorted(element.items(), reverse=True)
        element.attrib.clear()
        element.attrib.update(dict(values))
    ours = etree.tostring(tree, encoding="unicode").replace("day to", "day&#x20;to")
    now = encoded(_HEAD + _HELLO + _MET + _DAY + _LATE, named=True)
    result = again(ours, now)
    assert not result.findings
    assert b'<placeName ref="#Berlin"' in result.tei


def test_a_rename_does_not_meet_an_identifier_that_came_meanwhile() -> None:
    now = encoded(_HEAD + _HELLO + _MET + _DAY + _LATE, named=True)
    ours = now.decode().replace("AnnaPetrova", "Berlin2")
    record = Record(now, (), (("AnnaPetrova", "Berlin"),))
    assert renewed(ours.encode(), now, record, "meeting.xml").tei == ours.encode()


def test_versions_with_and_without_a_prefix_are_merged() -> None:
    text = BASE.decode()
    prefixed = re.sub(r"(</?)(?=[A-Za-z]\w*[\s/>])", r"\1tei:", text).replace(
        "xmlns=", "xmlns:tei=", 1
    )
    corrected = text.replace("long letter", "short letter")
    for ours, theirs in ((prefixed, corrected), (corrected, prefixed)):
        result = merged_versions(BASE, ours.encode(), theirs.encode(), "m.xml")
        assert not result.findings
        assert result.data.decode() == ours.replace("long letter", "short letter")


def test_words_of_a_paragraph_cut_in_two_do_not_come_again_in_a_turn() -> None:
    base = encoded(_HEAD + _HELLO + _DAY.strip() + " Well said!\n\n" + _LATE)
    ours = base.decode().replace("Good day to", 'Good </seg>\n<seg xml:id="mine">day to', 1)
    captured = encoded(_HEAD + _HELLO + _DAY + "Olga Berg: Well said!\n\n" + _LATE)
    assert words(again(ours, captured, base).tei).count("Well said!") == 1


_MARK = '<persName ref="#Kazan" cert="low" resp="#encoder">Kazan</persName>'
_ENTRY = '<listPerson><person xml:id="{0}"><persName>Kazan</persName></person></listPerson>'


def marked(ref: str) -> str:
    """The encoding with a mark of a name, which means *ref*, and its entry."""
    mark = _MARK.replace("#Kazan", f"#{ref}")
    behind = f"<standOff>{_ENTRY.format(ref)}</standOff></TEI>"
    return BASE.decode().replace("of Kazan there", f"of {mark} there").replace("</TEI>", behind)


def test_a_decided_name_means_what_the_editor_decided() -> None:
    before, decided = marked("Kazan"), ' ref="#Kazan" resp="#jd"'
    ours = before.replace(' ref="#Kazan" cert="low" resp="#encoder"', decided)
    result = again(ours, marked("KazanBridge").encode(), before.encode())
    text = result.tei.decode()
    assert f"<persName{decided}>Kazan</persName>" in text
    assert 'xml:id="Kazan"' in text
    assert 'xml:id="KazanBridge"' in text  # of the same name
    (told,) = [finding for finding in result.findings if finding.code == "E010"]
    assert "#KazanBridge" in told.message


def test_a_decided_name_is_not_cut_in_two() -> None:
    before = marked("Kazan").replace(">Kazan</persName>.", "")
    whole = '<persName ref="#Kazan" cert="low" resp="#encoder">Kazan Bridge</persName>'
    before = before.replace(_MARK + " there", whole + " there", 1)
    cut = whole.replace(" Bridge</persName>", '</persName></seg>\n<seg xml:id="p9">Bridge')
    ours = before.replace(whole, whole.replace(' cert="low" resp="#encoder"', ' resp="#jd"'))
    result = again(ours, before.replace(whole, cut).encode(), before.encode())
    assert [finding.code for finding in result.findings] == ["E020"]
    assert ' resp="#jd">Kazan Bridge</persName> there' in result.tei.decode()
    assert words(result.tei).count("Bridge") == 1


def test_of_a_decided_name_that_means_the_same_nothing_is_told() -> None:
    before = marked("Kazan")
    ours = before.replace(' cert="low" resp="#encoder"', ' resp="#jd"')
    surer = before.replace(' cert="low"', ' cert="high"')
    result = again(ours, surer.encode(), before.encode())
    assert ' ref="#Kazan" resp="#jd">' in result.tei.decode()
    assert not result.findings


@pytest.mark.parametrize("ours", ["<choice><sic>long</sic><corr>short</corr></choice>", "short"])
@pytest.mark.parametrize("theirs", ["<choice><sic>long</sic><corr>lost</corr></choice>", "lost"])
def test_a_word_that_both_correct_is_told(ours: str, theirs: str) -> None:
    own, other = (BASE.replace(b"long", new.encode()) for new in (ours, theirs))
    result = merged_versions(BASE, own, other, "m.xml")
    assert f"the {ours} letter" in result.data.decode()
    assert [finding.code for finding in result.findings] == ["E015"]


def test_what_points_to_nothing_in_theirs_does_so_in_both() -> None:
    ours = BASE.replace(b"long letter", b"short letter")
    theirs = BASE.replace(b"Good day", b'<corr resp="#jd">Good day</corr>')
    result = merged_versions(BASE, ours, theirs, "m.xml")
    assert not result.findings
    assert b'<corr resp="#jd">Good day</corr>' in result.data
    assert b"short letter" in result.data


_POINTING = [
    ('<persName ref="#Kazan">friend</persName>', "We met an old friend", "friend"),
    ('<seg corresp="#Kazan" xml:id="p2">', '<seg xml:id="p2">', '<seg xml:id="p2">'),
    ('<u xml:id="u2" who="#Kazan"', '<u xml:id="u2" who="#AnnaPetrova"', None),
]


@pytest.mark.parametrize(("new", "where", "old"), _POINTING)
@pytest.mark.parametrize("is_by_editors", [True, False])
def test_an_entry_to_which_the_scholar_points_stays(
    new: str, where: str, old: str | None, *, is_by_editors: bool
) -> None:
    before = marked("Kazan")
    assert where in before
    ours = before.replace(where, where.replace(old or where, new))
    without = re.sub("<listPerson><person.*</listPerson>", "<listPerson/>", marked("Kazan"))
    theirs = without.replace(_MARK, "Kazan").encode()
    assert b'"Kazan"' not in theirs
    if is_by_editors:
        result = merged_versions(before.encode(), ours.encode(), theirs, "m.xml").data
    else:
        result = again(ours, theirs, before.encode()).tei
    assert new in result.decode()
    assert result.count(b'xml:id="Kazan"') == 1


@pytest.mark.parametrize("is_by_editors", [True, False])
def test_a_paragraph_to_which_the_scholar_points_stays_and_is_told(*, is_by_editors: bool) -> None:
    ours = BASE.decode().replace('<seg xml:id="p1">', '<seg xml:id="p1" corresp="#p2">')
    theirs = encoded(_HEAD + _HELLO + _DAY + _LATE)
    if is_by_editors:
        result = merged_versions(BASE, ours.encode(), kept(BASE, theirs).theirs, "m.xml")
        data, findings = result.data, result.findings
    else:
        encoded_again = again(ours, theirs)
        data, findings = encoded_again.tei, encoded_again.findings
    assert [finding.code for finding in findings] == ["E015" if is_by_editors else "E020"]
    assert b'corresp="#p2"' in data
    assert words(data) == words(BASE)


@pytest.mark.parametrize(
    ("gone", "rest"),
    [
        (r'</seg>\s*<seg xml:id="p2">', "p1"),  # joined to the paragraph before
        (r'(?<=<seg xml:id=")p1(">[^<]*)</seg>\s*<seg xml:id="p2">', "p2"),  # to that behind
    ],
)
def test_a_correction_in_a_paragraph_that_the_scholar_joined_is_made_there(
    gone: str, rest: str
) -> None:
    ours = re.sub(gone, rf"{rest}\1 " if rest == "p2" else " ", BASE.decode())
    old, new = ("Berlin", "Bonn") if rest == "p2" else ("Kazan", "Tver")
    result = again(ours, encoded(_HEAD + (_HELLO + _MET).replace(old, new) + _DAY + _LATE))
    assert not result.findings
    assert words(result.tei) == words(ours.replace(old, new).encode())


def test_a_turn_taken_away_was_not_joined_to_one_that_reads_alike() -> None:
    asked = "{} Petrov: I asked the minister whether he will speak of the new road to Kazan{}.\n\n"
    ivan = asked.format("Ivan", "")
    base = encoded(_HEAD + ivan + asked.format("Anna", "") + _DAY)
    ours = re.sub(
        r'<note type="speaker">[^/]*?Anna Petrov<.*?</u>', "", base.decode(), flags=re.DOTALL
    )
    assert ours.count("road to Kazan") == 1
    captured = encoded(_HEAD + ivan + asked.format("Anna", " by night") + _DAY)
    assert "night" not in words(again(ours, captured, base).tei)


def _many(count: int, *, good: str = "", bad: str = "") -> bytes:
    """Paragraphs, of which every other ends with the words *good*, the rest with those *bad*."""
    words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    said = [
        f"Here is {words[n // 10]} {words[n % 10]}{bad if n % 2 else good}" for n in range(count)
    ]
    return encoded(_HEAD + "Ivan Petrov: " + "\n\n".join(f"{one}." for one in said) + "\n")


def _bad(data: bytes) -> Counter[tuple[str, str]]:
    found = re.findall(rb'xml:id="(p\d+)">[^<]*really bad', data)
    return Counter(("bad", name.decode()) for name in found)


def test_of_many_changes_those_alone_are_left_out_that_are_in_the_way() -> None:
    base = _many(80)
    ours = base.replace(b"zero zero", b"zero nought")
    theirs = _many(80, good=" now", bad=" really bad")
    result = merged_soundly(base, ours, theirs, "m.xml", _bad)
    assert len(result.findings) == result.data.count(b" now.") == 40
    assert not _bad(result.data)


def test_a_change_stays_that_is_where_an_error_is_and_no_cause_of_it() -> None:
    ours = BASE.replace(b"long letter", b"short letter")
    theirs = BASE.replace(b"Hello", b"Hallo").replace(b"Good day", b"Good evening")
    result = merged_soundly(
        BASE, ours, theirs, "m.xml", lambda data: Counter({("bad", "p1"): data.count(b"evening")})
    )
    assert result.data == ours.replace(b"Hello", b"Hallo")
    assert [finding.code for finding in result.findings] == ["E020"]


def test_a_paragraph_without_its_mark_stays_though_the_entry_is_gone_and_others_mean_it() -> None:
    base = encoded(_HEAD + _HELLO + _MET + _DAY + _LATE, named=True)
    ours = re.sub(r"<placeName ref=\"#Kazan\"[^>]*>(\w+)</placeName>", r"\1", base.decode())
    ours = re.sub(r'\s*<place xml:id="Kazan".*?</place>', "", ours, flags=re.DOTALL)
    assert "#Kazan" in base.decode()
    assert "Kazan " in ours
    assert '"Kazan"' not in ours
    late = _LATE.replace("arrived", "from Kazan, Kazan, Kazan and Kazan arrived")
    result = again(ours, encoded(_HEAD + _HELLO + _DAY + late, named=True), base)
    assert "old friend on the bridge of Kazan there" in words(result.tei)
    assert "long letter from Kazan" in words(result.tei)
    assert "#Kazan" not in result.tei.decode()


@pytest.mark.parametrize(
    ("mended", "code"),
    [("lost letter", "E020"), ("<choice><sic>short</sic><corr>lost</corr></choice> letter", None)],
)
def test_a_warning_tells_of_printed_words_that_the_scholar_has_otherwise_until_they_are_there(
    mended: str, code: str | None
) -> None:
    ours = BASE.decode().replace("long letter", mended)
    result = again(ours, encoded(_HEAD + _HELLO + _MET + _DAY + _LATE.replace("long", "short")))
    told = [(one.code, one.severity) for one in result.findings if one.code != "E010"]
    assert told == ([(code, Severity.WARNING)] if code else [])
    assert mended in result.tei.decode()


def test_a_word_that_comes_at_a_tag_of_the_scholar_is_a_word_of_its_own() -> None:
    base = encoded(_HEAD + _HELLO + _MET + _DAY + _LATE, named=True)
    ours = re.sub(r"bridge of (<placeName[^>]*>)", r'<gap reason="omitted"/> \1of ', base.decode())
    assert ours != base.decode()
    captured = encoded(_HEAD + _HELLO + _MET.replace("bridge of", "bridge near of") + _DAY + _LATE)
    assert "near of Kazan there" in words(again(ours, captured, base).tei)


_KEEPING = ["unclear", "foreign", "q", "term", "hi", "emph", "persName", "date", "num"]


@pytest.mark.parametrize("mark", _KEEPING)
@pytest.mark.parametrize("printed", ["an old enemy", "one old friend", "a fellow", "an friend"])
def test_words_come_into_what_the_scholar_marked_without_changing_them(
    mark: str, printed: str
) -> None:
    start, end = f'<{mark} cert="low" resp="#jd">', f"</{mark}>"
    ours = BASE.decode().replace("an old friend", f"{start}an old friend{end}")
    corrected = _MET.replace("an old friend", printed)
    result = again(ours, encoded(_HEAD + _HELLO + corrected + _DAY + _LATE))
    assert f"We met {start}{printed}{end} on the bridge" in result.tei.decode()
    assert not result.findings


@pytest.mark.parametrize(
    ("printed", "would_write"), [("a new friend", "“a new”"), ("friend", "nothing for “an old”")]
)
def test_of_words_that_the_scholar_calls_wrong_it_is_told_what_the_source_prints_now(
    printed: str, would_write: str
) -> None:
    ours = BASE.decode().replace("an old", "<sic>an old</sic>")
    corrected = _MET.replace("an old friend", printed)
    result = again(ours, encoded(_HEAD + _HELLO + corrected + _DAY + _LATE))
    (told,) = result.findings
    assert told.code == "E020"
    assert told.message.startswith("the source prints other words now where you edited the text")
    assert told.message.endswith(f"the program would write {would_write}")
    assert "We met <sic>an old</sic> friend on" in result.tei.decode()


def test_where_a_new_turn_is_left_out_it_is_told_before_what_follows_and_nobody_new_is_listed() -> (
    None
):
    joined = r'</u>\s*<note type="speaker">(?:(?!</note>).)*</note>\s*<u xml:id="u2"[^>]*>\s*'
    hello = "Meeting\n\nMarch 4, 2016\n\nIvan Petrov: Hello to all.\n\n"
    base = encoded(hello + _DAY + _LATE)
    ours = re.sub(joined + '(<seg xml:id="p2">)', r"\1Anna Petrova: ", base.decode())
    asks = "Clara Cole: Who came to Oslo?\n\nIvan Petrov: Many.\n\n"
    theirs = encoded(hello + asks + _DAY + _LATE, named=True)
    assert theirs.count(b'"ClaraCole"') == theirs.count(b'"Oslo"') == 1
    result = again(ours, theirs, base)
    assert words(result.tei) == words(ours.encode())
    assert {one.code for one in result.findings} == {"E020"}
    line = result.tei.decode()[: result.tei.decode().index('<seg xml:id="p2">')].count("\n") + 1
    assert {one.line for one in result.findings} == {line}
    assert b"ClaraCole" not in result.tei
    assert b"Oslo" not in result.tei
    assert b"listPlace" not in result.tei


def test_what_is_withheld_is_told_in_its_words_and_as_markup_where_the_words_are_the_same() -> None:
    base = encoded(_HEAD + _HELLO + _MET + _DAY)
    ours = re.sub(r'</seg>\s*<seg xml:id="\w+">We met', " We met", base.decode())
    new = "Clara Cole: Who came by the night train to Oslo, and who by the boat?\n\n"
    (told,) = again(ours, encoded(_HEAD + _HELLO + new + _MET + _DAY), base).findings
    assert told.message.endswith(f"write “{new.strip()}”")
    ours = BASE.decode().replace("Moscow", '<placeName ref="#mine">Moscow</placeName>')
    theirs = BASE.decode().replace("Moscow", "<orgName>Moscow</orgName>")
    messages = [one.message for one in again(ours, theirs.encode()).findings]
    assert any("<orgName>Moscow</orgName>" in message for message in messages)


@pytest.mark.parametrize(
    ("own", "is_taken"),
    [
        (("Hello", "<hi>Hello</hi>"), True),
        (('"Berlin" type="settlement"', '"Berlin" type="region"'), False),
    ],
)
def test_an_entry_that_is_of_another_kind_now_takes_the_place_of_the_old_one_or_is_told(
    own: tuple[str, str], is_taken: bool
) -> None:
    base = encoded(_HEAD + _HELLO, named=True)
    entry = re.search(r'<place xml:id="Berlin".*?</place>\s*', base.decode(), re.DOTALL)
    assert entry is not None
    org = '<listOrg><org xml:id="Berlin"><orgName>Berlin</orgName></org></listOrg>\n</standOff>'
    theirs = base.decode().replace(entry.group(), "").replace("</standOff>", org)
    theirs = re.sub(r"<placeName (ref=.#Berlin.*?)</placeName>", r"<orgName \1</orgName>", theirs)
    result = again(base.decode().replace(*own), theirs.encode(), base)
    assert result.tei.count(b'xml:id="Berlin"') == 1
    assert result.tei.count(b'ref="#Berlin"') == 1
    assert (b'<org xml:id="Berlin">' in result.tei) == is_taken
    assert ("E010" in {one.code for one in result.findings}) != is_taken


def test_it_is_told_how_much_one_change_of_the_scholar_keeps_back_and_where_that_is() -> None:
    label = '<note type="speaker"><persName ref="#AnnaPetrova">'
    ours = BASE.decode().replace(label, label.replace("><", "><!-- sic --><"))
    assert ours != BASE.decode()
    other = encoded(_HEAD + _HELLO + _MET + _DAY + _LATE, convention="own-line")
    result = again(ours, other)
    (told,) = [one for one in result.findings if "stay as they are" in one.message]
    assert told.message.endswith("; with it 2 turns and 4 paragraphs stay as they are")
    assert "take back what you changed here, encode again" in told.hint
    line = result.tei.decode().splitlines()[told.line - 1]
    assert "<!-- sic -->" in line
    taken_back = result.tei.decode().replace("<!-- sic -->", "")
    assert b"<u " not in renewed(taken_back.encode(), other, result.record, "meeting.xml").tei
