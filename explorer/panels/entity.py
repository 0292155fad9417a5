"""The panel of an entity: its names, ties, event types and latest claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from cypher.model.graph import EntityKind, Sign
from cypher.records.explore import ExpansionCount, FullEntity
from cypher.records.shared import DrawnTie, EntityClaim
from explorer.acts.by_hand import AddClaim
from explorer.acts.network import (
    ChooseExpansion,
    CloseInside,
    Collapse,
    Expand,
    ExpandType,
    Hide,
    OpenInside,
    ShowAbout,
)
from explorer.acts.opening import OpenDocument, OpenMerging, OpenProfile
from explorer.dataset_words import quoted
from explorer.elements import Element, element
from explorer.panels.collecting import collecting_actor
from explorer.panels.evidence import sign_of
from explorer.panels.notes import Notes, note_section
from explorer.panels.widgets import badge, listed, sentence_line, tie_line
from explorer.phrases import Day, EventType, Explanation, Number, Plural, Said, Term, joined, maker_of, say
from explorer.view.state import Expansion, Rank

SHOWN_NAMES = 8

LIMITS = (10, 25, 50, 100)
"""The numbers of ties that the reader can choose for an expansion."""

RANKS = {Rank.VOICES: "most sources", Rank.RECENT: "most recent", Rank.CENTRAL: "most connected"}
"""English names of the orders in which an expansion adds ties."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The state, body or bloc of a node, by its id and name, and whether what is inside it is drawn."""

    state: str
    name: str
    opened: bool
    bloc: bool = False


@dataclass(frozen=True, slots=True)
class EntityFacts:
    """The data for the panel of an entity."""

    entity: FullEntity
    ties: Sequence[DrawnTie]
    counts: Sequence[ExpansionCount]
    claims: Sequence[EntityClaim]
    drawn: int
    """The number of its ties on the screen, of the signs that the filters let through."""
    total: int
    """The number of its ties that the filters let through, on the screen or not."""
    expanded: bool
    wanted: Expansion = field(default_factory=Expansion)
    """How many ties an expansion adds, and in which order."""
    notes: Notes = field(default_factory=Notes)
    opening: Opening | None = None
    """Whether it can be opened, or is drawn in an opened state; None at the level of actors."""


def entity_panel(facts: EntityFacts) -> tuple[Element, ...]:
    """Build the panel of an entity, from top to bottom."""
    me = facts.entity.id
    relations = [row for row in facts.ties if row.sign == Sign.RELATION]
    others = [row for row in facts.ties if row.sign != Sign.RELATION]
    parts = (
        _head(facts.entity),
        _acts(facts),
        note_section(facts.notes, me),
        _counts(facts),
        listed(say("Lasting relations"), (tie_line(row, me) for row in relations[:8])),
        listed(say("Strongest ties"), (tie_line(row, me) for row in others[:8])),
        listed(say("Latest claims"), (_claim_line(row) for row in facts.claims)),
    )
    return tuple(part for part in parts if part)


def _head(entity: FullEntity) -> Element:
    shown = " · ".join(other_names(entity)[:SHOWN_NAMES])
    return element(
        "div",
        element("h2", entity.name or say("(no name)")),
        element("div", *kind_and_country(entity), look="row"),
        element("small", say("Also known as {names}", names=shown)) if shown else None,
        look="head",
    )


def other_names(entity: FullEntity) -> list[str]:
    """Return the spellings of an entity besides its name."""
    return [name for name in entity.aliases if name != entity.name]


def kind_and_country(entity: FullEntity) -> tuple[Element | None, ...]:
    """Build the badges of an entity: its kind, and its country if it is not one itself."""
    country = entity.country if entity.country != entity.id else None
    return (
        element("span", Term(entity.kind), look=f"badge kind {entity.kind}"),
        badge(entity.country_name or country) if country else None,
    )


