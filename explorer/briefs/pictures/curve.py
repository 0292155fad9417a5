"""The curve of a brief: bars for each month, conflict below the line. Its axis is time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cypher.model.graph import Sign
from explorer.briefs.pictures.shapes import INK, WIDTH, Box, Drawing, Label, Stroke
from explorer.network.style import SIGN_COLOURS
from explorer.words import Words

HEIGHT = 190
_LEFT, _RIGHT, _TOP, _BOTTOM = 34, 8, 30, 22
_KEY, _KEY_STEP = 10, 120
_LEAST_MONTHS = 12
_MOST_LABELS = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """The claims of one sign in one month (YYYY-MM)."""

    month: str
    sign: str
    claims: int


def curve_drawing(bars: Sequence[Bar], signs: Mapping[str, str], words: Words) -> Drawing:
    """Lay out at least one bar, with the names of their `signs` as a key above."""
    first, last = _months_shown(bars)
    months = last - first + 1
    step = (WIDTH - _LEFT - _RIGHT) / months
    above, below = _heights(bars)
    scale = (HEIGHT - _TOP - _BOTTOM) / max(above + below, 1)
    zero = _TOP + above * scale
    boxes = _stacked(bars, first, step, zero, scale)
    line = Stroke(((_LEFT, zero), (WIDTH - _RIGHT, zero)), INK, 0.7)
    counts = [Label(_LEFT - 6, zero + 4, "0", "end")]
    counts += [Label(_LEFT - 6, _TOP + 8, words.number(above), "end")] if above else []
    counts += [Label(_LEFT - 6, HEIGHT - _BOTTOM, words.number(below), "end")] if below else []
    every = -(-months // _MOST_LABELS)
    times = [
        Label(_LEFT + (month + 0.5) * step, HEIGHT - 6, _text(first + month))
        for month in range(0, months, every)
    ]
    return Drawing(HEIGHT, [*boxes, line, *counts, *times, *_key(signs)])


def _stacked(bars: Sequence[Bar], first: int, step: float, zero: float, scale: float) -> list[Box]:
    """Stack the bars of each month on the line of zero, those of conflict below it."""
    boxes, heights = list[Box](), dict[int, float]()
    for bar in sorted(bars, key=lambda bar: (bar.month, bar.sign)):
        month, height = _number(bar.month) - first, bar.claims * scale
        below = bar.sign == Sign.CONFLICT
        top = zero if below else zero - heights.get(month, 0) - height
        heights[month] = heights.get(month, 0) + (0 if below else height)
        x = _LEFT + (month + 0.1) * step
        boxes.append(Box(x, top, step * 0.8, height, SIGN_COLOURS[Sign(bar.sign)]))
    return boxes


def _key(signs: Mapping[str, str]) -> list[Box | Label]:
    places = [(_LEFT + number * _KEY_STEP, sign, name) for number, (sign, name) in enumerate(signs.items())]
    boxes = [Box(x, 4, _KEY, _KEY, SIGN_COLOURS[Sign(sign)]) for x, sign, _ in places]
    return [*boxes, *(Label(x + _KEY + 5, 13, name, "start") for x, _, name in places)]


def _heights(bars: Sequence[Bar]) -> tuple[int, int]:
    """The claims of the highest month above the line, and below it."""
    above, below = dict[str, int](), dict[str, int]()
    for bar in bars:
        side = below if bar.sign == Sign.CONFLICT else above
        side[bar.month] = side.get(bar.month, 0) + bar.claims
    return max(above.values(), default=0), max(below.values(), default=0)


def _months_shown(bars: Sequence[Bar]) -> tuple[int, int]:
    """The first and last month of the axis; at least a year, so that the bar of a month stays narrow."""
    numbers = [_number(bar.month) for bar in bars]
    first, last = min(numbers), max(numbers)
    return min(first, last - _LEAST_MONTHS + 1), last


def _number(month: str) -> int:
    """Count a month (YYYY-MM) from the year 0."""
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _text(number: int) -> str:
    return f"{number // 12:04}-{number % 12 + 1:02}"
