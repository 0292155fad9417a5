"""Chooses the pairs of entities with which the network starts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from cypher.records.explore import NewestDyad

STARTING_NODES = 20
"""About as many nodes as a reader can take in at once."""


def leading_dyads(dyads: Sequence[NewestDyad], most: int = STARTING_NODES) -> list[NewestDyad]:
    """Return the strongest pairs that have at most `most` entities together.

    A pair with more voices comes first; among equals, the one whose entities are in more pairs, so that the
    network hangs together, then the later one.
    """
    pairs = Counter(end for dyad in dyads for end in (dyad.first, dyad.second))

    def strength(dyad: NewestDyad) -> tuple[int, int, str]:
        return dyad.heat, pairs[dyad.first] + pairs[dyad.second], dyad.last_date or ""

    return list(_within(sorted(dyads, key=strength, reverse=True), most))


def _within(dyads: Sequence[NewestDyad], most: int) -> Iterator[NewestDyad]:
    chosen: set[str] = set()
    for dyad in dyads:
        if len(chosen | {dyad.first, dyad.second}) <= most:
            chosen |= {dyad.first, dyad.second}
            yield dyad


def entities_of(dyads: Sequence[NewestDyad]) -> int:
    """Return the number of entities in these pairs."""
    return len({end for dyad in dyads for end in (dyad.first, dyad.second)})
