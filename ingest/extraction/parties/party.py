"""A party: an entity that takes part in an event, its span in the sentence and a certainty."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.model.graph import Entity, Span
from ingest.extraction.scene import Scene
from ingest.extraction.syntax.phrases import phrase
from ingest.extraction.syntax.sentence import Name, Parse


@dataclass(frozen=True, slots=True)
class Party:
    """An entity that takes part in an event.

    `span` is where the sentence refers to it, `certainty` (0-1) how sure this reading is, and `reason` why
    the words were read as this entity.
    """

    entity: Entity
    span: Span
    certainty: float
    reason: str | None = None


def named(scene: Scene, name: Name) -> tuple[Party, ...]:
    """Return the parties of a name, including other names in the same word: "Palestina-Israel"."""
    beside = (other for other in scene.parse.names if _shares_word(name, other))
    return tuple(Party(scene.entities[item], item.span, 1.0) for item in beside)


def _shares_word(one: Name, two: Name) -> bool:
    return one is two or (one.end - one.start == 1 and (one.start, one.end) == (two.start, two.end))


def names_in(parse: Parse, head: int) -> list[Name]:
    """Return the names in the noun phrase around a word, in text order."""
    words = set(phrase(parse, head))
    return [name for name in parse.names if not words.isdisjoint(range(name.start, name.end))]


def outermost(names: list[Name]) -> list[Name]:
    """Return the names that lie in no longer name: without "Palestinian" of "Palestinian Islamic Jihad"."""
    return [
        name
        for name in names
        if not any(other.span != name.span and other.span.covers(name.span) for other in names)
    ]
