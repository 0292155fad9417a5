"""The list of sources: adding, stopping and starting them."""

from __future__ import annotations

import json
import sqlite3
import time
from dataclasses import asdict, replace

from cypher.errors import UsageError
from cypher.sources.source import Source
from cypher.sources.store import Store

_FIELDS = (
    "name", "address", "kind", "publisher", "language", "grade", "every", "full_text", "private", "options",
    "proxy",
)  # fmt: skip
_CHANGED = tuple(each for each in _FIELDS if each != "name")


def add(store: Store, source: Source) -> bool:
    """Add a source, or change the one of that name; return whether it is new.

    If the address changes, what its fetches remembered is forgotten; the items that it has given stay known.
    """
    with store.writing() as database:
        known = database.execute("SELECT address, kind FROM source WHERE name = ?", [source.name]).fetchone()
        values = {**asdict(source), "options": json.dumps(dict(source.options)), "now": time.time()}
        if known is None:
            names = ", ".join(_FIELDS)
            marks = ", ".join(f":{each}" for each in _FIELDS)
            database.execute(f"INSERT INTO source ({names}, added_at) VALUES ({marks}, :now)", values)  # noqa: S608
            return True
        changes = ", ".join(f"{each} = :{each}" for each in _CHANGED)
        database.execute(f"UPDATE source SET {changes} WHERE name = :name", values)  # noqa: S608
        if tuple(known) != (source.address, source.kind):
            database.execute(
                "UPDATE source SET memory = '{}', ended = 0, failures = 0, next_at = 0 WHERE name = ?",
                [source.name],
            )
        return False


def add_all(store: Store, sources: list[Source]) -> int:
    """Add sources or change known ones, as `add` does; return how many are new."""
    return sum(add(store, each) for each in sources)


def named_apart(store: Store, source: Source) -> Source:
    """Return the source, under another name if one of that name has another address."""
    taken = {each.name: each.address for each in listed(store)}
    names = (source.name, *(f"{source.name} ({number})" for number in range(2, 10_000)))
    free = next(each for each in names if taken.get(each, source.address) == source.address)
    return replace(source, name=free)


def stop(store: Store, name: str) -> None:
    """Stop fetching a source until it is started again."""
    _change(store, "UPDATE source SET stopped = 1 WHERE name = ?", name)


def start(store: Store, name: str) -> None:
    """Fetch a stopped or ended source again, at once."""
    _change(store, "UPDATE source SET stopped = 0, ended = 0, failures = 0, next_at = 0 WHERE name = ?", name)


def fetch_soon(store: Store, name: str) -> None:
    """Let a source be fetched at once, or as soon as sources are followed."""
    _change(store, "UPDATE source SET next_at = 0 WHERE name = ?", name)


def listed(store: Store) -> list[Source]:
    """Return all sources by name."""
    with store.reading() as database:
        return [source_in(row) for row in database.execute("SELECT * FROM source ORDER BY name")]


def due(store: Store, now: float) -> list[Source]:
    """Return the sources that are to be fetched now (seconds since 1970), those that wait longest first."""
    with store.reading() as database:
        rows = database.execute(
            "SELECT * FROM source WHERE stopped = 0 AND ended = 0 AND next_at <= ? ORDER BY next_at, name",
            [now],
        )
        return [source_in(row) for row in rows]


def source_in(row: sqlite3.Row) -> Source:
    """Return the source in a row of the table."""
    values = {each: row[each] for each in _FIELDS}
    values["full_text"], values["private"] = bool(row["full_text"]), bool(row["private"])
    return Source(**{**values, "options": json.loads(row["options"])})


def _change(store: Store, statement: str, name: str) -> None:
    with store.writing() as database:
        if database.execute(statement, [name]).rowcount == 0:
            raise UsageError(f"There is no source {name!r}. Choose one of the list.")
