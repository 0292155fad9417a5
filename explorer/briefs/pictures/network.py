"""A network as shapes: the same positions, colours, forms and lines as on the network page, with a legend."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from explorer.briefs.pictures.forms import form
from explorer.briefs.pictures.keys import SYMBOL, Key, laid_keys
from explorer.briefs.pictures.labels import Spot, placed_names
from explorer.briefs.pictures.routes import arrow_head, marks, route
from explorer.briefs.pictures.shapes import (
    INK,
    TEXT_SIZE,
    WIDTH,
    Drawing,
    Point,
    Polygon,
    Shape,
    Stroke,
)
from explorer.graph.subgraph import Subgraph
from explorer.network.legend import LegendEntry, legend
from explorer.network.messages import DrawnEdge, DrawnNode
from explorer.network.payload import drawn_network
from explorer.network.style import DrawingPolicy, outline
from explorer.words import Words

_TALLEST, _SIDE, _TOP, _BELOW = 760, 72, 30, 44
_LARGEST, _SMALLEST_NODE = 1.35, 4.0
_POLICY = DrawingPolicy(curves=True, arrows=True, hover=False, labels=300, edges_while_dragging=False)


@dataclass(frozen=True, slots=True)
class _Fit:
    """How the positions of the layout become those of the picture."""

    scale: float
    shift: Point
    bottom: float

    def place(self, node: DrawnNode) -> Spot:
        """Return where a node is drawn, and how large."""
        size = max(_SMALLEST_NODE, node["size"] * min(1.0, self.scale))
        return Spot(node["x"] * self.scale + self.shift[0], node["y"] * self.scale + self.shift[1], size)


def network_drawing(graph: Subgraph, places: Mapping[str, Point], words: Words) -> Drawing:
    """Lay out a network of at least one node that is small enough for a page; each needs a place."""
    drawn = drawn_network(graph, places, _POLICY, words)
    fit = _fit(drawn["nodes"])
    spots = {node["id"]: fit.place(node) for node in drawn["nodes"]}
    lines = [_route(edge, spots) for edge in drawn["edges"]]
    named = [(node["label"], spots[node["id"]]) for node in drawn["nodes"]]
    names = placed_names(named, lines, fit.bottom)
    keys = [Key(partial(_symbol, entry), entry.label, entry.channel) for entry in legend(graph, words)]
    entries, height = laid_keys(keys, fit.bottom)
    edges = [shape for edge, line in zip(drawn["edges"], lines, strict=True) for shape in _edge(edge, line)]
    return Drawing(height, [*edges, *(_node(node, spots) for node in drawn["nodes"]), *names, *entries])


def _fit(nodes: Sequence[DrawnNode]) -> _Fit:
    """Fit all nodes into the width and the height of a page, at most a little larger than on the screen."""
    xs, ys = [node["x"] for node in nodes], [node["y"] for node in nodes]
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    room = (WIDTH - 2 * _SIDE, _TALLEST - _TOP - _BELOW)
    scale = min(_LARGEST, room[0] / max(wide, 1.0), room[1] / max(high, 1.0))
    shift = (WIDTH / 2 - scale * (max(xs) + min(xs)) / 2, _TOP - scale * min(ys))
    return _Fit(scale, shift, _TOP + scale * high + _BELOW)


def _node(node: DrawnNode, spots: Mapping[str, Spot]) -> Polygon:
    spot, colour = spots[node["id"]], node["color"]
    points = form(node["shape"], (spot.x, spot.y), spot.size)
    return Polygon(points, colour["background"], colour["border"], 3.0 if node["members"] else 1.5)


def _route(edge: DrawnEdge, spots: Mapping[str, Spot]) -> list[Point]:
    bend = float(edge["smooth"]["roundness"]) * (1 if edge["smooth"]["type"] == "curvedCW" else -1)
    return route(spots[edge["from"]], spots[edge["to"]], bend)


def _edge(edge: DrawnEdge, points: Sequence[Point]) -> Iterator[Shape]:
    colour, width = str(edge["color"]["color"]), edge["width"]
    head = arrow_head(points, width) if edge["arrows"] else None
    dashes = edge["dashes"] if isinstance(edge["dashes"], list) else ()
    yield Stroke(points, colour, width, dashes)
    if head:
        yield Polygon(head, colour, colour, 0.5)
    yield from marks((edge["mark"], edge["denial"]), points[len(points) // 2])


def _symbol(entry: LegendEntry, middle: Point) -> Iterator[Shape]:
    x, y = middle
    if entry.dash is None:
        yield Polygon(form(entry.shape, middle, TEXT_SIZE / 2), entry.colour, outline(entry.colour))
        return
    ends = ((x - SYMBOL / 2, y), (x + SYMBOL / 2, y))
    yield Stroke(ends, entry.colour or INK, entry.width, entry.dash)
    yield from marks((entry.mark,), middle)
