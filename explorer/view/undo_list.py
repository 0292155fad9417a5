"""The undo list: what the reader did, in order, both steps of the network and writes.

A step of the network is listed only as `STEP`; its view is in the trail. A write has a function that undoes
it, or redoes it once it is undone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

MOST_ENTRIES = 400
"""The maximum number of entries; older ones are dropped."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A write: `describe` says to the reader what it was, `turn` requests the opposite write.

    It is described only when it is undone or redone, because that may take reads.
    """

    key: str
    describe: Callable[[], str]
    turn: Callable[[], object]


STEP: Final = None
"""The entry of a step of the network."""

Entry: TypeAlias = Recorded | None


@dataclass(frozen=True, slots=True)
class UndoList:
    """What was done and what was undone since; the last entry of each is the next to undo or redo."""

    done: tuple[Entry, ...] = ()
    undone: tuple[Entry, ...] = ()

    def did(self, entry: Entry) -> UndoList:
        """Return the list with a new entry. What was undone before it can no longer be redone.

        A new write keeps the undone steps of the network, as the trail does.
        """
        steps = () if entry is STEP else tuple(each for each in self.undone if each is STEP)
        return UndoList((*self.done, entry)[-MOST_ENTRIES:], steps)

    def stepped(self, backwards: bool) -> UndoList:
        """Return the list with the last step of the network undone or redone, skipping later writes."""
        if backwards:
            return UndoList(_without_last_step(self.done), (*self.undone, STEP))
        return UndoList((*self.done, STEP), _without_last_step(self.undone))

    def turned(self, key: str, opposite: Recorded) -> UndoList:
        """Return the list with the entry of this `key` undone or redone; an unknown `opposite` is added.

        `opposite` is the entry that undoes or redoes it the next time.
        """
        if key in _keys(self.done):
            return UndoList(_without(self.done, key), (*self.undone, opposite))
        if key in _keys(self.undone):
            return UndoList((*self.done, opposite), _without(self.undone, key))
        return self.did(opposite)

    def without(self, key: str) -> UndoList:
        """Return the list without the entry of this `key`."""
        return UndoList(_without(self.done, key), _without(self.undone, key))

    def has_done(self, key: str) -> bool:
        """Whether the entry of this `key` can be undone."""
        return key in _keys(self.done)

    def has_undone(self, key: str) -> bool:
        """Whether the entry of this `key` can be redone."""
        return key in _keys(self.undone)

    def said_of(self, key: str) -> str | None:
        """Return the description of the entry of this `key`, None if there is none."""
        entries = (each for each in (*self.done, *self.undone) if each is not STEP)
        return next((each.describe() for each in entries if each.key == key), None)


def _keys(entries: tuple[Entry, ...]) -> set[str]:
    return {each.key for each in entries if each is not STEP}


def _without(entries: tuple[Entry, ...], key: str) -> tuple[Entry, ...]:
    return tuple(each for each in entries if each is STEP or each.key != key)


def _without_last_step(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    if STEP not in entries:
        return entries
    place = len(entries) - 1 - entries[::-1].index(STEP)
    return entries[:place] + entries[place + 1 :]
