"""The page of one actor: who it is, its offices, partners, adversaries, statements and possible doubles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cypher.model.graph import EntityKind, Sign
from cypher.records.explore import FullEntity, MergeCandidate
from cypher.records.shared import DrawnTie
from explorer.acts.opening import OpenDocument, OpenEntity, OpenMerging, OpenPair, OpenProfile
from explorer.elements import Element, element
from explorer.graph.subgraph import counted_types
from explorer.panels.collecting import collecting_actor
from explorer.panels.entity import kind_and_country, other_names
from explorer.panels.notes import Notes, note_section
from explorer.panels.widgets import listed, named, sentence_line, what_of
from explorer.phrases import Day, Days, EventType, Plural, Said, joined, say

SHOWN_TIES = 10


@dataclass(frozen=True, slots=True)
class ActorFacts:
    """What the left side of the page shows."""

    entity: FullEntity
    relations: Sequence[DrawnTie]
    ties: Mapping[Sign, Sequence[DrawnTie]]
    statements: Sequence[Mapping[str, Any]]
    doubles: Sequence[MergeCandidate]
    notes: Notes
    side: str
    """The id whose ties these are: its own, or that of the state or bloc it counts for."""


def actor_profile(facts: ActorFacts) -> tuple[Element, ...]:
    """Build the parts from top to bottom, without empty ones."""
    me = facts.entity.id
    parts = (
        head(facts.entity),
        _names(facts.entity),
        note_section(facts.notes, me),
        listed(say("Offices and affiliation"), (_relation_line(row, me) for row in facts.relations)),
        _tied(say("Partners"), facts.ties[Sign.COOPERATION], facts.side, me),
        _tied(say("Adversaries"), facts.ties[Sign.CONFLICT], facts.side, me),
        listed(say("Statements"), map(_statement_line, facts.statements)),
        listed(say("May be the same as"), (_double_line(row, me) for row in facts.doubles)),
    )
    return tuple(part for part in parts if part)


def head(entity: FullEntity) -> Element:
    """Build the name, kind and country, with ways to the network and to the form that merges."""
    mentioned = Plural(entity.mentions, "named in {number} sentence", "named in {number} sentences")
    return element(
        "div",
        element("h2", entity.name),
        element("div", *kind_and_country(entity), element("small", mentioned), look="row"),
        element(
            "div",
            element("button", say("Show in network"), act=OpenEntity(entity.id)),
            *collecting_actor(entity.id),
            element("button", say("Same as …"), act=OpenMerging(entity.id))
            if entity.kind != EntityKind.COUNTRY
            else None,
            look="acts",
        ),
        look="head",
    )


def _names(entity: FullEntity) -> Element | None:
    names = " · ".join(other_names(entity))
    return element("p", say("Also known as {names}", names=names), look="soft") if names else None


def _relation_line(row: DrawnTie, me: str) -> Element:
    far, name, kind = _far(row, me)
    what = joined(" · ", (what_of(row), Days(row.first_date, row.last_date, row.not_after)))
    arrow = "→" if row.actor == me else "←"
    return element(
        "li",
        element("span", named(f"{arrow} {name}", kind), element("small", what), look="stack"),
        element("span", Plural(row.claims, "{number} claim", "{number} claims"), look="number"),
        act=OpenProfile(far),
    )


def _tied(heading: Said, rows: Sequence[DrawnTie], side: str, me: str) -> Element | None:
    """List the others by their number of claims, both directions together; a line opens the pair."""
    others: dict[str, list[DrawnTie]] = {}
    for row in rows:
        others.setdefault(_far(row, side)[0], []).append(row)
    ranked = sorted(others.items(), key=lambda item: -sum(row.claims for row in item[1]))
    lines = [_tied_line(far, ties, side, me) for far, ties in ranked[:SHOWN_TIES]]
    return listed(heading, lines)


def _tied_line(far: str, ties: Sequence[DrawnTie], side: str, me: str) -> Element:
    _, name, kind = _far(ties[0], side)
    types = dict.fromkeys(code for tie in ties for code in counted_types(tie.event_types))
    claims = sum(tie.claims for tie in ties)
    return element(
        "li",
        element(
            "span",
            named(name, kind),
            element("small", joined(", ", [EventType(code) for code in list(types)[:3]])),
            look="stack",
        ),
        element("span", Plural(claims, "{number} claim", "{number} claims"), look="number"),
        act=OpenPair(me, far),
    )


def _far(row: DrawnTie, me: str) -> tuple[str, str, str]:
    if row.actor == me:
        return row.recipient, row.recipient_name, row.recipient_kind
    return row.actor, row.actor_name, row.actor_kind


def _statement_line(row: Mapping[str, Any]) -> Element:
    when = Day(row["date"], not_after=row["not_after"])
    what = joined(" · ", (EventType(row["event_type"]), when, row["publisher"]))
    return sentence_line(row["sentence"], what, OpenDocument(row["document"], row["claim"]))


def _double_line(row: MergeCandidate, me: str) -> Element:
    left = row.left != me
    other, name, kind = (
        (row.left, row.left_name, row.left_kind) if left else (row.right, row.right_name, row.right_kind)
    )
    return element(
        "li",
        element("span", named(name, kind), element("small", row.reason), look="stack"),
        act=OpenProfile(other),
    )
