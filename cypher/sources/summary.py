"""How the sources are, in a few numbers, and what could not be read lately, of them and by commands."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.sources.store import SKIPPED, WAITING, Store

CONDITIONS = ("fine", "failing", "ended", "stopped", "new")
"""How a source can be: fetched, not fetched the last time, given up, stopped by somebody, never fetched."""

_BY_CONDITION = """
SELECT CASE WHEN stopped THEN 'stopped' WHEN ended THEN 'ended' WHEN failures > 0 THEN 'failing'
  WHEN last_at IS NULL THEN 'new' ELSE 'fine' END AS condition,
  count(*) AS number, max(last_at) AS last_at
FROM source GROUP BY condition
"""
_UNREAD = """
SELECT origin, coalesce(reason, ''), coalesce(hint, ''), coalesce(done_at, 0) AS at, source,
  coalesce(title, ''), '', '', id FROM item WHERE state = ?
UNION ALL SELECT origin, reason, hint, at, '', title, command, who, id FROM skipped_input
ORDER BY at DESC, id DESC LIMIT ?
"""
_NUMBER_UNREAD = """
SELECT (SELECT count(*) FROM item WHERE state = ?) + (SELECT count(*) FROM skipped_input)
"""


@dataclass(frozen=True, slots=True)
class Summary:
    """The number of sources by condition, the time of the last fetch, and the articles that wait.

    Times are in seconds since 1970.
    """

    numbers: dict[str, int]
    last_at: float | None
    waiting: int

    @property
    def total(self) -> int:
        """How many sources there are."""
        return sum(self.numbers.values())


@dataclass(frozen=True, slots=True)
class Unread:
    """An article that could not be read: where it is, why, what to do about it, and when that was seen.

    It is of a followed `source`, or of a `command` that `who` ran; the others are empty.
    """

    origin: str
    reason: str
    hint: str
    at: float
    source: str = ""
    title: str = ""
    command: str = ""
    who: str = ""


def summary(store: Store) -> Summary:
    """Return how the sources are; raises `DatabaseError` if their file cannot be read."""
    numbers = dict.fromkeys(CONDITIONS, 0)
    if not store.path.exists():
        return Summary(numbers, None, 0)
    with store.reading() as database:
        rows = database.execute(_BY_CONDITION).fetchall()
        (waiting,) = database.execute("SELECT count(*) FROM item WHERE state = ?", [WAITING]).fetchone()
    numbers |= {row["condition"]: row["number"] for row in rows}
    times = [row["last_at"] for row in rows if row["last_at"] is not None]
    return Summary(numbers, max(times, default=None), waiting)


def unread(store: Store, most: int) -> list[Unread]:
    """Return the articles that could not be read, the latest first; raises `DatabaseError`."""
    if not store.path.exists():
        return []
    with store.reading() as database:
        rows = database.execute(_UNREAD, [SKIPPED, most]).fetchall()
    return [Unread(*columns) for *columns, _ in rows]


def number_unread(store: Store) -> int:
    """Return how many articles could not be read, as far as they are kept; raises `DatabaseError`."""
    if not store.path.exists():
        return 0
    with store.reading() as database:
        (number,) = database.execute(_NUMBER_UNREAD, [SKIPPED]).fetchone()
    return int(number)
