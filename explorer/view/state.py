"""What the reader is looking at, as a value; the module `address` writes it into the URL and reads it back.

A picture is not a list of nodes but of *centres*: entities whose neighbours are drawn, and of *links*: how
some entities hang together. Expanding adds a centre, collapsing takes it out, and the same centres and links
give the same picture tomorrow, with newer claims.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from cypher.model.graph import EntityKind, Sign
from explorer.graph.subgraph import Verdict

START = "*"
"""The centre that stands for the most relevant ties of the whole graph."""

NEIGHBOURS = 25
"""Ties that one expansion brings, and by how many "more" raises it, unless the reader says otherwise."""

MOST_NEIGHBOURS = 300
"""Ties of one centre that are drawn at most."""


class Rank(StrEnum):
    """Which ties an expansion brings first."""

    VOICES = "voices"
    RECENT = "recent"
    CENTRAL = "central"


class LinkKind(StrEnum):
    """How entities may hang together: over the shortest chains of ties, or over whom they all deal with."""

    PATHS = "paths"
    COMMON = "common"


@dataclass(frozen=True, slots=True)
class Expansion:
    """How the reader wants ties to be brought: so many, the first by `rank`."""

    limit: int = NEIGHBOURS
    rank: Rank = Rank.VOICES


@dataclass(frozen=True, slots=True)
class Centre:
    """An entity with at most `limit` of its ties, all of them or those of one event type."""

    entity: str
    limit: int = NEIGHBOURS
    event_type: str | None = None
    rank: Rank = Rank.VOICES

    def brings_as(self, other: Centre) -> bool:
        """Whether both bring the same ties, but for how many."""
        return replace(self, limit=other.limit) == other


@dataclass(frozen=True, slots=True)
class Link:
    """A question about two entities or more, whose answer is drawn."""

    kind: LinkKind
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """What is left of the picture; an empty tuple filters nothing. Dates are ISO strings, inclusive."""

    kinds: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    event_types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None

    def count(self) -> int:
        """How many of them are in force."""
        lists = (self.kinds, self.signs, self.event_types, self.statuses, self.verdicts)
        return sum(map(bool, lists)) + sum(day is not None for day in (self.since, self.until))


@dataclass(frozen=True, slots=True)
class Pin:
    """A node that the reader has put to a place: whole pixels at zoom 1."""

    entity: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class View:
    """The network page: what is drawn, what is hidden of it and pinned in it, what is selected."""

    centres: tuple[Centre, ...] = (Centre(START),)
    links: tuple[Link, ...] = ()
    hidden: tuple[str, ...] = ()
    pins: tuple[Pin, ...] = ()
    nodes: tuple[str, ...] = ()
    edge: str | None = None
    filters: Filters = field(default_factory=Filters)
    window: tuple[str, str] | None = None
    """First and last day of the period that is looked at; what is drawn is chosen without it."""
    groupings: tuple[str, ...] = ()
    """By what nodes are grouped: ``country``, and codes of blocs."""
    opened: tuple[str, ...] = ()
    """Groups that the reader has opened again."""
    bundled: bool = False
    """Whether the ties of a pair are drawn as one."""

    @property
    def node(self) -> str | None:
        """The selected node, when it is the only one."""
        return self.nodes[0] if len(self.nodes) == 1 else None

    @property
    def subject(self) -> str:
        """Names the picture: views of the same subject share the places of their nodes."""
        return self.centres[0].entity if self.centres else " ".join(self.links[0].entities)

    def drawn(self) -> tuple[object, ...]:
        """What the reader can step back to; a selection is not a step."""
        chosen = self.centres, self.links, self.hidden, self.filters, self.window
        return (*chosen, self.pins, self.groupings, self.opened, self.bundled)


def about(entity: str) -> View:
    """The view of one entity and its strongest ties, selected."""
    return View(centres=(Centre(entity),), nodes=(entity,))


def alone(view: View, entities: Iterable[str]) -> View:
    """The view of these entities with their strongest ties, selected; the filters stay."""
    chosen = tuple(entities)
    return View(tuple(map(Centre, chosen)) or (Centre(START),), nodes=chosen, filters=view.filters)


def select_node(view: View, node: str | None) -> View:
    """The view with a node selected, or nothing."""
    return select_nodes(view, (node,) if node else ())


def select_nodes(view: View, nodes: Iterable[str]) -> View:
    """The view with these nodes selected, and no edge."""
    return replace(view, nodes=tuple(nodes), edge=None)


def select_edge(view: View, edge: str | None) -> View:
    """The view with an edge selected, or nothing."""
    return replace(view, nodes=(), edge=edge)


def expand(view: View, entity: str, event_type: str | None = None, wanted: Expansion | None = None) -> View:
    """Add the ties of an entity; asked again, add the next ones."""
    wanted = wanted or Expansion()
    new = Centre(entity, wanted.limit, event_type, wanted.rank)
    again = next((centre for centre in view.centres if centre.brings_as(new)), None)
    if again is None:
        centres = (*view.centres, new)
    else:
        wider = replace(again, limit=min(again.limit + wanted.limit, MOST_NEIGHBOURS))
        centres = tuple(wider if centre is again else centre for centre in view.centres)
    return replace(view, centres=centres, hidden=tuple(h for h in view.hidden if h != entity))


def expand_all(view: View, entities: Iterable[str], wanted: Expansion) -> View:
    """Add the ties of each of these entities, in one step."""
    for entity in entities:
        view = expand(view, entity, wanted=wanted)
    return view


def collapse(view: View, *entities: str) -> View:
    """Take out what was drawn only because of these entities; the last centre cannot be taken out."""
    left = tuple(centre for centre in view.centres if centre.entity not in entities)
    return replace(view, centres=left or ((Centre(START),) if not view.links else ()))


def link(view: View, kind: LinkKind, entities: Iterable[str]) -> View:
    """Draw also how these entities hang together; asked again, no longer."""
    asked = Link(kind, tuple(entities))
    if asked not in view.links:
        return replace(view, links=(*view.links, asked))
    left = tuple(each for each in view.links if each != asked)
    return replace(view, links=left, centres=view.centres or ((Centre(START),) if not left else ()))


def links_alone(view: View, kind: LinkKind, entities: Iterable[str]) -> View:
    """Draw nothing but how these entities hang together; the filters stay."""
    chosen = tuple(entities)
    return View(centres=(), links=(Link(kind, chosen),), nodes=chosen, filters=view.filters)


def hide(view: View, *entities: str) -> View:
    """Take nodes out of the picture until the reader shows them again."""
    hidden = tuple(dict.fromkeys((*view.hidden, *entities)))
    return select_node(replace(view, hidden=hidden), None)


def show_all(view: View) -> View:
    """Bring back what was hidden."""
    return replace(view, hidden=())


def pin(view: View, pinned: Collection[str], moved: Mapping[str, tuple[float, float]]) -> View:
    """Hold the `pinned` nodes, those of `moved` at the places where they are now, and let go of others."""
    kept = [each for each in view.pins if each.entity in pinned and each.entity not in moved]
    fresh = [Pin(node, round(x), round(y)) for node, (x, y) in moved.items() if node in pinned]
    return replace(view, pins=(*kept, *fresh))


def look_at(view: View, window: tuple[str, str] | None) -> View:
    """Look at a period only, or at all of the time."""
    return replace(view, window=window)


_CHANNELS: Mapping[str, tuple[str, type[StrEnum]]] = {
    "kind": ("kinds", EntityKind),
    "sign": ("signs", Sign),
    "verdict": ("verdicts", Verdict),
}
"""What the legend filters by: the field of the filters, and the values that it may have."""


def filtered_by(filters: Filters) -> dict[str, tuple[str, ...]]:
    """What the filters let through, by channel of the legend."""
    return {channel: getattr(filters, name) for channel, (name, _) in _CHANNELS.items()}


def filter_by(view: View, channel: str, key: str) -> View:
    """Filter also by an entry of the legend; asked again, no longer. What is no entry changes nothing."""
    name, values = _CHANNELS.get(channel, ("", Verdict))
    if not name or key not in set(values):
        return view
    chosen = filtered_by(view.filters)[channel]
    left: Any = tuple(each for each in chosen if each != key) if key in chosen else (*chosen, key)
    return replace(view, filters=replace(view.filters, **{name: left}))


def group_by(view: View, groupings: Iterable[str]) -> View:
    """Draw nodes in these groups, all of them closed."""
    return replace(select_node(view, None), groupings=tuple(groupings), opened=())


def open_group(view: View, group: str) -> View:
    """Draw the members of a group singly again."""
    return replace(select_node(view, None), opened=(*view.opened, group))


def bundle(view: View, on: bool) -> View:
    """Draw the ties of a pair as one, or singly."""
    return replace(view, bundled=on)


def narrowed(view: View) -> Filters:
    """The filters, with their dates narrowed to the period that is looked at."""
    if view.window is None:
        return view.filters
    first, last = view.window
    since, until = view.filters.since or first, view.filters.until or last
    return replace(view.filters, since=max(since, first), until=min(until, last))


def is_centre(view: View, entity: str) -> bool:
    """Whether the entity's own ties are drawn."""
    return any(centre.entity == entity for centre in view.centres)
