"""Names beside nodes, where they cover neither each other nor a node as far as there is room."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from explorer.briefs.pictures.shapes import TEXT_SIZE, WIDTH, Label, Point, Side, shortened, text_width

_SHORTER = 84
_CLOSE = 4
_RISE, _FALL = 0.78 * TEXT_SIZE, 0.24 * TEXT_SIZE
"""How far letters reach above and below the baseline."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a node is drawn: its centre and its size."""

    x: float
    y: float
    size: float

    def far_from(self, point: Point, room: float) -> bool:
        """Return whether a point is outside of the node, with some room between."""
        return math.dist((self.x, self.y), point) >= self.size + room


class _Area(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def shared(self, other: _Area) -> float:
        """Return the size of what two areas have in common."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(wide, 0.0) * max(high, 0.0)

    def is_near(self, spot: Spot) -> bool:
        """Return whether a name beside a node could cover it."""
        return self.shared(_Area(spot.x - 240, spot.y - 70, spot.x + 240, spot.y + 70)) > 0


def placed_names(
    named: Sequence[tuple[str, Spot]], lines: Iterable[Sequence[Point]], bottom: float
) -> list[Label]:
    """Place the name of each node, those of the largest first; a name without room is made shorter.

    Names keep away from `lines` too, if they can, and most of all from their ends, where arrow heads are. All
    names are inside the width of the picture, above `bottom`.
    """
    crossed = [area for line in lines for area in _areas_of(line)]
    taken = [_Area(s.x - s.size, s.y - s.size, s.x + s.size, s.y + s.size) for _, s in named]
    labels: list[Label] = []
    for name, spot in sorted(named, key=lambda each: -each[1].size):
        near = [area for area in (*taken, *crossed) if area.is_near(spot)]
        label, area = _best(name, spot, near, bottom)
        labels.append(label)
        taken.append(area)
    return labels


def _areas_of(line: Sequence[Point]) -> Iterator[_Area]:
    """Yield small areas along a line, and a larger one at its end."""
    sizes = {len(line) - 1: 5.0}
    for at in range(0, len(line), 2):
        (x, y), size = line[at], sizes.get(at, 1.5)
        yield _Area(x - size, y - size, x + size, y + size)


def _best(name: str, spot: Spot, taken: Sequence[_Area], bottom: float) -> tuple[Label, _Area]:
    """Return the first place where a name covers nothing, or the one where it covers the least."""
    short = shortened(name, _SHORTER)
    choices = [choice for text in dict.fromkeys((name, short)) for choice in _choices(text, spot)]
    costs: list[float] = []
    for _, area in choices:
        outside = area.shared(area) - area.shared(_Area(0, 0, WIDTH, bottom))
        costs.append(sum(area.shared(other) for other in taken) + 10 * outside)
        if not costs[-1]:
            return choices[len(costs) - 1]
    return choices[costs.index(min(costs))]


def _choices(text: str, spot: Spot) -> Iterator[tuple[Label, _Area]]:
    """Yield the places of a name: below, above, at the sides, and at the corners of its node."""
    wide, side = text_width(text), spot.size + _CLOSE
    slanted = 0.7 * side
    places: tuple[tuple[float, float, Side], ...] = (
        (0, side + _RISE, "middle"),
        (0, -side - _FALL, "middle"),
        (side, _RISE / 2, "start"),
        (-side, _RISE / 2, "end"),
        (slanted, slanted + _RISE, "start"),
        (-slanted, slanted + _RISE, "end"),
        (slanted, -slanted, "start"),
        (-slanted, -slanted, "end"),
    )
    shifts = {"start": 0.0, "middle": wide / 2, "end": wide}
    for dx, dy, anchor in places:
        x, y = spot.x + dx, spot.y + dy
        left = x - shifts[anchor]
        area = _Area(left - 1, y - _RISE, left + wide + 1, y + _FALL)
        yield Label(x, y, text, anchor, raised=True), area
