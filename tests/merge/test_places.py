"""What is new comes between the words that it stands between in the source."""

from __future__ import annotations

import re

import pytest

import edition
from edition.merge.identifiers import kept
from edition.project.encoding_again import Again, renewed
from edition.project.record import Record
from tests.merge.mutations.versions import Version

_HEAD = "Meeting\n\nMarch 4, 2016, Moscow\n\n"
_ONE = "Ivan Petrov: Hello to all who came to the old house.\n\n"
_TWO = "We met a friend on the bridge. He knew the way to the station.\n\n"
_THREE = "Anna Petrova: Good day to everybody who came here.\n\n"
_FOUR = "It was late when the long letter arrived at last.\n\n"
_FIVE = "Ivan Petrov: Thank you for the news and for the cake.\n\n"
_NEW = "Nobody had seen the guests since the morning.\n\n"


def encoded(*paragraphs: str) -> bytes:
    text = _HEAD + "".join(paragraphs)
    return edition.encode(edition.read(text.encode(), "meeting.txt", "kremlin"))


BASE = encoded(_ONE, _TWO, _THREE, _FOUR, _FIVE)


def again(ours: str, theirs: bytes, base: bytes = BASE) -> Again:
    assert ours.encode() != base
    result = renewed(ours.encode(), theirs, Record(base), "meeting.xml")
    same = renewed(result.tei, theirs, result.record, "meeting.xml")
    assert (same.tei, same.record) == (result.tei, result.record)
    return result


def words(data: bytes) -> str:
    return " ".join(Version(data).words)


def codes(result: Again) -> list[str]:
    return [finding.code for finding in result.findings]


def test_a_paragraph_behind_one_that_was_cut_into_two_turns_comes_behind_both() -> None:
    cut = '</seg></u><u xml:id="mine" who="#AnnaPetrova"><seg xml:id="cut">He knew'
    ours = BASE.decode().replace("He knew", cut)
    result = again(ours, encoded(_ONE, _TWO, _NEW, _THREE, _FOUR, _FIVE))
    assert not codes(result)
    assert "bridge. He knew the way to the station. Nobody had" in words(result.tei)


@pytest.mark.parametrize(
    ("new", "printed"),
    [
        (_NEW, "Nobody had"),
        ("Clara Cole: Who asks?\n\nAnna Petrova: I do.\n\n", "Clara Cole: Who asks? Anna"),
        ("(Clara Cole leaves.)\n\n", "(Clara Cole leaves.)"),
    ],
)
@pytest.mark.parametrize("rest", ["the way to the station.", "station."])
def test_what_is_new_comes_behind_the_last_few_words_of_a_turn_that_was_cut(
    new: str, printed: str, rest: str
) -> None:
    cut = f'</seg></u><u xml:id="mine" who="#AnnaPetrova"><seg xml:id="cut">{rest}'
    ours = BASE.decode().replace(rest, cut)
    result = again(ours, encoded(_ONE, _TWO, new, _THREE, _FOUR, _FIVE))
    assert not codes(result)
    assert f"{rest} {printed}" in words(result.tei)


def test_a_turn_comes_behind_the_last_word_of_the_last_turn_that_was_cut() -> None:
    cut = '</seg></u><u xml:id="mine" who="#AnnaPetrova"><seg xml:id="cut">cake.'
    ours = BASE.decode().replace("cake.", cut)
    result = again(ours, encoded(_ONE, _TWO, _THREE, _FOUR, _FIVE, "Anna Petrova: Good.\n"))
    assert not codes(result)
    assert words(result.tei).endswith("cake. Anna Petrova: Good.")


def test_a_paragraph_between_two_that_were_joined_is_told() -> None:
    ours = re.sub(r'</seg>\s*<seg xml:id="\w+">We met', " We met", BASE.decode())
    result = again(ours, encoded(_ONE, _NEW, _TWO, _THREE, _FOUR, _FIVE))
    assert codes(result) == ["E020"]
    assert words(result.tei) == words(ours.encode())


def test_a_paragraph_that_was_joined_to_another_and_leaves_the_source_is_told() -> None:
    ours = re.sub(r'</seg>\s*<seg xml:id="\w+">We met', " We met", BASE.decode())
    result = again(ours, encoded(_ONE, _THREE, _FOUR, _FIVE))
    assert codes(result) == ["E020"]
    assert "We met a friend" in words(result.tei)


def test_a_paragraph_that_was_taken_away_and_leaves_the_source_is_not_told() -> None:
    ours = re.sub(r'\s*<seg xml:id="\w+">We met.*?</seg>', "", BASE.decode())
    assert not codes(again(ours, encoded(_ONE, _THREE, _FOUR, _FIVE)))


