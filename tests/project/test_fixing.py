"""``edition validate --fix``: what is mended by the program, and what never is."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.cli import main
from edition.diagnostic import codes
from edition.merge.tags import with_prefix
from edition.project.fixing import fixed
from edition.project.validating import Validation
from edition.schema import rules
from edition.tei.document import parse
from edition.tei.reading import source_blocks
from tests.checking.meeting import SOURCE, changed, tei
from tests.tei.registers import HEAD

REGISTER = f"""{HEAD}\
  <standOff>
    <listPerson>
      <person xml:id="AnnaPetrova">
        <persName>Anna Petrova</persName>
      </person>
      <person xml:id="VladimirPutin">
        <persName>Vladimir Putin</persName>
        <persName>Vladimir Vladimirovich Putin</persName>
        <birth><placeName ref="#Leningrad">Leningrad</placeName></birth>
      </person>
    </listPerson>
    <listPlace>
      <place xml:id="Leningrad"><placeName>Leningrad</placeName></place>
    </listPlace>
  </standOff>
</TEI>
"""
PUTIN = "<persName>Vladimir Putin</persName>\n            <affiliation"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder ``source`` of an edition, which is the current folder."""
    source = tmp_path / "source"
    source.mkdir()
    monkeypatch.chdir(tmp_path)
    (source / "meeting.txt").write_bytes(SOURCE)
    return source


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["validate", *arguments])


def found(file: Path) -> list[str]:
    examined = Validation().examined(file, file.read_bytes())
    return sorted(finding.code for finding in examined.standing)


def text(data: bytes) -> list[str]:
    return [block.text for block in source_blocks(parse(data, "").root)]


DAMAGE = [
    ("C004", 'unit="words" quantity="56">56 words', 'unit="words" quantity="57">57 words'),
    ("C004", 'unit="words" quantity="56"', 'unit="words" quantity="57"'),
    ("C005", '        <measure unit="turns" quantity="4">4 turns</measure>\n', ""),
    ("C006", '          <tagUsage gi="u" occurs="4"/>\n', ""),
    ("S504", 'unit="turns" quantity="4">4 turns', 'unit="turns" quantity="5">5 turns'),
    ("S505", 'gi="seg" occurs="6"', 'gi="seg" occurs="4"'),
    ("F007", 'type="omitted" n="2"', 'type="omitted" n="3"'),
    ("F009", sha256(SOURCE).hexdigest(), sha256(b"").hexdigest()),
    ("F010", f'quantity="{len(SOURCE)}">{len(SOURCE)} bytes', 'quantity="1">1 bytes'),
    (
        "F011",
        '"noBreakSpace" n="2">NO-BREAK SPACE (U+00A0) is written as SPACE: 2.',
        '"noBreakSpace" n="5">NO-BREAK SPACE (U+00A0) is written as SPACE: 5.',
    ),
]


@pytest.mark.parametrize(("code", "right", "wrong"), DAMAGE)
def test_what_was_damaged_is_as_it_was_to_the_byte(
    folder: Path, code: str, right: str, wrong: str
) -> None:
    assert tei().count(right) == 1
    file = folder / "meeting.xml"
    damaged = tei().replace(right, wrong)
    file.write_text(damaged, encoding="utf-8")
    assert set(found(file)) == {code}
    result = run("--fix")
    assert (result.exit_code, result.stdout) == (0, "")
    assert found(file) == []
    if code == "C005":  # a list that begins with another figure goes on with the first
        assert sorted(file.read_text("utf-8").split("\n")) == sorted(tei().split("\n"))
    else:
        assert file.read_text(encoding="utf-8") == tei()
    before = file.stat().st_mtime_ns
    assert "0 lines mended." in run("--fix").stderr
    assert file.stat().st_mtime_ns == before


@settings(deadline=None, max_examples=30)
@given(st.sets(st.sampled_from(sorted({right: wrong for _, right, wrong in DAMAGE}.items()))))
def test_whatever_is_damaged_together_is_mended_together(damage: set[tuple[str, str]]) -> None:
    damaged = tei()
    for right, wrong in sorted(damage):
        damaged = damaged.replace(right, wrong)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "meeting.xml"
        file.write_text(damaged, encoding="utf-8")
        file.with_suffix(".txt").write_bytes(SOURCE)
        fixed(file, Validation()).write()
        assert found(file) == []
        lines = [sorted(t.split("\n")) for t in (file.read_text(encoding="utf-8"), tei())]
        assert lines[0] == lines[1]
        assert not fixed(file, Validation()).write()


