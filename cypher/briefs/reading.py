"""Reads briefs from the graph: lists of them, their versions, and one with its parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cypher.briefs.items import BrokenItemError, Item, item_of
from cypher.database import Database
from cypher.errors import UsageError
from cypher.records.briefs import StoredItem
from cypher.records.shared import StoredBrief


@dataclass(frozen=True, slots=True)
class Brief:
    """One version of a brief; versions count from 1, and a brief that was never saved has version 0.

    `owner` began it, `author` saved this version. Readers other than the owner find it if it is `shared`.
    """

    title: str
    items: tuple[Item, ...] = ()
    brief: str = ""
    version: int = 0
    owner: str = ""
    author: str = ""
    shared: bool = False
    retired: bool = False
    created_at: str = ""


@dataclass(frozen=True, slots=True)
class BriefEntry:
    """A version of a brief in a list, without its parts; `items` are their ids."""

    brief: str
    version: int
    title: str
    owner: str
    author: str
    shared: bool
    retired: bool
    created_at: str
    items: tuple[str, ...]


def briefs(database: Database, author: str | None = None) -> list[BriefEntry]:
    """Return the newest versions, the latest first: those that `author` may see, or all without an author."""
    newest = _entries(database, "briefs/newest")
    return [
        each
        for each in newest
        if not each.retired and (author is None or each.shared or each.owner == author)
    ]


def versions(database: Database, brief: str) -> list[BriefEntry]:
    """Return all versions of a brief, the newest first."""
    return _entries(database, "briefs/versions", brief=brief)


def read_brief(database: Database, brief: str, version: int | None = None) -> Brief:
    """Return a version of a brief, the newest unless `version` is given.

    Raises `UsageError` if there is no such brief or version, and `BrokenItemError`.
    """
    found = versions(database, brief)
    if not found:
        raise UsageError(f"There is no brief {brief[:80]!r}. `konstelasi brief list` lists the briefs.")
    entry = next((each for each in found if version in (None, each.version)), None)
    if entry is None:
        raise UsageError(f"{found[0].title!r} has the versions 1 to {found[0].version}, and no {version}.")
    return Brief(
        entry.title,
        _items(database, entry.items),
        entry.brief,
        entry.version,
        entry.owner,
        entry.author,
        entry.shared,
        entry.retired,
        entry.created_at,
    )


def _entries(database: Database, name: str, **parameters: object) -> list[BriefEntry]:
    return [
        BriefEntry(
            row.brief,
            row.version,
            row.title,
            row.owner,
            row.author,
            row.shared,
            row.retired,
            row.created_at,
            tuple(row.items),
        )
        for row in database.rows(StoredBrief, name, **parameters)
    ]


def _items(database: Database, ids: Iterable[str]) -> tuple[Item, ...]:
    wanted = list(ids)
    rows = database.rows(StoredItem, "briefs/items", ids=wanted) if wanted else ()
    contents = {row.id: row.content for row in rows}
    if missing := [key for key in wanted if key not in contents]:
        raise BrokenItemError(f"The part {missing[0]} of a brief is missing. Open an earlier version.")
    return tuple(item_of(key, contents[key]) for key in wanted)
