"""What may be a place in a text, before it is known whether it is one."""

from __future__ import annotations

import msgspec

LONGEST = 6  # words of a place's name


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """The words from one place of a text to *last* may name a place; *always* if they must.

    *in_context* says that the text treats them as one, *sited* that it does so only here: "the air
    base at Kant".
    """

    last: int
    name: str
    always: bool
    in_context: bool
    sited: bool = False

    @property
    def is_told(self) -> bool:
        """Whether the text treats it as a place, or need not."""
        return self.always or self.in_context or self.sited


Candidates = dict[int, list[Candidate]]  # by the places of a text where a name may begin
