"""Who takes part: an entity, where the sentence says so, and how surely."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.model.graph import Entity, Span
from ingest.extraction.scene import Scene
from ingest.extraction.syntax.phrases import phrase
from ingest.extraction.syntax.sentence import Name, Parse


@dataclass(frozen=True, slots=True)
class Party:
    """An entity that takes part, where the sentence says so, how sure that is (0-1), and why it is meant."""

    entity: Entity
    span: Span
    certainty: float
    reason: str | None = None


def named(scene: Scene, name: Name) -> tuple[Party, ...]:
    """The entities that a name means, with the others in the same word: "Palestina-Israel"."""
    beside = (other for other in scene.parse.names if _shares_word(name, other))
    return tuple(Party(scene.entities[item], item.span, 1.0) for item in beside)


def _shares_word(one: Name, two: Name) -> bool:
    return one is two or (one.end - one.start == 1 and (one.start, one.end) == (two.start, two.end))


def names_in(parse: Parse, head: int) -> list[Name]:
    """The names in the noun phrase around a word, in the order of the text."""
    words = set(phrase(parse, head))
    return [name for name in parse.names if not words.isdisjoint(range(name.start, name.end))]
