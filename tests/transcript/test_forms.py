"""Forms of labels, as a scholar writes them."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.transcript.forms import PARTS, FormError, Words, pattern, sign_of

WORDS = Words(honorifics=["mr", "mrs"], particles=["de", "von"])


def match(form: str, text: str, *, own_line: bool = False, verbs: str = "") -> str | None:
    regex = pattern(form, WORDS, own_line=own_line, verbs=verbs.split())
    found = re.match(regex, text)
    return found and found.group()


@pytest.mark.parametrize(
    ("form", "text", "label"),
    [
        ("{name}:", "Anna Li: Yes.", "Anna Li:"),
        ("{name}:", "Anna de la Li: Yes.", None),
        ("{name}:", "Ursula von Leyen:Yes.", "Ursula von Leyen:"),
        ("{honorific} {name}.", "  Mr. McCONNELL. Mr. President", "  Mr. McCONNELL."),
        ("{honorific} {name}.", "Mr. J. R. Smith. Thank you", "Mr. J. R. Smith."),
        ("{honorific} {name}.", "Mr. Smith. thank you", None),
        ("{honorific} {name}[ of {remark}].", "Mrs. LI of Ohio. Yes", "Mrs. LI of Ohio."),
        ("The {office}[ ({honorific} {name})].", "The CHAIR (Mr. Li). Yes", "The CHAIR (Mr. Li)."),
        ("[{number}. ]{name}", "4. Anna Li", "4. Anna Li"),
        ("**{anyone}:**", "**Mat & Co:** Hello", "**Mat & Co:**"),
        ("{generic}{gap}", "Q\u00a0\u00a0 Why?", "Q\u00a0\u00a0 "),
        ("{code}:", "CC/LMP: Roger", "CC/LMP:"),
        ("[{time} ]{name}:", "[00:01:02] Anna Li: Yes", "[00:01:02] Anna Li:"),
        ("\\[{name}\\]", "[Anna Li] Yes", "[Anna Li]"),
        ("{name}:", "Anna\u00a0Li: Yes.", "Anna\u00a0Li:"),
    ],
)
def test_a_form_matches_what_is_printed_so(form: str, text: str, label: str | None) -> None:
    assert match(form, text) == label


def test_on_a_line_of_its_own_nothing_follows() -> None:
    assert match("{name}", "Anna Li", own_line=True) == "Anna Li"
    assert match("{name}", "Anna Li spoke", own_line=True) is None


def test_a_verb_that_must_follow_is_no_part_of_the_label() -> None:
    assert match("{name}", "Anna Li asked", verbs="asked") == "Anna Li"
    assert match("{name}", "Anna Li answered", verbs="asked") is None


@pytest.mark.parametrize(
    ("form", "at"),
    [
        ("{nam}:", 0),
        ("{office} {office}:", 9),
        ("[{name}:", 0),
        ("{name}]:", 6),
        ("[[{name}]]", 1),
        ("{honorific} {name:", 12),
        ("name}:", 4),
    ],
)
def test_a_form_that_is_not_well_written_says_where(form: str, at: int) -> None:
    with pytest.raises(FormError) as raised:
        pattern(form, WORDS, own_line=False)
    assert raised.value.at == at


@given(
    st.lists(
        st.sampled_from([f"{{{part}}}" for part in PARTS] + list(" .:[](){}*ab\\")), max_size=9
    )
)
def test_every_form_compiles_or_says_what_is_wrong(pieces: list[str]) -> None:
    with suppress(FormError):
        re.compile(pattern("".join(pieces), WORDS, own_line=False))


@pytest.mark.parametrize(
    ("form", "sign"),
    [
        ("{role}[.] \\[{remark}\\][.]", "]"),
        ("{name}[.]", ""),
        ("{name}:", ":"),
        ("[{time} ]{name}", ":"),
    ],
)
def test_the_sign_that_every_label_of_a_form_has(form: str, sign: str) -> None:
    assert sign_of(form) == sign