def test_a_paragraph_beside_one_that_was_moved_comes_where_its_other_neighbour_is() -> None:
    moved = re.search(r'\s*<seg xml:id="\w+">We met.*?</seg>', BASE.decode())
    assert moved is not None
    ours = (
        BASE.decode()
        .replace(moved.group(), "")
        .replace("cake.</seg>", f"cake.</seg>{moved.group()}")
    )
    result = again(ours, encoded(_ONE, _TWO, _NEW, _THREE, _FOUR, _FIVE))
    assert not codes(result)
    assert "old house. Nobody had seen" in words(result.tei)
    assert words(result.tei).endswith("to the station.")


def test_a_paragraph_of_a_turn_that_was_joined_to_another_goes_along() -> None:
    label = r'</u>\s*<note type="speaker">(?:(?!</note>).)*</note>\s*<u [^>]*>'
    ours = re.sub(label + r'\s*(?=<seg xml:id="\w+">Good day)', "", BASE.decode())
    result = again(ours, encoded(_ONE, _TWO, _THREE, _NEW, _FOUR, _FIVE))
    assert not codes(result)
    assert "who came here. Nobody had seen" in words(result.tei)


def test_a_name_comes_between_two_that_are_the_same() -> None:
    entry = "<person{}>\n<persName>Ivan</persName>\n{}<persName>Ivan</persName>\n</person>"
    person = re.search(r'<person( xml:id="IvanPetrov"[^>]*)>.*?</person>', BASE.decode(), re.DOTALL)
    assert person is not None

    def with_entry(variant: str) -> str:
        return BASE.decode().replace(person.group(), entry.format(person[1], variant))

    base, theirs = with_entry(""), with_entry("<persName>Petrov</persName>\n")
    ours = base.replace("cake", "tea")
    result = again(ours, theirs.encode(), base.encode())
    assert theirs.replace("cake", "tea") == result.tei.decode()


def test_words_do_not_go_to_another_turn_than_that_in_which_the_scholar_has_them() -> None:
    cut = '</u><u xml:id="mine" who="#AnnaPetrova"><seg xml:id="p3">Nobody'
    base = encoded(_ONE, _TWO, _NEW, _FOUR, _THREE, _FIVE)
    ours = base.decode().replace('<seg xml:id="p3">Nobody', cut)
    result = again(ours, encoded(_ONE, _TWO.strip() + " " + _NEW, _FOUR, _THREE, _FIVE), base)
    assert codes(result) == ["E020"]
    assert result.tei.decode().count(cut) == 1
    assert words(result.tei) == words(ours.encode())


def test_two_paragraphs_that_the_scholar_has_in_one_turn_are_made_one() -> None:
    cut = '</u><u xml:id="mine" who="#AnnaPetrova"><seg xml:id="p2">We met'
    base = encoded(_ONE, _TWO, _NEW, _THREE, _FOUR, _FIVE)
    ours = base.decode().replace('<seg xml:id="p2">We met', cut)
    result = again(ours, encoded(_ONE, _TWO.strip() + " " + _NEW, _THREE, _FOUR, _FIVE), base)
    assert codes(result) == ["E012"]
    assert cut in result.tei.decode()
    assert "the station. Nobody had" in re.sub(r"<.*?>", "#", result.tei.decode())


def test_a_new_paragraph_comes_before_a_later_one_that_the_scholar_put_there() -> None:
    seg = re.compile(r'\s*<seg xml:id="p4">.*?</seg>')
    (moved,) = seg.findall(BASE.decode())
    ours = re.sub(r'\s*<seg xml:id="p2">.*?</seg>', moved, seg.sub("", BASE.decode()))
    result = again(ours, encoded(_ONE, _TWO, _NEW, _THREE, _FOUR, _FIVE))
    assert "old house. Nobody had seen the guests since the morning. It was late" in (
        words(result.tei)
    )


def test_a_paragraph_that_is_cut_keeps_its_identifier() -> None:
    pieces = [f"{piece}.\n\n" for piece in _TWO.strip(".\n").split(". ")]
    theirs = encoded(_ONE, *pieces, _THREE, _FOUR, _FIVE)
    text = kept(BASE, theirs).theirs.decode()
    assert re.findall(r'<seg xml:id="(p2\w*)">', text) == ["p2", "p2a"]


