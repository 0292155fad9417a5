"""One entry of the audit record, and its line of JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

LONGEST = 300
"""Characters of a value that are kept; what was asked may be as long as somebody likes."""

MOST_DETAILS = 20
"""Details that are kept."""


class Outcome(StrEnum):
    """How something ended."""

    BEGUN = "begun"  # it takes long; a second entry says how it ended
    DONE = "done"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Entry:
    """Who did what to what, and how it ended.

    `who` is the identity of the sign-in, else the name under which somebody writes, empty if there is none.
    `role` is that of the sign-in, empty without one. `object_id` is an id or the name of a page or statement.
    `details` are what was asked (parameters, filters), never text of news or notes, and no secrets.
    """

    act: str
    who: str = ""
    role: str = ""
    object_id: str = ""
    outcome: Outcome = Outcome.DONE
    why: str = ""
    details: Mapping[str, str] = field(default_factory=dict)
    time: datetime = field(default_factory=lambda: datetime.now(UTC))

    def as_line(self, number: int, previous: str) -> bytes:
        """Return the entry as the line `number` of the record, after the line with the hash `previous`."""
        content: dict[str, Any] = {
            "number": number,
            "time": self.time.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "who": _cut(self.who),
            "role": _cut(self.role),
            "act": _cut(self.act),
            "object": _cut(self.object_id),
            "outcome": self.outcome.value,
        }
        if self.why:
            content["why"] = _cut(self.why)
        if self.details:
            kept = [*self.details.items()][:MOST_DETAILS]
            content["details"] = {_cut(name): _cut(str(value)) for name, value in kept}
        return json.dumps({**content, "previous": previous}, separators=(",", ":")).encode()


def read_entry(line: bytes) -> tuple[Entry, dict[str, Any]] | None:
    """Return the entry of a line with all that the line holds; None for a line that is no entry."""
    try:
        content = json.loads(line)
        entry = Entry(
            content["act"],
            content["who"],
            content["role"],
            content["object"],
            Outcome(content["outcome"]),
            content.get("why", ""),
            content.get("details", {}),
            datetime.fromisoformat(content["time"]),
        )
        known = isinstance(content["number"], int) and isinstance(content["previous"], str)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return (entry, content) if known else None


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
