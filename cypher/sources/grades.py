"""The grades of sources, and the items whose articles are in the graph under another grade."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cypher.errors import UsageError
from cypher.sources import listing
from cypher.sources.store import LOADED, Store

_OUTDATED = """
SELECT id, document FROM item WHERE source = :source AND state = :state AND grade < :grade
UNION ALL
SELECT id, document FROM item WHERE source = :source AND state = :state AND grade > :grade
LIMIT :most
"""
"""Two ranges of an index; an item without a grade has an empty one."""


@dataclass(frozen=True, slots=True)
class Outdated:
    """An item whose article is in the graph under another grade than its source has now."""

    item: int
    document: str
    grade: str | None


def set_grade(store: Store, name: str, grade: str | None) -> str | None:
    """Give a source another grade, ``A`` to ``F`` or None; return the one that it had.

    Raises `UsageError` for a source or a grade that there is not.
    """
    known = next((each for each in listing.listed(store) if each.name == name), None)
    if known is None:
        raise UsageError(f"There is no source {name!r}. Choose one of the list.")
    listing.add(store, replace(known, grade=grade))
    return known.grade


def outdated(store: Store, most: int) -> list[Outdated]:
    """Return some of the items whose articles are in the graph under another grade."""
    if not store.path.exists():
        return []
    found: list[Outdated] = []
    with store.reading() as database:
        for source in database.execute("SELECT name, grade FROM source ORDER BY name").fetchall():
            asked = {
                "source": source["name"],
                "grade": source["grade"] or "",
                "state": LOADED,
                "most": most - len(found),
            }
            rows = database.execute(_OUTDATED, asked)
            found += [Outdated(row["id"], row["document"], source["grade"]) for row in rows]
    return found


def note(store: Store, items: Iterable[int], grade: str | None) -> None:
    """Note under which grade the articles of items are in the graph now."""
    with store.writing() as database:
        database.executemany(
            "UPDATE item SET grade = ? WHERE id = ?", [(grade or "", item) for item in items]
        )
