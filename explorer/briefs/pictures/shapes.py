"""The shapes of a picture, in pixels from its upper left corner; later shapes cover earlier ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from explorer.briefs.pictures.font import font
from explorer.briefs.pictures.letters import face_of
from explorer.briefs.plain import one_line

Point = tuple[float, float]
Side = Literal["start", "middle", "end"]

WIDTH = 720
"""The width of every picture."""
INK, PAPER = "ink", "paper"
"""The colours of text and background, which follow the theme of a page; others are ``#RRGGBB``."""
TEXT_SIZE = 12
_LONGEST = 300
_WIDER = 1.2


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; `strength` is its opacity from 0 to 1."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed outline, filled."""

    points: Sequence[Point]
    fill: str
    outline: str
    width: float = 1.5


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; `dash` has the lengths of dash and gap, and is empty for a solid line."""

    points: Sequence[Point]
    colour: str
    width: float
    dash: Sequence[float] = ()


@dataclass(frozen=True, slots=True)
class Label:
    """A text whose `side` is at `x`, and whose baseline is at `y`.

    `raised` gives it an edge in the colour of the background, so that it can be read on lines. `upright`
    turns it so that it is read from below, from its point upwards.
    """

    x: float
    y: float
    text: str
    side: Side = "middle"
    raised: bool = False
    upright: bool = False


Shape: TypeAlias = Box | Polygon | Stroke | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture of the width `WIDTH`."""

    height: float
    shapes: Sequence[Shape]


def text_width(text: str) -> float:
    """Return about how wide a label is at most; the fonts of readers' browsers are wider than ours."""
    return _WIDER * font(TEXT_SIZE, face_of(text)).getlength(one_line(text))


def shortened(text: str, most: float) -> str:
    """Return a text that is about as wide as `most` at most; what is longer ends with an ellipsis."""
    text = one_line(text[:_LONGEST])
    if text_width(text) <= most:
        return text
    while text and text_width(f"{text}…") > most:
        text = text[:-1]
    return f"{text.rstrip()}…"
