"""The life of a deposit as ``life.toml`` tells it, lived at a repository."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from click.testing import CliRunner, Result

from edition.cli import main
from tests.deposit.invenio.small_deposit import SLUG, write_package

LIFE = tomllib.loads(Path(__file__).with_name("life.toml").read_text(encoding="utf-8"))["step"]


class Repository(Protocol):
    """What a test can see of a repository from outside."""

    base: str

    def published(self) -> int:
        """How many versions are published."""

    def files(self, record: str) -> int:
        """How many files the draft or record *record* has."""

    def relations(self, record: str) -> dict[str, str]:
        """What the draft or record *record* is to what else, by its identifier."""


@dataclass
class Life:
    """The deposit of *tei* at *repository*. *counts* tells the requests and bytes until now."""

    tei: Path
    repository: Repository
    counts: Callable[[], tuple[int, int]] | None = None
    outputs: list[str] = field(default_factory=list)

    @property
    def state_file(self) -> Path:
        return self.tei.parent / "deposit" / f"{SLUG}.json"

    def state(self) -> dict[str, Any]:
        if not self.state_file.exists():
            return {}
        state: dict[str, Any] = json.loads(self.state_file.read_text())
        return state

    def run(self, *words: str, online: bool = True) -> Result:
        """``edition deposit`` with *words*, in the folder of the edition."""
        command, *options = [word.format(doi=self.state().get("doi", "")) for word in words]
        given = ["--plain", "--verbose", "deposit", command, SLUG, *options]
        result = CliRunner().invoke(main, [*given, *(["--online"] if online else [])])
        self.outputs.append(result.output)
        return result

    def prepare(self, step: dict[str, Any]) -> None:
        """What a scholar does before the command of *step*."""
        for old, new in step.get("edit", {}).items():
            text = self.tei.read_text(encoding="utf-8")
            assert old in text
            self.tei.write_text(text.replace(old, new), encoding="utf-8")
        if step.get("pack"):
            write_package(self.tei)

    def live(self, step: dict[str, Any]) -> Result:
        """Prepare *step*, and run its command."""
        self.prepare(step)
        before = self.counts() if self.counts else (0, 0)
        result = self.run(*step["run"], online=step.get("online", True))
        if self.counts:
            requests, size = self.counts()
            if "requests" in step:
                assert requests - before[0] == step["requests"], step["says"]
            if "bytes" in step:
                assert size - before[1] == step["bytes"], step["says"]
        return result

    def check(self, step: dict[str, Any], result: Result) -> None:
        """Whether all is as *step* says."""
        told = f"{step['says']}: {result.output}"
        assert result.exit_code == step["exit"], told
        assert step.get("code", "") in result.output, told
        assert self.repository.published() == step["published"], told
        if "files" in step:
            assert self.repository.files(self.state()["record"]) == step["files"], told
        if "relations" in step:
            there = self.repository.relations(self.state()["record"])
            before = "".join(it["doi"] for it in self.state()["versions"][-2:-1])
            assert there == {it.format(before=before): to for it, to in step["relations"].items()}
        if step.get("doi_in_tei"):
            assert f'<idno type="DOI">{self.state()["doi"]}</idno>' in self.tei.read_text(), told
