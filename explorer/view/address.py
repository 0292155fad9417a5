"""Convert views to and from the query parameters of the URL, which people can read, share and edit."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, unquote

from cypher.model.blocs import blocs
from explorer.graph.appearance import PLAIN, Appearance, Colour, Size
from explorer.graph.arrangement import Arrangement, Layout
from explorer.graph.grouping import BY_COUNTRY
from explorer.view.days import day_text
from explorer.view.filter_address import filters_from_url, filters_to_url, unread_filters
from explorer.view.link_lists import joined, left_out, number_in, parted, pieces
from explorer.view.places import PLACES, is_readable
from explorer.view.state import (
    MOST_NEIGHBOURS,
    NEIGHBOURS,
    START,
    Centre,
    Link,
    LinkKind,
    Pin,
    Rank,
    View,
)
from explorer.view.ways import unread_way

FARTHEST = 50_000
"""The largest distance of a pinned node from the origin; one farther away would hide all others."""


def to_url(view: View) -> dict[str, str]:
    """Return the query parameters that reopen the view, without those that have their default."""
    usual = () if view.links else (Centre(START),)
    parameters = {
        "centre": "" if view.centres == usual else ",".join(map(_centre_text, view.centres)),
        "link": ",".join(map(_link_text, view.links)),
        "hide": joined(view.hidden),
        "pin": ",".join(map(_pin_text, view.pins)),
        "entity": joined(view.nodes),
        "tie": view.edge or "",
        **filters_to_url(view.filters),
        "window": ":".join(view.window or ()),
        "group": joined(view.groupings),
        "open": joined(view.opened),
        "inside": joined(view.inside),
        "bundle": "1" if view.bundled else "",
        "layout": "" if view.arrangement.layout is Layout.FORCE else view.arrangement.layout.value,
        "around": view.arrangement.around or "",
        "size": "" if view.appearance.size is PLAIN.size else view.appearance.size.value,
        "colour": "" if view.appearance.colour is PLAIN.colour else view.appearance.colour.value,
    }
    return {name: value for name, value in parameters.items() if value}


def from_url(parameters: Mapping[str, str]) -> View:
    """Return the view of query parameters. People may have edited them, so invalid values are ignored."""
    nodes = parted(parameters.get("entity"))
    links = tuple(filter(None, map(_link, pieces(parameters.get("link")))))
    centres = tuple(filter(None, map(_centre, pieces(parameters.get("centre")))))
    return View(
        centres=centres or (() if links else tuple(map(Centre, nodes or (START,)))),
        links=links,
        hidden=parted(parameters.get("hide")),
        pins=tuple(filter(None, map(_pin, pieces(parameters.get("pin"))))),
        nodes=nodes,
        edge=None if nodes else parameters.get("tie") or None,
        filters=filters_from_url(parameters),
        window=_window(parameters.get("window")),
        groupings=tuple(each for each in parted(parameters.get("group")) if each in (BY_COUNTRY, *blocs())),
        opened=parted(parameters.get("open")),
        inside=parted(parameters.get("inside")),
        bundled=parameters.get("bundle") == "1",
        arrangement=_arrangement(parameters),
        appearance=_appearance(parameters),
    )


def unread(parameters: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of query parameters with a value that `from_url` leaves out or replaces."""
    view = from_url(parameters)
    read = to_url(view)
    lost = [*unread_filters(parameters), *left_out(parameters, read, ("group",))]
    lost += [name for name in ("window", "tie") if parameters.get(name) and name not in read]
    choices = {"layout": Layout, "size": Size, "colour": Colour}
    lost += [name for name, known in choices.items() if parameters.get(name, "") not in {"", *known}]
    if parameters.get("around") and "around" not in read:
        lost.append("around")
    if parameters.get("bundle", "") not in {"", "0", "1"}:
        lost.append("bundle")
    found = {"link": len(view.links), "pin": len(view.pins)}
    lost += [name for name, number in found.items() if len(pieces(parameters.get(name))) > number]
    if not is_readable(parameters.get(PLACES, "")):
        lost.append(PLACES)
    lost += unread_way(parameters)
    return (*lost, *(["centre"] if not all(map(_is_sound, pieces(parameters.get("centre")))) else []))


def _is_sound(centre: str) -> bool:
    """Return whether the text of a centre means what it says, without a default or a limit in its place."""
    entity, limit, _, rank = _fields(centre, 4)
    number = number_in(limit) if limit else 0
    fits = number is not None and number <= MOST_NEIGHBOURS
    return bool(entity) and fits and (not rank or rank in set(Rank))


def _arrangement(parameters: Mapping[str, str]) -> Arrangement:
    layout = parameters.get("layout", "")
    known = Layout(layout) if layout in set(Layout) else Layout.FORCE
    return Arrangement(known, (parameters.get("around") or None) if known is Layout.RINGS else None)


def _appearance(parameters: Mapping[str, str]) -> Appearance:
    size, colour = parameters.get("size", ""), parameters.get("colour", "")
    return Appearance(
        Size(size) if size in set(Size) else PLAIN.size,
        Colour(colour) if colour in set(Colour) else PLAIN.colour,
    )


def _centre_text(centre: Centre) -> str:
    rank = "" if centre.rank is Rank.VOICES else centre.rank.value
    limit = "" if centre.limit == NEIGHBOURS else str(centre.limit)
    parts = [quote(centre.entity, safe="*"), limit, quote(centre.event_type or "", safe=""), rank]
    return ":".join(parts).rstrip(":")


def _centre(text: str) -> Centre | None:
    entity, limit, event_type, rank = _fields(text, 4)
    number = number_in(limit)
    limit_in_reason = NEIGHBOURS if number is None else min(number, MOST_NEIGHBOURS)
    known = Rank(rank) if rank in set(Rank) else Rank.VOICES
    return Centre(unquote(entity), limit_in_reason, unquote(event_type) or None, known) if entity else None


def _link_text(link: Link) -> str:
    return ":".join((link.kind, *(quote(entity, safe="") for entity in link.entities)))


def _link(text: str) -> Link | None:
    kind, *entities = text.split(":")
    named = tuple(unquote(entity) for entity in entities if entity)
    return Link(LinkKind(kind), named) if kind in set(LinkKind) and len(named) > 1 else None


def _pin_text(pin: Pin) -> str:
    return f"{quote(pin.entity, safe='')}:{pin.x}:{pin.y}"


def _pin(text: str) -> Pin | None:
    entity, x, y = _fields(text, 3)
    try:
        pinned = Pin(unquote(entity), int(x), int(y))
    except ValueError:
        return None
    return pinned if entity and max(abs(pinned.x), abs(pinned.y)) <= FARTHEST else None


def _fields(text: str, count: int) -> list[str]:
    """Split `text` at colons into exactly `count` parts.

    Missing parts are empty, surplus parts are dropped.
    """
    return [*text.split(":"), *[""] * count][:count]


def _window(text: str | None) -> tuple[str, str] | None:
    first, last = map(day_text, _fields(text or "", 2))
    return (first, last) if first and last and first <= last else None
