"""Whole graphs of tests of the extraction in several processes, and how they differ."""

from __future__ import annotations

from hashlib import sha256

from cypher.database import Role, Settings, connect
from cypher.judging.migration import bring_up_to_date
from tests.conftest import empty
from tests.whole import whole


def emptied(settings: Settings) -> None:
    """Empty a graph, and mark it as one of this version, as new graphs are."""
    empty(settings)
    with connect(settings, Role.ANALYST) as database:
        bring_up_to_date(database)


def everything(settings: Settings) -> list[str]:
    """All nodes and relationships with all that they hold, but for the times of loads.

    What is marked as done once to a graph depends on whether it was emptied before.
    """
    with connect(settings, Role.ANALYST) as database:
        found = whole(database, labels=("Mark",))
    assert len(found) > 500
    return found


def changes(before: list[str], after: list[str]) -> list[str]:
    """What is in only one of two graphs, none if they have the same content hash."""
    if content_hash(before) == content_hash(after):
        return []
    return sorted(set(before) ^ set(after)) or ["something twice"]


def content_hash(graph: list[str]) -> str:
    """The hash of all that is in a graph."""
    return sha256("\n".join(graph).encode()).hexdigest()
