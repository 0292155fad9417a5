"""What the reader is looking at, as a value: it goes into the URL and comes back from it unchanged.

A picture is not a list of nodes but of *centres*: entities whose neighbours are drawn. Expanding adds a
centre, collapsing takes it out, and the same centres give the same picture tomorrow, with newer claims.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar
from urllib.parse import quote, unquote

from cypher.model import EntityKind, Sign

START = "*"
"""The centre that stands for the most relevant ties of the whole graph."""

NEIGHBOURS = 25
"""Ties that one expansion brings, and by how many "more" raises it."""


@dataclass(frozen=True, slots=True)
class Centre:
    """An entity with at most `limit` of its ties, all of them or those of one event type."""

    entity: str
    limit: int = NEIGHBOURS
    event_type: str | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """What is left of the picture; an empty tuple filters nothing. Dates are ISO strings, inclusive."""

    kinds: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    event_types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None

    def count(self) -> int:
        """How many of them are in force."""
        lists = (self.kinds, self.signs, self.event_types, self.statuses)
        return sum(map(bool, lists)) + sum(day is not None for day in (self.since, self.until))


@dataclass(frozen=True, slots=True)
class View:
    """The network page: what is drawn, what is hidden of it, what is selected."""

    centres: tuple[Centre, ...] = (Centre(START),)
    hidden: tuple[str, ...] = ()
    node: str | None = None
    edge: str | None = None
    filters: Filters = field(default_factory=Filters)

    def drawn(self) -> tuple[object, ...]:
        """What the reader can step back to; a selection is not a step."""
        return self.centres, self.hidden, self.filters


def about(entity: str) -> View:
    """The view of one entity and its strongest ties, selected."""
    return View(centres=(Centre(entity),), node=entity)


def select_node(view: View, node: str | None) -> View:
    """The view with a node selected, or nothing."""
    return replace(view, node=node, edge=None)


def select_edge(view: View, edge: str | None) -> View:
    """The view with an edge selected, or nothing."""
    return replace(view, node=None, edge=edge)


def expand(view: View, entity: str, event_type: str | None = None) -> View:
    """Add the ties of an entity; asked again, add the next ones."""
    again = next((c for c in view.centres if (c.entity, c.event_type) == (entity, event_type)), None)
    if again is None:
        centres = (*view.centres, Centre(entity, event_type=event_type))
    else:
        wider = replace(again, limit=again.limit + NEIGHBOURS)
        centres = tuple(wider if centre is again else centre for centre in view.centres)
    return replace(view, centres=centres, hidden=tuple(h for h in view.hidden if h != entity))


def collapse(view: View, entity: str) -> View:
    """Take out what was drawn only because of this entity; the last centre cannot be taken out."""
    left = tuple(centre for centre in view.centres if centre.entity != entity)
    return replace(view, centres=left or (Centre(START),))


def hide(view: View, entity: str) -> View:
    """Take a node out of the picture until the reader shows it again."""
    hidden = (*view.hidden, *(() if entity in view.hidden else (entity,)))
    return select_node(replace(view, hidden=hidden), None)


def show_all(view: View) -> View:
    """Bring back what was hidden."""
    return replace(view, hidden=())


def is_centre(view: View, entity: str) -> bool:
    """Whether the entity's own ties are drawn."""
    return any(centre.entity == entity for centre in view.centres)


def to_url(view: View) -> dict[str, str]:
    """Query parameters that reopen the view; what is at its default is left out."""
    filters = view.filters
    parameters = {
        "centre": "" if view.centres == (Centre(START),) else ",".join(map(_centre_text, view.centres)),
        "hide": _joined(view.hidden),
        "entity": view.node or "",
        "tie": view.edge or "",
        "kind": _joined(filters.kinds),
        "sign": _joined(filters.signs),
        "event_type": _joined(filters.event_types),
        "status": _joined(filters.statuses),
        "since": filters.since or "",
        "until": filters.until or "",
    }
    return {name: value for name, value in parameters.items() if value}


def from_url(parameters: Mapping[str, str]) -> View:
    """The view of query parameters that a person may have edited: what makes no sense is ignored."""
    filters = Filters(
        kinds=_known(parameters.get("kind"), EntityKind),
        signs=_known(parameters.get("sign"), Sign),
        event_types=_parted(parameters.get("event_type")),
        statuses=_parted(parameters.get("status")),
        since=_day(parameters.get("since")),
        until=_day(parameters.get("until")),
    )
    centres = tuple(filter(None, map(_centre, parameters.get("centre", "").split(","))))
    node = parameters.get("entity") or None
    edge = None if node else parameters.get("tie") or None
    start = (Centre(node),) if node else (Centre(START),)
    return View(centres or start, _parted(parameters.get("hide")), node, edge, filters)


def _centre_text(centre: Centre) -> str:
    parts = [quote(centre.entity, safe="*"), str(centre.limit), quote(centre.event_type or "", safe="")]
    if centre.event_type is None:
        parts = parts[: 1 if centre.limit == NEIGHBOURS else 2]
    return ":".join(parts)


def _centre(text: str) -> Centre | None:
    entity, _, rest = text.partition(":")
    limit, _, event_type = rest.partition(":")
    number = int(limit) if limit.isascii() and limit.isdigit() else NEIGHBOURS
    limit_in_reason = max(1, min(number, 300))
    return Centre(unquote(entity), limit_in_reason, unquote(event_type) or None) if entity else None


def _joined(values: tuple[str, ...]) -> str:
    return ",".join(quote(value, safe="") for value in values)


def _parted(text: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(unquote(part) for part in (text or "").split(",") if part))


_Closed = TypeVar("_Closed", EntityKind, Sign)


def _known(text: str | None, closed_list: type[_Closed]) -> tuple[str, ...]:
    return tuple(part for part in _parted(text) if part in {each.value for each in closed_list})


def _day(text: str | None) -> str | None:
    try:
        return date.fromisoformat(text or "").isoformat()
    except ValueError:
        return None
