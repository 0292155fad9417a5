"""The layouts besides the one of forces: layers, a circle of groups, and rings around a node.

As in `layout`, coordinates are whole pixels at zoom 1, and the same arguments give the same positions in any
order. Fixed nodes stay where they are, and the others keep the gap to them.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict, deque
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from explorer.network.layout import Pair, Point, gap_for, kept_apart

_SWEEPS = 12
_WIDE, _HIGH = 1.5, 1.7  # gaps between nodes of a row, and between layers
_STEP = 1.15  # gaps between neighbours on a circle


@dataclass(frozen=True, slots=True)
class Placed:
    """Positions of nodes, and those of the names of groups, by the key of the group."""

    nodes: dict[str, Point]
    names: dict[str, Point] = field(default_factory=dict)


def in_layers(
    nodes: Collection[str], arrows: Collection[Pair], fixed: Mapping[str, Point] | None = None
) -> Placed:
    """Place nodes in rows, so that most of the `arrows`, each from an actor to a recipient, point down.

    Pairs with arrows both ways have no direction. A wide layer has several rows, which are closer to each
    other than to those of the next layer. A node with arrows both ways only is in the layer of a neighbour,
    a node without any in the last layer.
    """
    gap = gap_for(len(nodes))
    wide = max(8, math.ceil(2 * math.sqrt(len(nodes))))
    points: dict[str, Point] = {}
    y = 0.0
    for layer in _ordered(_layers(sorted(nodes), arrows), arrows):
        rows = math.ceil(len(layer) / wide)
        for row in range(rows):
            cells = layer[row::rows]  # neighbours in the order stay near each other
            shift = (row - (rows - 1) / 2) * _WIDE / max(rows, 2)
            for at, node in enumerate(cells):
                points[node] = ((at - (len(cells) - 1) / 2) * _WIDE * gap + shift * gap, y)
            y += gap * (1 if row < rows - 1 else _HIGH)
    return Placed(kept_apart(points, fixed or {}, gap))


def on_circle(groups: Mapping[str, Sequence[str]], fixed: Mapping[str, Point] | None = None) -> Placed:
    """Place nodes on a circle, those of a group side by side, with a space between groups.

    The names of the groups stand outside the circle.
    """
    size = sum(map(len, groups.values()))
    gap = gap_for(size)
    slots = size + (len(groups) if len(groups) > 1 else 0)
    radius = max(1.2 * gap, slots * _STEP * gap / (2 * math.pi)) if size > 1 else 0.0
    points: dict[str, Point] = {}
    names: dict[str, Point] = {}
    at = 0
    for group, members in groups.items():
        for turn, node in enumerate(members, at):
            points[node] = _on_ring(radius, turn / slots)
        middle = (at + (len(members) - 1) / 2) / slots
        names[group] = _on_ring(radius + 1.2 * gap, middle)
        at += len(members) + 1
    return Placed(kept_apart(points, fixed or {}, gap), names)


def in_rings(
    nodes: Collection[str], pairs: Collection[Pair], around: str, fixed: Mapping[str, Point] | None = None
) -> Placed:
    """Place nodes on rings around the node `around`, by the number of ties between the two.

    Nodes without a path to it are on the outermost ring. Each node is near one that it reaches it by.
    """
    gap = gap_for(len(nodes))
    next_to = _neighbours(nodes, pairs)
    distance = _distances(around, next_to)
    outer = max(distance.values(), default=0) + 1
    rings: dict[int, list[str]] = defaultdict(list)
    for node in sorted(nodes):
        rings[distance.get(node, outer)].append(node)
    turns: dict[str, float] = {around: 0.0}
    points: dict[str, Point] = {around: (0.0, 0.0)} if around in nodes else {}
    radius = 0.0
    for ring in sorted(rings.keys() - {0}):
        members = _near_parents(rings[ring], next_to, turns)
        radius = max(radius + _HIGH * gap, len(members) * _STEP * gap / (2 * math.pi))
        start = _first_turn(members, next_to, turns) if ring > 1 else 0.0
        placed = {node: (start + at / len(members)) % 1 for at, node in enumerate(members)}
        turns |= placed
        points |= {node: _on_ring(radius, turn) for node, turn in placed.items()}
    return Placed(kept_apart(points, fixed or {}, gap))


def _on_ring(radius: float, turn: float) -> Point:
    """Return the point of a circle after this part of a full turn, clockwise from the top."""
    angle = 2 * math.pi * turn - math.pi / 2
    return (radius * math.cos(angle), radius * math.sin(angle))


def _layers(order: Sequence[str], arrows: Collection[Pair]) -> list[list[str]]:
    """Return the layers from the top; each node is below all that have an arrow to it and come before it."""
    one_way = _one_way(order, arrows)
    rank = {node: at for at, node in enumerate(_from_sources(order, one_way))}
    below: dict[str, int] = {}
    into: dict[str, list[str]] = defaultdict(list)
    for actor, recipient in one_way:
        into[recipient].append(actor)
    for node in sorted(order, key=rank.__getitem__):
        above = [below[actor] for actor in into[node] if rank[actor] < rank[node]]
        below[node] = max(above, default=-1) + 1
    depth = _with_neighbours(
        {end: below[end] for pair in one_way for end in pair}, _neighbours(order, arrows)
    )
    last = max(depth.values(), default=-1) + 1
    layers: dict[int, list[str]] = defaultdict(list)
    for node in order:
        layers[depth.get(node, last)].append(node)
    return [layers[at] for at in sorted(layers)]


def _with_neighbours(depth: Mapping[str, int], next_to: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return the depths with those of nodes beside the ones that have one, and of nodes beside these."""
    found = dict(depth)
    waiting = deque(sorted(found))
    while waiting:
        node = waiting.popleft()
        for other in next_to[node]:
            if other not in found:
                found[other] = found[node]
                waiting.append(other)
    return found