@pytest.mark.parametrize(
    ("gone", "new", "code"),
    [
        ("u4", "u4", "S101"),
        ("u3", "u2a", "S101"),
        ("u1", "u0a", "S101"),
        ("p5", "p4a", "S102"),
        ("p1", "p0a", "S102"),
        ("d1", "d1", "S103"),
        ("s1", "s1", "S107"),
    ],
)
def test_a_missing_identifier_follows_the_one_before(
    folder: Path, gone: str, new: str, code: str
) -> None:
    file = folder / "meeting.xml"
    file.write_text(tei().replace(f' xml:id="{gone}"', ""), encoding="utf-8")
    assert found(file) == [code]
    assert run("--fix").exit_code == 0
    after = file.read_text(encoding="utf-8")
    assert after.count(f' xml:id="{new}"') == 1
    assert after.replace(f' xml:id="{new}"', "") == tei().replace(f' xml:id="{gone}"', "")


def test_an_identifier_that_was_lost_comes_back_and_no_other_is_given_again(folder: Path) -> None:
    (folder / "edition.toml").write_text('[source]\nconvention = "kremlin"\n', encoding="utf-8")
    assert CliRunner().invoke(main, ["encode"]).exit_code == 0
    file = folder / "meeting.xml"
    written = file.read_text(encoding="utf-8")
    damaged = written.replace(' xml:id="u4"', "").replace(
        '<seg xml:id="p7">Thank you very much.', "<seg>Thank you very much.</seg>\n<seg>"
    )
    file.write_text(damaged, encoding="utf-8")
    after = fixed(file, Validation()).after.decode()
    assert 'ana="#chair" xml:id="u4"' in after
    assert '<seg xml:id="p6a">Thank you very much.</seg>\n<seg xml:id="p6b"> All' in after


TWICE = (
    "Ann Roe: Shall we?\n\nBob Li: Yes.\n\nAnn Roe: And now?\n\nBob Li: Yes.\n\nAnn Roe: Good.\n"
)


@pytest.fixture
def spoken_twice(folder: Path) -> str:
    """The TEI file of a meeting in which the turns u2 and u4 have the same words."""
    (folder / "meeting.txt").write_text(f"Meeting\n\n{TWICE}", encoding="utf-8")
    assert CliRunner().invoke(main, ["encode"]).exit_code == 0
    return (folder / "meeting.xml").read_text(encoding="utf-8")


def identifiers(file: Path) -> list[str]:
    after = fixed(file, Validation()).after.decode()
    return re.findall('xml:id="([up][0-9][^"]*)"', " ".join(re.findall("<(?:u|seg) .*?>", after)))


@pytest.mark.parametrize(
    "gone", [("4",), ("2",), ("2", "4"), ("3", "4"), ("1", "2", "3", "4", "5")]
)
def test_of_two_with_the_same_words_each_is_told_by_what_stands_around(
    folder: Path, spoken_twice: str, gone: tuple[str, ...]
) -> None:
    file = folder / "meeting.xml"
    before = identifiers(file)
    numbers = "".join(gone)
    file.write_text(re.sub(f' xml:id="[up][{numbers}]"', "", spoken_twice), encoding="utf-8")
    assert identifiers(file) == before


def test_where_nothing_tells_which_of_two_it_was_it_is_neither(
    folder: Path, spoken_twice: str
) -> None:
    file = folder / "meeting.xml"
    moved = re.sub(r' xml:id="[up]4"', "", spoken_twice).replace("And now?", "And then?")
    moved = re.sub(r' xml:id="[up]5"', "", moved).replace("Good.", "Fine.")
    file.write_text(moved, encoding="utf-8")
    assert identifiers(file)[6:] == ["u3a", "p3a", "u3b", "p3b"]
    bare = re.sub(r' xml:id="[up]1"', "", spoken_twice)
    (turn,) = re.findall(r" *<note (?:(?!<note).)*Shall we.*?</u>\n", bare, re.DOTALL)
    file.write_text(bare.replace(turn, turn * 2), encoding="utf-8")
    assert identifiers(file)[:4] == ["u0a", "p0a", "u0b", "p0b"]


def test_an_identifier_that_vanished_is_not_given_again(folder: Path, spoken_twice: str) -> None:
    file = folder / "meeting.xml"
    (turn,) = re.findall(
        r' *<note type="speaker">(?:(?!<note).)*Good\..*?</u>\n', spoken_twice, re.DOTALL
    )
    shorter = f"Meeting\n\n{TWICE}".replace("Ann Roe: Good.\n", "")
    (folder / "meeting.txt").write_text(shorter, encoding="utf-8")
    assert CliRunner().invoke(main, ["encode"]).exit_code == 0
    written = file.read_text(encoding="utf-8")
    assert "Good." not in written
    turn = re.sub(' xml:id="[up]5"', "", turn)
    file.write_text(re.sub(" *</div>", lambda end: turn + end[0], written), encoding="utf-8")
    assert identifiers(file)[8:] == ["u4a", "p4a"]