def test_short_pieces_of_a_paragraph_keep_its_identifier_and_their_turn_its_own() -> None:
    lines = [" ".join(_FOUR.split()[at : at + 3]) + "\n\n" for at in (0, 3, 6, 9)]
    text = kept(BASE, encoded(_ONE, _TWO, _THREE, *lines, _FIVE)).theirs.decode()
    assert re.findall(r'<seg xml:id="(\w+)">It was late', text) == ["p4"]


@pytest.mark.parametrize(
    ("old", "new", "marked"),
    [
        ("old house", "cold house", "the <emph>cold house</emph>."),
        ("old house", "old stone house", "the <emph>old stone house</emph>."),
        ("to all", "to all of you", "Hello to all of you who"),
        ("the old house", "the very old house", "the very <emph>old house</emph>."),
        ("old house", "old house on the hill", "the <emph>old house</emph> on the hill."),
    ],
)
def test_a_word_is_corrected_in_and_beside_what_the_scholar_marked(
    old: str, new: str, marked: str
) -> None:
    ours = BASE.decode().replace("old house", "<emph>old house</emph>")
    result = again(ours, encoded(_ONE.replace(old, new), _TWO, _THREE, _FOUR, _FIVE))
    assert not codes(result)
    assert marked in result.tei.decode()


@pytest.mark.parametrize("own", ["mine old house", "old house mine"])
@pytest.mark.parametrize("new", ["new old house", "old house new"])
def test_a_word_comes_beside_one_of_the_scholar_and_is_not_glued_to_it(own: str, new: str) -> None:
    base = BASE.decode().replace("the old house", "the <emph>old house</emph>")
    result = again(
        base.replace("old house<", f"{own}<"),
        base.replace("old house<", f"{new}<").encode(),
        base.encode(),
    )
    assert not codes(result)
    (found,) = re.findall("<emph>(.*)</emph>", result.tei.decode())
    assert sorted(found.split()) == ["house", "mine", "new", "old"]
    for version in (own, new):
        assert [word for word in found.split() if word in version] == version.split()


@pytest.mark.parametrize("tag", ["sic", "note"])
def test_no_word_comes_into_a_reading_or_a_note_of_the_scholar(tag: str) -> None:
    ours = BASE.decode().replace("old house", f"<{tag}>old house</{tag}>")
    theirs = encoded(_ONE.replace("old house", "old stone house"), _TWO, _THREE, _FOUR, _FIVE)
    result = again(ours, theirs)
    assert codes(result) == ["E020"]
    assert f"<{tag}>old house</{tag}>" in result.tei.decode()


_CUTS = ['</seg>\n<seg xml:id="mine">', '</seg></u><u xml:id="u1a" who="#X"><seg xml:id="mine">']


@pytest.mark.parametrize("cut", _CUTS)
@pytest.mark.parametrize("word", ["friend", "knew", "station"])
def test_a_word_is_corrected_in_each_piece_of_a_paragraph_that_was_cut(cut: str, word: str) -> None:
    ours = BASE.decode().replace("He knew", f"{cut}He knew")
    result = again(ours, encoded(_ONE, _TWO.replace(word, "corrected"), _THREE, _FOUR, _FIVE))
    assert not codes(result)
    assert words(result.tei) == words(ours.encode()).replace(word, "corrected", 1)
    assert cut in result.tei.decode()


def _with(data: bytes, old: str, new: str) -> bytes:
    assert old in data.decode()
    return data.decode().replace(old, new, 1).encode()


@pytest.mark.parametrize("cut", _CUTS)
def test_names_come_and_go_and_mean_another_in_a_piece_that_was_cut_off(cut: str) -> None:
    council = '<orgName cert="low"><placeName>Tver County</placeName> Council</orgName>'
    lee = '<persName cert="low"><roleName>Mr</roleName> Lee</persName>'
    base = _with(BASE, "He knew the way", f"He knew {council}, and {lee}, and the way")
    new_council = '<orgName cert="high">County Council</orgName> at <placeName>Tver</placeName>'
    theirs = _with(base, council, new_council)
    theirs = _with(theirs, lee, lee.replace("low", "medium"))
    ours = base.decode().replace("He knew", f"{cut}He knew")
    result = again(ours, theirs, base)
    assert not codes(result)
    text = result.tei.decode()
    assert f"{cut}He knew {new_council}, and {lee.replace('low', 'medium')}, and the way" in text


@pytest.mark.parametrize("cut", _CUTS)
def test_words_with_a_name_in_them_come_into_a_piece_that_was_cut_off(cut: str) -> None:
    new = "the way from <placeName>Tver</placeName> to"
    ours = BASE.decode().replace("He knew", f"{cut}He knew")
    result = again(ours, _with(BASE, "the way to", new))
    assert not codes(result)
    assert f"{cut}He knew {new} the station." in result.tei.decode()


