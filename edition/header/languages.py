"""The languages of a document by the codes that repositories ask for."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_THREE_LETTERS = re.compile(r"[a-z]{3}\Z")


@cache
def _codes() -> Mapping[str, str]:
    text = Path(__file__).with_name("languages.toml").read_text(encoding="utf-8")
    codes: Mapping[str, str] = tomllib.loads(text)
    return codes


def three_letters(tag: str) -> str:
    """The code of ISO 639-3 for the language of *tag* (BCP 47): ``eng`` for ``en-GB``.

    '' where there is none, and for ``und``, which is no language.
    """
    language = tag.partition("-")[0].lower()
    if _THREE_LETTERS.match(language):
        return "" if language == "und" else language
    return _codes().get(language, "")
