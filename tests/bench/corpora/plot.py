"""A picture of how a build grows with its documents, from figures that were measured."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

_SVG = "http://www.w3.org/2000/svg"
_WIDTH, _HEIGHT, _EDGE = 360, 220, 48
_COLOURS = ("#1b6ca8", "#a8431b")


class Line(NamedTuple):
    """What was measured of editions of so many documents: pairs of both numbers."""

    name: str
    points: Sequence[tuple[float, float]]


class Panel(NamedTuple):
    """Lines with one unit."""

    title: str
    unit: str
    lines: Sequence[Line]


def plot(panels: Sequence[Panel], caption: str) -> bytes:
    """The *panels* beside each other, over *caption*, as SVG."""
    width = len(panels) * _WIDTH
    root = etree.Element(
        f"{{{_SVG}}}svg",
        nsmap={None: _SVG},
        viewBox=f"0 0 {width} {_HEIGHT + 30}",
        role="img",
    )
    root.set("font-family", "sans-serif")
    root.set("font-size", "11")
    etree.SubElement(root, f"{{{_SVG}}}title").text = caption
    for number, panel in enumerate(panels):
        _draw(root, panel, number * _WIDTH)
    _text(root, caption, 8, _HEIGHT + 20)
    return bytes(etree.tostring(root, pretty_print=True))


def _draw(root: Element, panel: Panel, left: float) -> None:
    points = [point for line in panel.lines for point in line.points]
    least, most = min(x for x, _ in points), max(x for x, _ in points)
    highest = max(y for _, y in points) * 1.15 or 1.0
    span = math.log10(most / least) or 1.0

    def at(x: float, y: float) -> tuple[float, float]:
        across = math.log10(x / least) / span * (_WIDTH - 2 * _EDGE)
        return left + _EDGE + across, _HEIGHT - _EDGE - y / highest * (_HEIGHT - 2 * _EDGE)

    _text(root, f"{panel.title} ({panel.unit})", left + _EDGE, 20)
    _axes(root, sorted({x for x, _ in points}), highest, at)
    for line, colour in zip(panel.lines, _COLOURS, strict=False):
        _add_line(root, line, colour, at)
    for number, (line, colour) in enumerate(zip(panel.lines, _COLOURS, strict=False)):
        _text(root, line.name, left + _EDGE, 34 + 13 * number, colour)


def _axes(
    root: Element,
    numbers: Sequence[float],
    highest: float,
    at: Callable[[float, float], tuple[float, float]],
) -> None:
    (left, bottom), (right, top) = at(numbers[0], 0), at(numbers[-1], highest)
    path = f"M{left:.1f} {top:.1f}V{bottom:.1f}H{right:.1f}"
    etree.SubElement(root, f"{{{_SVG}}}path", d=path, fill="none", stroke="#666")
    for number in numbers:
        _text(root, f"{number:,.0f}", at(number, 0)[0] - 10, bottom + 15)
    for part in (0.5, 1.0):
        _text(root, f"{highest * part:,.3g}", left - 40, at(numbers[0], highest * part)[1] + 4)


def _add_line(
    root: Element, line: Line, colour: str, at: Callable[[float, float], tuple[float, float]]
) -> None:
    places = [at(x, y) for x, y in line.points]
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
    etree.SubElement(root, f"{{{_SVG}}}path", d=path, fill="none", stroke=colour)
    for x, y in places:
        etree.SubElement(
            root, f"{{{_SVG}}}circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r="3", fill=colour
        )


def _text(root: Element, said: str, x: float, y: float, colour: str = "#222") -> None:
    element = etree.SubElement(root, f"{{{_SVG}}}text", x=f"{x:.1f}", y=f"{y:.1f}", fill=colour)
    element.text = said
