"""A ranking: a horizontal bar for each name, the longest on top, with its number at its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from explorer.briefs.pictures.keys import Key, laid_keys, square
from explorer.briefs.pictures.plot import number_text
from explorer.briefs.pictures.shapes import (
    INK,
    WIDTH,
    Box,
    Drawing,
    Label,
    Shape,
    Stroke,
    shortened,
    text_width,
)
from explorer.charts.colours import Paint
from explorer.words import Words

_ROW, _BAR, _LONGEST, _CLOSE, _END = 22, 15, 240, 8, 60


def ranking_drawing(
    names: Sequence[str],
    parts: Mapping[str, Mapping[str, float]],
    paints: Mapping[str, Paint],
    words: Words,
) -> Drawing:
    """Lay out at least one name with the values of its parts, whose names have `paints`.

    Several parts have a key. Values below zero are drawn to the left.
    """
    keys = [Key(partial(square, paint.fill), name) for name, paint in paints.items() if len(paints) > 1]
    shapes, top = laid_keys(keys, 4)
    shown = [shortened(name, _LONGEST) for name in names]
    left = max(map(text_width, shown)) + _CLOSE
    sums = [_sides(parts[name]) for name in names]
    least, most = min(each[0] for each in sums), max(each[1] for each in sums)
    scale = (WIDTH - left - _END - (_END if least else 0)) / max(most - least, 1e-9)
    zero = left + (_END if least else 0) - least * scale
    for row, (name, label) in enumerate(zip(names, shown, strict=True)):
        middle = top + (row + 0.5) * _ROW
        shapes.append(Label(left - _CLOSE, middle + 4, label, "end"))
        shapes += _bar(parts[name], paints, middle, (zero, scale), words)
    bottom = top + len(names) * _ROW
    shapes.append(Stroke(((zero, top), (zero, bottom)), INK, 0.7))
    return Drawing(bottom + 6, shapes)


def _sides(values: Mapping[str, float]) -> tuple[float, float]:
    """Return the sum of the values below zero, and of those above."""
    return sum(v for v in values.values() if v < 0), sum(v for v in values.values() if v > 0)


def _bar(
    values: Mapping[str, float],
    paints: Mapping[str, Paint],
    middle: float,
    axis: tuple[float, float],
    words: Words,
) -> list[Shape]:
    zero, scale = axis
    ends = {True: zero, False: zero}
    shapes: list[Shape] = []
    for name, paint in paints.items():
        value = values.get(name, 0.0)
        start = ends[value < 0]
        ends[value < 0] = start + value * scale
        if value:
            x = min(start, ends[value < 0])
            shapes.append(Box(x, middle - _BAR / 2, abs(value * scale), _BAR, paint.fill))
    below, above = _sides(values)
    total = number_text(below + above, words)
    if below and not above:
        return [*shapes, Label(ends[True] - 5, middle + 4, total, "end")]
    return [*shapes, Label(ends[False] + 5, middle + 4, total, "start")]
