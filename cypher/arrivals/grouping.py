"""Groups what was read by what it is about."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)
Each = TypeVar("Each", bound=Hashable)


def grouped(pairs: Iterable[tuple[Key, Each]]) -> dict[Key, list[Each]]:
    """Return the second of the pairs by the first, in their order; a pair that comes again is left out."""
    groups: dict[Key, list[Each]] = {}
    for key, each in dict.fromkeys(pairs):
        groups.setdefault(key, []).append(each)
    return groups
