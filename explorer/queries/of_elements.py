"""The network of the nodes, relationships and paths that a query returns, and what is not drawn of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cypher.database.elements import Elements
from cypher.desk.drawing import Drawing
from explorer.graph.subgraph import Node, Subgraph, merged, subgraph_of
from explorer.network.style import plain_text as one_line
from explorer.words import Words

Draw = Callable[[Elements], Drawing]
"""Reads what is drawn of the elements of a result."""

_LONGEST = 60


def network_of_elements(drawing: Drawing) -> Subgraph | None:
    """Return the entities and ties as a network, None if there are none."""
    nodes = (Node(each.id, each.name, each.kind, each.country) for each in drawing.entities)
    graph = merged([Subgraph({node.id: node for node in nodes}), subgraph_of(drawing.ties)])
    return graph if graph.nodes else None


def said_of(drawing: Drawing, words: Words) -> Iterator[str]:
    """Yield what the reader should know: what is not drawn and why, and what was added."""
    left = drawing.left_out
    if drawing.joined:
        yield words("The result has only entities; the ties between them are drawn as well.")
    if left.entities or left.ties:
        yield words(
            "The network is too large: {entities} and {ties} are not drawn. Use LIMIT, or see the table.",
            entities=words.plural(left.entities, "{number} entity", "{number} entities"),
            ties=words.plural(left.ties, "{number} tie", "{number} ties"),
        )
    if left.others:
        counted = (f"{words.number(number)} {one_line(label, _LONGEST)}" for label, number in left.others)
        yield words(
            "Not drawn: {listed}. Only entities, ties, events, relations and claims are drawn.",
            listed=", ".join(counted),
        )
    yield from _uncounted(drawing, words)


def _uncounted(drawing: Drawing, words: Words) -> Iterator[str]:
    left = drawing.left_out
    if left.hidden:
        yield words.plural(
            left.hidden,
            "{number} tie is not drawn: the lens does not show it.",
            "{number} ties are not drawn: the lens does not show them.",
        )
    if left.tieless:
        yield words.plural(
            left.tieless,
            "{number} event, relation or claim is not drawn: it forms no tie that the lens shows.",
            "{number} events, relations or claims are not drawn: they form no tie that the lens shows.",
        )
    if left.ends:
        yield words.plural(
            left.ends,
            "{number} relationship is not drawn: its ends are unknown.",
            "{number} relationships are not drawn: their ends are unknown.",
        )
    if left.nameless:
        yield words.plural(
            left.nameless,
            "{number} node is not drawn: it has no id.",
            "{number} nodes are not drawn: they have no id.",
        )
