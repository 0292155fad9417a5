"""Filters as query parameters of the URL: every page with filters has the same ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeVar

from cypher.model.graph import EntityKind, EventStatus, RelationType, Sign
from cypher.model.ontology import event_types
from explorer.graph.subgraph import Verdict
from explorer.view.days import day_text
from explorer.view.filters import MOST_VOICES, Filters
from explorer.view.link_lists import is_language, joined, left_out, number_in, parted

_CLOSED = ("kind", "sign", "event_type", "status", "verdict", "written_in")
"""The parameters whose values come from closed lists, or have one form."""

_SINGLE = ("since", "until", "confidence")
_SWITCHES = ("noted", "relations")
"""The parameters that are 1 if they are on."""

_SHARE = re.compile(r"0|1|[01]?\.\d{1,3}")


def filters_to_url(filters: Filters) -> dict[str, str]:
    """Return the query parameters of the filters, without those that filter nothing."""
    parameters = {
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
    }
    return {name: value for name, value in parameters.items() if value}


def filters_from_url(parameters: Mapping[str, str]) -> Filters:
    """Return the filters of query parameters. People may have edited them; invalid values are ignored."""
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
        languages=tuple(filter(is_language, parted(parameters.get("written_in")))),
        speakers=parted(parameters.get("speaker")),
        confidence=_share(parameters.get("confidence")),
        since=day_text(parameters.get("since")),
        until=day_text(parameters.get("until")),
        relations=parameters.get("relations") == "1",
    )


def unread_filters(parameters: Mapping[str, str]) -> list[str]:
    """Return the names of query parameters with a value that `filters_from_url` leaves out or replaces."""
    read = filters_to_url(filters_from_url(parameters))
    lost = left_out(parameters, read, _CLOSED)
    lost += [name for name in _SINGLE if parameters.get(name) and name not in read]
    lost += [name for name in _SWITCHES if parameters.get(name, "") not in {"", "0", "1"}]
    return [*lost, "voices"] if _voices(parameters.get("voices")) is None else lost


_Closed = TypeVar("_Closed", EntityKind, EventStatus, Sign, Verdict)


def _known(text: str | None, closed_list: type[_Closed]) -> tuple[str, ...]:
    return tuple(part for part in parted(text) if part in {each.value for each in closed_list})


def _share(text: str | None) -> float | None:
    """Return a number from 0 to 1; None if it is not one."""
    number = float(text) if text and _SHARE.fullmatch(text) else None
    return number if number is not None and number <= 1 else None


def _voices(text: str | None) -> int | None:
    """Return the least number of voices, 1 if there is no text, or None if the text means no such number."""
    if not text:
        return 1
    number = number_in(text) or 0
    return number if 1 <= number <= MOST_VOICES else None
