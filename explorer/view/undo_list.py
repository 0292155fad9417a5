"""What the reader did, in order: steps of the network and what was recorded, so that the last can be undone.

Each step of the network stands here as `STEP`, and in the trail with its view. What was recorded knows how to
undo itself; once undone, it knows how to be recorded again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

MOST_ENTRIES = 400


@dataclass(frozen=True, slots=True)
class Recorded:
    """Something that was recorded: `said` is how the reader reads it, `turn` asks for the opposite."""

    key: str
    said: str
    turn: Callable[[], object]


STEP: Final = None
"""Stands for a step of the network."""

Entry: TypeAlias = Recorded | None


@dataclass(frozen=True, slots=True)
class UndoList:
    """What was done, and what was undone since: the last of each comes first to be undone or redone."""

    done: tuple[Entry, ...] = ()
    undone: tuple[Entry, ...] = ()

    def did(self, entry: Entry) -> UndoList:
        """With something new at the end. What was undone before it cannot be redone any more.

        Something recorded leaves the steps that can be gone forward, as the trail does.
        """
        steps = () if entry is STEP else tuple(each for each in self.undone if each is STEP)
        return UndoList((*self.done, entry)[-MOST_ENTRIES:], steps)

    def stepped(self, backwards: bool) -> UndoList:
        """With the last step of the network undone, or redone, whatever was recorded since."""
        if backwards:
            return UndoList(_without_last_step(self.done), (*self.undone, STEP))
        return UndoList((*self.done, STEP), _without_last_step(self.undone))

    def turned(self, key: str, opposite: Recorded) -> UndoList:
        """With the entry of this `key` undone or redone by its `opposite`; one that is not here is new."""
        if key in _keys(self.done):
            return UndoList(_without(self.done, key), (*self.undone, opposite))
        if key in _keys(self.undone):
            return UndoList((*self.done, opposite), _without(self.undone, key))
        return self.did(opposite)

    def without(self, key: str) -> UndoList:
        """Without the entry of this `key`, which can be neither undone nor redone."""
        return UndoList(_without(self.done, key), _without(self.undone, key))

    def has_done(self, key: str) -> bool:
        """Whether the entry of this `key` can be undone."""
        return key in _keys(self.done)

    def has_undone(self, key: str) -> bool:
        """Whether the entry of this `key` can be redone."""
        return key in _keys(self.undone)

    def said_of(self, key: str) -> str | None:
        """How the reader reads the entry of this `key`; None where there is none."""
        entries = (each for each in (*self.done, *self.undone) if each is not STEP)
        return next((each.said for each in entries if each.key == key), None)


def _keys(entries: tuple[Entry, ...]) -> set[str]:
    return {each.key for each in entries if each is not STEP}


def _without(entries: tuple[Entry, ...], key: str) -> tuple[Entry, ...]:
    return tuple(each for each in entries if each is STEP or each.key != key)


def _without_last_step(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    if STEP not in entries:
        return entries
    place = len(entries) - 1 - entries[::-1].index(STEP)
    return entries[:place] + entries[place + 1 :]