def test_a_name_that_is_new_comes_into_a_mark_of_the_scholar_no_more_than_before() -> None:
    ours = BASE.decode().replace("old house", "<persName>old house</persName>")
    theirs = _with(BASE, "old house", "old <placeName>Mill</placeName> house")
    result = again(ours, theirs)
    assert codes(result) == ["E020"]
    assert "<persName>old house</persName>" in result.tei.decode()


@pytest.mark.parametrize("word", ["old", "We", "station"])
def test_a_word_is_corrected_in_a_paragraph_that_was_joined_to_another(word: str) -> None:
    ours = re.sub(r'</seg>\s*<seg xml:id="\w+">We met', " We met", BASE.decode())
    one, two = (part.replace(word, "corrected") for part in (_ONE, _TWO))
    result = again(ours, encoded(one, two, _THREE, _FOUR, _FIVE))
    assert not codes(result)
    assert words(result.tei) == words(ours.encode()).replace(word, "corrected", 1)


def test_a_label_that_becomes_text_goes_only_where_its_turn_does() -> None:
    between = '</div><div xml:id="mine" type="debateSection"><head>Mine</head>'
    label = '<note type="speaker"><persName ref="#AnnaPetrova">'
    ours = BASE.decode().replace(label, between + label, 1)
    theirs = encoded(_ONE, _TWO, "X9: " + _THREE.partition(": ")[2], _FOUR, _FIVE)
    result = again(ours, theirs)
    assert between in result.tei.decode()
    assert ("Anna Petrova:" in words(result.tei)) != ("X9:" in words(result.tei))


_CUT = '</div><div xml:id="{}" type="debateSection">'


def _divided(*turns: str) -> str:
    """BASE with a division of the scholar's before each of *turns*."""
    text = BASE.decode()
    for turn in turns:
        label = text.rindex('<note type="speaker">', 0, text.index(f'<u xml:id="{turn}"'))
        text = text[:label] + _CUT.format(f"of-{turn}") + text[label:]
    return text


_CLARA = "Clara Cole: Who asks?\n\n"


def test_a_new_turn_comes_into_the_division_in_which_the_scholar_has_both_its_neighbours() -> None:
    result = again(_divided("u2"), encoded(_ONE, _TWO, _THREE, _FOUR, _CLARA, _FIVE))
    assert not codes(result)
    assert "arrived at last. Clara Cole: Who asks? Ivan" in words(result.tei)


@pytest.mark.parametrize("mark", ["____________________\n\n", "* * *\n\n", "(Applause.)\n\n"])
def test_a_new_turn_comes_before_what_has_no_identifier_in_a_division_that_was_cut(
    mark: str,
) -> None:
    base = encoded(_ONE, _TWO, _THREE, _FOUR, _FIVE, mark)
    label = base.decode().rindex('<note type="speaker">', 0, base.decode().index('xml:id="u2"'))
    ours = base.decode()[:label] + _CUT.format("mine") + base.decode()[label:]
    result = again(ours, encoded(_ONE, _TWO, _THREE, _FOUR, _FIVE, _CLARA, mark), base)
    assert not codes(result)
    assert f"cake. {' '.join((_CLARA + mark).split())}" in words(result.tei)


def test_a_new_turn_between_two_divisions_of_the_scholars_is_the_last_of_the_first() -> None:
    result = again(_divided("u2", "u3"), encoded(_ONE, _TWO, _THREE, _FOUR, _CLARA, _FIVE))
    assert not codes(result)
    assert re.search(r"Who asks\?</seg>\s*</u>\s*</div><div xml:id=\"of-u3\"", result.tei.decode())


@pytest.mark.parametrize("new", [_CLARA, _CLARA + "Anna Petrova: I do.\n\n", "(Noise.)\n\n"])
def test_what_is_new_goes_along_with_its_neighbours_where_divisions_changed_places(
    new: str,
) -> None:
    six = "Anna Petrova: We shall all come to the bridge tomorrow morning.\n\n"
    base = encoded(_ONE, _TWO, _THREE, _FOUR, _FIVE, six)
    text = base.decode()
    label = text.rindex('<note type="speaker">', 0, text.index('<u xml:id="u2"'))
    first = text.index("<div xml:id")
    end = text.rindex("</div>")
    swapped = '<div xml:id="mine" type="debateSection">' + text[label:end] + "</div>"
    ours = text[:first] + swapped + text[first:label] + text[end:]
    result = again(ours, encoded(_ONE, _TWO, _THREE, _FOUR, new, _FIVE, six), base)
    assert not codes(result)
    assert f"arrived at last. {' '.join(new.split())} Ivan" in words(result.tei)
    back = encoded(_CLARA.replace("Clara", "Dora"), _ONE, _TWO, _THREE, _FOUR, _FIVE, six)
    assert "morning. Dora Cole: Who asks? Ivan Petrov: Hello" in words(again(ours, back, base).tei)


