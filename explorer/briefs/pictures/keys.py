"""Keys of pictures: symbols with their meaning, in lines as wide as the picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from explorer.briefs.pictures.shapes import WIDTH, Box, Label, Point, Shape, text_width

LINE, SYMBOL = 20, 22
"""The height of a line, and the width of a symbol."""
_GAP, _CLOSE = 18, 6


@dataclass(frozen=True, slots=True)
class Key:
    """A symbol, drawn about its middle, with what it means; keys of another `group` begin a line."""

    symbol: Callable[[Point], Iterable[Shape]]
    text: str
    group: str = ""


def square(colour: str, middle: Point) -> list[Shape]:
    """Return the symbol of what is filled with a colour."""
    x, y = middle
    return [Box(x - 5, y - 5, 10, 10, colour)]


def laid_keys(keys: Sequence[Key], top: float) -> tuple[list[Shape], float]:
    """Lay out keys from `top` downwards; return also where they end."""
    shapes: list[Shape] = []
    x, y, group = float(_GAP), top + LINE / 2, ""
    for key in keys:
        wide = SYMBOL + _CLOSE + text_width(key.text)
        if x > _GAP and (x + wide > WIDTH - _GAP or key.group != group):
            x, y = float(_GAP), y + LINE
        group = key.group
        shapes += key.symbol((x + SYMBOL / 2, y))
        shapes.append(Label(x + SYMBOL + _CLOSE, y + 4, key.text, "start"))
        x += wide + _GAP
    return shapes, y + LINE if keys else top
