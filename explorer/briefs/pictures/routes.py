"""The lines of ties: curves from node to node, with their arrow heads and marks."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from explorer.briefs.pictures.labels import Spot
from explorer.briefs.pictures.shapes import INK, PAPER, Point, Polygon, Shape, Stroke
from explorer.network.style import Mark

_STEPS, _FINE = 20, 240
_BEND = 0.8
"""How far the middle of vis-network's curves lies beside the straight line, in parts of its roundness."""
_ROOM = 3.0
_OWN = 13.0
_MARK = 6.0
_STROKES: Mapping[Mark, Sequence[Point]] = {
    "tick": ((-3, 0), (-0.8, 2.6), (3.2, -2.6)),
    "denied": ((-4, 4), (4, -4)),
}


def route(start: Spot, end: Spot, bend: float) -> list[Point]:
    """Return the points of a curve between two nodes, bent to the left of its way if `bend` is positive."""
    if start == end:
        return _own(start)
    dx, dy = end.x - start.x, end.y - start.y
    via = ((start.x + end.x) / 2 + _BEND * bend * dy, (start.y + end.y) / 2 - _BEND * bend * dx)
    ends = ((start.x, start.y), (end.x, end.y))
    outside = [
        share
        for share in (step / _FINE for step in range(_FINE + 1))
        if start.far_from(point := _on_curve(ends[0], via, ends[1], share), _ROOM)
        and end.far_from(point, _ROOM)
    ]
    first, last = (outside[0], outside[-1]) if len(outside) > 1 else (0.0, 1.0)
    shares = (first + (last - first) * step / _STEPS for step in range(_STEPS + 1))
    return [_on_curve(ends[0], via, ends[1], share) for share in shares]


def _on_curve(start: Point, via: Point, end: Point, share: float) -> Point:
    rest = 1 - share
    before, middle, after = rest * rest, 2 * rest * share, share * share
    return (
        before * start[0] + middle * via[0] + after * end[0],
        before * start[1] + middle * via[1] + after * end[1],
    )


def _own(spot: Spot) -> list[Point]:
    """Return a loop above a node that is tied to itself."""
    x, y = spot.x, spot.y - spot.size - 0.6 * _OWN
    turns = (math.pi / 2 + 2 * math.pi * step / _STEPS for step in range(2, _STEPS - 1))
    return [(x + _OWN * math.cos(turn), y + _OWN * math.sin(turn)) for turn in turns]


def arrow_head(points: Sequence[Point], width: float) -> list[Point]:
    """Return the corners of an arrow head at the end of a line."""
    (x, y), before = points[-1], points[-2]
    angle = math.atan2(y - before[1], x - before[0])
    long, wide = 7 + 1.2 * width, 2.6 + 0.8 * width
    back = (x - long * math.cos(angle), y - long * math.sin(angle))
    side = (wide * math.sin(angle), -wide * math.cos(angle))
    return [(x, y), (back[0] + side[0], back[1] + side[1]), (back[0] - side[0], back[1] - side[1])]


def marks(names: Sequence[Mark], middle: Point) -> Iterator[Shape]:
    """Yield the marks of a tie, each on a disc, side by side: a tick if it is verified, a bar if denied."""
    drawn = [name for name in names if name]
    for at, name in enumerate(drawn):
        x, y = middle[0] + (2 * at + 1 - len(drawn)) * _MARK, middle[1]
        turns = (math.pi * step / 12 for step in range(24))
        yield Polygon([(x + _MARK * math.cos(t), y + _MARK * math.sin(t)) for t in turns], PAPER, INK, 1.0)
        yield Stroke([(x + dx, y + dy) for dx, dy in _STROKES[name]], INK, 1.5)
