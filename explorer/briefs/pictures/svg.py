"""Writes a picture as an SVG element for a page. All texts are escaped; its colours follow the page."""

from __future__ import annotations

import html
from collections.abc import Sequence
from functools import singledispatch

from explorer.briefs.pictures.shapes import (
    INK,
    PAPER,
    TEXT_SIZE,
    WIDTH,
    Box,
    Drawing,
    Label,
    Point,
    Polygon,
    Shape,
    Stroke,
)
from explorer.briefs.plain import one_line


def as_svg(drawing: Drawing, said: str) -> str:
    """Write the picture; `said` tells those who cannot see it what it shows."""
    return (
        f'<svg viewBox="0 0 {WIDTH} {drawing.height:.0f}" role="img" aria-label="{_safe(said)}" '
        f'xmlns="http://www.w3.org/2000/svg">{"".join(map(_written, drawing.shapes))}</svg>'
    )


@singledispatch
def _written(shape: Shape) -> str:
    raise NotImplementedError(type(shape).__name__)


@_written.register
def _box(box: Box) -> str:
    strength = "" if box.strength == 1 else f' fill-opacity="{box.strength:.2f}"'
    return (
        f'<rect x="{box.x:.1f}" y="{box.y:.1f}" width="{box.width:.1f}" height="{box.height:.1f}" '
        f"{_fill(box.colour)}{strength}/>"
    )


@_written.register
def _polygon(shape: Polygon) -> str:
    outline = f'stroke="{_colour(shape.outline)}" stroke-width="{shape.width:.1f}"'
    return f'<polygon points="{_points(shape.points)}" {_fill(shape.fill)} {outline}/>'


@_written.register
def _stroke(line: Stroke) -> str:
    dash = f' stroke-dasharray="{" ".join(f"{length:g}" for length in line.dash)}"' if line.dash else ""
    return (
        f'<polyline points="{_points(line.points)}" fill="none" stroke="{_colour(line.colour)}" '
        f'stroke-width="{line.width:.1f}"{dash}/>'
    )


@_written.register
def _label(label: Label) -> str:
    raised = ' class="raised"' if label.raised else ""
    turned = f' transform="rotate(-90 {label.x:.1f} {label.y:.1f})"' if label.upright else ""
    return (
        f'<text x="{label.x:.1f}" y="{label.y:.1f}" font-size="{TEXT_SIZE}" fill="currentColor" '
        f'text-anchor="{label.side}"{raised}{turned}>{_safe(label.text)}</text>'
    )


def _fill(colour: str) -> str:
    return 'class="paper"' if colour == PAPER else f'fill="{_colour(colour)}"'


def _colour(colour: str) -> str:
    return "currentColor" if colour == INK else colour


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in points)


def _safe(text: str) -> str:
    return html.escape(one_line(text))