def _acts(facts: EntityFacts) -> Element:
    me = facts.entity.id
    total = 0 if _is_member(facts) else facts.total
    more = say("Show more ties") if facts.expanded else say("Expand")
    buttons = [
        element("button", more, act=Expand((me,))) if facts.drawn < total else None,
        element("button", say("Collapse"), act=Collapse((me,))) if facts.expanded else None,
        _opening(facts.opening) if facts.opening else None,
        element("button", say("Hide"), act=Hide((me,))),
        element("button", say("Show alone"), act=ShowAbout(me)),
        element("button", say("Its page"), act=OpenProfile(me)),
        *collecting_actor(me),
        element("button", say("Add a claim"), act=AddClaim(me, me, "")),
        element("button", say("Same as …"), act=OpenMerging(me))
        if facts.entity.kind != EntityKind.COUNTRY
        else None,
    ]
    drawn = say("{drawn} of {total} ties drawn", drawn=facts.drawn, total=total)
    ways = expansion_choice(facts.wanted) if facts.drawn < total else None
    counted = None if _is_member(facts) else element("small", drawn)
    return element("div", element("div", *buttons, look="acts"), counted, ways)


def _is_member(facts: EntityFacts) -> bool:
    """Whether the entity is drawn because its state is open; an expansion would add ties of the state."""
    return facts.opening is not None and facts.opening.state != facts.entity.id


def _opening(opening: Opening) -> Element:
    """Build the button that draws the actors of a state, or the state as one node again."""
    if opening.opened:
        said = say("Draw {name} as one node", name=opening.name)
        return element("button", said, act=CloseInside((opening.state,)))
    said = say("Show its members") if opening.bloc else say("Show its actors")
    return element("button", said, act=OpenInside((opening.state,)))


def expansion_choice(wanted: Expansion) -> Element:
    """Build the choice of how many ties an expansion adds, and in which order.

    The chosen button of each row is on.
    """
    limits = [
        _choice(str(limit), replace(wanted, limit=limit), wanted, say("Show {number} ties", number=limit))
        for limit in LIMITS
    ]
    ranks = [
        _choice(say(RANKS[rank]), replace(wanted, rank=rank), wanted, say("Which ties come first"))
        for rank in Rank
    ]
    return element(
        "details",
        element(
            "summary",
            say("Shows {number} ties, {rank} first", number=wanted.limit, rank=say(RANKS[wanted.rank])),
        ),
        element("div", *limits, look="acts"),
        element("div", *ranks, look="acts"),
    )


def _choice(text: Said, choice: Expansion, wanted: Expansion, hint: Said) -> Element:
    act, look = ChooseExpansion(choice.limit, choice.rank), "on" if choice == wanted else ""
    return element("button", text, look=look, act=act, hint=joined(": ", (hint, text)))


def _counts(facts: EntityFacts) -> Element | None:
    """Build a button for each event type, with its number of claims, drawn or not."""
    me = facts.entity.id
    signs = {Sign.COOPERATION: "Cooperation", Sign.CONFLICT: "Conflict"}
    sections = []
    for sign, title in signs.items():
        rows = [row for row in facts.counts if row.sign == sign]
        buttons = [_count_button(row, me) for row in rows]
        claims = sum(row.claims for row in rows)
        if buttons:
            heading = joined(" · ", (say(title), Plural(claims, "{number} claim", "{number} claims")))
            sections.append(element("section", element("h3", heading), element("div", *buttons, look="acts")))
    return element("div", *sections) if sections else None


def _count_button(row: ExpansionCount, me: str) -> Element:
    code = row.event_type
    return element(
        "button",
        EventType(code),
        element("span", Number(row.claims), look="number"),
        look=sign_of(code),
        act=ExpandType(me, code),
        hint=Explanation(code),
    )


def _claim_line(row: EntityClaim) -> Element:
    when = Day(row.date, row.date_precision, row.not_after)
    what = joined(" · ", (EventType(row.event_type), when, maker_of(row.extractor)))
    return sentence_line(quoted(row.sentence, row.extractor), what, OpenDocument(row.document, row.claim))
