"""Elements that several panels share: names with their kind, badges, and lines and lists of ties."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cypher.database.tie_verdicts import verdict_of
from cypher.model.graph import Sign
from cypher.records.shared import DrawnTie
from explorer.acts.network import SelectEdge
from explorer.acts.opening import OpenDocument
from explorer.elements import Element, element
from explorer.graph.subgraph import Edge, Subgraph, Verdict, counted_types
from explorer.phrases import EventType, Phrase, Plural, Said, Term, joined, say


def named(name: str | None, kind: str | None) -> Element:
    """Build a name with the symbol of its kind, as in the network."""
    return element("span", name or say("(no name)"), look=f"kind {kind or 'group'}")


def badge(text: Said, look: str = "") -> Element:
    """Build a small label."""
    return element("span", text, look=f"badge {look}".strip())


def exceptions(verdict: Verdict, only_planned: bool, denied: int) -> tuple[Element, ...]:
    """Build a label for each thing that the network marks on a tie: its verdict, a plan, a denial."""
    denials = Plural(denied, "denied by {number} claim", "denied by {number} claims")
    return (
        *((badge(Term(verdict), verdict.value),) if verdict is not Verdict.UNREVIEWED else ()),
        *((badge(say("only planned"), "planned"),) if only_planned else ()),
        *((badge(denials, "denied"),) if denied else ()),
    )


def tie_line(row: DrawnTie, seen_from: str | None) -> Element:
    """Build a list line for the row of a tie. The party `seen_from` is left out of the line."""
    outward = row.actor == seen_from
    far, kind = (row.recipient_name, row.recipient_kind) if outward else (row.actor_name, row.actor_kind)
    arrow = "↔" if not row.directed else ("→" if outward else "←")
    both = f"{row.actor_name} {'→' if row.directed else '↔'} {row.recipient_name}"
    name = named(both if seen_from is None else f"{arrow} {far}", kind)
    marks = exceptions(verdict_of(row), 0 < row.claims <= row.planned, row.denied)
    return element(
        "li",
        element("span", name, element("small", what_of(row)), _row(marks), look="stack"),
        element("span", Plural(row.claims, "{number} claim", "{number} claims"), look="number"),
        act=SelectEdge(row.tie),
    )


def edge_line(edge: Edge, graph: Subgraph) -> Element:
    """Build a list line for a drawn tie: both parties, and its relation or event types."""
    ends = [graph.nodes[end].name for end in (edge.actor, edge.recipient)]
    codes = [edge.relation_type] if edge.relation_type else list(edge.event_types)
    what = joined(", ", map(EventType, codes[:3]))
    if edge.roles and not edge.relation_type:
        what = joined(" · ", (roles_of(None, edge.roles), what))
    return element(
        "li",
        element(
            "span",
            element("span", (" → " if edge.directed else " ↔ ").join(ends)),
            element("small", what),
            _row(exceptions(edge.verdict, edge.only_planned, edge.denied)),
            look="stack",
        ),
        badge(Plural(edge.claims, "{number} claim", "{number} claims"), edge.sign.value),
        act=SelectEdge(edge.id),
    )


def _row(badges: Sequence[Element]) -> Element | None:
    return element("span", *badges, look="row") if badges else None


def what_of(row: DrawnTie) -> Phrase:
    """Name what the row of a tie is about: its relation and roles, or its event types."""
    if row.sign != Sign.RELATION:
        types = joined(", ", map(EventType, counted_types(row.event_types or ())))
        return joined(" · ", (roles_of(None, row.roles), types)) if row.roles else types
    roles = ", ".join(dict.fromkeys(role for role in row.roles or () if role))
    relation = Term(row.relation_type)
    return joined(": ", (relation, roles))


def roles_of(relation_type: str | None, roles: Sequence[str]) -> Phrase:
    """Name the roles of a tie: those of a relation in the words of the text, of events in our own."""
    return joined(", ", roles if relation_type else map(Term, roles))


def sentence_line(sentence: Said, about: Said, act: OpenDocument) -> Element:
    """Build a list line of a sentence from the news, with what is known about it below."""
    return element(
        "li", element("span", element("span", sentence), element("small", about), look="stack"), act=act
    )


def listed(heading: Said, lines: Iterable[Element]) -> Element | None:
    """Build a list under a heading, or return None if there are no lines."""
    items = tuple(lines)
    return element("section", element("h3", heading), element("ul", *items, look="list")) if items else None
