"""Which lines begin a turn: labels are candidates first, and believed on evidence.

A stretch before the delimiter is a label if it names nobody in a known way ("Question"); if it
is a name, or a title and a name, and nothing speaks against it; or if it recurs or its last
words are another label. What decides is named in the tests, case by case.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from edition.transcript.candidates import Candidate, candidate_in
from edition.transcript.convention import Convention
from edition.transcript.dialogue import Document, Exchange, questions_in, said_after
from edition.transcript.formed import formed_labels
from edition.transcript.misprints import on_two_lines, without_delimiter
from edition.transcript.model import Label
from edition.transcript.word_sense import Words, speaker_key

_GLUED = re.compile(r"[^\W\d_].*[^\W\d_A-Z][A-Z]")
_STOPS_SENTENCE = re.compile(r"[?!;“”\"«»<>*\[\]]|[^\W\d_]{4,}\. ")
_MOST_NAMES = 4  # in a person's name
_FEW_WORDS = 6  # in what only looks like a label
_LONG_WORD = 4  # letters; shorter ones join the words of a title
_LONGEST_ORIGIN = 80  # characters after the comma in "Natalya Yuryeva, Channel One Russia"


class Labels(NamedTuple):
    """The labels by the index of their line, and the lines that only look as if they had one.

    *formed* is how many of the labels are believed for their form.
    """

    believed: dict[int, Label]
    doubted: frozenset[int]
    formed: int = 0


def labels_in(
    lines: Sequence[str],
    plain: Sequence[str],
    convention: Convention,
    formed: dict[int, Label] | None = None,
) -> Labels:
    """The labels of the *lines* by the forms of *convention*, and by the document's evidence.

    *plain* are the lines as patterns see them, *formed* the labels by their form if known.
    """
    formed = formed_labels(lines, convention) if formed is None else formed
    found = find_labels(plain, convention, formed)
    alone = formed and not found.believed and convention.labels.dialogue
    if alone and not _exchange(formed, plain, convention).is_dialogue():
        formed = {}
    return Labels(formed | found.believed, found.doubted, len(formed))


def _exchange(
    formed: Mapping[int, Label], plain: Sequence[str], convention: Convention
) -> Exchange:
    """What the labels *formed* make of the text."""
    order = sorted(formed)
    spans = [formed[index].name or formed[index].title or (0, formed[index].end) for index in order]
    names = [plain[index][slice(*span)] for index, span in zip(order, spans, strict=True)]
    return Exchange(
        labels=names,
        said=[said_after(plain, index, formed[index].end) for index in order],
        words=Words(plain, convention),
        recurring=sum(count > 1 for count in Counter(map(speaker_key, names)).values()),
        order=names,
        questions=questions_in(plain, order),
    )


def find_labels(
    lines: Sequence[str], convention: Convention, formed: Mapping[int, Label] | None = None
) -> Labels:
    """The labels among *lines*, which are plain; *formed* are those found by their form."""
    delimiter = convention.labels.delimiter
    if not delimiter:
        return Labels({}, frozenset())
    candidates = [
        candidate
        for index, text in enumerate(lines)
        if delimiter in text
        and not (formed and index in formed)
        and (candidate := candidate_in(index, text, convention)) is not None
    ]
    evidence = _Evidence(candidates, lines, convention)
    evidence.know((lines[index], label) for index, label in (formed or {}).items())
    found = {c.index: label for c in candidates if (label := evidence.judge(c)) is not None}
    evidence.learn((lines[index], label) for index, label in found.items())
    found |= {
        c.index: label
        for c in candidates
        if c.index not in found and (label := evidence.judge(c)) is not None
    }
    if convention.labels.recurs > 1:
        document = Document(lines, {c.index: c for c in candidates}, evidence)
        found = _of_dialogue(found, document, evidence, formed=bool(formed))
    found.update(without_delimiter(lines, found, convention))
    doubted = {c.index for c in candidates if c.index not in found and evidence.looks(c)}
    return Labels(found, frozenset(doubted | on_two_lines(lines, found)))


def _of_dialogue(
    found: dict[int, Label], document: Document, evidence: _Evidence, *, formed: bool
) -> dict[int, Label]:
    """The labels of an unknown maker: *found* and those like them, if people speak in turn.

    With *formed* other labels show that they do.
    """
    believed = found | {
        index: evidence.plainly(document.candidates[index]) for index in document.roles(found)
    }
    named = {index for index, label in believed.items() if not label.generic}
    first = min(named, default=0)
    believed = {i: believed[i] for i in believed if i >= first or document.is_spoken(i)}
    alike = document.like(named)
    if not formed and not document.exchange(believed, alike).is_dialogue():
        return {}
    return believed | {index: evidence.plainly(document.candidates[index]) for index in alike}


class _Evidence(Words):
    """What the document itself says about its candidates."""

    def __init__(
        self, candidates: list[Candidate], lines: Sequence[str], convention: Convention
    ) -> None:
        super().__init__(lines, convention)
        self.times = Counter(candidate.core for candidate in candidates)
        bare = [c.core for c in candidates if self._is_bare_name(c) and self._is_believed(c)]
        keys = {speaker_key(name) for name in bare}
        spaced = {speaker_key(name) for name in bare if " " in name}
        self.bare = {key for key in keys if key in spaced or not key.endswith(tuple(spaced))}
        self.bare -= {speaker_key(name) for name in bare if self._ends_in_another(name, spaced)}
        short = [c for c in candidates if self._is_office_and_name(c)]
        self.last_names = {speaker_key(name.split()[-1]) for name in bare}
        self.last_names |= {speaker_key(c.word(-1)) for c in short}
        held = (c for c in candidates if c.remark and self._held(c) is not None)
        self.held = {speaker_key(c.core) for c in held}

    def plainly(self, candidate: Candidate) -> Label:
        """The label that *candidate* is, where its print shows that it is one."""
        if self.convention.names_many(candidate.core):
            return _collective(candidate)
        if (named := self._named_first(candidate)) is not None:
            return named
        if (holder := self._held(candidate)) is not None:
            return holder
        if self._is_office_only(candidate):
            return Label(candidate.end, None, _core(candidate))
        first = self._name_at_end(candidate) if self.has_office(candidate) else 0
        return _label(candidate, candidate.words[first or 0].start())

    def judge(self, candidate: Candidate) -> Label | None:
        """The label that *candidate* is, or None."""
        if self.convention.names_many(candidate.core):
            return _collective(candidate)
        if candidate.generic:
            aside = self._recurs(candidate) and len(candidate.after.split()) <= _FEW_WORDS
            follows = aside or not candidate.after[:1].islower()
            return Label(candidate.end, None, None, generic=True) if follows else None
        if _STOPS_SENTENCE.search(candidate.core) or self.is_sentence(candidate):
            return None
        if speaker_key(candidate.core) in self.bare:
            return self._held(candidate) or _label(candidate, 0)
        if not self._follows_well(candidate):
            return None
        if (joint := self._several(candidate)) is not None:
            return joint
        return (
            self._held(candidate)
            or self._named_first(candidate)
            or self._titled(candidate)
            or self._single(candidate)
            or self._office_alone(candidate)
        )

    @staticmethod
    def _ends_in_another(name: str, known: set[str]) -> bool:
        """Whether *name* is a word of any kind before a known name: "Farmer Pavel Grudinin"."""
        words = name.split()
        return any(
            speaker_key(" ".join(words[first:])) in known for first in range(1, len(words) - 1)
        )

    def looks(self, candidate: Candidate) -> bool:
        """Whether a person may take *candidate* for a label, though it was not believed."""
        words = [match.group() for match in candidate.words]
        small = self.convention.particles | self.convention.offices
        return (
            len(words) <= _FEW_WORDS
            and bool(candidate.after)
            and words[0].lower() not in self.convention.openers
            and not _STOPS_SENTENCE.search(candidate.core)
            and all(self.is_name_word(word) or word in small for word in words)
        )

    def _several(self, candidate: Candidate) -> Label | None:
        """Two known names: the first speaks to the second, or nobody knows which one speaks."""
        keys = [speaker_key(match.group()) for match in candidate.words]
        at = [i for i, pair in enumerate(pairwise(keys)) if "".join(pair) in self.bare]
        if len(at) < 2 or candidate.words[at[0] + 1].end() == len(candidate.core):
            return None
        first = (candidate.words[at[0]].start(), candidate.words[at[0] + 1].end())
        if candidate.word(at[0] + 2) == "to":
            start = candidate.start
            return Label(candidate.end, (start + first[0], start + first[1]), None)
        return Label(candidate.end, None, None, generic=True)

    def _titled(self, candidate: Candidate) -> Label | None:
        """A title and then a name: "President of Russia Vladimir Putin"."""
        count = len(candidate.words)
        known = count > 2 or speaker_key(candidate.word(-1)) in self.last_names
        if count == 1 or not (known or self._recurs(candidate) or self.is_styled(candidate)):
            return None
        first = self._known_suffix(candidate)
        if first is not None and self.convention.labels.recurs > 1 and self._tells(candidate):
            return None
        if first is None:
            first = self._name_at_end(candidate)
            believed = self.has_office(candidate) or self._recurs(candidate)
            if first is not None and not believed and not self.is_person(candidate, first):
                return None
        if first is None:
            first = self._name_after_office(candidate)
        return None if first is None else _label(candidate, candidate.words[first].start())

    def _tells(self, candidate: Candidate) -> bool:
        """Whether it stands once and holds a word that is of no title: "Ich frage Herrn Roe"."""
        small = self.convention.offices | self.convention.particles | self.convention.articles
        words = (match.group() for match in candidate.words)
        long = (word for word in words if word.islower() and len(word) >= _LONG_WORD)
        return not self._recurs(candidate) and not small.issuperset(long)

    def _known_suffix(self, candidate: Candidate) -> int | None:
        """Index of the word from which the end of *candidate* is a label by itself."""
        for first in range(1, len(candidate.words)):
            if speaker_key(candidate.core[candidate.words[first].start() :]) in self.bare:
                return first
        last = len(candidate.words) - 1
        is_known = speaker_key(candidate.word(last)) in self.last_names
        is_alone = not self.is_name_word(candidate.word(last - 1)) or last == 1
        return last if is_known and (is_alone or self._is_office_name_known(candidate)) else None

    def _is_office_name_known(self, candidate: Candidate) -> bool:
        """Whether elsewhere the last word of *candidate* follows an office ("Patriarch Kirill")."""
        last = speaker_key(candidate.word(-1))
        return last in self.last_names and not any(name.endswith(last) for name in self.bare)

    def _name_at_end(self, candidate: Candidate) -> int | None:
        """Index of the first word of the name that ends a titled label: its last two words.

        More where particles or initials belong to it; one after an office ("Pope Francis").
        """
        words = [match.group() for match in candidate.words]
        polite = words[-2].lower().strip(".") in self.convention.honorifics  # "Ms Day" is a person
        if not self.is_name_word(words[-1]) or (self.names_no_person(words[-1]) and not polite):
            return None
        first, needed = len(words) - 1, 1
        while first > 1 and needed > 0:
            word = words[first - 1]
            if word.lower() in self.convention.offices:
                break
            if word.lower() not in self.convention.particles and len(word.rstrip(".")) > 1:
                needed -= 1
                if not self.is_name_word(word):
                    return None
            first -= 1
            if needed == 0 and first > 2 and words[first - 1] in self.convention.particles:
                needed = 1  # "Mohammed bin Salman Al Saud": what a particle joins is one name
        return first

    def _name_after_office(self, candidate: Candidate) -> int | None:
        """1 where office and name begin the label ("Patriarch Theophilos III of Jerusalem")."""
        first, second = candidate.word(0), candidate.word(1)
        starts = self.is_office(first) and self.is_name_word(second)
        return 1 if starts and not self.is_office(second) and len(candidate.words) > 2 else None

    def _named_first(self, candidate: Candidate) -> Label | None:
        """A name, a comma and where the person is from: "Dmitry, Moscow"."""
        head, comma, tail = candidate.core.partition(",")
        origin = [word for word in tail.split() if len(word) > 3]
        words = head.split()
        if not comma or not origin or len(tail) > _LONGEST_ORIGIN or not 1 <= len(words) <= 3:
            return None
        if any(map(self.is_office, words)) or (len(words) == 1 and len(origin) > 2):
            return None
        named = all(map(self.is_name_word, words)) and not self.is_office(words[-1])
        common = len(words) == 1 and self.is_common(words[0])
        proper = sum(word[0].isupper() or self.is_office(word) for word in origin)
        if not named or common or proper * 2 < len(origin):
            return None
        name = (candidate.start, candidate.start + len(head))
        office = tail.strip(" ")
        if not self.is_office(office.split()[0]):
            return Label(candidate.end, name, None)
        end = candidate.start + len(candidate.core)
        return Label(candidate.end, name, (end - len(office), end))

    def _single(self, candidate: Candidate) -> Label | None:
        """One word: a known last name, words run together, or a name that recurs."""
        if len(candidate.words) != 1:
            return None
        word, key = candidate.core, speaker_key(candidate.core)
        glued = max((name for name in self.bare if key.endswith(name)), key=len, default="")
        if glued:
            starts = (i for i in range(len(word)) if speaker_key(word[i:]) == glued)
            return _label(candidate, max(starts, default=0))
        believed = self._recurs(candidate) and self.is_name_word(word)
        if believed and not self.is_common(word) and not self.names_no_person(word):
            return _label(candidate, 0)
        return _label(candidate, 0) if key in self.last_names else None

    def _office_alone(self, candidate: Candidate) -> Label | None:
        """An office that recurs and no name: "Chairman", "THE PRESIDENT"."""
        words = [match.group() for match in candidate.words]
        if not self._is_office_only(candidate) or not self._recurs(candidate):
            return None
        return Label(candidate.end, None, _core(candidate)) if words[0][0].isupper() else None

    def _is_office_only(self, candidate: Candidate) -> bool:
        """Whether all words but an article belong to a title: "The Presiding Officer"."""
        words = [match.group() for match in candidate.words]
        article = words[0].lower() in self.convention.articles
        return len(words) > article and all(map(self.is_office, words[article:]))

    def _held(self, candidate: Candidate) -> Label | None:
        """An office, and in brackets who holds it: "The Minister for Health (Ann Roe)".

        Then that office alone.
        """
        if not self.convention.roles.held:
            return None
        if candidate.remark is None:
            held = speaker_key(candidate.core) in self.held
            return Label(candidate.end, None, _core(candidate)) if held else None
        start, end = candidate.remark
        holder = self.lines[candidate.index][start:end]
        words = [word.strip(",") for word in holder.split()]
        polite = words[:1] and words[0].lower().strip(".") in self.convention.honorifics
        first = candidate.word(0).lower() in self.convention.articles
        office = self._is_office_only(candidate) or (
            any(self.is_office(match.group()) for match in candidate.words) and (first or polite)
        )
        names = words[1:] if polite else words
        if not office or not names or not all(map(self.is_name_word, names)):
            return None
        if any(map(self.is_office, names)) or not (polite or 2 <= len(names) <= _MOST_NAMES):
            return None
        at = start + len(holder) - len(holder[len(words[0]) :].lstrip()) if polite else start
        honorific = (start, start + len(words[0])) if polite else None
        return Label(candidate.end, (at, end), _core(candidate), honorific=honorific)

    def know(self, labels: Iterable[tuple[str, Label]]) -> None:
        """Take the full names of *labels*, each with its line, as names of speakers."""
        names = (line[slice(*label.name)] for line, label in labels if label.name is not None)
        self.bare |= {speaker_key(name) for name in names if " " in name.strip(" ")}

    def learn(self, labels: Iterable[tuple[str, Label]]) -> None:
        """Take the last names of *labels*, each with its line, as known."""
        names = (line[slice(*label.name)] for line, label in labels if label.name is not None)
        self.last_names |= {speaker_key(name.split()[-1]) for name in names if name.strip(" ")}

    def _is_bare_name(self, candidate: Candidate) -> bool:
        """Whether *candidate* could be a name and nothing else."""
        words = [match.group() for match in candidate.words]
        if candidate.generic or "," in candidate.core or _STOPS_SENTENCE.search(candidate.core):
            return False
        if len(words) == 1:
            return _GLUED.match(words[0]) is not None and self.is_name_word(words[0])
        if not 2 <= len(words) <= 4 or words[0].lower() in self.convention.openers:
            return False
        particles = self.convention.particles
        named = all(self.is_name_word(word) or word.lower() in particles for word in words)
        return named and self.is_name_word(words[-1]) and not any(map(self.is_office, words))

    def _is_believed(self, candidate: Candidate) -> bool:
        """Whether a bare name is a label: it recurs, or nothing speaks against it."""
        if self._recurs(candidate):
            return self._follows_well(candidate) or self.times[candidate.core] > 2
        if self.convention.labels.recurs > 1 or not candidate.after:
            return False
        return self._follows_well(candidate) and self.is_person(candidate, 0)

    def _is_office_and_name(self, candidate: Candidate) -> bool:
        """Whether *candidate* is "Patriarch Kirill": an office and one more word."""
        words = candidate.words
        return (
            len(words) == 2
            and (self._recurs(candidate) or self.is_styled(candidate))
            and self.is_office(candidate.word(0))
            and self.is_name_word(candidate.word(1))
            and not self.names_no_person(candidate.word(1))
        )

    def _follows_well(self, candidate: Candidate) -> bool:
        """Whether speech seems to follow: not a quotation, not a list, not nothing."""
        if self.times[candidate.core] > 1:
            return True
        if not candidate.after:
            return self.has_office(candidate)
        if candidate.after[0] in '“"«„':
            is_person = len(candidate.words) > 1 and self.is_person(candidate, 0)
            return is_person or self.has_office(candidate)
        return not candidate.after[0].islower()

    def _recurs(self, candidate: Candidate) -> bool:
        return self.times[candidate.core] >= max(2, self.convention.labels.recurs)


def _core(candidate: Candidate) -> tuple[int, int]:
    return candidate.start, candidate.start + len(candidate.core)


def _collective(candidate: Candidate) -> Label:
    return Label(candidate.end, _core(candidate), None, collective=True)


def _label(candidate: Candidate, name_at: int) -> Label:
    """The label of *candidate* whose name begins at *name_at* in its core."""
    start = candidate.start + name_at
    title = candidate.core[:name_at].rstrip(" ,")
    return Label(
        candidate.end,
        (start, candidate.start + len(candidate.core)),
        (candidate.start, candidate.start + len(title)) if title else None,
    )
