"""The panel of an edge: both parties, the tie between them, and the claims behind it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cypher.judging.annotations import Annotation
from explorer.acts.judging import UndoVerdict
from explorer.acts.network import SelectNode
from explorer.elements import Element, element
from explorer.graph.subgraph import Edge, Subgraph
from explorer.panels.bundles import Claim
from explorer.panels.evidence import evidence
from explorer.panels.widgets import badge, named
from explorer.words import Words


def tie_head(edge: Edge, graph: Subgraph, words: Words) -> Element:
    """Build the head of the panel: parties, sign, verdict, counts, dates and roles."""
    ends = [_end(graph, end, words) for end in (edge.actor, edge.recipient)]
    what = words.term(edge.relation_type) if edge.relation_type else words.term(edge.sign)
    days = list(dict.fromkeys(words.day(day) for day in (edge.first_date, edge.last_date) if day))
    claims = words.plural(edge.claims, "{number} claim", "{number} claims")
    voices = words.plural(edge.voices, "{number} independent voice", "{number} independent voices")
    return element(
        "div",
        element("h2", ends[0], " → " if edge.directed else " ↔ ", ends[1]),
        element(
            "div",
            badge(what, edge.sign.value),
            badge(words.term(edge.verdict), edge.verdict.value),
            look="row",
        ),
        element("small", " · ".join((claims, voices, *([" – ".join(days)] if days else [])))),
        element("small", ", ".join(edge.roles)) if edge.roles else None,
        look="head",
    )


def _end(graph: Subgraph, end: str, words: Words) -> Element:
    node = graph.nodes[end]
    return element("span", named(node.name, node.kind, words), act=SelectNode(end))


def tie_evidence(
    edge: Edge, claims: Sequence[Claim], words: Words, chosen: Collection[str] = ()
) -> tuple[Element, ...]:
    """Build the cards of the claims, or a sentence if the lens shows none.

    `chosen` are the ids of ticked claims.
    """
    if not claims:
        return (element("p", words("This lens shows no claims for this tie."), look="lead"),)
    return evidence(claims, {edge.actor, edge.recipient}, words, chosen)


def judgements(past: Sequence[Annotation], words: Words) -> Element:
    """List past judgements, newest first as in `past`, with one line for claims judged together."""
    batches: dict[str, list[Annotation]] = {}
    for annotation in past:
        batches.setdefault(annotation.batch, []).append(annotation)
    return element("ul", *(_batch_line(batch, words) for batch in batches.values()), look="list")


def _batch_line(batch: Sequence[Annotation], words: Words) -> Element:
    said = batch[0]
    labels = element(
        "span",
        badge(words.term(said.judgement), said.judgement.value),
        badge(words("recoded")) if said.reading else None,
        badge(words("settled")) if said.final else None,
        badge(f"{said.source_grade or '–'}{said.information_grade or '–'}") if _graded(said) else None,
        badge(words.certainty(said.confidence)) if said.confidence is not None else None,
        *(badge(tag) for tag in said.tags),
        look="row",
    )
    when = said.created_at[:16].replace("T", " ")
    who = f"{said.author} · {when} UTC · {words.plural(len(batch), '{number} claim', '{number} claims')}"
    note = element("span", said.note) if said.note else None
    seen = words("Sources: {names}", names="; ".join(said.sources)) if said.sources else None
    return element(
        "li",
        element("span", labels, note, seen and element("small", seen), element("small", who), look="stack"),
        element("button", words("Undo"), look="act", act=UndoVerdict(said.batch)),
    )


def _graded(said: Annotation) -> bool:
    return bool(said.source_grade or said.information_grade)
