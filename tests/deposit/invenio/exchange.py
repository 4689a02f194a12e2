"""Requests and answers as ``exchange.toml`` tells them, asked of a repository."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import requests

EXCHANGE = tomllib.loads(Path(__file__).with_name("exchange.toml").read_text(encoding="utf-8"))[
    "request"
]


class Asking:
    """A conversation with the repository at *base*; what is kept of answers fills requests."""

    def __init__(self, base: str, token: str) -> None:
        self._base = base
        self._token = token
        self._kept: dict[str, str] = {}

    def ask(self, request: dict[str, Any]) -> None:
        """Ask *request*, and see that the answer is as it says."""
        headers = {"Accept": "application/vnd.inveniordm.v1+json"} | request.get("headers", {})
        token = {"wrong": "wrong-token-0000", "none": ""}.get(request.get("token", ""), self._token)
        if token:
            headers["Authorization"] = f"Bearer {token}"
        headers = {name: self._filled(value) for name, value in headers.items()}
        content: dict[str, Any] = {}
        if "body" in request:
            content["json"] = json.loads(self._filled(request["body"]))
        elif "content" in request:
            content["data"] = request["content"].encode()
            headers["Content-Type"] = "application/octet-stream"
        answer = requests.request(
            request["method"],
            f"{self._base}/api/records{self._filled(request['path'])}",
            headers=headers,
            timeout=60,
            **content,
        )
        told = f"{request['says']}: {answer.status_code} {answer.text[:2000]}"
        assert answer.status_code == request["status"], told
        self._check(request, answer, told)

    def _check(self, request: dict[str, Any], answer: requests.Response, told: str) -> None:
        for path, wanted in request.get("has", {}).items():
            assert _at(answer.json(), path) == wanted, f"{path}: {told}"
        for path in request.get("lacks", []):
            assert _at(answer.json(), path) is None, f"{path}: {told}"
        for words in request.get("tells", []):
            assert self._filled(words) in answer.text, told
        for name, path in request.get("keep", {}).items():
            self._kept[name] = str(_at(answer.json(), path))

    def _filled(self, text: str) -> str:
        for name, value in self._kept.items():
            text = text.replace(f"<{name}>", value)
        return text


def ask_for_too_many_files(asking: Asking) -> None:
    """A draft takes a hundred files, and not one more."""
    asking.ask(EXCHANGE[1])
    names = [{"key": f"{number}.xml"} for number in range(101)]
    request = {"method": "POST", "path": "/<draft>/draft/files", "status": 400, "says": "101"}
    asking.ask(request | {"body": json.dumps(names)})
    asking.ask(request | {"body": json.dumps(names[:100]), "status": 201, "says": "100"})
    asking.ask(request | {"body": json.dumps(names[100:]), "says": "one more"})


def _at(said: Any, path: str) -> Any:
    """What is in *said* at *path*, such as ``entries.0.status``; None where there is nothing."""
    for step in path.split("."):
        if isinstance(said, list):
            said = said[int(step)] if int(step) < len(said) else None
        else:
            said = said.get(step) if isinstance(said, dict) else None
    return said
