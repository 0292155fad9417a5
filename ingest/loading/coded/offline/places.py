"""Remembers many numbers in little memory, each with its place in the order in which they came."""

from __future__ import annotations

from array import array

_FULL = 0.6
_START = 1024


class Places:
    """The places of numbers of at most 63 bits. A million take 25 MB; in a dictionary they take 100 MB."""

    def __init__(self) -> None:
        self._count = 0
        self._clear(_START)

    def __len__(self) -> int:
        return self._count

    def find(self, number: int) -> tuple[int, bool]:
        """Return the place of `number`, from 0, and whether it is new."""
        key, mask, keys = number + 1, self._mask, self._keys
        slot = key & mask
        while there := keys[slot]:
            if there == key:
                return self._places[slot], False
            slot = (slot + 1) & mask
        keys[slot] = key
        self._places[slot] = place = self._count
        self._count += 1
        if self._count > _FULL * mask:
            self._grow()
        return place, True

    def _clear(self, size: int) -> None:
        self._mask = size - 1
        self._keys = array("Q", bytes(8 * size))
        self._places = array("I", bytes(4 * size))

    def _grow(self) -> None:
        keys, places = self._keys, self._places
        self._clear(4 * len(keys) if len(keys) < 2**16 else 2 * len(keys))
        mask = self._mask
        for key, place in zip(keys, places, strict=True):
            if key:
                slot = key & mask
                while self._keys[slot]:
                    slot = (slot + 1) & mask
                self._keys[slot] = key
                self._places[slot] = place