def test_an_entry_within_a_stale_one_is_not_mended_beside_it(folder: Path) -> None:
    places = '<place xml:id="Russia"><placeName>Russia</placeName></place>'
    places += '<place xml:id="Tver"><placeName>Tver</placeName></place>'
    register = f"{HEAD}  <standOff><listPlace>{places}</listPlace></standOff>\n</TEI>\n"
    (folder / "places.xml").write_text(register, encoding="utf-8")
    inner = '<place xml:id="Tver"><placeName>Kalinin</placeName></place>'
    outer = f'<place xml:id="Russia"><placeName>Rossija</placeName>{inner}</place>'
    stale = changed("  </standOff>", f"    <listPlace>{outer}</listPlace>\n  </standOff>")
    file = folder / "meeting.xml"
    for written in (file, folder / "machine" / "meeting.xml"):
        written.parent.mkdir(exist_ok=True)
        written.write_text(stale, encoding="utf-8")
    assert found(file) == ["G008", "G008", "R002"]
    after = fixed(file, Validation()).after.decode()
    assert f"<listPlace>{places.partition('</place>')[0]}</place></listPlace>" in after


def test_more_than_can_be_listed(folder: Path) -> None:
    speech = "".join(f"Ann Roe: I say {n}.\n\nBob Li: And I say {n}.\n\n" for n in range(300))
    (folder / "meeting.txt").write_text(f"Meeting\n\n{speech}", encoding="utf-8")
    assert CliRunner().invoke(main, ["encode"]).exit_code == 0
    file = folder / "meeting.xml"
    right = file.read_text(encoding="utf-8")
    wrong = re.sub(r'(<u|<seg) xml:id="[up][0-9]+"', r"\1", right)
    file.write_text(wrong.replace('gi="u" occurs="600"', 'gi="u" occurs="1"'), encoding="utf-8")
    assert "S098" in found(file)
    assert run("--fix").exit_code == 0
    after = file.read_text(encoding="utf-8")
    assert re.findall('xml:id="([^"]*)', after) == re.findall('xml:id="([^"]*)', right)


def test_a_source_with_other_line_ends_is_described_anew(folder: Path) -> None:
    file = folder / "meeting.xml"
    file.write_text(tei(), encoding="utf-8")
    other = b"\xef\xbb\xbf" + SOURCE.replace(b"\n", b"\r\n").replace("\u00a0".encode(), b" ")
    (folder / "meeting.txt").write_bytes(other)
    assert found(file) == ["F009"]
    result = run("--fix")
    assert (result.exit_code, result.stdout) == (0, "")
    after = file.read_text(encoding="utf-8")
    assert sha256(other).hexdigest() in after
    assert '<ab type="lineEnd" n="32">Line ends other than LF (U+000A) are not kept: 32.</ab>' in (
        after
    )
    assert '<ab type="byteOrderMark" n="1">' in after
    assert "noBreakSpace" not in after
    assert text(file.read_bytes()) == text(tei().encode())


def test_a_source_without_anything_to_normalise_needs_no_word_about_it(folder: Path) -> None:
    file = folder / "meeting.xml"
    file.write_text(tei(), encoding="utf-8")
    plain = SOURCE.replace(", \u00a0it".encode(), b", it").replace("\u00a0".encode(), b" ")
    (folder / "meeting.txt").write_bytes(plain)
    assert run("--fix").exit_code == 0
    assert "normalization" not in file.read_text(encoding="utf-8")
    (folder / "meeting.txt").write_bytes(SOURCE)
    assert run("--fix").exit_code == 0
    assert file.read_text(encoding="utf-8") == tei()


def test_a_source_with_other_words_is_not_described(folder: Path) -> None:
    file = folder / "meeting.xml"
    file.write_text(tei(), encoding="utf-8")
    (folder / "meeting.txt").write_bytes(SOURCE.replace(b"pupils", b"students"))
    result = run("--fix")
    assert result.exit_code == 1
    assert file.read_text(encoding="utf-8") == tei()
    (folder / "meeting.txt").unlink()
    assert run("--fix").exit_code == 0
    assert file.read_text(encoding="utf-8") == tei()


