"""Briefs in the graph: each save is a version, which never changes and can be restored."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from cypher.briefs.items import BrokenItemError, Item, item_of
from cypher.database import Database
from cypher.errors import KonstelasiError, UsageError
from cypher.model.ids import content_id
from cypher.records.briefs import StoredItem
from cypher.records.shared import StoredBrief

LONGEST_TITLE = 120
"""The maximum length of a title in characters."""
MOST_ITEMS = 100
"""The maximum number of parts of a brief."""
_ATTEMPTS = 20
"""How often a change is tried while others save the same brief; one of them succeeds each time."""


class OutdatedBriefError(KonstelasiError):
    """Somebody else saved a newer version of the brief in the meantime; nothing was saved."""


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


def save(database: Database, wanted: Brief, author: str) -> Brief:
    """Save `wanted` as the version after its `version`, and return it; a new brief gets an id.

    Raises `UsageError` for a bad title or too many parts, and `OutdatedBriefError` if somebody else saved a
    version in the meantime: theirs stays, and nothing of `wanted` is saved.
    """
    _refuse_unfit(wanted, author)
    made = replace(
        wanted,
        title=wanted.title.strip(),
        brief=wanted.brief or content_id("brief", uuid.uuid4()),
        version=wanted.version + 1,
        owner=wanted.owner or author,
        author=author,
        created_at=datetime.now(UTC).isoformat(timespec="microseconds"),
    )
    contents = {item.id: item.content for item in made.items}
    nonce = uuid.uuid4().hex
    row = {"properties": {**_properties(made), "nonce": nonce}}
    key = content_id("brief version", made.brief, made.version)
    steps: list[tuple[str, Mapping[str, object]]] = [
        ("briefs/save_version", {"id": key, "nonce": nonce, "rows": [row]}),
        ("briefs/keep_items", {"rows": [{"id": id_, "content": text} for id_, text in contents.items()]}),
    ]
    if not database.write_together(steps):
        raise _outdated(database, made)
    return made


def add(database: Database, brief: str, items: Sequence[Item], author: str) -> Brief:
    """Save the newest version of a brief with these parts at its end.

    Parts that others add at the same time stay. Raises `UsageError` if there is no such brief, or it is full
    or was removed.
    """
    return _changed(database, brief, author, lambda before: (*before, *items))


def take_out(database: Database, brief: str, item: str, author: str) -> Brief:
    """Save the newest version of a brief without the part of this id; the other parts stay."""
    return _changed(database, brief, author, lambda before: tuple(each for each in before if each.id != item))


def _changed(
    database: Database,
    brief: str,
    author: str,
    change: Callable[[tuple[Item, ...]], tuple[Item, ...]],
) -> Brief:
    """Save the newest version with changed parts; if somebody else saves first, read theirs and try again."""
    for _ in range(_ATTEMPTS):
        newest = read_brief(database, brief)
        if newest.retired:
            raise UsageError(f"{newest.title!r} was removed. Open another brief, then try again.")
        try:
            return save(database, replace(newest, items=change(newest.items)), author)
        except OutdatedBriefError:
            continue
    raise OutdatedBriefError("Others are saving this brief at this moment. Nothing was changed; try again.")


def _properties(made: Brief) -> dict[str, object]:
    return {
        "brief": made.brief,
        "version": made.version,
        "title": made.title,
        "owner": made.owner,
        "author": made.author,
        "shared": made.shared,
        "retired": made.retired,
        "created_at": made.created_at,
        "items": [item.id for item in made.items],
    }


def _refuse_unfit(wanted: Brief, author: str) -> None:
    if not wanted.title.strip() or len(wanted.title.strip()) > LONGEST_TITLE:
        raise UsageError(f"A brief needs a title of 1 to {LONGEST_TITLE} characters. Type one, then save it.")
    if not author.strip():
        raise UsageError("A brief needs an author: say who you are.")
    if len(wanted.items) > MOST_ITEMS:
        raise UsageError(
            f"A brief has at most {MOST_ITEMS} parts; this one would have {len(wanted.items)}. "
            "Remove some, or begin another brief."
        )


def _outdated(database: Database, wanted: Brief) -> OutdatedBriefError:
    found = versions(database, wanted.brief)
    theirs = next((each for each in found if each.version == wanted.version), None)
    who = f"{theirs.author!r} saved version {wanted.version} at {theirs.created_at[:16]}" if theirs else ""
    return OutdatedBriefError(
        f"{who or 'Somebody else saved a version'} of “{wanted.title}” in the meantime. "
        "Your changes are still here and were not saved."
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
