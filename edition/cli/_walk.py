"""One doubt after the other, decided by a key; nothing is written before the end."""

from __future__ import annotations

import click

from edition.cli._doubt import doubt_lines
from edition.diagnostic import EditionError
from edition.names.model import Certainty
from edition.project.reviewing import Review
from edition.project.ruling import Ruling, Verdict, rule
from edition.tei.doubts import Doubt
from edition.wording import counted, finding_text, printable

_KEYS = {
    "name": "[y]es, right  [w]rong  [n]ot a name  [e]ntry …  [s]kip  [u]ndo  [q]uit",
    "turn": "[y]es, right  [c]ut, the rest is by …  [e]ntry …  [s]kip  [u]ndo  [q]uit",
    "entry": "[y]es, right  [n]ot a name  [e]ntry …  [s]kip  [u]ndo  [q]uit",
}
_ALLOWED = {"turn": "ycesuq", "name": "ywnesuq", "entry": "ynesuq"}
_VERDICTS = {"y": Verdict.RIGHT, "w": Verdict.WRONG, "n": Verdict.NOT_A_NAME}


def walk(review: Review, by: str | None, most: Certainty) -> Review:
    """Ask about each doubt of *review* of *most* certainty at most; the decisions, to be written.

    The same review where the person does not want them written.
    """
    doubts = review.doubts(most)
    # What there is after each doubt seen: the last is now.
    states = [review]
    while len(states) <= len(doubts):
        doubt = doubts[len(states) - 1]
        if doubt.key not in states[-1].open_keys:  # another decision has settled it
            states.append(states[-1])
            continue
        click.echo(f"\n{len(states)} of {len(doubts)}")
        click.echo("\n".join(doubt_lines(doubt)))
        key = _ask(doubt)
        if key == "q":
            break
        if key == "u":
            _undo(states)
            continue
        after = states[-1] if key == "s" else _decided(states[-1], doubt, key, by)
        if after is not None:  # else it is asked again
            states.append(after)
    return _wanted(review, states[-1])


def _ask(doubt: Doubt) -> str:
    numbers = "".join(f"  [{n}] {name}" for n, name in enumerate(doubt.choices[:9], 1))
    allowed = {
        *_ALLOWED[doubt.what],
        *(str(n) for n in range(1, len(doubt.choices[:9]) + 1)),
    }
    while True:
        click.echo(f"  {_KEYS[doubt.what]}{printable(numbers)} ", nl=False)
        key = _key()
        click.echo(key if key.isprintable() else "")
        if key in allowed:
            return key
        click.echo("  That key decides nothing here.", err=True)


def _key() -> str:
    """The key that is pressed, in small letters; that for the end where there is no more input."""
    try:
        return click.getchar().lower() or "q"
    except EOFError:  # Control-D
        return "q"


def _decided(review: Review, doubt: Doubt, key: str, by: str | None) -> Review | None:
    """*review* with the decision; None where there is none, for a reason that is told."""
    if key in "ec":
        place = _cut_before(doubt) if key == "c" else doubt.key
        entry = place and _typed("Its identifier" if key == "e" else "Who says the rest?")
        if not entry:
            return None
        ruling = Ruling(Verdict.IS if key == "e" else Verdict.CUT, place, _chosen(doubt, entry))
    elif key.isdigit():
        ruling = Ruling(Verdict.IS, doubt.key, doubt.choices[int(key) - 1])
    else:
        ruling = Ruling(_VERDICTS[key], doubt.key)
    try:
        return rule(review, ruling, by)
    except EditionError as error:
        click.echo(finding_text(error.finding), err=True)
        return None


def _cut_before(doubt: Doubt) -> str:
    """The key of the paragraph before which the turn is cut: the doubtful one, or what is typed."""
    if doubt.cut:
        return doubt.key
    typed = _typed("Before which paragraph? Its xml:id")
    return f"{doubt.key.partition(':')[0]}:{typed}" if typed else ""


def _chosen(doubt: Doubt, typed: str) -> str:
    """The identifier that is *typed*, or has the number that is."""
    choices = {str(number): one for number, one in enumerate(doubt.choices[:9], 1)}
    return choices.get(typed, typed)


def _typed(question: str) -> str:
    """What is typed; "" for an empty line, or Control-D."""
    try:
        typed: str = click.prompt(f"  {question}", default="", show_default=False)
    except click.Abort as abort:
        if isinstance(abort.__context__, KeyboardInterrupt):
            raise
        click.echo()
        return ""
    return typed.strip()


def _undo(states: list[Review]) -> None:
    """Back to the doubt before, or to the last decision where nothing was decided since."""
    while len(states) > 1:
        state = states.pop()
        if state is not states[-1]:
            return


def _wanted(before: Review, after: Review) -> Review:
    changed = after.changed()
    if changed and click.confirm(f"\nWrite {counted(len(changed), 'file')}?", default=True):
        return after
    return before