def test_a_copy_becomes_as_the_register_has_the_entry(folder: Path) -> None:
    file = folder / "meeting.xml"
    file.write_text(tei(), encoding="utf-8")
    (folder / "persons.xml").write_text(REGISTER, encoding="utf-8")
    assert found(file) == ["G007", "G008"]
    run("--fix")
    assert found(file) == ["G007"]
    after = file.read_text(encoding="utf-8")
    assert (
        '<person xml:id="VladimirPutin" role="speaker">\n'
        "            <persName>Vladimir Putin</persName>\n"
        "            <persName>Vladimir Vladimirovich Putin</persName>\n"
        '            <affiliation when="2016-03-04"><roleName>President of Russia</roleName>'
    ) in after
    assert '<place xml:id="Leningrad"><placeName>Leningrad</placeName></place>' in after
    assert text(after.encode()) == text(tei().encode())
    assert "0 lines mended." in run("--fix").stderr


@pytest.mark.parametrize("mine", ["<occupation>jurist</occupation>", "<!-- born in 1952 -->"])
def test_a_copy_in_which_somebody_wrote_stays(folder: Path, mine: str) -> None:
    file = folder / "meeting.xml"
    written = tei().replace(PUTIN, PUTIN.replace("\n", f"\n            {mine}\n"))
    assert written != tei()
    file.write_text(written, encoding="utf-8")
    (folder / "persons.xml").write_text(REGISTER, encoding="utf-8")
    assert "G008" in found(file)
    run("--fix")
    assert file.read_text(encoding="utf-8") == written
    # What the program wrote itself is no word of the scholar.
    record = folder / "machine" / "meeting.xml"
    record.parent.mkdir()
    record.write_text(written, encoding="utf-8")
    run("--fix")
    assert "Vladimir Vladimirovich" in file.read_text(encoding="utf-8")
    assert mine not in file.read_text(encoding="utf-8")


def test_a_schema_that_lies_elsewhere(folder: Path) -> None:
    file = folder / "meeting.xml"
    model = "<?xml-model title='x' href='{}/edition.rng' type=\"application/xml\"?>"
    other = '<?xml-model href="https://example.org/a.rng"?>'
    head = '\ufeff<?xml version="1.0" encoding="UTF-8"?>\n' + other
    body = tei().partition("\n")[2]
    file.write_text(head + model.format("../../gone") + body, encoding="utf-8")
    assert found(file) == ["M018"]
    assert run("--fix").exit_code == 1  # there is none in any folder above
    (folder.parent / "schemas").mkdir()
    (folder.parent / "schemas" / "edition.rng").write_text("", encoding="utf-8")
    assert run("--fix").exit_code == 0
    right = head + model.format("../schemas") + body
    assert file.read_text(encoding="utf-8") == right


@pytest.mark.parametrize("href", ["//[x/edition.rng", "x" * 5000, "a%00b.rng"])
def test_an_address_that_is_none_names_no_schema(folder: Path, href: str) -> None:
    file = folder / "meeting.xml"
    file.write_text(tei().replace("?>", f'?><?xml-model href="{href}"?>', 1), encoding="utf-8")
    assert "M018" in found(file)


def test_a_schema_that_is_not_there_can_be_ignored(folder: Path) -> None:
    ignored = '?><?xml-model href="gone/edition.rng"?><?edition-ignore M018 kept elsewhere?>'
    file = folder / "meeting.xml"
    file.write_text(tei().replace("?>", ignored, 1), encoding="utf-8")
    assert found(file) == []


def test_check_writes_nothing_and_shows_each_line(folder: Path) -> None:
    file = folder / "meeting.xml"
    damaged = tei().replace('"words" quantity="56"', '"words" quantity="5"')
    file.write_text(damaged, encoding="utf-8")
    result = run("--fix", "--check", "--fail-on", "error")
    assert result.exit_code == 1
    line = damaged.split("\n").index(
        '        <measure unit="words" quantity="5">56 words</measure>'
    )
    assert (
        f'source/meeting.xml:{line + 1}: <measure unit="words" quantity="5">56 words</measure> → '
        '<measure unit="words" quantity="56">56 words</measure>\n'
    ) in result.stderr
    assert result.stderr.endswith("1 line would be mended in 1 file.\n")
    assert file.read_text(encoding="utf-8") == damaged
    assert sorted(path.name for path in folder.iterdir()) == ["meeting.txt", "meeting.xml"]
    assert run("--check").exit_code == 2
    assert "--fix mends what nobody has to decide" in run("--help").output


