"""Measures along an axis, most often time: bars that stand on each other, or lines with gaps."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from babel.numbers import get_decimal_symbol, get_group_symbol

from explorer.briefs.pictures.keys import SYMBOL, Key, laid_keys, square
from explorer.briefs.pictures.shapes import (
    INK,
    WIDTH,
    Box,
    Drawing,
    Label,
    Point,
    Polygon,
    Shape,
    Stroke,
    text_width,
)
from explorer.charts.colours import Paint
from explorer.words import Words

_HEIGHT, _LEFT, _RIGHT, _ABOVE, _BELOW = 220, 56, 14, 24, 26
_TICKS = 5
_DASH = (5, 4)
_DOT = 2.6
_APART = 6
_LARGEST = 1e15


@dataclass(frozen=True, slots=True)
class Course:
    """The values of one series by their place on the axis, from 0 to 1; None is a gap.

    `reported` are the places that have a report: a line has a dot there.
    """

    name: str
    paint: Paint
    values: Sequence[tuple[float, float | None]]
    reported: frozenset[float] = frozenset()


@dataclass(frozen=True, slots=True)
class Axis:
    """The labels of the axis by their place from 0 to 1, and the width of a bar in the same measure."""

    labels: Sequence[tuple[float, str]]
    bar: float


def plot_drawing(courses: Sequence[Course], axis: Axis, title: str, words: Words, *, bars: bool) -> Drawing:
    """Lay out at least one value; `title` says what is measured. Several series have a key."""
    keys = [Key(partial(_symbol, each.paint, bars), each.name) for each in courses if len(courses) > 1]
    shapes, top = laid_keys(keys, 4)
    scale = _Scale.of(courses, top + _ABOVE, bars=bars)
    shapes += [Label(_LEFT - 8, top + 13, title, "start"), *scale.grid(words)]
    drawn = _bars(courses, axis, scale) if bars else (line for each in courses for line in _line(each, scale))
    shapes += [*drawn, *_labels(axis, scale.bottom)]
    return Drawing(scale.bottom + _BELOW, shapes)


@dataclass(frozen=True, slots=True)
class _Scale:
    """How values become heights."""

    least: float
    most: float
    top: float

    @classmethod
    def of(cls, courses: Sequence[Course], top: float, *, bars: bool) -> _Scale:
        """Fit all values, or the sums of bars on each other, and zero."""
        above, below = dict[float, float](), dict[float, float]()
        values = [0.0]
        for place, value in ((place, value or 0.0) for each in courses for place, value in each.values):
            side = below if value < 0 else above
            side[place] = side.get(place, 0.0) + value
            values.append(value)
        if bars:
            values += [*above.values(), *below.values()]
        step = _step(max(values) - min(values))
        return cls(math.floor(min(values) / step) * step, math.ceil(max(values) / step) * step or step, top)

    @property
    def bottom(self) -> float:
        return self.top + _HEIGHT

    def y(self, value: float) -> float:
        return self.bottom - _HEIGHT * (value - self.least) / (self.most - self.least)

    def grid(self, words: Words) -> Iterator[Shape]:
        step = _step(self.most - self.least)
        for number in range(round((self.most - self.least) / step) + 1):
            value = self.least + number * step
            y = self.y(value)
            ends = ((_LEFT, y), (WIDTH - _RIGHT, y))
            yield Stroke(ends, INK, 0.7 if abs(value) < step / 2 else 0.15)
            yield Label(_LEFT - 6, y + 4, number_text(value, words), "end")


def _step(span: float) -> float:
    """Return a step of 1, 2 or 5 and zeros with which the axis gets about `_TICKS` lines."""
    rough = max(span, 1e-9) / _TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    return next(each for each in (power, 2 * power, 5 * power, 10 * power) if each >= rough * (1 - 1e-9))


def number_text(value: float, words: Words) -> str:
    """Write a number in the reader's language: whole ones with all digits, others with four."""
    if value == round(value) and abs(value) < _LARGEST:
        return words.number(round(value))
    signs = get_group_symbol(words.language) + get_decimal_symbol(words.language)
    return f"{value:,.4g}".translate(str.maketrans(",.", signs))


def _x(place: float) -> float:
    return _LEFT + place * (WIDTH - _LEFT - _RIGHT)


def _bars(courses: Sequence[Course], axis: Axis, scale: _Scale) -> Iterator[Shape]:
    heights: dict[tuple[float, bool], float] = {}
    width = max(1.0, axis.bar * (WIDTH - _LEFT - _RIGHT))
    for course in courses:
        for place, value in course.values:
            if not value:
                continue
            before = heights.get((place, value < 0), 0.0)
            heights[place, value < 0] = before + value
            ends = sorted((scale.y(before), scale.y(before + value)))
            x = _x(place) - width / 2
            yield Box(x, ends[0], width, ends[1] - ends[0], course.paint.fill)


def _line(course: Course, scale: _Scale) -> Iterator[Shape]:
    """Yield the pieces of a line between its gaps, and dots where there are reports."""
    piece: list[Point] = []
    for place, value in (*course.values, (1.0, None)):
        if value is not None:
            piece.append((_x(place), scale.y(value)))
        elif len(piece) > 1:
            yield Stroke(tuple(piece), course.paint.outline, 2.2, _DASH if course.paint.dashed else ())
        piece = [] if value is None else piece
    for place, value in course.values:
        if value is not None and place in course.reported:
            yield _dot((_x(place), scale.y(value)), course.paint)


def _dot(middle: Point, paint: Paint) -> Polygon:
    turns = (math.pi * step / 8 for step in range(16))
    points = [(middle[0] + _DOT * math.cos(turn), middle[1] + _DOT * math.sin(turn)) for turn in turns]
    return Polygon(points, paint.outline, paint.outline, 1.0)


def _symbol(paint: Paint, bars: bool, middle: Point) -> Iterator[Shape]:
    if bars:
        yield from square(paint.fill, middle)
    else:
        x, y = middle
        ends = ((x - SYMBOL / 2, y), (x + SYMBOL / 2, y))
        yield Stroke(ends, paint.outline, 2.2, _DASH if paint.dashed else ())


def _labels(axis: Axis, bottom: float) -> Iterator[Label]:
    """Yield the labels below the axis, inside the picture, without those that would cover another."""
    free = 0.0
    for place, text in axis.labels:
        wide = text_width(text)
        left = min(max(_x(place) - wide / 2, 0.0), WIDTH - wide)
        if left >= free:
            free = left + wide + _APART
            yield Label(left + wide / 2, bottom + 17, text)
