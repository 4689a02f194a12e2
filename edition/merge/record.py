"""What the scholar's file has taken over of a new encoding, for the record of the program.

The record is what the program wrote last with those of its changes that were made in the file, or
that were there already. A change that was refused is not in it: it is one again next time.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence

from edition.alignment import Difference
from edition.merge.applying import Application
from edition.merge.changes import Changes
from edition.merge.edits import Edit
from edition.tei.tags import with_attributes


def taken_over(
    changes: Changes, groups: Collection[int], refused: Mapping[int, Collection[str]]
) -> Iterator[Edit]:
    """The edits of the old version that make those of *changes* that were taken over.

    *groups* are the numbers of the changes of tokens (:attr:`Changes.together`), *refused* the
    attributes that were not, by the old tag. White space is taken over always.
    """
    application = Application(changes, changes.old, lambda _, __: True)
    together = changes.together
    wanted: dict[Hashable, Sequence[Difference]] = {n: together[n] for n in groups}
    yield from (edit for _, edit in application.edits(wanted))
    yield from application.gaps()
    for old, new in changes.retagged():
        tag, token = changes.new.written(new), changes.old.tokens[old]
        if names := refused.get(old):
            was, will = changes.old.attributes(old), changes.new.attributes(new)
            changed = {
                name: will.get(name)
                for name in {**was, **will}
                if name not in names and was.get(name) != will.get(name)
            }
            tag = with_attributes(changes.old.written(old), changed)
        yield Edit(token.start, token.end, tag)
