"""A deposit of what ``edition build`` and ``edition package`` make, and of its second version.

As ``life.toml``, it is lived at the model and at the real server.
"""

from __future__ import annotations

from click.testing import CliRunner

from edition.cli import main
from tests.deposit.invenio.life import Life
from tests.deposit.invenio.small_deposit import SLUG, write_package

_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_CHANGED = {'n="1.0.0">1.0.0': 'n="1.1.0">1.1.0', "to be mended": "to be repaired"}


def deposit_for_real(life: Life) -> None:
    """Reserve, build, package, upload, publish; change, and the same again. All must go well."""
    text = life.tei.read_text(encoding="utf-8")
    german = '</title><title type="alt" xml:lang="de">Sitzung</title>'
    life.tei.write_text(text.replace("</title>", german, 1), encoding="utf-8")
    _ends_well(life.run("reserve").exit_code, life)
    _bring(life)
    first = life.state()["doi"]
    text = life.tei.read_text(encoding="utf-8")
    for old, new in _CHANGED.items():
        assert old in text
        text = text.replace(old, new)
    life.tei.write_text(text, encoding="utf-8")
    _ends_well(life.run("new-version").exit_code, life)
    _bring(life)
    assert life.state()["doi"] != first
    assert life.repository.relations(life.state()["record"])[first] == "isnewversionof"


def deposit_under_another_licence(life: Life) -> None:
    """Publish under a licence that is in no vocabulary there: it goes by its name and address."""
    text = life.tei.read_text(encoding="utf-8")
    assert _LICENCE in text
    text = text.replace(_LICENCE, "https://www.govdata.de/dl-de/by-2-0", 1)
    life.tei.write_text(text, encoding="utf-8")
    _ends_well(life.run("reserve").exit_code, life)
    package = write_package(life.tei)
    assert b'"link"' in (package / "metadata" / "invenio.json").read_bytes()
    _ends_well(life.run("upload").exit_code, life)
    _ends_well(life.run("publish", "--publish", "--doi", life.state()["doi"]).exit_code, life)


def _bring(life: Life) -> None:
    for words in (["build"], ["package", SLUG]):
        made = CliRunner().invoke(main, ["--plain", *words])
        assert made.exit_code == 0, made.output
    _ends_well(life.run("upload", "--verify-download").exit_code, life)
    again = life.run("upload")
    assert "0 files uploaded (0 bytes), 7 files there already" in again.output
    _ends_well(life.run("publish", "--publish", "--doi", life.state()["doi"]).exit_code, life)
    assert life.state()["stage"] == "published"


def _ends_well(code: int, life: Life) -> None:
    assert code == 0, life.outputs[-1]
