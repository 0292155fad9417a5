"""Compute the positions of nodes in Python, so that layouts are repeatable and the browser runs no physics.

Coordinates are whole pixels at zoom 1, x to the right, y down. The same nodes, pairs and fixed points always
give the same positions, in any order of the arguments.
"""

from __future__ import annotations

import math
import random
from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt
import rustworkx as rx

Point = tuple[float, float]
Pair = tuple[str, str]
Coordinates = npt.NDArray[np.float64]

_SEED = 7
_STRETCH = 1.1  # slightly wider than high, because names are wide
_MARGIN = 1.3  # space between unconnected parts, in gaps
_GOLDEN_ANGLE = 2.399963  # radians; a spiral with this angle has no preferred direction


def gap_for(nodes: int) -> float:
    """Return the minimum distance in pixels between the centres of two nodes, by the number of `nodes`.

    It is 96 px for small networks, which leaves room for names, and at least 48 px, which separates the
    largest node (radius 26) from a small one (radius 11).
    """
    return round(min(96.0, max(48.0, 96.0 * math.sqrt(45 / max(nodes, 1)))), 1)


def arrange(
    nodes: Collection[str],
    pairs: Collection[Pair],
    *,
    fixed: Mapping[str, Point] | None = None,
) -> dict[str, Point]:
    """Return positions for all `nodes`, near the nodes they are paired with.

    No two nodes are closer than `gap_for(len(nodes))`, except two `fixed` nodes, which stay where they are.
    """
    gap = gap_for(len(nodes))
    return kept_apart(_packed(sorted(nodes), pairs, gap), fixed or {}, gap)


def kept_apart(drawn: Mapping[str, Point], fixed: Mapping[str, Point], gap: float) -> dict[str, Point]:
    """Return the positions `drawn` in whole pixels, `gap` apart. Nodes in `fixed` are at theirs."""
    order = sorted(drawn)
    xy = np.array([fixed.get(node, drawn[node]) for node in order], dtype=float).reshape(-1, 2)
    held = np.array([node in fixed for node in order], dtype=bool)
    return _points(order, _apart(xy, held, gap))


def place_beside(
    fresh: Sequence[str],
    placed: Mapping[str, Point],
    pairs: Collection[Pair],
    *,
    anchors: Mapping[str, str] | None = None,
) -> dict[str, Point]:
    """Return positions for the nodes `fresh`, on rings around their anchors. Nodes in `placed` do not move.

    The anchor of a node is the one in `anchors`, otherwise a node it is paired with, if possible one in
    `placed`, otherwise the centre of the drawing. Rings are filled from the side that faces away from the
    centre. Nodes are slightly closer together than in `arrange`, so that they stay near their anchor.
    """
    gap = gap_for(len(fresh) + len(placed))
    anchor_of = _neighbours_of(fresh, pairs) | dict(anchors or {})
    points = dict(placed)
    middle = _middle(points.values())
    taken = _Taken(points.values(), 0.8 * gap)
    for node in fresh:
        anchor = points.get(anchor_of.get(node, ""), middle)
        points[node] = taken.first_free(_ring_spots(anchor, middle, gap))
    return {node: points[node] for node in fresh}


def _packed(order: Sequence[str], pairs: Collection[Pair], gap: float) -> dict[str, Point]:
    """Lay out each connected component separately: the largest in the centre, the others around it."""
    graph, index = rx.PyGraph(multigraph=False), {node: row for row, node in enumerate(order)}
    graph.add_nodes_from(order)
    known = sorted({(a, b) for a, b in pairs if a in index and b in index and a != b})
    graph.add_edges_from_no_data([(index[a], index[b]) for a, b in known])
    parts = sorted(
        (sorted(part) for part in rx.connected_components(graph)), key=lambda part: (-len(part), part)
    )
    points: dict[str, Point] = {}
    taken = _Taken((), _MARGIN * gap)
    turn, size = 0, 0
    for part in sorted(parts, key=lambda part: (-len(part), part)):
        xy = _spring(graph.subgraph(part), gap)
        turn, size = (
            (turn if len(part) == size else 0),
            len(part),
        )  # a component of the same size has no room at earlier turns either
        while not taken.has_room_for(placed := _shifted(xy, _spiral(turn, 0.6 * gap))):
            turn += 1
        taken.add(placed)
        points |= {order[row]: point for row, point in zip(part, placed, strict=True)}
    return points


def _spiral(turn: int, step: float) -> Point:
    """Return point number `turn` of a spiral around the origin, whose points are about `step` apart."""
    distance, angle = step * math.sqrt(turn), turn * _GOLDEN_ANGLE
    return (_STRETCH * distance * math.cos(angle), distance * math.sin(angle))


def _shifted(xy: Coordinates, by: Point) -> list[Point]:
    return [(float(x) + by[0], float(y) + by[1]) for x, y in xy]


