"""Turns the nodes and relationships of a typed result into entities and ties, which are what is drawn.

Entities are drawn as nodes, ties as edges. Events, relations and claims become the ties that they form, and
relationships bring their ends. If a result has only entities, the ties between them are read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

from cypher.database.elements import ENTITIES, Elements, GraphNode
from cypher.model.graph import Entity, EntityKind, Level
from cypher.records.explore import EndOfLink, FormedTie
from cypher.records.row import Row
from cypher.records.shared import DrawnTie

R = TypeVar("R", bound=Row)

TIE, CLAIM = "Tie", "Claim"
ASSERTIONS = ("Event", "Relation", CLAIM)
"""The labels of nodes that are drawn as the ties that they form."""

MOST_ENTITIES = 300
"""The maximum number of entities that are drawn; a larger network is less readable than the table."""

MOST_TIES = 1200
"""The maximum number of ties that are drawn."""


class Rows(Protocol):
    """Reads the rows of a catalogue statement, as `Database.rows` does."""

    def __call__(self, record: type[R], name: str, **parameters: object) -> list[R]:
        """Return the rows as records."""
        ...


@dataclass(frozen=True, slots=True)
class Look:
    """How the ties of a result are read: the lens, the level and the day of the reader.

    `asked_level` is the level that the query itself was given, if it has such a parameter.
    """

    lens: str
    level: str
    known_by: str | None = None
    asked_level: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How much of a result is not drawn.

    `others` counts nodes of other labels. `hidden` counts the ties of the result that the lens does not show,
    `tieless` the events, relations and claims that form no tie which it shows. `entities` and `ties` count
    what exceeds the limits, `ends` the relationships whose ends are unknown, and `nameless` the nodes without
    an id of their own.
    """

    others: tuple[tuple[str, int], ...] = ()
    hidden: int = 0
    tieless: int = 0
    entities: int = 0
    ties: int = 0
    ends: int = 0
    nameless: int = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn of a result; `joined` means that its ties were read because it has only entities."""

    entities: tuple[Entity, ...] = ()
    ties: tuple[DrawnTie, ...] = ()
    left_out: LeftOut = field(default_factory=LeftOut)
    joined: bool = False


def drawing_of(found: Elements, look: Look, rows: Rows) -> Drawing:
    """Return the entities and ties of a result, and count what is not drawn."""
    nodes = [*found.nodes, *_ends(found.ends, rows)]
    named = [node.id for node in nodes if node.label == TIE]
    asserted = [node for node in nodes if node.label in ASSERTIONS]
    entities = _entities(nodes)
    formed = _formed(asserted, _levels(nodes, look), rows)
    wanted = list(dict.fromkeys([*named, *(row.tie for row in formed)]))
    joined = not wanted and not asserted and len(entities) > 1
    ties = _among(list(entities), look, rows) if joined else _ties(wanted[:MOST_TIES], look, rows)
    shown = {tie.tie for tie in ties}
    left_out = LeftOut(
        others=tuple(Counter(n.label for n in nodes if not _is_drawn(n)).most_common()),
        hidden=len(set(named[:MOST_TIES]) - shown),
        tieless=len({node.id for node in asserted} - {row.source for row in formed if row.tie in shown}),
        ties=max(0, len(wanted) - MOST_TIES),
        ends=found.endless,
        nameless=found.nameless,
    )
    return _limited(Drawing(tuple(_with_ends(entities, ties)), tuple(ties), left_out, joined and bool(ties)))


def _is_drawn(node: GraphNode) -> bool:
    return node.label in ENTITIES or node.label in (TIE, *ASSERTIONS)


def _ends(elements: Sequence[str], rows: Rows) -> list[GraphNode]:
    """Read the ends of relationships that were returned without their nodes."""
    found = rows(EndOfLink, "explore/ends_of_links", ids=list(elements)) if elements else []
    return [
        GraphNode(
            row.label,
            row.id,
            {"name": row.name, "kind": row.kind, "country": row.country, "level": row.level},
        )
        for row in found
        if row.id
    ]


def _entities(nodes: Iterable[GraphNode]) -> dict[str, Entity]:
    found: dict[str, Entity] = {}
    for node in nodes:
        if node.label in ENTITIES:
            kind = node.text("kind") or ""
            usual = EntityKind.COUNTRY if node.label == "Country" else EntityKind.GROUP
            fits = EntityKind(kind) if kind in set(EntityKind) else usual
            name = node.text("name") or node.id
            found.setdefault(node.id, Entity(node.id, name, fits, node.text("country")))
    return found


def _levels(nodes: Iterable[GraphNode], look: Look) -> set[str]:
    """The levels of the ties that events form: those of the result's own ties, or that of the query."""
    held = {level for node in nodes if node.label == TIE and (level := node.text("level"))}
    return held or {look.asked_level or Level.ACTOR.value}


def _formed(asserted: Sequence[GraphNode], levels: Collection[str], rows: Rows) -> list[FormedTie]:
    if not asserted:
        return []
    events, relations, claims = ([n.id for n in asserted if n.label == label] for label in ASSERTIONS)
    found = rows(FormedTie, "explore/formed_ties", events=events, relations=relations, claims=claims)
    return [row for row in found if row.level in levels]


def _ties(ids: Sequence[str], look: Look, rows: Rows) -> list[DrawnTie]:
    if not ids:
        return []
    asked = {"ids": list(ids), "lens": look.lens, "level": None, "limit": MOST_TIES}
    if look.known_by is None:
        return rows(DrawnTie, "explore/counted_ties", **asked)
    return rows(DrawnTie, "explore/ties", **asked, known_by=look.known_by)


def _among(ids: Sequence[str], look: Look, rows: Rows) -> list[DrawnTie]:
    kept = list(ids)[:MOST_ENTITIES]
    asked = {"lens": look.lens, "level": look.asked_level or look.level, "limit": MOST_TIES}
    if look.known_by is None:
        return rows(DrawnTie, "explore/counted_ties_among", fresh=kept, **asked)
    return rows(DrawnTie, "explore/ties_among", entities=kept, known_by=look.known_by, **asked)


def _with_ends(entities: dict[str, Entity], ties: Sequence[DrawnTie]) -> Iterable[Entity]:
    """The entities, and after them the ends of the ties that are not among them."""
    all_of_them = dict(entities)
    for tie in ties:
        for end in (
            Entity(tie.actor, tie.actor_name, EntityKind(tie.actor_kind), tie.actor_country),
            Entity(tie.recipient, tie.recipient_name, EntityKind(tie.recipient_kind), tie.recipient_country),
        ):
            all_of_them.setdefault(end.id, end)
    return all_of_them.values()


def _limited(whole: Drawing) -> Drawing:
    """Keep the first entities, and the ties between them."""
    first = whole.entities[:MOST_ENTITIES]
    kept = {entity.id for entity in first}
    ties = tuple(tie for tie in whole.ties if tie.actor in kept and tie.recipient in kept)
    left_out = replace(
        whole.left_out,
        entities=len(whole.entities) - len(first),
        ties=whole.left_out.ties + len(whole.ties) - len(ties),
    )
    return replace(whole, entities=first, ties=ties, left_out=left_out)