def _one_way(order: Sequence[str], arrows: Collection[Pair]) -> list[Pair]:
    known = set(order)
    given = {(a, b) for a, b in arrows if a in known and b in known and a != b}
    return sorted((a, b) for a, b in given if (b, a) not in given)


def _from_sources(order: Sequence[str], arrows: Sequence[Pair]) -> list[str]:
    """Order nodes so that few arrows point backwards (Eades, Lin and Smyth 1993)."""
    after: dict[str, set[str]] = {node: set() for node in order}
    before: dict[str, set[str]] = {node: set() for node in order}
    for actor, recipient in arrows:
        after[actor].add(recipient)
        before[recipient].add(actor)
    left = dict.fromkeys(order)
    first: list[str] = []
    last: list[str] = []
    while left:
        node = next((node for node in left if not before[node]), None)
        ends = False
        if node is None:
            node = next((node for node in left if not after[node]), None)
            ends = node is not None
        if node is None:
            node = max(left, key=lambda node: len(after[node]) - len(before[node]))
        (last if ends else first).append(node)
        del left[node]
        for other in after.pop(node):
            before[other].discard(node)
        for other in before.pop(node):
            after[other].discard(node)
    return first + last[::-1]


def _ordered(layers: Sequence[list[str]], arrows: Collection[Pair]) -> list[list[str]]:
    """Order each layer by the mean position of its neighbours, up and down in turns, to cross few lines."""
    ordered = [list(layer) for layer in layers]
    next_to = _neighbours([node for layer in layers for node in layer], arrows)
    depth = {node: at for at, layer in enumerate(layers) for node in layer}
    place = {node: (at + 0.5) / len(layer) for layer in ordered for at, node in enumerate(layer)}
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        for layer in ordered if down else reversed(ordered):
            wanted = {
                node: _mean(
                    [place[other] for other in next_to[node] if (depth[other] < depth[node]) is down],
                    place[node],
                )
                for node in layer
            }
            layer.sort(key=lambda node: (wanted[node], node))
            place |= {node: (at + 0.5) / len(layer) for at, node in enumerate(layer)}
    return ordered


def _mean(values: Sequence[float], otherwise: float) -> float:
    return math.fsum(values) / len(values) if values else otherwise


def _neighbours(nodes: Collection[str], pairs: Collection[Pair]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {node: set() for node in nodes}
    for a, b in pairs:
        if a in found and b in found and a != b:
            found[a].add(b)
            found[b].add(a)
    return {node: sorted(others) for node, others in found.items()}


def _distances(around: str, next_to: Mapping[str, Sequence[str]]) -> dict[str, int]:
    distance = {around: 0}
    waiting = deque([around])
    while waiting:
        node = waiting.popleft()
        for other in next_to.get(node, ()):
            if other not in distance:
                distance[other] = distance[node] + 1
                waiting.append(other)
    return distance


def _near_parents(
    ring: Sequence[str], next_to: Mapping[str, Sequence[str]], turns: Mapping[str, float]
) -> list[str]:
    """Order a ring by the neighbours inside it, or where these are the same, by those in the ring."""
    parents = {
        node: min((turns[other] for other in next_to[node] if other in turns), default=1.0) for node in ring
    }
    if len(set(parents.values())) > 1:
        return sorted(ring, key=lambda node: (parents[node], node))
    left, order = dict.fromkeys(ring), list[str]()
    inside = Counter({node: sum(other in left for other in next_to[node]) for node in ring})
    while left:
        tied = [other for other in next_to[order[-1]] if other in left] if order else []
        node = min(tied or left, key=lambda node: (-inside[node], node))
        order.append(node)
        del left[node]
    return order


def _first_turn(
    ring: Sequence[str], next_to: Mapping[str, Sequence[str]], turns: Mapping[str, float]
) -> float:
    """Return where a ring begins, so that its nodes are on average beside their neighbours inside."""
    x = y = 0.0
    for at, node in enumerate(ring):
        for other in next_to[node]:
            if other in turns:
                angle = 2 * math.pi * (turns[other] - at / len(ring))
                x, y = x + math.cos(angle), y + math.sin(angle)
    return math.atan2(y, x) / (2 * math.pi) if x or y else 0.0
