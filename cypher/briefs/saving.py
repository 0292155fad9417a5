"""Saves briefs in the graph: each save is a version, which never changes and can be restored."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from cypher.briefs.items import Item
from cypher.briefs.reading import Brief, read_brief, versions
from cypher.database import Database
from cypher.errors import KonstelasiError, UsageError
from cypher.model.ids import content_id

LONGEST_TITLE = 120
"""The maximum length of a title in characters."""
MOST_ITEMS = 100
"""The maximum number of parts of a brief."""
_ATTEMPTS = 20
"""How often a change is tried while others save the same brief; one of them succeeds each time."""


class OutdatedBriefError(KonstelasiError):
    """Somebody else saved a newer version of the brief in the meantime; nothing was saved."""


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
