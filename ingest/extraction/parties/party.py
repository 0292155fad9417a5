"""Who takes part: an entity, where the sentence says so, and how surely."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.model import Entity, Span
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
    """The entity that a name means."""
    return (Party(scene.entities[name], name.span, 1.0),)


def names_in(parse: Parse, head: int) -> list[Name]:
    """The names in the noun phrase around a word, in the order of the text."""
    found = (parse.name_at.get(index) for index in phrase(parse, head))
    return list(dict.fromkeys(name for name in found if name is not None))
