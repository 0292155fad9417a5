"""Networks in briefs: kept as they are drawn, and shown again with names in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cypher.briefs.networks import FrozenNetwork, FrozenNode, FrozenTie, frozen_network
from cypher.model.graph import EntityKind, Sign
from explorer.briefs.blocks import Grid, Line, Look, Picture
from explorer.briefs.pictures.network import network_drawing
from explorer.graph.subgraph import Edge, Node, Subgraph, Verdict
from explorer.network.layout import Point
from explorer.network.titles import edge_caption, status_of
from explorer.phrases import Days, say
from explorer.words import Words

_SAID_TIES = 20
"""The number of ties that the words for those who cannot see a network list; its table has all."""


def frozen(graph: Subgraph, places: Mapping[str, Point]) -> FrozenNetwork:
    """Keep what is drawn of a network; every node needs a place. Rejected ties are not drawn."""
    nodes = (_frozen_node(node, places[node.id]) for node in graph.nodes.values())
    ties = (_frozen(edge) for edge in graph.edges.values() if edge.verdict is not Verdict.REJECTED)
    return frozen_network(nodes, ties)


def _frozen_node(node: Node, place: Point) -> FrozenNode:
    x, y = map(round, place)
    return FrozenNode(node.id, node.name, node.kind, x, y, node.country, node.members)


def _frozen(edge: Edge) -> FrozenTie:
    return FrozenTie(
        id=edge.id,
        actor=edge.actor,
        recipient=edge.recipient,
        sign=edge.sign,
        verdict=edge.verdict,
        claims=edge.claims,
        voices=edge.voices,
        directed=edge.directed,
        relation_type=edge.relation_type,
        event_types=tuple(edge.event_types.items()),
        roles=edge.roles,
        first_date=edge.first_date,
        last_date=edge.last_date,
        not_after=edge.not_after,
        ties=edge.ties,
        planned=edge.planned,
        denied=edge.denied,
        mixed=edge.mixed,
    )


def subgraph_of(network: FrozenNetwork, names: Mapping[str, str]) -> Subgraph:
    """Return the network to be drawn again; `names` are those of the reader's language."""
    nodes = {
        each.id: Node(
            each.id, names.get(each.name, each.name), EntityKind(each.kind), each.country, each.members
        )
        for each in network.nodes
    }
    return Subgraph(nodes, {tie.id: _edge(tie) for tie in network.ties})


def _edge(tie: FrozenTie) -> Edge:
    return Edge(
        id=tie.id,
        actor=tie.actor,
        recipient=tie.recipient,
        sign=Sign(tie.sign),
        verdict=Verdict(tie.verdict),
        claims=tie.claims,
        voices=tie.voices,
        directed=tie.directed,
        relation_type=tie.relation_type,
        event_types=dict(tie.event_types),
        roles=tie.roles,
        first_date=tie.first_date,
        last_date=tie.last_date,
        not_after=tie.not_after,
        ties=tie.ties,
        planned=tie.planned,
        denied=tie.denied,
        mixed=tie.mixed,
    )


def places_of(network: FrozenNetwork) -> dict[str, Point]:
    """Return the positions of its nodes."""
    return {each.id: (float(each.x), float(each.y)) for each in network.nodes}


def network_blocks(
    network: FrozenNetwork, words: Words, names: Mapping[str, str]
) -> Iterator[Picture | Line]:
    """Yield the picture with the table of its ties, and what is left out of it."""
    graph = subgraph_of(network, names)
    ties = sorted(graph.edges.values(), key=lambda edge: (-edge.voices, -edge.claims, edge.id))
    nodes = words.plural(len(graph.nodes), "{number} entity", "{number} entities")
    edges = words.plural(len(ties), "{number} tie", "{number} ties")
    columns = [words("Tie"), words("What"), words("Sign"), words("Claims"), words("Voices")]
    columns += [words("When"), words("Status")]
    yield Picture(
        lambda: network_drawing(graph, places_of(network), words),
        f"{nodes}, {edges}",
        _in_words(f"{nodes}, {edges}", graph, ties, words),
        Grid(columns, [_row(edge, graph, words) for edge in ties]),
    )
    yield from (Line(text, Look.SOFT) for text in _left_out(network, words))


def _left_out(network: FrozenNetwork, words: Words) -> Iterator[str]:
    nodes, ties = network.all_nodes, network.all_ties
    if network.all_nodes > len(network.nodes):
        yield words("Of {number} entities, only those with the most voices are drawn.", number=nodes)
    if network.all_ties > len(network.ties):
        yield words("Of {number} ties, only those with the most voices are drawn.", number=ties)


def _in_words(numbers: str, graph: Subgraph, ties: list[Edge], words: Words) -> str:
    listed = "; ".join(f"{_parties(edge, graph)}: {_what(edge, words)}" for edge in ties[:_SAID_TIES])
    more = len(ties) - _SAID_TIES
    rest = say("and {number} more, in the table", number=more).said(words) if more > 0 else ""
    return f"{words('Network')}: {numbers}. " + "; ".join(filter(None, (listed, rest)))


def _what(edge: Edge, words: Words) -> str:
    return ", ".join(dict.fromkeys(filter(None, (edge_caption(edge, words), _sign(edge, words)))))


def _row(edge: Edge, graph: Subgraph, words: Words) -> list[str]:
    return [
        _parties(edge, graph),
        edge_caption(edge, words),
        _sign(edge, words),
        words.number(edge.claims),
        words.number(edge.voices),
        Days(edge.first_date, edge.last_date, edge.not_after).said(words),
        status_of(edge, words),
    ]


def _sign(edge: Edge, words: Words) -> str:
    return words.term("mixed" if edge.mixed else edge.sign)


def _parties(edge: Edge, graph: Subgraph) -> str:
    arrow = "→" if edge.directed else "↔"
    return f"{graph.nodes[edge.actor].name} {arrow} {graph.nodes[edge.recipient].name}"
