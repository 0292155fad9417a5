"""Makes silver instances from parallel text: the rules' type for a word and the vote of the other language's
rules.

The lexicons of two languages make different errors. Two votes on each word therefore show which triggers are
misleading, and which words express an event without being triggers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ingest.extraction.events.learned.features import stems
from models.event_types.align import Matrix
from models.event_types.coding import CodedScene

_TELLING = frozenset({"VERB", "NOUN"})
_LINKED = 0.04
"""Minimum weight of a link that transfers a type; half of the links below it are wrong."""

Text = tuple[CodedScene, ...]


class Silver(NamedTuple):
    """A word with two votes: the types from its own and the other language's rules; None means no event."""

    features: frozenset[str]
    own: str | None
    other: str | None


def words(text: Text) -> list[str]:
    """Return the stems of all sentences of a text, one after the other."""
    return [word for scene in text for word in stems(scene.scene.parse)]


def silver(text: Text, other: Text, links: Matrix) -> Iterator[Silver]:
    """Yield the words of a text that may express an event.

    `links` has this text's words as rows and the other's as columns. A word is left out if the other text may
    lack a vote only because the word has no clear counterpart there.
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
    """Yield the types of the events by the positions of their heads in the text."""
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
    """Return the positions of all triggers, with or without an event."""
    spans: Sequence[tuple[int, int]] = [
        (scene.offset + item.start, scene.offset + item.end) for scene in text for item in scene.triggers
    ]
    return {place for start, end in spans for place in range(start, end)}
