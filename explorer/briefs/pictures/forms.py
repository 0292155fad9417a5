"""The outlines of nodes by the names that vis-network has for them, with its proportions."""

from __future__ import annotations

import math

from explorer.briefs.pictures.shapes import Point

_CORNERS = {"hexagon": 6, "dot": 40}
_TRIANGLE = 1.15  # triangles are drawn larger, and lower, so that they look as large as the others
_LOWER = 0.275


def form(name: str, middle: Point, size: float) -> list[Point]:
    """Return the corners of a node of this size."""
    x, y = middle
    if name == "square":
        return [(x - size, y - size), (x + size, y - size), (x + size, y + size), (x - size, y + size)]
    if name in ("triangle", "triangleDown"):
        return _triangle(middle, size * _TRIANGLE, 1 if name == "triangle" else -1)
    corners = _CORNERS.get(name, _CORNERS["dot"])
    turns = (2 * math.pi * corner / corners for corner in range(corners))
    return [(x + size * math.cos(turn), y + size * math.sin(turn)) for turn in turns]


def _triangle(middle: Point, size: float, way: int) -> list[Point]:
    """Return a triangle that points upwards, or downwards if `way` is negative."""
    x, y = middle[0], middle[1] + way * _LOWER * size
    inner = size / math.sqrt(3)
    return [
        (x, y - way * 2 * inner),
        (x + size, y + way * inner),
        (x - size, y + way * inner),
    ]
