"""One alert: what came in about an entity, a pair or a watched query, as plain values that JSON can hold."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from cypher.alerts.words import USUAL
from cypher.errors import KonstelasiError


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence behind an alert, with where it stands."""

    claim: str
    document: str
    sentence: str
    event_type: str
    publisher: str = ""
    date: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Alert:
    """What came in about one subject, whichever watches it touches.

    `types` counts the new claims by type. `new`, `reversed` and `contradicted` describe ties in a line each.
    `quotes` has the newest claims. All words but theirs and the codes are in its `language`. The `id`
    follows from the rule and the claims, so it stays the same however often the alert is sent.
    """

    id: str
    title: str
    entities: tuple[str, ...]
    claims: int
    types: Mapping[str, int]
    new: tuple[str, ...] = ()
    reversed: tuple[str, ...] = ()
    contradicted: tuple[str, ...] = ()
    watches: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = field(default_factory=tuple)
    made_at: str = ""
    language: str = USUAL

    @property
    def content(self) -> str:
        """The alert as JSON."""
        return json.dumps(self.values(), ensure_ascii=False, sort_keys=True)

    def values(self) -> dict[str, Any]:
        """Return the alert as plain values."""
        return asdict(self)


def alert_of(content: str) -> Alert:
    """Return the alert of its JSON; raises `KonstelasiError` if it is none."""
    try:
        values = json.loads(content)
        lists = ("entities", "new", "reversed", "contradicted", "watches")
        return Alert(
            **{
                **values,
                **{name: tuple(map(str, values[name])) for name in lists},
                "quotes": tuple(Quote(**each) for each in values["quotes"]),
            }
        )
    except (ValueError, KeyError, TypeError) as error:
        raise KonstelasiError(f"An alert in the graph cannot be read ({error}).") from error
