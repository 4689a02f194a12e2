"""Ctrl-C without a traceback, whenever it comes.

While the program starts and while it ends there is nothing to tidy up: it leaves at once. In
between a command is told by KeyboardInterrupt, as always in Python.
"""

from __future__ import annotations

import os
import signal
import sys
from _thread import interrupt_main
from contextlib import contextmanager, suppress

TYPE_CHECKING = False  # typing takes longer to import than all the rest
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import NoReturn

EXIT_CODE = 130


def leave_at_once() -> None:
    """From now on an interruption ends this process with exit code 130, and without a word."""
    _at_ctrl_c(lambda *_: os._exit(EXIT_CODE))


def leave() -> NoReturn:
    """End this process, which was interrupted and has said so.

    Python would end it by the signal, without an exit code, had that come in what is evaluated.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):  # there is none, or nobody reads it
            stream.flush()
    os._exit(EXIT_CODE)


class Interruption:
    """Whether the body of :meth:`awaited` was interrupted."""

    def __init__(self) -> None:
        self.happened = False

    @contextmanager
    def awaited(self) -> Iterator[None]:
        """Ctrl-C raises KeyboardInterrupt in the body; so does another program that ends it.

        What Python would only print, in places where nothing can be raised, is raised later.
        The body may end in another exception: a library may make one of a KeyboardInterrupt.
        """
        before = signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM)
        hook = sys.unraisablehook
        _at_ctrl_c(self._raise)
        signal.signal(signal.SIGTERM, self._raise)
        sys.unraisablehook = lambda lost: _raise_later(lost, hook)
        try:
            yield
        finally:
            sys.unraisablehook = hook
            signal.signal(signal.SIGTERM, before[1])
            _at_ctrl_c(before[0])

    def _raise(self, *_signal: object) -> None:
        self.happened = True
        raise KeyboardInterrupt


def _at_ctrl_c(handler: signal._HANDLER) -> None:
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:  # in the background of a shell
        signal.signal(signal.SIGINT, handler)


def _raise_later(
    lost: sys.UnraisableHookArgs, otherwise: Callable[[sys.UnraisableHookArgs], object]
) -> None:
    if isinstance(lost.exc_value, KeyboardInterrupt):
        from threading import Timer  # a moment later, when what cannot raise is over

        Timer(0.01, interrupt_main).start()
    else:
        otherwise(lost)
