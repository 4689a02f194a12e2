"""What a document itself says about its candidates for labels."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from edition.transcript.candidates import Candidate
from edition.transcript.convention import Convention
from edition.transcript.given_names import given_names
from edition.transcript.joint import Joints
from edition.transcript.label_parts import Parts, collective_label, core_span, label_of
from edition.transcript.model import Label
from edition.transcript.numbered import numbered_in
from edition.transcript.word_sense import is_code, speaker_key

_GLUED = re.compile(r"[^\W\d_].*[^\W\d_A-Z][A-Z]")
# In Hebrew a quotation mark may stand within a word that is cut short: 'היו"ר'.
_STOP = re.compile(r"[?!;“”«»<>*\[\]]|\"(?!\w)|(?<!\w)\"|([^\W\d_]{4,})\. ")
_ACADEMIC = re.compile(r"[^\W\d_]+[^\W\d_a-z][^\W\d_]*")  # a title cut short: "MUDr.", "PhDr."
_LONG = 200  # characters; what is longer before a delimiter must end with a known name
_BULLETS = "-–—•*·"  # begin a heading or an item of a list
_MOST_NAMES = 4  # in a person's name
_NEARLY_ALL = 0.9  # of what stands behind labels is speech
_FEW_WORDS = 6  # in what only looks like a label
_LONG_WORD = 4  # letters; shorter ones join the words of a title


class Evidence(Parts):
    """What the document itself says about its candidates."""

    def __init__(
        self, candidates: list[Candidate], lines: Sequence[str], convention: Convention
    ) -> None:
        super().__init__(lines, convention)
        self.times = Counter(candidate.core for candidate in candidates)
        self.times.update(numbered_in(lines, self.times).values())
        self.holders = self._holders(candidates)
        self._noting = _noting(candidates)
        bare = [c.core for c in candidates if self._is_bare_name(c) and self._is_believed(c)]
        keys = {speaker_key(name) for name in bare}
        spaced = {speaker_key(name) for name in bare if " " in name}
        self.bare = {key for key in keys if key in spaced or not _ends_in(key, spaced)}
        self.bare -= {speaker_key(name) for name in bare if self._ends_in_another(name, spaced)}
        short = [c for c in candidates if self._is_office_and_name(c)]
        self.last_names = {speaker_key(name.split()[-1]) for name in bare}
        self.last_names |= {speaker_key(c.word(-1)) for c in short}
        held = [(c, label) for c in candidates if c.remark and (label := self._held(c)) is not None]
        self.held = {speaker_key(c.core) for c, _ in held}
        self.held |= {speaker_key(office) for c in candidates if (office := self.office_behind(c))}
        self.know((lines[c.index], label) for c, label in held)
        self._joints = Joints(self, self._is_speaker)
        self.bare -= {speaker_key(name) for name in bare if self._joints.are_several(name)}

    def plainly(self, candidate: Candidate) -> Label:
        """The label that *candidate* is, where its print shows that it is one."""
        if self.convention.names_many(candidate.core):
            return collective_label(candidate)
        if (joint := self._joints.joint_in(candidate)) is not None:
            return joint.label
        if (named := self.named_first(candidate)) is not None:
            return named
        if (holder := self._holder(candidate) or self._held(candidate)) is not None:
            return holder
        if self.is_office_only(candidate):
            return Label(candidate.end, None, core_span(candidate))
        if (described := self.described(candidate)) is not None:
            return described
        first = self.name_at_end(candidate) if self.has_office(candidate) else 0
        return label_of(candidate, candidate.words[first or 0].start())

    def stops_sentence(self, text: str) -> bool:
        """Whether a sentence ends within *text*: not with the stop of a title ("Prof. Roe")."""
        return any(
            not (stop[1] and (self.is_office(stop[1]) or _ACADEMIC.fullmatch(stop[1])))
            for stop in _STOP.finditer(text)
        )

    def judge(self, candidate: Candidate) -> Label | None:
        """The label that *candidate* is, or None."""
        many = self.convention.names_many(candidate.core)
        if many or candidate.generic:
            aside = self.recurs(candidate) and len(candidate.after.split()) <= _FEW_WORDS
            if candidate.after[:1].islower() and not aside:
                return None
            if many:
                return collective_label(candidate)
            return Label(candidate.end, None, None, generic=True)
        recurs = candidate.remark is not None and self.recurs(candidate)
        if held := (self._held(candidate) if recurs else None) or self._holder(candidate):
            return held
        if self._is_other(candidate):
            return None
        if speaker_key(candidate.core) in self.bare:
            return self._held(candidate) or label_of(candidate, 0)
        if not self._follows_well(candidate):
            return None
        joint = self._joints.joint_in(candidate)
        if joint is not None and (joint.known or self.recurs(candidate)):
            return joint.label
        if (several := self._several(candidate)) is not None:
            return several
        return (
            self._held(candidate)
            or self.named_first(candidate)
            or (self.described(candidate) if self.recurs(candidate) else None)
            or self._numbered(candidate)
            or self._titled(candidate)
            or self._single(candidate)
            or self._office_alone(candidate)
        )

    def known_together(self, candidate: Candidate) -> Label | None:
        """The label of several, of whom one is known, that *candidate* is, or None."""
        if self.convention.names_many(candidate.core) or candidate.generic:
            return None
        if speaker_key(candidate.core) in self.bare or self._is_other(candidate):
            return None
        joint = self._joints.joint_in(candidate)
        return joint.label if joint is not None and joint.known else None

    def is_sentence(self, candidate: Candidate) -> bool:
        """Whether the first word opens a sentence, or a verb or pronoun stands among the words.

        But "Ella", "Pero" and "Ona" are given names, and words of Italian, Spanish and Czech: one
        that recurs with another name is no sentence.
        """
        return super().is_sentence(candidate) and not self._is_given(candidate)

    def _is_given(self, candidate: Candidate) -> bool:
        """Whether *candidate* recurs, and begins with a given name and another name."""
        first, *others = [match.group() for match in candidate.words]
        return (
            self.recurs(candidate)
            and bool(others)
            and first.title() in given_names()
            and self.is_name_word(first)
            and self.is_name_word(others[0])
            and not self.is_office(others[0])
            and self.convention.sentence_words.isdisjoint(others)
        )

    def is_noting(self, candidate: Candidate) -> bool:
        """Whether *candidate* stands before notes alone: "Hlasovanie: za 11"."""
        return candidate.core in self._noting

    def _is_other(self, candidate: Candidate) -> bool:
        """Whether it is a sentence, or an item of a list that stands once."""
        item = candidate.core[0] in _BULLETS and not self.recurs(candidate)
        closes = candidate.closes_bracket() and not self.recurs(candidate)
        return item or closes or self.stops_sentence(candidate.core) or self.is_sentence(candidate)

    def is_named(self, word: str) -> bool:
        """Whether *word* is the first or the last of the name of somebody who is labelled."""
        if not self.is_name_word(word) or len(word) < _LONG_WORD - 1:
            return False
        key = speaker_key(word)
        return key in self.last_names or any(name.startswith(key) for name in self.bare)

    @staticmethod
    def _ends_in_another(name: str, known: set[str]) -> bool:
        """Whether *name* is a word of any kind before a known name: "Farmer Pavel Grudinin"."""
        words = name.split()
        return any(
            speaker_key(" ".join(words[first:])) in known for first in range(1, len(words) - 1)
        )

    def _is_speaker(self, key: str) -> bool:
        """Whether *key* is that of the full name or of the last name of somebody labelled."""
        return key in self.bare or key in self.last_names

    def _several(self, candidate: Candidate) -> Label | None:
        """Two known names, and nobody knows which one speaks."""
        keys = [speaker_key(match.group()) for match in candidate.words]
        at = [i for i, pair in enumerate(pairwise(keys)) if "".join(pair) in self.bare]
        if len(at) < 2 or candidate.words[at[0] + 1].end() == len(candidate.core):
            return None
        return Label(candidate.end, None, None, generic=True, several=True)

    def _titled(self, candidate: Candidate) -> Label | None:
        """A title and then a name: "President of Russia Vladimir Putin"."""
        count = len(candidate.words)
        known = count > 2 or speaker_key(candidate.word(-1)) in self.last_names
        if count == 1 or not (known or self.recurs(candidate) or self.is_styled(candidate)):
            return None
        first = self._known_suffix(candidate)
        if first is not None and self.convention.labels.recurs > 1 and self._tells(candidate):
            return None
        if first is None and len(candidate.core) <= _LONG:
            first = self.name_at_end(candidate)
            believed = self.has_office(candidate) or self.recurs(candidate)
            if first is not None and not believed and not self.is_person(candidate, first):
                return None
        if first is None and len(candidate.core) <= _LONG and not self._tells(candidate):
            first = self.name_after_office(candidate)
        first = self.name_before_place(candidate, first)
        return None if first is None else label_of(candidate, candidate.words[first].start())

    def _tells(self, candidate: Candidate) -> bool:
        """Whether it stands once and holds a word that is of no title: "Ich frage Herrn Roe"."""
        small = self.convention.offices | self.convention.particles | self.convention.articles
        words = (match.group() for match in candidate.words)
        long = (word for word in words if word.islower() and len(word) >= _LONG_WORD)
        return not self.recurs(candidate) and not small.issuperset(long)

    def _known_suffix(self, candidate: Candidate) -> int | None:
        """Index of the word from which the end of *candidate* is a label or name by itself."""
        for first in range(1, len(candidate.words)):
            if speaker_key(candidate.core[candidate.words[first].start() :]) in self.bare:
                return first
        last = len(candidate.words) - 1
        is_known = speaker_key(candidate.word(last)) in self.last_names
        if is_known and last == 1 and not self.is_office(candidate.word(0)):
            return 0  # a given name and a known last name
        if is_known and (first_name := self._after_title(candidate)) is not None:
            return first_name
        is_alone = not self.is_name_word(candidate.word(last - 1)) or last == 1
        return last if is_known and (is_alone or self._is_office_name_known(candidate)) else None

    def _after_title(self, candidate: Candidate) -> int | None:
        """1 where a title of one word and a name of two or more are all there is.

        "Dr. Anna Bell", where elsewhere she is "Dr. Bell".
        """
        names = [match.group() for match in candidate.words[1:]]
        polite = candidate.word(0).lower().strip(".") in self.convention.honorifics
        many = _MOST_NAMES if polite else 2
        if not self.is_office(candidate.word(0)) or not 2 <= len(names) <= many:
            return None
        return (
            None if any(map(self.is_office, names)) or not all(map(self.is_name_word, names)) else 1
        )

    def _is_office_name_known(self, candidate: Candidate) -> bool:
        """Whether elsewhere the last word of *candidate* follows an office ("Patriarch Kirill")."""
        last = speaker_key(candidate.word(-1))
        return last in self.last_names and not any(name.endswith(last) for name in self.bare)

    def _numbered(self, candidate: Candidate) -> Label | None:
        """A person whose name is not told, who recurs: "Participant 3"."""
        told = self.recurs(candidate) and self.convention.numbers_person(candidate.core)
        return label_of(candidate, 0) if told else None

    def _single(self, candidate: Candidate) -> Label | None:
        """One word: a known last name, words run together, or a name that recurs."""
        if len(candidate.words) != 1:
            return None
        word, key = candidate.core, speaker_key(candidate.core)
        glued = max((name for name in self.bare if key.endswith(name)), key=len, default="")
        if glued:
            starts = (i for i in range(len(word)) if speaker_key(word[i:]) == glued)
            return label_of(candidate, max(starts, default=0))
        code = self.convention.labels.recurs > 1 and is_code(word)
        believed = self.recurs(candidate) and (code or self.is_name_word(word))
        believed = believed and not self.is_noting(candidate)
        if believed and not self.is_common(word) and not self.names_no_person(word):
            return label_of(candidate, 0)
        return label_of(candidate, 0) if key in self.last_names else None

    def _office_alone(self, candidate: Candidate) -> Label | None:
        """An office that recurs and no name: "Chairman", "THE PRESIDENT"."""
        words = [match.group() for match in candidate.words]
        if not self.is_office_only(candidate) or not self.recurs(candidate):
            return None
        return Label(candidate.end, None, core_span(candidate)) if words[0][0].isupper() else None

    def _held(self, candidate: Candidate) -> Label | None:
        """An office, and in brackets who holds it: "The Minister for Health (Ann Roe)".

        Then that office alone.
        """
        if not self.convention.roles.held:
            return None
        if candidate.remark is None:
            held = speaker_key(candidate.core) in self.held
            return Label(candidate.end, None, core_span(candidate)) if held else None
        if self._is_named_politely(candidate):
            return None
        start, end = candidate.remark
        holder = self.lines[candidate.index][start:end]
        words = [word.strip(",") for word in holder.split()]
        polite = self._is_polite(words)
        first = candidate.word(0).lower() in self.convention.articles
        recurs = self.is_office(candidate.word(0)) and self.recurs(candidate)
        office = (
            recurs
            or self.is_office_only(candidate)
            or (
                any(self.is_office(match.group()) for match in candidate.words)
                and (first or polite)
            )
        )
        names = words[1:] if polite else words
        known = len(names) > 1 and speaker_key(holder) in self.bare and self.has_office(candidate)
        if not (office or known) or not names or not all(map(self.is_name_word, names)):
            return None
        if any(map(self.is_office, names)) or not (polite or 2 <= len(names) <= _MOST_NAMES):
            return None
        at = start + len(holder) - len(holder[len(words[0]) :].lstrip()) if polite else start
        honorific = (start, start + len(words[0])) if polite else None
        return Label(candidate.end, (at, end), core_span(candidate), honorific=honorific)

    def _holders(self, candidates: Iterable[Candidate]) -> set[str]:
        """The keys of those who stand in brackets behind an office, and are labelled, too."""
        if not self.convention.roles.held:
            return set()
        behind = {
            speaker_key(self.lines[c.index][slice(*c.remark)]) for c in candidates if c.remark
        }
        return {key for core in self.times if " " in core and (key := speaker_key(core)) in behind}

    def _holder(self, candidate: Candidate) -> Label | None:
        """Whoever is labelled both behind an office in brackets and alone, whatever the words.

        "Menteri Kesihatan [Datuk Seri Subra]:", and then "Datuk Seri Subra:".
        """
        if candidate.remark is None:
            known = speaker_key(candidate.core) in self.holders
            start, end = core_span(candidate)
        else:
            start, end = candidate.remark
            known = speaker_key(self.lines[candidate.index][start:end]) in self.holders
        if not known or candidate.after[:1].islower():
            return None
        first = self.lines[candidate.index][start:end].split(maxsplit=1)[0]
        polite = first.lower().strip(".") in self.convention.honorifics
        at = end - len(self.lines[candidate.index][start:end][len(first) :].lstrip(" "))
        name, honorific = (
            ((at, end), (start, start + len(first))) if polite else ((start, end), None)
        )
        if candidate.remark is None:
            return Label(candidate.end, name, honorific)
        return Label(candidate.end, name, core_span(candidate), honorific=honorific)

    def _is_polite(self, words: Sequence[str]) -> bool:
        """Whether a word of politeness begins *words*, or an office before a full name."""
        first = "".join(words[:1])
        polite = first.lower().strip(".") in self.convention.honorifics
        return polite or (len(words) > 2 and self.is_office(first))

    def _is_named_politely(self, candidate: Candidate) -> bool:
        """Whether a name follows a word of politeness: "Dr. MALONEY (Melbourne East)"."""
        first, *others = [match.group() for match in candidate.words]
        polite = first.lower().strip(".") in self.convention.honorifics
        return polite and bool(others) and not any(map(self.is_office, others))

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
        if candidate.generic or "," in candidate.core or self.stops_sentence(candidate.core):
            return False
        if len(words) == 1:
            return _GLUED.match(words[0]) is not None and self.is_name_word(words[0])
        opens = words[0].lower() in self.convention.openers and not self._is_given(candidate)
        if not 2 <= len(words) <= 4 or opens:
            return False
        particles = self.convention.particles
        named = all(self.is_name_word(word) or word.lower() in particles for word in words)
        return named and self.is_name_word(words[-1]) and not any(map(self.is_office, words))

    def _is_believed(self, candidate: Candidate) -> bool:
        """Whether a bare name is a label: it recurs, or nothing speaks against it."""
        if self.recurs(candidate):
            return self._follows_well(candidate) or self.times[candidate.core] > 2
        if self.convention.labels.recurs > 1 or not candidate.after:
            return False
        return self._follows_well(candidate) and self.is_person(candidate, 0)

    def _is_office_and_name(self, candidate: Candidate) -> bool:
        """Whether *candidate* is "Patriarch Kirill": an office and one more word."""
        words = candidate.words
        return (
            len(words) == 2
            and (self.recurs(candidate) or self.is_styled(candidate))
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
        return not (candidate.after[0].islower() or candidate.is_heading())

    def recurs(self, candidate: Candidate) -> bool:
        """Whether it stands as often as a label must of which nothing else is known."""
        return self.times[candidate.core] >= max(2, self.convention.labels.recurs)


def _noting(candidates: Sequence[Candidate]) -> set[str]:
    """What stands before notes, in a text whose labels have speech behind them.

    "Hlasovanie: za 11, proti 0": all of it begins in small letters, or with a number, and ends
    with no stop, and nearly all else is written otherwise.
    """
    noted = Counter(c.core for c in candidates if c.is_note())
    times = Counter(c.core for c in candidates)
    found = {core for core, count in noted.items() if count == times[core]}
    others = [c for c in candidates if c.core not in found and c.after]
    speech = sum(not c.is_note() for c in others)
    return found if speech >= len(others) * _NEARLY_ALL else set()


def _ends_in(key: str, known: Collection[str]) -> bool:
    """Whether the end of *key* is one of the keys *known*."""
    return any(key[first:] in known for first in range(1, len(key)))
