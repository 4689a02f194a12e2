"""Numbers and words as short text: thirteen bits are two characters of ASCII.

``xslt/html/script/search/coding.js`` reads them. Numbers are coded by Elias's gamma code and
by A. Moffat and L. Stuiver, Binary interpolative coding (Information Retrieval 3, 2000), words by
Huffman's code.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import count

# All visible characters but those that JSON or HTML would write otherwise.
SIGNS = "".join(chr(code) for code in range(33, 127) if chr(code) not in "\"'\\")
_BITS = 13  # two of 91 signs
_KEPT = 256  # choices among so many are made once


def packed(bits: str) -> str:
    """*bits*, a string of 0 and 1, as text; zeros fill the last signs."""
    bits += "0" * (-len(bits) % _BITS)
    pairs = _pairs()
    return "".join([pairs[bits[at : at + _BITS]] for at in range(0, len(bits), _BITS)])


def gamma(number: int) -> str:
    """The bits of *number*, 1 or more."""
    binary = f"{number:b}"
    return "0" * (len(binary) - 1) + binary


def ascending(numbers: Sequence[int], among: int) -> str:
    """The bits of *numbers*, which ascend and are below *among*, without how many there are.

    The one in the middle is told first, then those before it, then those behind: each as one of
    the numbers that it can be.
    """
    if len(numbers) == 1:
        return one_of(numbers[0], among)
    bits: list[str] = []
    _interpolate(numbers, (0, len(numbers)), (0, among), bits)
    return "".join(bits)


def one_of(number: int, many: int) -> str:
    """The bits of *number*, which is 0 or more and below *many*."""
    if many <= _KEPT:
        return _choices(many)[number]
    return _choice(number, many)


def squeezed(text: str) -> tuple[str, str, str]:
    """*text* in a code of its own: its characters, how many have each length of code, the codes.

    The characters are in the order of their codes; the lengths are those from 1 on. A line end,
    which *text* must not have, marks the end.
    """
    text += "\n"
    lengths = _lengths(Counter(text))
    signs = sorted(lengths, key=lambda sign: (lengths[sign], sign))
    codes, code, last = {}, 0, 0
    for sign in signs:
        code <<= lengths[sign] - last
        last = lengths[sign]
        codes[sign] = f"{code:0{last}b}"
        code += 1
    of_length = Counter(lengths.values())
    counts = ",".join(str(of_length[length]) for length in range(1, last + 1))
    return "".join(signs), counts, packed("".join([codes[sign] for sign in text]))


def _interpolate(
    numbers: Sequence[int], part: tuple[int, int], limits: tuple[int, int], bits: list[str]
) -> None:
    """Add to *bits* the *part* of *numbers* that lies within *limits*, the upper ones not."""
    (first, last), (low, high) = part, limits
    if last - first == high - low:
        return  # all that there are
    middle = (first + last) // 2
    number = numbers[middle]
    lowest, highest = low + middle - first, high - (last - middle)
    bits.append(one_of(number - lowest, highest - lowest + 1))
    if first < middle:
        _interpolate(numbers, (first, middle), (low, number), bits)
    if middle + 1 < last:
        _interpolate(numbers, (middle + 1, last), (number + 1, high), bits)


def _choice(number: int, many: int) -> str:
    """Truncated binary: the first numbers have a bit less, so many as there is room for."""
    bits = many.bit_length() - 1
    short = (1 << bits + 1) - many
    if number >= short:
        return f"{number + short:0{bits + 1}b}"
    return f"{number:0{bits}b}" if bits else ""


@cache
def _choices(many: int) -> list[str]:
    return [_choice(number, many) for number in range(many)]


@cache
def _pairs() -> dict[str, str]:
    return {
        f"{n:0{_BITS}b}": SIGNS[n // len(SIGNS)] + SIGNS[n % len(SIGNS)] for n in range(1 << _BITS)
    }


def _lengths(times: Counter[str]) -> dict[str, int]:
    """How long the code of each sign is, that occurs so many *times*."""
    tie = count()
    heap = [(n, next(tie), [sign]) for sign, n in sorted(times.items())]
    lengths = dict.fromkeys((sign for _n, _tie, (sign,) in heap), int(len(heap) == 1))
    while len(heap) > 1:
        one, other = heapq.heappop(heap), heapq.heappop(heap)
        for sign in one[2] + other[2]:
            lengths[sign] += 1
        heapq.heappush(heap, (one[0] + other[0], next(tie), one[2] + other[2]))
    return lengths
