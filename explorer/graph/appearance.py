"""What the size and the colour of nodes show, and the colours that communities keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Size(StrEnum):
    """What the size of a node shows: its ties, their voices, or how many shortest paths lead through it."""

    DEGREE = "degree"
    VOICES = "voices"
    BETWEENNESS = "betweenness"


class Colour(StrEnum):
    """What the colour of a node shows."""

    KIND = "kind"
    COMMUNITY = "community"


@dataclass(frozen=True, slots=True)
class Appearance:
    """What the size and the colour of nodes show."""

    size: Size = Size.DEGREE
    colour: Colour = Colour.KIND


PLAIN = Appearance()
"""The appearance that a view has at first."""

LEAST = 3
"""The minimum size of a community with a colour of its own."""


def coloured(communities: Sequence[Sequence[str]], before: Mapping[str, int], colours: int) -> dict[str, int]:
    """Return the place in the list of colours for each node of the largest communities.

    `communities` have the largest first. A community keeps the colour that most of its nodes had `before`.
    Where two would have the same one, that with more such nodes keeps it.
    """
    large = [members for members in communities if len(members) >= LEAST][:colours]
    shared = Counter(
        (at, before[node]) for at, members in enumerate(large) for node in members if node in before
    )
    places: dict[int, int] = {}
    for (at, place), _ in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if at not in places and place not in places.values():
            places[at] = place
    free = iter(sorted(set(range(colours)) - set(places.values())))
    for at in range(len(large)):
        if at not in places:
            places[at] = next(free)
    return {node: places[at] for at, members in enumerate(large) for node in members}
