"""The state of each source: what was fetched, what is wrong, and when it is fetched next."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from cypher.sources.listing import source_in
from cypher.sources.source import MOVED_TO, Source
from cypher.sources.store import LOADED, SKIPPED, WAITING, Store

_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong with a source, or what is odd about it, and how often; times are seconds since 1970."""

    reason: str
    hint: str
    times: int
    last_at: float
    is_error: bool


@dataclass(frozen=True, slots=True)
class State:
    """A source with the results of its fetches. Times are seconds since 1970.

    `new` is the number of items that the last fetch found, `failures` that of fetches in a row that failed,
    `corrected` that of versions of articles that took the place of earlier ones. `skips` are the reasons why
    items could not be used, with their numbers.
    """

    source: Source
    stopped: bool
    ended: bool
    moved_to: str | None
    last_at: float | None
    next_at: float
    failures: int
    new: int
    loaded: int
    waiting: int
    skipped: int
    corrected: int = 0
    troubles: tuple[Trouble, ...] = ()
    skips: tuple[Trouble, ...] = ()

    @property
    def error(self) -> Trouble | None:
        """Why the last fetch failed; None if it did not."""
        errors = (each for each in self.troubles if each.is_error)
        return (
            max(errors, key=lambda each: each.last_at, default=None) if self.failures or self.ended else None
        )

    def line(self) -> str:
        """Return the state in one line of English."""
        counts = f"{self.new:,} new, {self.loaded:,} loaded, {self.skipped:,} skipped"
        counts += f", {self.corrected:,} corrected" if self.corrected else ""
        last = datetime.fromtimestamp(self.last_at).strftime("%Y-%m-%d %H:%M") if self.last_at else "never"  # noqa: DTZ006 - the clock of the reader
        wrong = f"; {self.error.reason}. {self.error.hint}" if self.error else ""
        return f"{self.source.name}: fetched {last}, {counts}{wrong}"


def states(store: Store) -> list[State]:
    """Return the state of all sources, by name."""
    with store.reading() as database:
        counts: dict[tuple[str, str], int] = {
            (row["source"], row["state"]): row["number"]
            for row in database.execute(
                "SELECT source, state, count(*) AS number FROM item GROUP BY source, state"
            )
        }
        corrected: dict[str, int] = dict(
            database.execute(
                "SELECT source, sum(corrected) FROM item WHERE corrected > 0 GROUP BY source"
            ).fetchall()
        )
        troubles, skips = _troubles(database), _skips(database)
        rows = database.execute("SELECT * FROM source ORDER BY name COLLATE NOCASE").fetchall()
        return [
            State(
                source=source_in(row),
                stopped=bool(row["stopped"]),
                ended=bool(row["ended"]),
                moved_to=json.loads(row["memory"]).get(MOVED_TO),
                last_at=row["last_at"],
                next_at=row["next_at"],
                failures=row["failures"],
                new=row["last_new"],
                loaded=counts.get((row["name"], LOADED), 0),
                waiting=counts.get((row["name"], WAITING), 0),
                skipped=counts.get((row["name"], SKIPPED), 0),
                corrected=corrected.get(row["name"], 0),
                troubles=tuple(troubles[row["name"]]),
                skips=tuple(skips[row["name"]][:_SHOWN]),
            )
            for row in rows
        ]


def _troubles(database: sqlite3.Connection) -> dict[str, list[Trouble]]:
    found: dict[str, list[Trouble]] = defaultdict(list)
    for row in database.execute("SELECT * FROM trouble ORDER BY last_at DESC"):
        found[row["source"]].append(
            Trouble(row["reason"], row["hint"], row["times"], row["last_at"], bool(row["is_error"]))
        )
    return found


def _skips(database: sqlite3.Connection) -> dict[str, list[Trouble]]:
    found: dict[str, list[Trouble]] = defaultdict(list)
    for row in database.execute(
        "SELECT source, reason, hint, count(*) AS number, max(done_at) AS at FROM item "
        "WHERE state = ? GROUP BY source, reason, hint ORDER BY number DESC",
        [SKIPPED],
    ):
        found[row["source"]].append(
            Trouble(row["reason"], row["hint"] or "", row["number"], row["at"], False)
        )
    return found