def test_nothing_is_mended_by_making_something_else_wrong(folder: Path) -> None:
    """The number of an omitted line is right, and the lines are in no order then."""
    file = folder / "meeting.xml"
    first, second = (f'<ab type="omitted" n="{n}">' for n in (1, 2))
    lines = [first + "View settings</ab>", second + "Font size:</ab>"]
    swapped = (
        tei()
        .replace(lines[0], first + "Font size:</ab>")
        .replace(lines[1], second + "View settings</ab>")
    )
    file.write_text(swapped, encoding="utf-8")
    assert found(file) == ["F007", "F007"]
    assert run("--fix").exit_code == 1
    assert file.read_text(encoding="utf-8") == swapped


def test_elements_with_a_prefix(folder: Path) -> None:
    file = folder / "meeting.xml"
    right = with_prefix(tei(), "t")
    normalised = right[right.index("<t:normalization>") : right.index("<t:quotation")]
    damaged = right.replace(normalised, "").replace(' xml:id="u4"', "")
    damaged = damaged.replace('          <t:tagUsage gi="u" occurs="4"/>\n', "")
    file.write_text(damaged, encoding="utf-8")
    assert set(found(file)) == {"C006", "F011", "S101"}
    assert run("--fix").exit_code == 0
    after = file.read_text(encoding="utf-8")
    assert after.replace(' xml:id="u4"', "") == right.replace(' xml:id="u4"', "")


def test_line_ends_comments_and_the_order_of_attributes_stay(folder: Path) -> None:
    file = folder / "meeting.xml"
    written = (
        tei()
        .replace('<measure unit="words" quantity="56">', "<measure  quantity='1' unit='words'>")
        .replace("<body>", "<!-- 56 words -->\n<body>")
        .replace("\n", "\r\n")
    )
    file.write_bytes(written.encode())
    run("--fix")
    right = written.replace("quantity='1'", 'quantity="56"').replace("<measure  q", "<measure q")
    assert file.read_bytes() == right.encode()


def test_a_file_that_is_not_utf_8_or_not_xml_is_told_and_stays(folder: Path) -> None:
    file = folder / "meeting.xml"
    wrong = tei().replace('"words" quantity="56"', '"words" quantity="5"')
    latin = wrong.encode("utf-16")
    file.write_bytes(latin.replace("UTF-8".encode("utf-16-le"), "UTF-16".encode("utf-16-le")))
    before = file.read_bytes()
    result = run("--fix")
    assert result.exit_code == 1
    assert "[G020]" in result.stdout
    assert file.read_bytes() == before
    file.write_bytes(b"<TEI")
    result = run("--fix", str(file), str(folder / "none.xml"))
    assert result.exit_code == 3
    assert result.stdout.count("[X001]") == result.stdout.count("[IO01]") == 1


def test_what_somebody_changes_meanwhile_is_not_lost(folder: Path) -> None:
    from edition.diagnostic import EditionError

    file = folder / "meeting.xml"
    file.write_text(tei().replace('"words" quantity="56"', '"words" quantity="5"'), "utf-8")
    result = fixed(file, Validation())
    file.write_text(tei(), encoding="utf-8")
    with pytest.raises(EditionError) as refused:
        result.write()
    assert refused.value.finding.code == "E017"
    assert file.read_text(encoding="utf-8") == tei()


def test_what_is_ignored_is_not_mended(folder: Path) -> None:
    file = folder / "meeting.xml"
    wrong = (
        tei()
        .replace('"words" quantity="56"', '"words" quantity="5"')
        .replace("<fileDesc>", "<?edition-ignore C004 counted otherwise?><fileDesc>")
    )
    file.write_text(wrong.replace('gi="u" occurs="4"', 'gi="u" occurs="5"'), encoding="utf-8")
    assert run("--fix").exit_code == 0
    assert file.read_text(encoding="utf-8") == wrong


def test_a_fix_that_touches_the_text_does_not_count(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if somebody added a fix for white space (C007), which is a person’s to decide."""
    file = folder / "meeting.xml"
    written = tei().replace("All the best", "All  the best")
    file.write_text(written, encoding="utf-8")
    assert found(file) == ["C007"]
    fix = {frozenset({"C007"}): lambda case: case.data.replace(b"All  the", b"All the")}
    monkeypatch.setattr("edition.project.fixing.FIXES", fix)
    assert fixed(file, Validation()).after == written.encode()


def test_every_finding_that_can_be_mended_says_so() -> None:
    from edition.project.fixing import FIXES

    advice = "edition validate --fix"
    own = {code for code, entry in codes().items() if advice in entry.hint}
    mended = {code for several in FIXES for code in several}
    assert own == mended - {rule.code for rule in rules()}
    schematron = Path("schemas/edition.sch").read_text(encoding="utf-8")
    told = {part[:4] for part in schematron.split('"S') if advice in part.split("</sch:rule>")[0]}
    assert len(told) == len(mended & {rule.code for rule in rules()})
