"""Silver instances from parallel text: what one language's rules say of a word, and the other's vote on it.

The lexicons of two languages err in different places, so two votes on each word teach both: which triggers
mislead, and which words tell an event that no trigger covers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.extraction.events.learned.features import stems
from models.event_types.align import Matrix
from models.event_types.coding import CodedScene

_TELLING = frozenset({"VERB", "NOUN"})
_LINKED = 0.04
"""Least weight of a link by which a type is carried over; half of the links below it are wrong."""

Text = tuple[CodedScene, ...]


class Silver(NamedTuple):
    """A word with two votes: the type of the own rules and of the other language's; None is no event."""

    features: frozenset[str]
    own: str | None
    other: str | None


def words(text: Text) -> list[str]:
    """The stems of all sentences of a text, one after the other."""
    return [word for scene in text for word in stems(scene.scene.parse)]


def silver(text: Text, other: Text, links: Matrix) -> Iterator[Silver]:
    """The words of a text that may tell an event; `links` has its words as rows, the other's as columns.

    Words about which the other text may only be silent because it has no clear counterpart are left out.
    """
    places = [(scene, index) for scene in text for index in _candidates(scene)]
    rows = [scene.offset + index for scene, index in places]
    votes = {}
    lost = False
    for place, event_type in _told_types(other):
        best = max(rows, key=lambda row: links[row, place], default=None)
        if best is not None and links[best, place] >= _LINKED:
            votes[best] = event_type
        else:
            lost = True
    taken = _taken(other)
    for row, (scene, index) in zip(rows, places, strict=True):
        untold = links[row].argmax() in taken and links[row].max() > _LINKED
        if row in votes or not (lost or untold):
            yield Silver(scene.features(index), _told(scene, index), votes.get(row))


def _told_types(text: Text) -> Iterator[tuple[int, str]]:
    """The types of the events told, by the places of their heads in the text."""
    for scene in text:
        for item in scene.told:
            yield scene.offset + item.trigger.head, item.trigger.sense.event_type


def _candidates(scene: CodedScene) -> Iterator[int]:
    parse = scene.scene.parse
    heads = {item.trigger.head for item in scene.told}
    for index, tag in enumerate(parse.tags):
        if index not in parse.name_at and (tag in _TELLING or index in heads):
            yield index


def _told(scene: CodedScene, index: int) -> str | None:
    return next(
        (item.trigger.sense.event_type for item in scene.told if item.trigger.head == index),
        None,
    )


def _taken(text: Text) -> set[int]:
    """Places of all triggers, told or not."""
    spans: Sequence[tuple[int, int]] = [
        (scene.offset + item.start, scene.offset + item.end) for scene in text for item in scene.triggers
    ]
    return {place for start, end in spans for place in range(start, end)}
