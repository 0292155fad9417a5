"""What changed from one version of a case to the next, without a database."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from cypher.cases.items import CaseItem
from cypher.cases.reading import Case


class Did(StrEnum):
    """What somebody did to a case."""

    BEGAN = "began"
    ADDED = "added"
    REMOVED = "removed"
    STATUS = "status"
    RENAMED = "renamed"
    SUMMARY = "summary"
    JOINED = "joined"
    LEFT = "left"
    MEMBERS_ONLY = "members_only"
    FOR_ALL = "for_all"
    RETIRED = "retired"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Step:
    """One change: who made it, when (ISO, UTC), and of what: a title, a status or a name."""

    did: Did
    author: str
    at: str
    what: str = ""


def history(found: Sequence[Case], items: Mapping[str, CaseItem]) -> list[Step]:
    """Return the changes between these versions, which stand newest first, in the same order."""
    steps: list[Step] = []
    for after, before in pairwise(found):
        steps += _steps(before, after, items)
    if found and found[-1].version == 1:
        first = found[-1]
        steps += [Step(Did.BEGAN, first.author, first.created_at, first.title)]
    return steps


def _steps(before: Case, after: Case, items: Mapping[str, CaseItem]) -> Iterator[Step]:
    for did, what in (*_of_text(before, after), *_of_lists(before, after, items), *_of_flags(before, after)):
        yield Step(did, after.author, after.created_at, what)


def _of_text(before: Case, after: Case) -> Iterator[tuple[Did, str]]:
    if before.title != after.title:
        yield Did.RENAMED, after.title
    if before.summary != after.summary:
        yield Did.SUMMARY, ""
    if before.status != after.status:
        yield Did.STATUS, after.status.value


def _of_lists(before: Case, after: Case, items: Mapping[str, CaseItem]) -> Iterator[tuple[Did, str]]:
    for did, left, right in ((Did.ADDED, after, before), (Did.REMOVED, before, after)):
        for each in left.items:
            if each not in right.items:
                yield did, items[each].title if each in items else ""
    for did, left, right in ((Did.JOINED, after, before), (Did.LEFT, before, after)):
        yield from ((did, each) for each in left.members if each not in right.members)


def _of_flags(before: Case, after: Case) -> Iterator[tuple[Did, str]]:
    if before.members_only != after.members_only:
        yield (Did.MEMBERS_ONLY if after.members_only else Did.FOR_ALL), ""
    if before.retired != after.retired:
        yield (Did.RETIRED if after.retired else Did.RESTORED), ""
