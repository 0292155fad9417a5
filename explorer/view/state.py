"""The state of the network page as a value. The module `address` writes it to the URL and reads it back.

A view does not list nodes. It lists *centres*, which are entities whose neighbours are drawn, and *links*,
which are connections between some entities. Expanding an entity adds a centre, collapsing it removes the
centre. The same centres and links give the same network later, with newer claims.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from cypher.model.graph import EntityKind, RelationType, Sign
from explorer.graph.appearance import PLAIN, Appearance
from explorer.graph.arrangement import BY_FORCES, Arrangement
from explorer.graph.subgraph import Verdict
from explorer.view.filters import Filters

START = "*"
"""The centre that stands for the most relevant ties of the whole graph."""

NEIGHBOURS = 25
"""Default number of ties that an expansion adds. Expanding again adds as many more."""

MOST_NEIGHBOURS = 300
"""Maximum number of ties drawn for one centre."""


class Rank(StrEnum):
    """Which ties an expansion adds first."""

    VOICES = "voices"
    RECENT = "recent"
    CENTRAL = "central"


class LinkKind(StrEnum):
    """The kind of connection between entities: shortest paths or common neighbours."""

    PATHS = "paths"
    COMMON = "common"


@dataclass(frozen=True, slots=True)
class Expansion:
    """How the reader wants ties to be added: at most `limit` of them, ordered by `rank`."""

    limit: int = NEIGHBOURS
    rank: Rank = Rank.VOICES


@dataclass(frozen=True, slots=True)
class Centre:
    """An entity with at most `limit` of its ties, of all event types or of a single one.

    With limit 0, only its ties with other drawn entities are drawn.
    """

    entity: str
    limit: int = NEIGHBOURS
    event_type: str | None = None
    rank: Rank = Rank.VOICES

    def differs_only_in_limit(self, other: Centre) -> bool:
        """Return whether the centres are equal except for their limits."""
        return replace(self, limit=other.limit) == other


@dataclass(frozen=True, slots=True)
class Link:
    """A connection between two or more entities, which is drawn."""

    kind: LinkKind
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pin:
    """A node pinned by the reader at a position, in whole pixels at zoom 1."""

    entity: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class View:
    """The state of the network page: what is drawn, hidden, pinned and selected."""

    centres: tuple[Centre, ...] = (Centre(START),)
    links: tuple[Link, ...] = ()
    hidden: tuple[str, ...] = ()
    pins: tuple[Pin, ...] = ()
    nodes: tuple[str, ...] = ()
    edge: str | None = None
    filters: Filters = field(default_factory=Filters)
    window: tuple[str, str] | None = None
    """First and last day of the chosen period. It hides ties, but does not change which ties are loaded."""
    groupings: tuple[str, ...] = ()
    """How nodes are grouped: ``country`` and codes of blocs."""
    opened: tuple[str, ...] = ()
    """The ids of groups that the reader has opened."""
    inside: tuple[str, ...] = ()
    """States and bodies whose actors are drawn with ties of their own, at a level above that of actors."""
    bundled: bool = False
    """Whether the ties of a pair are drawn as one."""
    arrangement: Arrangement = BY_FORCES
    appearance: Appearance = PLAIN

    @property
    def node(self) -> str | None:
        """The selected node, or None if no node or several nodes are selected."""
        return self.nodes[0] if len(self.nodes) == 1 else None

    @property
    def subject(self) -> str:
        """The name of what is drawn."""
        return self.centres[0].entity if self.centres else " ".join(self.links[0].entities)

    @property
    def drawing(self) -> str:
        """The name of the drawing: views with the same one share the positions of their nodes."""
        plain = self.arrangement == BY_FORCES
        return self.subject if plain else f"{self.subject} {self.arrangement}"

    def drawn(self) -> tuple[object, ...]:
        """Return the parts of the view that make a step of the history. The selection is not one of them."""
        chosen = self.centres, self.links, self.hidden, self.filters, self.window
        folds = self.groupings, self.opened, self.inside, self.bundled
        return (*chosen, self.pins, *folds, self.arrangement, self.appearance)


def about(entity: str) -> View:
    """Return the view of one entity with its strongest ties. The entity is selected."""
    return View(centres=(Centre(entity),), nodes=(entity,))


def alone(view: View, entities: Iterable[str]) -> View:
    """Return the view of only these entities with their strongest ties.

    They are selected; the filters stay.
    """
    chosen = tuple(entities)
    return View(tuple(map(Centre, chosen)) or (Centre(START),), nodes=chosen, filters=view.filters)


def select_node(view: View, node: str | None) -> View:
    """Return the view with only this node selected, or nothing if it is None."""
    return select_nodes(view, (node,) if node else ())


def select_nodes(view: View, nodes: Iterable[str]) -> View:
    """Return the view with these nodes selected, and no edge."""
    return replace(view, nodes=tuple(nodes), edge=None)


def select_edge(view: View, edge: str | None) -> View:
    """Return the view with only this edge selected, or nothing if it is None."""
    return replace(view, nodes=(), edge=edge)


def expand(view: View, entity: str, event_type: str | None = None, wanted: Expansion | None = None) -> View:
    """Add ties of an entity. If they are drawn already, raise their limit by as many.

    The limit is at most `MOST_NEIGHBOURS`. The entity is no longer hidden.
    """
    wanted = wanted or Expansion()
    new = Centre(entity, wanted.limit, event_type, wanted.rank)
    again = next((centre for centre in view.centres if centre.differs_only_in_limit(new)), None)
    if again is None:
        centres = (*view.centres, new)
    else:
        wider = replace(again, limit=min(again.limit + wanted.limit, MOST_NEIGHBOURS))
        centres = tuple(wider if centre is again else centre for centre in view.centres)
    return replace(view, centres=centres, hidden=tuple(h for h in view.hidden if h != entity))


def expand_all(view: View, entities: Iterable[str], wanted: Expansion) -> View:
    """Add ties of each of these entities, in one step."""
    for entity in entities:
        view = expand(view, entity, wanted=wanted)
    return view


def collapse(view: View, *entities: str) -> View:
    """Remove these entities from the centres. If no centres and links are left, the start is drawn."""
    left = tuple(centre for centre in view.centres if centre.entity not in entities)
    return replace(view, centres=left or ((Centre(START),) if not view.links else ()))


def link(view: View, kind: LinkKind, entities: Iterable[str]) -> View:
    """Add a connection between these entities, or remove it if it is already drawn."""
    asked = Link(kind, tuple(entities))
    if asked not in view.links:
        return replace(view, links=(*view.links, asked))
    left = tuple(each for each in view.links if each != asked)
    return replace(view, links=left, centres=view.centres or ((Centre(START),) if not left else ()))


def links_alone(view: View, kind: LinkKind, entities: Iterable[str]) -> View:
    """Draw only a connection between these entities. The filters stay."""
    chosen = tuple(entities)
    return View(centres=(), links=(Link(kind, chosen),), nodes=chosen, filters=view.filters)


def hide(view: View, *entities: str) -> View:
    """Hide nodes until the reader shows them again. Nothing is selected then."""
    hidden = tuple(dict.fromkeys((*view.hidden, *entities)))
    return select_node(replace(view, hidden=hidden), None)


def show_all(view: View) -> View:
    """Show all hidden nodes."""
    return replace(view, hidden=())


def pin(view: View, pinned: Collection[str], moved: Mapping[str, tuple[float, float]]) -> View:
    """Pin the nodes in `pinned`, those of `moved` at their new positions, and unpin all others."""
    kept = [each for each in view.pins if each.entity in pinned and each.entity not in moved]
    fresh = [Pin(node, round(x), round(y)) for node, (x, y) in moved.items() if node in pinned]
    return replace(view, pins=(*kept, *fresh))


def look_at(view: View, window: tuple[str, str] | None) -> View:
    """Show only a period, or all time if `window` is None."""
    return replace(view, window=window)


_CHANNELS: Mapping[str, tuple[str, type[StrEnum]]] = {
    "kind": ("kinds", EntityKind),
    "sign": ("signs", Sign),
    "verdict": ("verdicts", Verdict),
}
"""The channels of the legend that filter, each with the field of `Filters` and the values it may have."""


def filtered_by(filters: Filters) -> dict[str, tuple[str, ...]]:
    """Return the values of the filters, by channel of the legend."""
    chosen = {channel: getattr(filters, name) for channel, (name, _) in _CHANNELS.items()}
    return chosen | {"relation": (Sign.RELATION.value,) if filters.relations else ()}


def filter_by(view: View, channel: str, key: str) -> View:
    """Add an entry of the legend to the filters, or remove it if it is there. Ignore an unknown entry.

    The entry for relations draws them besides the other ties.
    """
    if (channel, key) == ("sign", Sign.RELATION):
        return draw_relations(view, not view.filters.relations)
    name, values = _CHANNELS.get(channel, ("", Verdict))
    if not name or key not in set(values):
        return view
    chosen = filtered_by(view.filters)[channel]
    left: Any = tuple(each for each in chosen if each != key) if key in chosen else (*chosen, key)
    return replace(view, filters=replace(view.filters, **{name: left}))


def draw_relations(view: View, on: bool) -> View:
    """Draw lasting relations besides the ties of events, or only those that the reader asked for."""
    return replace(view, filters=replace(view.filters, relations=on))


def signs_of(filters: Filters) -> list[Sign]:
    """Return the signs of the ties that the filters let through, in the order of `Sign`."""
    signs = set(filters.signs) or set(Sign) - {Sign.RELATION}
    asked = filters.relations or set(filters.event_types) & set(RelationType)
    return [sign for sign in Sign if sign in signs or (asked and sign is Sign.RELATION)]


def asks_for_relations(view: View) -> bool:
    """Return whether the view draws lasting relations: by its filters, or to expand a type of relation."""
    expanded = (centre.event_type for centre in view.centres if centre.event_type)
    types = (*view.filters.event_types, *expanded)
    return Sign.RELATION in signs_of(replace(view.filters, event_types=types))


def narrowed(view: View) -> Filters:
    """Return the filters, with their dates narrowed to the chosen period."""
    if view.window is None:
        return view.filters
    first, last = view.window
    since, until = view.filters.since or first, view.filters.until or last
    return replace(view.filters, since=max(since, first), until=min(until, last))


def is_centre(view: View, entity: str) -> bool:
    """Return whether the entity is a centre."""
    return any(centre.entity == entity for centre in view.centres)