def test_what_is_new_is_no_part_of_a_label_behind_it_that_has_other_words_now() -> None:
    printed = (_ONE, _TWO, _THREE, _FOUR, _FIVE)
    base = encoded(*printed, _CLARA, _ONE.replace("Hello", "Thanks"))
    label = base.decode().rindex('<note type="speaker">', 0, base.decode().index('xml:id="u4"'))
    ours = base.decode()[:label] + _CUT.format("mine") + base.decode()[label:]
    theirs = [one.replace("Ivan Petrov", "Petrov") for one in printed]
    last = _ONE.replace("Ivan Petrov: Hello", "Petrov: Thanks")
    result = again(ours, encoded(*theirs, _NEW, _CLARA, last), base)
    assert not codes(result)
    assert "cake. Nobody had" in words(result.tei)
    assert "Ivan" not in words(result.tei)


def _swapped(one: str, other: str, ours: str) -> str:
    """*ours* with two turns that follow one another in the other order."""
    turns = [
        found.group()
        for name in (one, other)
        for found in re.finditer(
            rf'<note type="speaker">[^\n]*\n\s*<u xml:id="{name}".*?</u>\s*', ours, re.DOTALL
        )
    ]
    assert "".join(turns) in ours
    return ours.replace("".join(turns), "".join(turns[::-1]))


def test_a_new_turn_of_the_speaker_of_a_turn_that_was_moved_comes_beside_it() -> None:
    new = "Anna Petrova: Who asks?\n\n"
    result = again(
        _swapped("u2", "u3", BASE.decode()), encoded(_ONE, _TWO, _THREE, _FOUR, _FIVE, new)
    )
    assert not codes(result)
    assert f"at last. {new.strip()}" in words(result.tei)


@pytest.mark.parametrize(
    ("printed", "own"),
    [
        ("the long letter", '</seg><seg xml:id="cut">the long letter'),
        ("It was late when the long letter arrived at last.", "Not one was there with us."),
    ],
)
def test_a_new_turn_stays_between_two_that_were_moved_and_of_which_one_was_changed(
    printed: str, own: str
) -> None:
    rest = [
        "Anna Petrova: We shall all come to the bridge tomorrow morning.\n\n",
        "Ivan Petrov: Then nobody is at home to open the door.\n\n",
        "Anna Petrova: My brother has another key to it.\n\n",
    ]
    base = encoded(_ONE, _TWO, _THREE, _FOUR, _FIVE, *rest)
    text = base.decode()
    assert printed in text
    text = text.replace(printed, own)
    first, end = (
        text.rindex('<note type="speaker">', 0, text.index(f'<u xml:id="{name}"'))
        for name in ("u2", "u4")
    )
    last = text.rindex("</div>")
    ours = text[:first] + text[end:last] + text[first:end] + text[last:]
    result = again(ours, encoded(_ONE, _TWO, _THREE, _FOUR, _CLARA, _FIVE, *rest), base)
    assert not codes(result)
    assert "Clara Cole: Who asks? Ivan Petrov: Thank you" in words(result.tei)


def test_the_first_turn_comes_behind_a_heading_of_the_scholar() -> None:
    ours = BASE.decode().replace('type="debateSection">', 'type="debateSection"><head>Mine</head>')
    result = again(ours, encoded(_CLARA, _ONE, _TWO, _THREE, _FOUR, _FIVE))
    assert not codes(result)
    assert "Mine Clara Cole: Who asks? Ivan" in words(result.tei)


def test_a_new_turn_between_two_of_which_the_first_is_last_in_a_division_that_was_moved() -> None:
    text = BASE.decode()
    label = text.rindex('<note type="speaker">', 0, text.index('<u xml:id="u2"'))
    first, end = text.index("<div xml:id"), text.rindex("</div>")
    mine = f'<div xml:id="mine" type="debateSection">{text[label:end]}</div>'
    ours = text[:first] + mine + text[first:label] + text[end:]
    result = again(ours, encoded(_ONE, _TWO, _CLARA, _THREE, _FOUR, _FIVE))
    assert not codes(result)
    assert "the station. Clara Cole: Who asks?" in words(result.tei)
