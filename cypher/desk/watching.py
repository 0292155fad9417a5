"""The visits of analysts, and the queries that they watch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cypher.catalog.catalog import catalog, statement
from cypher.database import Database
from cypher.errors import UsageError
from cypher.model.ids import content_id
from cypher.records.annotate import LastVisit, StoredWatch, Visit

SAME_VISIT = timedelta(hours=4)
"""Page views with a shorter gap than this belong to one visit."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A watched query, with its parameters as text, as in an address."""

    id: str
    query: str
    parameters: Mapping[str, str]

    def values(self) -> dict[str, object]:
        """Return the parameters as their statement takes them; raises `UsageError` if they do not fit it."""
        known = {parameter.name: parameter for parameter in statement(self.query).parameters}
        return {name: known[name].check(text) for name, text in self.parameters.items() if name in known}


def record_visit(database: Database, author: str, now: datetime | None = None) -> str | None:
    """Record that `author` is here; return when their previous visit ended (ISO, UTC), None without one."""
    moment = now or datetime.now(UTC)
    named = {"author": author, "now": _text(moment), "gap": _text(moment - SAME_VISIT)}
    (visit,) = database.write_rows(Visit, "annotate/record_visit", **named)
    return visit.before


def last_seen(database: Database, author: str) -> str | None:
    """Return when `author` was here last (ISO, UTC), without recording a visit; None if they never were."""
    found = database.rows(LastVisit, "annotate/last_visit", author=author)
    return found[0].seen_at if found else None


def keep_watch(database: Database, author: str, query: str, parameters: Mapping[str, str]) -> None:
    """Watch a saved query with these parameters; again changes nothing.

    Raises `UsageError` if the query has no ``known_by``, or a required parameter is missing.
    """
    taken = {parameter.name: parameter for parameter in statement(query).parameters}
    if "known_by" not in taken:
        raise UsageError(f"{query} cannot be run as of an earlier day. Choose another query.")
    missing = [name for name, parameter in taken.items() if parameter.required and not parameters.get(name)]
    if missing:
        raise UsageError(f"{query} needs {', '.join(missing)}. Fill this in, then watch the query.")
    watch, now = watch_id(author, query, parameters), _text(datetime.now(UTC))
    pairs = _pairs(parameters)
    database.write("annotate/keep_watch", id=watch, author=author, query=query, parameters=pairs, now=now)


def watch_id(author: str, query: str, parameters: Mapping[str, str]) -> str:
    """Return the id of the watch of `author` on a saved query with these parameters."""
    return content_id("watch", author, query, *_pairs(parameters))


def end_watch(database: Database, author: str, watch: str) -> None:
    """Remove the watch of `author` with the id `watch`."""
    database.write("annotate/end_watch", id=watch, author=author)


def watches(database: Database, author: str) -> list[Watch]:
    """Return the watches of `author`, without those whose query no longer exists."""
    found = database.rows(StoredWatch, "annotate/watches", author=author)
    return [Watch(row.id, row.query, _parameters(row.parameters)) for row in found if row.query in catalog()]


def _pairs(parameters: Mapping[str, str]) -> list[str]:
    return [f"{name}={text}" for name, text in sorted(parameters.items())]


def _parameters(pairs: Iterable[str]) -> dict[str, str]:
    return {name: text for name, _, text in (pair.partition("=") for pair in pairs)}


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
