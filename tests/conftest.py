"""What holds for every test."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator

import pytest
from hypothesis import settings

# How long an example takes says more about the machine than about the program.
settings.register_profile("edition", deadline=None, print_blob=True)
settings.load_profile("edition")


@pytest.fixture(autouse=True)
def _coverage_goes_on() -> Iterator[None]:
    """No test stops the counting of lines, which would lose those of all later tests."""
    measuring = sys.gettrace()
    yield
    assert sys.gettrace() is measuring


# Where the tests run in the background of a shell, what they start would not hear of Ctrl-C.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
