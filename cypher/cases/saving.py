"""Changes cases: each change saves a version, which never changes.

A change is made to the newest version and tried again if somebody else saves first, so that two who work at
once lose nothing. Only title and summary can collide: who saves second is told.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import takewhile

from cypher.cases.items import CaseItem
from cypher.cases.reading import Case, CaseStatus, items_of, read_case, shown_items, versions
from cypher.database import Database
from cypher.errors import KonstelasiError, UsageError
from cypher.model.ids import content_id

LONGEST_TITLE = 120
"""The maximum length of a title in characters."""
LONGEST_SUMMARY = 4000
"""The maximum length of a summary in characters."""
MOST_ITEMS = 500
"""The maximum number of items of a case."""
MOST_MEMBERS = 100
"""The maximum number of members of a case."""
LONGEST_MEMBER = 254
"""The maximum length of a member's name or address in characters."""
_ATTEMPTS = 40
"""How often a change is tried while others change the same case; one of them succeeds each time."""

Change = Callable[[Case], Case]


class OutdatedCaseError(KonstelasiError):
    """Somebody else changed the same of a case in the meantime; nothing was saved."""


class NotMemberError(UsageError):
    """Only members may change this."""

    def __init__(self) -> None:
        super().__init__(
            "Only members of the case change who its members are, and who sees it. Ask one of them."
        )


def begin(database: Database, title: str, author: str, items: Sequence[CaseItem] = ()) -> Case:
    """Begin a case with these items; its `author` owns it. Raises `UsageError` for a bad title."""
    made = Case(title, members=(author,), items=tuple(each.id for each in items), owner=author)
    saved = _save(database, replace(made, case=content_id("case", uuid.uuid4())), author, items)
    if saved is None:
        raise OutdatedCaseError(
            "Others are changing this case at this moment. Nothing was changed; try again."
        )
    return saved


def add(database: Database, case: str, items: Sequence[CaseItem], author: str) -> Case:
    """Add items to a case and return it; the ids of those that were added are among its items.

    What is in the case already stays as it is, whatever it is called: see `CaseItem.thing`. Raises
    `UsageError` if the case is full.
    """

    def changed(now: Case) -> Case:
        here = {each.thing for each in shown_items(now, items_of(database, case, author))}
        new: dict[tuple[str, ...], str] = {}
        for each in items:
            if each.thing not in here:
                new.setdefault(each.thing, each.id)
        return replace(now, items=(*now.items, *new.values()))

    return _change(database, case, author, changed, items)


def take_out(database: Database, case: str, items: Sequence[str], author: str) -> Case:
    """Remove items from a case by their ids; its history keeps them."""
    return _change(database, case, author, lambda now: replace(now, items=_without(now.items, items)))


def set_status(database: Database, case: str, status: CaseStatus, author: str) -> Case:
    """Say how far the work on a case is."""
    return _change(database, case, author, lambda now: replace(now, status=status))


def set_members(
    database: Database, case: str, author: str, *, add: Iterable[str] = (), remove: Iterable[str] = ()
) -> Case:
    """Add and remove members; the owner stays. Raises `NotMemberError` unless `author` is a member."""
    new, gone = [name.strip() for name in add if name.strip()], set(remove)

    def changed(now: Case) -> Case:
        kept = [each for each in now.members if each not in gone or each == now.owner]
        return replace(now, members=tuple(dict.fromkeys((*kept, *new))))

    return _change(database, case, author, changed)


def set_members_only(database: Database, case: str, author: str, *, members_only: bool) -> Case:
    """Say whether only members see the case. Raises `NotMemberError` unless `author` is a member."""
    return _change(database, case, author, lambda now: replace(now, members_only=members_only))


def set_text(database: Database, before: Case, title: str, summary: str, author: str) -> Case:
    """Change title and summary, which were those of `before` when the change began.

    Raises `OutdatedCaseError` if somebody else changed them in the meantime: theirs stay.
    """

    def changed(now: Case) -> Case:
        if (now.title, now.summary) not in {(before.title, before.summary), (title, summary)}:
            writer = _writer(database, now, author)
            raise OutdatedCaseError(
                f"{writer!r} changed “{now.title}” in the meantime. Your text is still here and was not "
                "saved. Read theirs, then save again."
            )
        return replace(now, title=title, summary=summary)

    return _change(database, before.case, author, changed)


