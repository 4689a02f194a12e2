"""The command ``edition``, which is also ``python -m edition``.

Half of what a command that transforms needs at first is the engine's own start. So this goes
before everything else is imported, even the command line; but not where an edition was built
before, of which there may be nothing to make.
"""

from __future__ import annotations

import gc
import os
import sys

from edition.interruption import EXIT_CODE, leave, leave_at_once

_TRANSFORM = {"build", "serve", "validate"}
_ONLY_EXPLAIN = {"-h", "--help"}
_MAKE_PAGES = {"build", "serve"}
_NO_PAGES = {"text", "--only=text"}
_SELDOM = 50_000  # objects made after which garbage is looked for
_BUILT = os.path.join("output", "manifest.json")


def main() -> None:
    """Run the command that the arguments of this process name, and leave with its exit code."""
    leave_at_once()
    # What is imported stays: looking for garbage in it again and again took a twentieth of a build.
    gc.set_threshold(_SELDOM, 20, 20)
    _prepare(set(sys.argv[1:]))
    from edition import cli

    try:
        cli.main(prog_name="edition")
    except SystemExit as end:
        if end.code == EXIT_CODE:
            leave()
        raise


def _prepare(words: set[str]) -> None:
    """Start the engine for a command of these *words* that needs it."""
    if words & _TRANSFORM and not words & _ONLY_EXPLAIN and not _is_built(words):
        from edition.resources import PAGE, RULES
        from edition.saxon import engine

        if words & _MAKE_PAGES and not words & _NO_PAGES:
            engine("pages").prepare(PAGE)
        engine().prepare(RULES)


def _is_built(words: set[str]) -> bool:
    """Whether a command of these *words* builds what was built before."""
    return "build" in words and any(
        os.path.exists(os.path.join(it, _BUILT)) for it in {".", *words}
    )


if __name__ == "__main__":
    main()
