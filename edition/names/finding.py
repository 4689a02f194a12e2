"""A name found in a text, before it is known what it names."""

from __future__ import annotations

import msgspec

from edition.names.model import Certainty, Kind

ENDING = "ending of a surname"  # a rule that is believed once the person is known in full
FIRM = "firm"  # a rule that finds bodies in whose names no place is meant
JOINT = "title of several"  # so is this one, which says itself which title each of them bears
KNOWN_BODY = "known body"  # a rule that finds bodies of a list
BY_PREPOSITION = "preposition"  # a rule by which a place is only likely
BY_MOTION = "motion"  # so is it by this one, and wherever a preposition stands before the name
BY_NOUN = "word for a place"  # a rule that tells a place wherever else the document has its name


class Found(msgspec.Struct, frozen=True, gc=False):
    """The words *first* to *last* (both inside) of a text name something of *kind*.

    *name* is the name without honorific, *role* how many words before it are one. *why* is the
    rule; *bare* says that the name is only a part of a name (a surname). *titles* are the offices
    printed before it, *honorific* the word of that sort, *addressed* says that it is followed by
    what kin or work the person has, *spoken_to* that a given name alone begins a sentence and is
    parted from it: "Jeff, go ahead". *pronoun* is the one by which the next sentence goes
    on with the person. *kin* is the word that introduces the person as somebody's kin
    ("his wife, Anna Hill"), or as nobody's ("no relation"); *beside* says that whose kin it is has
    the same surname in the same text, *theirs* that it is kin of who was named before; *oneself*
    that whoever speaks says so of himself. *apart* is set where the text says that this is another
    person of the same name: a key. *another* says what shows that it is nobody who takes part:
    "kin", "death", "relation" or "generation"; *origin* that it is said where
    somebody of a full name comes from. Of a town
    *within* is the land named after it ("Paris, Texas");
    of that land *holds* is the town; *asked* says that it is asked whether that land is meant.
    *titled* says that a place is part of a title: "Duke of York".
    """

    first: int
    last: int
    kind: Kind
    name: str
    why: str
    certainty: Certainty = Certainty.HIGH
    role: int = 0
    bare: bool = False
    titles: tuple[str, ...] = ()
    addressed: bool = False
    kin: str = ""
    beside: bool = False
    spoken_to: bool = False
    theirs: bool = False
    oneself: bool = False
    pronoun: str = ""
    honorific: str = ""
    apart: tuple[int, int] | None = None
    another: str = ""
    origin: bool = False
    within: str = ""
    holds: str = ""
    asked: bool = False
    titled: bool = False
