"""A deposit of what ``edition build`` and ``edition package`` make, as a scholar makes it."""

from __future__ import annotations

from click.testing import CliRunner

from edition.cli import main
from tests.deposit.invenio.life import Life
from tests.deposit.invenio.small_deposit import SLUG


def deposit_for_real(life: Life) -> None:
    """Reserve, build, package, upload, publish; all of it must go well."""
    _ends_well(life.run("reserve").exit_code, life)
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
