"""The sizes and colours of nodes, as the reader has chosen what they show."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from explorer.graph.appearance import PLAIN, Appearance, Colour, Size, coloured
from explorer.graph.measures import betweenness, communities_of, degrees, voices
from explorer.graph.subgraph import Node, Subgraph
from explorer.network.style import GROUP_COLOURS, LABEL_LENGTH, NODE_LOOKS, OTHERS, node_size, plain_text
from explorer.words import Words

NO_COMMUNITY = "others"
"""The key of nodes in communities without a colour of their own."""

_SMALLEST, _LARGEST = 8.0, 26.0


@dataclass(frozen=True, slots=True)
class NodeStyles:
    """What sizes and colours show in one picture.

    `values` has the measure of each node that its size shows, and is empty for the degree; `most` is the
    largest of them. `places` has the colour of the nodes in large communities, by its place in the list
    `GROUP_COLOURS`.
    """

    appearance: Appearance = PLAIN
    values: Mapping[str, float] = field(default_factory=dict)
    most: float = 0.0
    places: Mapping[str, int] = field(default_factory=dict)

    @property
    def by_community(self) -> bool:
        """Whether colours show communities."""
        return self.appearance.colour is Colour.COMMUNITY

    def size(self, node: Node, degree: int) -> float:
        """Return the radius of a node with this number of ties, in pixels at zoom 1."""
        if not self.values:
            return node_size(degree + len(node.members))
        share = self.values.get(node.id, 0.0) / (self.most or 1.0)
        return round(_SMALLEST + (_LARGEST - _SMALLEST) * math.sqrt(share), 1)

    def colour(self, node: Node) -> str:
        """Return the ``#RRGGBB`` colour of a node."""
        if not self.by_community:
            return NODE_LOOKS[node.kind].colour
        return GROUP_COLOURS[self.places[node.id]] if node.id in self.places else OTHERS

    def community(self, node: str) -> str:
        """Return the key of the node's entry in the legend."""
        return str(self.places.get(node, NO_COMMUNITY))

    def said(self, node: str, words: Words) -> str:
        """Return what the size of the node shows, for its tooltip; the number of ties is there anyway."""
        if self.appearance.size is Size.VOICES:
            number = int(self.values.get(node, 0))
            return words.plural(number, "{number} independent voice", "{number} independent voices")
        if self.appearance.size is Size.BETWEENNESS:
            return words("Betweenness: {share}", share=f"{self.values.get(node, 0.0):.3f}")
        return ""

    def named(self, graph: Subgraph, words: Words) -> Iterator[tuple[str, str, str, int]]:
        """Yield key, colour, name and size of each community. It is called by its busiest nodes."""
        busy = degrees(graph)
        members: dict[str, list[str]] = defaultdict(list)
        for node in sorted(graph.nodes, key=lambda node: (-busy[node], node)):
            members[self.community(node)].append(node)
        for place, colour in enumerate(GROUP_COLOURS):
            if found := members.get(str(place)):
                names = (graph.nodes[node].name for node in found[:2])
                named = (plain_text(name, LABEL_LENGTH) or words("(no name)") for name in names)
                yield str(place), colour, f"{', '.join(named)} …", len(found)
        if others := members.get(NO_COMMUNITY):
            yield NO_COMMUNITY, OTHERS, words("Other communities"), len(others)


PLAINLY = NodeStyles()
"""Sizes show degrees, and colours kinds."""


def node_styles(graph: Subgraph, appearance: Appearance, before: Mapping[str, int]) -> NodeStyles:
    """Compute what sizes and colours show; `before` are the places of colours that communities keep."""
    values: Mapping[str, float] = {}
    if appearance.size is Size.VOICES:
        values = dict.fromkeys(graph.nodes, 0) | dict(voices(graph))
    elif appearance.size is Size.BETWEENNESS:
        values = betweenness(graph)
    by_community = appearance.colour is Colour.COMMUNITY
    places = coloured(communities_of(graph), before, len(GROUP_COLOURS)) if by_community else {}
    return NodeStyles(appearance, values, max(values.values(), default=0.0), places)
