"""What is recorded besides verdicts, with its opposite: both can follow one another any number of times."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from cypher.errors import KonstelasiError
from explorer.view import undo
from explorer.view.undo_list import Recorded
from explorer.work.pending import PendingWrite, request, tell
from explorer.work.undoing import refusing

Write = Callable[[str], object]
"""Writes to the graph under the name that it is given."""


def _nothing(_is_done: bool) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Reversible:
    """`record` and `reverse` write the one and the other; `said` is how the reader reads it.

    `then` is called after each, and is told whether it is done now, or reversed.
    """

    said: str
    record: Write
    reverse: Write
    then: Callable[[bool], object] = _nothing


def recording(what: Reversible, refused: Callable[[KonstelasiError], object] = tell) -> PendingWrite[object]:
    """To record it; the reader can undo that."""

    def recorded(_found: object) -> None:
        undo.did(_entry(what, is_done=True))
        what.then(True)

    return PendingWrite(what.record, recorded, refused)


def _entry(what: Reversible, *, is_done: bool) -> Recorded:
    key = uuid.uuid4().hex
    return Recorded(key, what.said, lambda: request(_turning(what, key, is_done=is_done)))


def _turning(what: Reversible, key: str, *, is_done: bool) -> PendingWrite[object]:
    """To reverse it when it is done, or else to record it again."""

    def turned(_found: object) -> None:
        undo.turned(key, _entry(what, is_done=not is_done))
        what.then(not is_done)

    return PendingWrite(what.reverse if is_done else what.record, turned, refusing(key))