def _writer(database: Database, now: Case, reader: str) -> str:
    """Return who wrote the present title and summary."""
    found = versions(database, now.case, reader)
    same = takewhile(lambda each: (each.title, each.summary) == (now.title, now.summary), found)
    return [now, *same][-1].author


def set_retired(database: Database, case: str, author: str, *, retired: bool) -> Case:
    """Take a case out of the list, or put it back; its versions stay. Only members may."""
    return _change(database, case, author, lambda now: replace(now, retired=retired))


def _without(ids: Iterable[str], gone: Iterable[str]) -> tuple[str, ...]:
    left_out = set(gone)
    return tuple(each for each in ids if each not in left_out)


def _change(
    database: Database, case: str, author: str, change: Change, items: Sequence[CaseItem] = ()
) -> Case:
    """Save the newest version with a change; if somebody else saves first, read theirs and try again."""
    for _ in range(_ATTEMPTS):
        now = read_case(database, case, author)
        wanted = change(now)
        if wanted == now:
            return now
        if _is_for_members(now, wanted) and author not in now.members:
            raise NotMemberError
        if saved := _save(database, wanted, author, items, for_members=_is_for_members(now, wanted)):
            return saved
    raise OutdatedCaseError("Others are changing this case at this moment. Nothing was changed; try again.")


def _is_for_members(now: Case, wanted: Case) -> bool:
    """Whether only members may make this change."""
    parts = ("members", "members_only", "retired")
    return any(getattr(now, part) != getattr(wanted, part) for part in parts)


def _save(
    database: Database, wanted: Case, author: str, items: Sequence[CaseItem], *, for_members: bool = False
) -> Case | None:
    """Save the version after that of `wanted`; None if there is one already, or `author` may not."""
    _refuse_unfit(wanted, author)
    moment = datetime.now(UTC).isoformat(timespec="microseconds")
    made = replace(
        wanted, title=wanted.title.strip(), version=wanted.version + 1, author=author, created_at=moment
    )
    nonce = uuid.uuid4().hex
    asked: dict[str, object] = {
        "id": content_id("case version", made.case, made.version),
        "nonce": nonce,
        "rows": [{"properties": {**_properties(made), "nonce": nonce}}],
    }
    name = "cases/begin"
    if wanted.version:
        name = "cases/save_version"
        asked |= {"case_id": made.case, "reader": author, "for_members": for_members}
    rows = [
        {"id": each.id, "case_id": made.case, "content": each.content}
        for each in items
        if each.id in made.items
    ]
    done = database.write_together([(name, asked), ("cases/keep_items", {"rows": rows})])
    return made if done else None


def _properties(made: Case) -> dict[str, object]:
    return {
        "case_id": made.case,
        "version": made.version,
        "title": made.title,
        "summary": made.summary,
        "state": made.status.value,
        "members": list(made.members),
        "members_only": made.members_only,
        "items": list(made.items),
        "owner": made.owner,
        "author": made.author,
        "retired": made.retired,
        "created_at": made.created_at,
    }


def _refuse_unfit(wanted: Case, author: str) -> None:
    if not author.strip():
        raise UsageError("A case needs an author: say who you are.")
    if not wanted.title.strip() or len(wanted.title.strip()) > LONGEST_TITLE:
        raise UsageError(f"A case needs a title of 1 to {LONGEST_TITLE} characters. Type one, then save it.")
    if len(wanted.summary) > LONGEST_SUMMARY:
        raise UsageError(f"A summary has at most {LONGEST_SUMMARY} characters. Shorten it, then save it.")
    if len(wanted.items) > MOST_ITEMS:
        raise UsageError(f"A case has at most {MOST_ITEMS} items. Remove some, or begin another case.")
    if len(wanted.members) > MOST_MEMBERS or any(len(each) > LONGEST_MEMBER for each in wanted.members):
        raise UsageError(
            f"A case has at most {MOST_MEMBERS} members, with names of at most {LONGEST_MEMBER} characters."
        )
