"""Convert views to and from the query parameters of the URL, which people can read, share and edit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar
from urllib.parse import quote, unquote

from cypher.model.blocs import blocs
from cypher.model.graph import EntityKind, EventStatus, RelationType, Sign
from cypher.model.ontology import event_types
from explorer.graph.arrangement import Arrangement, Layout
from explorer.graph.grouping import BY_COUNTRY
from explorer.graph.subgraph import Verdict
from explorer.view.days import day_text
from explorer.view.filters import MOST_VOICES, Filters
from explorer.view.link_lists import joined, left_out, parted, pieces
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
    filters = view.filters
    usual = () if view.links else (Centre(START),)
    parameters = {
        "centre": "" if view.centres == usual else ",".join(map(_centre_text, view.centres)),
        "link": ",".join(map(_link_text, view.links)),
        "hide": joined(view.hidden),
        "pin": ",".join(map(_pin_text, view.pins)),
        "entity": joined(view.nodes),
        "tie": view.edge or "",
        "kind": joined(filters.kinds),
        "sign": joined(filters.signs),
        "event_type": joined(filters.event_types),
        "status": joined(filters.statuses),
        "verdict": joined(filters.verdicts),
        "tag": joined(filters.tags),
        "noted": "1" if filters.noted else "",
        "voices": str(filters.voices) if filters.voices > 1 else "",
        "publisher": joined(filters.publishers),
        "written_in": joined(filters.languages),
        "speaker": joined(filters.speakers),
        "confidence": "" if filters.confidence is None else f"{filters.confidence:g}",
        "since": filters.since or "",
        "until": filters.until or "",
        "relations": "1" if filters.relations else "",
        "window": ":".join(view.window or ()),
        "group": joined(view.groupings),
        "open": joined(view.opened),
        "inside": joined(view.inside),
        "bundle": "1" if view.bundled else "",
        "layout": "" if view.arrangement.layout is Layout.FORCE else view.arrangement.layout.value,
        "around": view.arrangement.around or "",
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
        filters=_filters(parameters),
        window=_window(parameters.get("window")),
        groupings=tuple(each for each in parted(parameters.get("group")) if each in (BY_COUNTRY, *blocs())),
        opened=parted(parameters.get("open")),
        inside=parted(parameters.get("inside")),
        bundled=parameters.get("bundle") == "1",
        arrangement=_arrangement(parameters),
    )


def unread(parameters: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of query parameters with a value that `from_url` leaves out or replaces."""
    view = from_url(parameters)
    read = to_url(view)
    lost = left_out(parameters, read, _CLOSED)
    lost += [
        name
        for name in ("since", "until", "window", "tie", "confidence")
        if parameters.get(name) and name not in read
    ]
    if parameters.get("layout", "") not in {"", *Layout}:
        lost.append("layout")
    if parameters.get("around") and "around" not in read:
        lost.append("around")
    lost += [name for name in _SWITCHES if parameters.get(name, "") not in {"", "0", "1"}]
    if _voices(parameters.get("voices")) is None:
        lost.append("voices")
    found = {"link": len(view.links), "pin": len(view.pins)}
    lost += [name for name, number in found.items() if len(pieces(parameters.get(name))) > number]
    if not is_readable(parameters.get(PLACES, "")):
        lost.append(PLACES)
    lost += unread_way(parameters)
    return (*lost, *(["centre"] if not all(map(_is_sound, pieces(parameters.get("centre")))) else []))


_CLOSED = ("kind", "sign", "event_type", "status", "verdict", "group", "written_in")
"""The parameters whose values come from closed lists, or have one form."""

_LANGUAGE = re.compile("[a-z]{2,3}")
_SHARE = re.compile(r"0|1|[01]?\.\d{1,3}")

_SWITCHES = ("noted", "relations", "bundle")
"""The parameters that are 1 if they are on."""

_DIGITS = 9
"""The number of digits of a limit that are read; Python refuses to convert thousands of them."""


def _is_sound(centre: str) -> bool:
    """Return whether the text of a centre means what it says, without a default or a limit in its place."""
    entity, limit, _, rank = _fields(centre, 4)
    fits = not limit or (limit.isascii() and limit.isdigit() and int(limit[:_DIGITS]) <= MOST_NEIGHBOURS)
    return bool(entity) and fits and (not rank or rank in set(Rank))


def _arrangement(parameters: Mapping[str, str]) -> Arrangement:
    layout = parameters.get("layout", "")
    known = Layout(layout) if layout in set(Layout) else Layout.FORCE
    return Arrangement(known, (parameters.get("around") or None) if known is Layout.RINGS else None)


def _filters(parameters: Mapping[str, str]) -> Filters:
    types = {*event_types(), *RelationType}
    return Filters(
        kinds=_known(parameters.get("kind"), EntityKind),
        signs=_known(parameters.get("sign"), Sign),
        event_types=tuple(code for code in parted(parameters.get("event_type")) if code in types),
        statuses=_known(parameters.get("status"), EventStatus),
        verdicts=_known(parameters.get("verdict"), Verdict),
        tags=parted(parameters.get("tag")),
        noted=parameters.get("noted") == "1",
        voices=_voices(parameters.get("voices")) or 1,
        publishers=parted(parameters.get("publisher")),
        languages=tuple(code for code in parted(parameters.get("written_in")) if _LANGUAGE.fullmatch(code)),
        speakers=parted(parameters.get("speaker")),
        confidence=_share(parameters.get("confidence")),
        since=day_text(parameters.get("since")),
        until=day_text(parameters.get("until")),
        relations=parameters.get("relations") == "1",
    )


def _centre_text(centre: Centre) -> str:
    rank = "" if centre.rank is Rank.VOICES else centre.rank.value
    limit = "" if centre.limit == NEIGHBOURS else str(centre.limit)
    parts = [quote(centre.entity, safe="*"), limit, quote(centre.event_type or "", safe=""), rank]
    return ":".join(parts).rstrip(":")


def _centre(text: str) -> Centre | None:
    entity, limit, event_type, rank = _fields(text, 4)
    number = int(limit[:_DIGITS]) if limit.isascii() and limit.isdigit() else NEIGHBOURS
    limit_in_reason = min(number, MOST_NEIGHBOURS)
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


def _share(text: str | None) -> float | None:
    """Return a number from 0 to 1; None if it is not one."""
    number = float(text) if text and _SHARE.fullmatch(text) else None
    return number if number is not None and number <= 1 else None


_Closed = TypeVar("_Closed", EntityKind, EventStatus, Sign, Verdict)


def _known(text: str | None, closed_list: type[_Closed]) -> tuple[str, ...]:
    return tuple(part for part in parted(text) if part in {each.value for each in closed_list})


def _window(text: str | None) -> tuple[str, str] | None:
    first, last = map(day_text, _fields(text or "", 2))
    return (first, last) if first and last and first <= last else None


def _voices(text: str | None) -> int | None:
    """Return the least number of voices, 1 if there is no text, or None if the text means no such number."""
    if not text:
        return 1
    number = int(text[:_DIGITS]) if text.isascii() and text.isdigit() else 0
    return number if 1 <= number <= MOST_VOICES else None
