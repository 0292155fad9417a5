"""Captions and tooltips of nodes and edges, as plain text."""

from __future__ import annotations

from explorer.graph.subgraph import Edge, Node, Subgraph
from explorer.network.style import LABEL_LENGTH, TITLE_LENGTH, heading, plain_text
from explorer.phrases import ByHand, Days
from explorer.words import Words

_NAMED_TYPES = 3


def node_label(node: Node, words: Words) -> str:
    """Return the name to draw: one line of at most `LABEL_LENGTH` characters, never empty."""
    return plain_text(node.name, LABEL_LENGTH) or words("(no name)")


def node_title(node: Node, degree: int, words: Words, measured: str = "") -> str:
    """Return the tooltip of a node: name, kind with country, and number of ties on the screen.

    Each is on a line of its own, as is `measured`, what the size of the node shows.
    """
    country = node.country if node.country != node.id else None
    kind = heading(words.term(node.kind)) + (f", {country}" if country else "")
    name = plain_text(node.name, TITLE_LENGTH) or words("(no name)")
    return _lines(name, kind, words.plural(degree, "{number} tie shown", "{number} ties shown"), measured)


def edge_caption(edge: Edge, words: Words) -> str:
    """Return the caption of an edge: its relation, or the role of its actor and its main event types."""
    if edge.relation_type:
        return plain_text(words.event_type(edge.relation_type), TITLE_LENGTH)
    common = sorted(edge.event_types.items(), key=lambda item: (-item[1], item[0]))
    named = [_counted(words, code, count) for code, count in common[:_NAMED_TYPES]]
    roles = [words.term(role) for role in edge.roles]
    types = ", ".join(named) + (" …" if len(common) > _NAMED_TYPES else "")
    return plain_text(" · ".join((*roles, types)), TITLE_LENGTH)


def edge_title(edge: Edge, subgraph: Subgraph, words: Words) -> str:
    """Return the tooltip of an edge: parties, caption, roles, counts, dates and verdict, on a line each.

    An edge that stands for several ties also has their number.
    """
    actor, recipient = (node_label(subgraph.nodes[end], words) for end in (edge.actor, edge.recipient))
    claims = words.plural(edge.claims, "{number} claim", "{number} claims")
    several = words.plural(len(edge.ties), "{number} tie", "{number} ties") if edge.ties else ""
    voices = words.plural(edge.voices, "{number} independent voice", "{number} independent voices")
    return _lines(
        f"{actor} {'→' if edge.directed else '↔'} {recipient}",
        several,
        edge_caption(edge, words),
        ", ".join(edge.roles) if edge.relation_type else "",
        f"{claims}, {voices}",
        ByHand(edge.by_hand, edge.claims).said(words),
        Days(edge.first_date, edge.last_date, edge.not_after).said(words),
        status_of(edge, words),
    )


def status_of(edge: Edge, words: Words) -> str:
    """Return what is known of an edge: its verdict, whether it is only planned, and how many deny it."""
    parts = [words.term(edge.verdict)]
    if edge.only_planned:
        parts.append(words("only planned"))
    if edge.denied:
        parts.append(words.plural(edge.denied, "denied by {number} claim", "denied by {number} claims"))
    return heading(" · ".join(parts))


def _counted(words: Words, code: str, count: int) -> str:
    name = words.event_type(code)
    return f"{name} ×{words.number(count)}" if count > 1 else name


def _lines(*lines: str) -> str:
    cleaned = (plain_text(line, TITLE_LENGTH) for line in lines)
    return "\n".join(line for line in cleaned if line)
