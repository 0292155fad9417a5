"""The panel of an entity: its names, ties, event types and latest claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from cypher.model.graph import EntityKind, Sign
from explorer.acts.network import ChooseExpansion, Collapse, Expand, ExpandType, Hide, ShowAbout
from explorer.acts.opening import OpenDocument, OpenMerging
from explorer.elements import Element, element
from explorer.panels.evidence import sign_of
from explorer.panels.widgets import badge, listed, tie_line
from explorer.view.state import Expansion, Rank
from explorer.words import Words

SHOWN_NAMES = 8

LIMITS = (10, 25, 50, 100)
"""The numbers of ties that the reader can choose for an expansion."""

RANKS = {Rank.VOICES: "most sources", Rank.RECENT: "most recent", Rank.CENTRAL: "most connected"}
"""English names of the orders in which an expansion adds ties."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class EntityFacts:
    """The data for the panel of an entity.

    `entity`, `ties`, `counts` and `claims` are rows of the statements that look up the entity, its
    neighbours, its expansion counts and its claims.
    """

    entity: Row
    ties: Sequence[Row]
    counts: Sequence[Row]
    claims: Sequence[Row]
    drawn: int
    """The number of its ties on the screen."""
    expanded: bool
    wanted: Expansion = field(default_factory=Expansion)
    """How many ties an expansion adds, and in which order."""


def entity_panel(facts: EntityFacts, words: Words) -> tuple[Element, ...]:
    """Build the panel of an entity, from top to bottom."""
    me = facts.entity["id"]
    relations = [row for row in facts.ties if row["sign"] == Sign.RELATION]
    others = [row for row in facts.ties if row["sign"] != Sign.RELATION]
    parts = (
        _head(facts.entity, words),
        _acts(facts, words),
        _counts(facts, words),
        listed(words("Lasting relations"), (tie_line(row, me, words) for row in relations[:8])),
        listed(words("Strongest ties"), (tie_line(row, me, words) for row in others[:8])),
        listed(words("Latest claims"), (_claim_line(row, words) for row in facts.claims)),
    )
    return tuple(part for part in parts if part)


def _head(entity: Row, words: Words) -> Element:
    names = [name for name in entity["aliases"] or () if name != entity["name"]]
    shown = " · ".join(names[:SHOWN_NAMES])
    country = entity["country"] if entity["country"] != entity["id"] else None
    return element(
        "div",
        element("h2", entity["name"] or words("(no name)")),
        element(
            "div",
            element("span", words.term(entity["kind"]), look=f"badge kind {entity['kind']}"),
            badge(entity.get("country_name") or country) if country else None,
            look="row",
        ),
        element("small", words("Also known as {names}", names=shown)) if shown else None,
        look="head",
    )


def _acts(facts: EntityFacts, words: Words) -> Element:
    me = facts.entity["id"]
    total = facts.counts[0]["all_ties"] if facts.counts else 0
    more = words("Show more ties") if facts.expanded else words("Expand")
    buttons = [
        element("button", more, act=Expand((me,))) if facts.drawn < total else None,
        element("button", words("Collapse"), act=Collapse((me,))) if facts.expanded else None,
        element("button", words("Hide"), act=Hide((me,))),
        element("button", words("Show alone"), act=ShowAbout(me)),
        element("button", words("Same as …"), act=OpenMerging(me))
        if facts.entity["kind"] != EntityKind.COUNTRY
        else None,
    ]
    drawn = words("{drawn} of {total} ties drawn", drawn=facts.drawn, total=total)
    ways = expansion_choice(facts.wanted, words) if facts.drawn < total else None
    return element("div", element("div", *buttons, look="acts"), element("small", drawn), ways)


def expansion_choice(wanted: Expansion, words: Words) -> Element:
    """Build the choice of how many ties an expansion adds, and in which order.

    The chosen button of each row is on.
    """
    limits = [
        _choice(str(limit), replace(wanted, limit=limit), wanted, words("Show {number} ties", number=limit))
        for limit in LIMITS
    ]
    ranks = [
        _choice(words(RANKS[rank]), replace(wanted, rank=rank), wanted, words("Which ties come first"))
        for rank in Rank
    ]
    return element(
        "details",
        element(
            "summary",
            words("Shows {number} ties, {rank} first", number=wanted.limit, rank=words(RANKS[wanted.rank])),
        ),
        element("div", *limits, look="acts"),
        element("div", *ranks, look="acts"),
    )


def _choice(text: str, choice: Expansion, wanted: Expansion, hint: str) -> Element:
    act = ChooseExpansion(choice.limit, choice.rank)
    return element("button", text, look="on" if choice == wanted else "", act=act, hint=f"{hint}: {text}")


def _counts(facts: EntityFacts, words: Words) -> Element | None:
    """Build a button for each event type, with its number of claims, drawn or not."""
    me = facts.entity["id"]
    signs = {Sign.COOPERATION: "Cooperation", Sign.CONFLICT: "Conflict"}
    sections = []
    for sign, title in signs.items():
        rows = [row for row in facts.counts if row["sign"] == sign]
        buttons = [_count_button(row, me, words) for row in rows]
        claims = sum(row["claims"] for row in rows)
        if buttons:
            heading = f"{words(title)} · {words.plural(claims, '{number} claim', '{number} claims')}"
            sections.append(element("section", element("h3", heading), element("div", *buttons, look="acts")))
    return element("div", *sections) if sections else None


def _count_button(row: Row, me: str, words: Words) -> Element:
    code = row["event_type"]
    return element(
        "button",
        words.event_type(code),
        element("span", f"{row['claims']:,}", look="number"),
        look=sign_of(code),
        act=ExpandType(me, code),
        hint=words.explanation(code),
    )


def _claim_line(row: Row, words: Words) -> Element:
    what = " · ".join((words.event_type(row["event_type"]), words.day(row["date"] or row["published_on"])))
    return element(
        "li",
        element("span", element("span", row["sentence"]), element("small", what), look="stack"),
        act=OpenDocument(row["document"], row["claim"]),
    )
