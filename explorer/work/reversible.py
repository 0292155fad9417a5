"""Writes that have an opposite write, so that they can be undone and redone any number of times."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from cypher.errors import KonstelasiError
from explorer.identity.roles import Right
from explorer.view import undo
from explorer.view.audited import Deed
from explorer.view.undo_list import Recorded
from explorer.work.pending import PendingWrite, request, tell
from explorer.work.undoing import refusing

Write = Callable[[str], object]
"""Writes to the graph under the name that it is given."""


def _nothing(_is_done: bool) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Reversible:
    """A write `record` and its opposite `reverse`; `said` describes it to the reader, `deed` to auditors.

    `then` is called after each: with True after `record`, with False after `reverse`. An `unsigned` write
    needs no name of the reader. Both need the `right`.
    """

    deed: Deed
    said: str
    record: Write
    reverse: Write
    then: Callable[[bool], object] = _nothing
    unsigned: bool = False
    right: Right = Right.ANNOTATE


def recording(what: Reversible, refused: Callable[[KonstelasiError], object] = tell) -> PendingWrite[object]:
    """Return the pending write of `what`, which the reader can undo afterwards."""

    def recorded(_found: object) -> None:
        undo.did(_entry(what, is_done=True))
        what.then(True)

    return PendingWrite(what.deed, what.record, recorded, refused, unsigned=what.unsigned, right=what.right)


def _entry(what: Reversible, *, is_done: bool) -> Recorded:
    key = uuid.uuid4().hex
    return Recorded(key, lambda: what.said, lambda: request(_turning(what, key, is_done=is_done)))


def _turning(what: Reversible, key: str, *, is_done: bool) -> PendingWrite[object]:
    """Return the pending write that reverses `what` if it is done, or records it again."""

    def turned(_found: object) -> None:
        undo.turned(key, _entry(what, is_done=not is_done))
        what.then(not is_done)

    write = what.reverse if is_done else what.record
    deed = what.deed.undone() if is_done else what.deed
    return PendingWrite(deed, write, turned, refusing(key), unsigned=what.unsigned, right=what.right)
