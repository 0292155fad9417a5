"""The panel of an edge: both parties, the tie between them, and the claims behind it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from cypher.judging.annotations import Annotation
from cypher.model.graph import Level
from cypher.records.shared import EvidenceClaim
from explorer.acts.by_hand import AddClaim
from explorer.acts.judging import UndoVerdict
from explorer.acts.network import OpenInside, SelectNode
from explorer.elements import Element, element
from explorer.graph.subgraph import Edge, Subgraph, Verdict
from explorer.moments import moment
from explorer.panels.collecting import collecting_tie
from explorer.panels.evidence import evidence
from explorer.panels.notes import Notes, note_section
from explorer.panels.widgets import badge, exceptions, named, roles_of
from explorer.phrases import ByHand, Certainty, Days, Plural, Term, joined, say


def tie_head(edge: Edge, graph: Subgraph, inside: str | None = None) -> Element:
    """Build the head of the panel: parties, sign, verdict, counts, dates and roles.

    `inside` is the level of the ties behind it that the reader can see, or None.
    """
    ends = [_end(graph, end) for end in (edge.actor, edge.recipient)]
    what = Term(edge.relation_type) if edge.relation_type else Term(edge.sign)
    days = Days(edge.first_date, edge.last_date, edge.not_after)
    claims = Plural(edge.claims, "{number} claim", "{number} claims")
    voices = Plural(edge.voices, "{number} independent voice", "{number} independent voices")
    return element(
        "div",
        element("h2", ends[0], " → " if edge.directed else " ↔ ", ends[1]),
        element(
            "div",
            badge(what, edge.sign.value),
            *((badge(Term(edge.verdict)),) if edge.verdict is Verdict.UNREVIEWED else ()),
            *exceptions(edge.verdict, edge.only_planned, edge.denied),
            look="row",
        ),
        element("small", joined(" · ", (claims, ByHand(edge.by_hand, edge.claims), voices, days))),
        element("small", roles_of(edge.relation_type, edge.roles)) if edge.roles else None,
        _acts(edge, inside),
        look="head",
    )


def _acts(edge: Edge, inside: str | None) -> Element:
    said = say("Show the actors behind it") if inside == Level.ACTOR else say("Show the members behind it")
    return element(
        "div",
        element("button", said, act=OpenInside((edge.actor, edge.recipient))) if inside else None,
        *collecting_tie(edge.id),
        element("button", say("Add a claim"), act=AddClaim(edge.id, edge.actor, edge.recipient)),
        look="acts",
    )


def _end(graph: Subgraph, end: str) -> Element:
    node = graph.nodes[end]
    return element("span", named(node.name, node.kind), act=SelectNode(end))


def tie_evidence(
    edge: Edge, claims: Sequence[EvidenceClaim], chosen: Collection[str] = (), notes: Notes | None = None
) -> tuple[Element, ...]:
    """Build the notes on the tie and the cards of its claims, or a sentence if the lens shows none.

    `chosen` are the ids of ticked claims.
    """
    written = (note_section(notes, edge.id),) if notes else ()
    if not claims:
        return (*written, element("p", say("This lens shows no claims for this tie."), look="lead"))
    return (*written, *evidence(claims, {edge.actor, edge.recipient}, chosen, notes))


def judgements(past: Sequence[Annotation]) -> Element:
    """List past judgements, newest first as in `past`, with one line for claims judged together."""
    batches: dict[str, list[Annotation]] = {}
    for annotation in past:
        batches.setdefault(annotation.batch, []).append(annotation)
    return element("ul", *(_batch_line(batch) for batch in batches.values()), look="list")


def _batch_line(batch: Sequence[Annotation]) -> Element:
    said = batch[0]
    labels = element(
        "span",
        badge(Term(said.judgement), said.judgement.value),
        badge(say("recoded")) if said.reading else None,
        badge(say("settled")) if said.final else None,
        badge(f"{said.source_grade or '–'}{said.information_grade or '–'}") if _graded(said) else None,
        badge(Certainty(said.confidence)) if said.confidence is not None else None,
        *(badge(tag) for tag in said.tags),
        look="row",
    )
    claims = Plural(len(batch), "{number} claim", "{number} claims")
    who = joined(" · ", (said.author, moment(said.created_at), claims))
    note = element("span", said.note) if said.note else None
    seen = say("Sources: {names}", names="; ".join(said.sources)) if said.sources else None
    return element(
        "li",
        element("span", labels, note, seen and element("small", seen), element("small", who), look="stack"),
        element("button", say("Undo"), look="act", act=UndoVerdict(said.batch)),
    )


def _graded(said: Annotation) -> bool:
    return bool(said.source_grade or said.information_grade)
