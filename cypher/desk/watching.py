"""What the graph remembers of its analysts besides judgements: their visits, and the queries they watch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cypher.catalog.catalog import catalog, statement
from cypher.database import Database
from cypher.errors import UsageError
from cypher.model.ids import content_id

SAME_VISIT = timedelta(hours=4)
"""Looks no further apart than this belong to one visit."""


@dataclass(frozen=True, slots=True)
class Watch:
    """A saved query with its parameters as text, as they stand in an address."""

    id: str
    query: str
    parameters: Mapping[str, str]

    def values(self) -> dict[str, object]:
        """The parameters as their statement takes them; raises `UsageError` for those that do not fit it."""
        known = {parameter.name: parameter for parameter in statement(self.query).parameters}
        return {name: known[name].check(text) for name, text in self.parameters.items() if name in known}


def record_visit(database: Database, author: str, now: datetime | None = None) -> str | None:
    """Remember that `author` is here; the day of their last visit as an ISO date, None at the first."""
    moment = now or datetime.now(UTC)
    named = {"author": author, "now": _text(moment), "gap": _text(moment - SAME_VISIT)}
    before = database.write("annotate/record_visit", **named).records()[0]["before"]
    return before[:10] if before else None


def keep_watch(database: Database, author: str, query: str, parameters: Mapping[str, str]) -> None:
    """Watch a saved query with these parameters; once. Raises `UsageError` when it cannot be watched."""
    taken = {parameter.name: parameter for parameter in statement(query).parameters}
    if "known_by" not in taken:
        raise UsageError(f"{query} cannot be asked as of an earlier day. Choose another query.")
    missing = [name for name, parameter in taken.items() if parameter.required and not parameters.get(name)]
    if missing:
        raise UsageError(f"{query} needs {', '.join(missing)}. Fill it in, then watch it.")
    watch, now = watch_id(author, query, parameters), _text(datetime.now(UTC))
    pairs = _pairs(parameters)
    database.write("annotate/keep_watch", id=watch, author=author, query=query, parameters=pairs, now=now)


def watch_id(author: str, query: str, parameters: Mapping[str, str]) -> str:
    """The id under which `author` watches a saved query with these parameters."""
    return content_id("watch", author, query, *_pairs(parameters))


def end_watch(database: Database, author: str, watch: str) -> None:
    """Watch it no longer."""
    database.write("annotate/end_watch", id=watch, author=author)


def watches_of(rows: Sequence[Mapping[str, object]]) -> list[Watch]:
    """The watches in rows of ``annotate/watches``; a query that is no longer saved is left out."""
    return [
        Watch(str(row["id"]), query, _parameters(row["parameters"]))
        for row in rows
        if (query := str(row["query"])) in catalog()
    ]


def _pairs(parameters: Mapping[str, str]) -> list[str]:
    return [f"{name}={text}" for name, text in sorted(parameters.items())]


def _parameters(pairs: object) -> dict[str, str]:
    texts = [str(pair) for pair in pairs] if isinstance(pairs, list) else []
    return {name: text for name, _, text in (pair.partition("=") for pair in texts)}


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