def _spring(part: rx.PyGraph, gap: float) -> Coordinates:
    """Lay out a connected component by Fruchterman and Reingold, centred, stretched to the canvas shape."""
    size = part.num_nodes()
    chance = random.Random(_SEED)  # noqa: S311 - a repeatable start, not a secret
    side = math.sqrt(size)
    start = {node: (chance.uniform(-side, side), chance.uniform(-side, side)) for node in range(size)}
    rounds = max(60, 40_000 // (size + 100))
    drawn = rx.spring_layout(part, pos=start, k=1.0, num_iter=rounds, seed=_SEED)
    xy = np.array([drawn[node] for node in range(size)], dtype=float).reshape(-1, 2)
    spread = _evened(xy - xy.mean(axis=0), 0.78 * gap * (side - 0.4)) if size > 1 else xy * 0
    return _apart(spread * [math.sqrt(_STRETCH), 1 / math.sqrt(_STRETCH)], np.zeros(size, dtype=bool), gap)


def _evened(xy: Coordinates, radius: float) -> Coordinates:
    """Spread the layout more evenly over a disc, so that a few distant nodes leave no empty margin.

    Directions from the centre do not change, nor does the order of the distances from it.
    """
    distance = np.maximum(np.hypot(xy[:, 0], xy[:, 1]), 1e-9)
    rank = np.argsort(np.argsort(distance, kind="stable"), kind="stable")
    filled = radius * np.sqrt((rank + 0.5) / len(xy))
    scaled = np.minimum(distance * radius / np.percentile(distance, 90), 1.2 * radius)
    evened: Coordinates = xy * ((0.6 * filled + 0.4 * scaled) / distance)[:, None]
    return evened


def _apart(xy: Coordinates, held: npt.NDArray[np.bool_], gap: float, rounds: int = 200) -> Coordinates:
    """Push apart all pairs that are closer than `gap`, at most `rounds` times, until none is left.

    `xy` has one row for each node. Rows marked in `held` do not move.
    """
    places = xy.copy()
    for _ in range(rounds):
        first, second, offset, distance = _too_close(places, held, gap)
        if not len(first):
            break
        push = offset * ((gap * 1.02 - distance) / 2 / distance)[:, None]
        shift = np.zeros_like(places)
        np.add.at(shift, first, -push * np.where(held[second], 2, 1)[:, None])
        np.add.at(shift, second, push * np.where(held[first], 2, 1)[:, None])
        shift[held] = 0
        places += np.clip(shift, -gap, gap)
    return places


def _too_close(
    places: Coordinates, held: npt.NDArray[np.bool_], gap: float
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], Coordinates, npt.NDArray[np.float64]]:
    """Return the pairs closer than `gap`: both row numbers, the offset between them, and its length."""
    order = np.argsort(places[:, 0], kind="stable")
    x = places[order, 0]
    reach = np.searchsorted(x, x + gap, "left") - np.arange(len(x)) - 1
    left = np.repeat(np.arange(len(x)), reach)
    right = left + 1 + np.arange(len(left)) - np.repeat(np.cumsum(reach) - reach, reach)
    first, second = order[left], order[right]
    offset = places[second] - places[first]
    distance = np.hypot(offset[:, 0], offset[:, 1])
    near = (distance < gap) & ~(held[first] & held[second])
    first, second, offset, distance = first[near], second[near], offset[near], distance[near]
    same = distance < 1e-6
    angle = first[same] * _GOLDEN_ANGLE + second[same]
    offset[same], distance[same] = np.stack([np.cos(angle), np.sin(angle)], axis=1) * 1e-3, 1e-3
    return first, second, offset, distance


def _points(order: Sequence[str], xy: Coordinates) -> dict[str, Point]:
    return {node: (float(round(x)), float(round(y))) for node, (x, y) in zip(order, xy, strict=True)}


def _neighbours_of(fresh: Sequence[str], pairs: Collection[Pair]) -> dict[str, str]:
    """Return for each fresh node the first node it is paired with, preferring nodes that are not fresh."""
    new = set(fresh)
    found: dict[str, str] = {}
    for a, b in sorted(pairs):
        for node, other in ((a, b), (b, a)):
            if node in new and (node not in found or (found[node] in new and other not in new)):
                found[node] = other
    return found


def _middle(points: Collection[Point]) -> Point:
    if not points:
        return (0.0, 0.0)
    return (math.fsum(x for x, _ in points) / len(points), math.fsum(y for _, y in points) / len(points))


def _ring_spots(anchor: Point, middle: Point, gap: float) -> Iterator[Point]:
    """Yield points on ever wider rings around `anchor`, each ring from the side away from `middle`."""
    outward = math.atan2(anchor[1] - middle[1], anchor[0] - middle[0]) if anchor != middle else -math.pi / 2
    radius = 1.3 * gap
    while True:
        steps = max(8, int(2 * math.pi * radius / (1.05 * gap)))
        for step in range(steps):
            turn = (step + 1) // 2 * (1 if step % 2 else -1)
            angle = outward + 2 * math.pi * turn / steps
            yield (
                float(round(anchor[0] + radius * math.cos(angle))),
                float(round(anchor[1] + radius * math.sin(angle))),
            )
        radius += 0.6 * gap


class _Taken:
    """Occupied points, in a grid of cells as wide as the gap: a check for room looks at nine cells."""

    def __init__(self, points: Collection[Point], gap: float) -> None:
        self._gap = gap
        self._cells: dict[tuple[int, int], list[Point]] = {}
        self.add(points)

    def add(self, points: Collection[Point]) -> None:
        """Add occupied points."""
        for point in points:
            self._cells.setdefault(self._cell(point), []).append(point)

    def has_room_for(self, spots: Collection[Point]) -> bool:
        """Return whether all of `spots` keep the gap to the occupied points."""
        return all(self._is_free(spot) for spot in spots)

    def first_free(self, spots: Iterator[Point]) -> Point:
        """Return the first of `spots` that keeps the gap to all occupied points, and occupy it."""
        spot = next(spot for spot in spots if self._is_free(spot))
        self.add([spot])
        return spot

    def _cell(self, point: Point) -> tuple[int, int]:
        return (math.floor(point[0] / self._gap), math.floor(point[1] / self._gap))

    def _is_free(self, spot: Point) -> bool:
        column, row = self._cell(spot)
        around = ((column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
        near = (point for cell in around for point in self._cells.get(cell, ()))
        return all(math.dist(spot, point) >= self._gap for point in near)
