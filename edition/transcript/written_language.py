"""In which language a text is written, told by its small words: articles, pronouns, verbs.

English is told where names are looked for, which knows more of its words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import islice

from edition.transcript.convention_files import LANGUAGES, words_in

_WORD = re.compile(r"[^\W\d_]+")
_LISTS = ("articles", "sentence_words", "openers")
_MOST_LINES = 800  # are looked at
_ENGLISH = "en"
_FEWEST = 10  # words that tell it
_SHARE = 0.12  # of the words at least tell it
_CLEARLY = 1.8  # times as many as tell the next language


@cache
def _small_words() -> Mapping[str, frozenset[str]]:
    """The small words of each language of which the words are known, by its code."""
    files = {path.stem: path for path in sorted(LANGUAGES.glob("*.toml")) if path.stem != "und"}
    found = {}
    for code, path in files.items():
        labels = words_in(path).get("labels", {})
        words = " ".join(labels.get(name, "") for name in _LISTS)
        found[code] = frozenset(_WORD.findall(words.lower()))
    return found


def written_language(lines: Iterable[str]) -> str:
    """The code of the language in which most of *lines* are written; '' where nothing tells it."""
    words = Counter(_WORD.findall("\n".join(islice(lines, _MOST_LINES)).lower()))
    counts = sorted(
        (
            (sum(count for word, count in words.items() if word in small), code)
            for code, small in _small_words().items()
        ),
        reverse=True,
    )
    (most, code), (next_best, _) = counts[:2]
    if code == _ENGLISH:
        return ""
    enough = most >= max(_FEWEST, words.total() * _SHARE)
    return code if enough and most >= next_best * _CLEARLY else ""
