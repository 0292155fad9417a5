"""Codes texts with the rules alone: scenes with their triggers and events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cypher.model.graph import Document, Span
from cypher.model.ids import content_id
from ingest.extraction.events.events import find_events
from ingest.extraction.events.learned.features import features, linking, stems
from ingest.extraction.events.told import Told
from ingest.extraction.events.triggers import Trigger, find_triggers
from ingest.extraction.parse import parse
from ingest.extraction.scene import Scene, open_story


@dataclass(frozen=True, slots=True)
class CodedScene:
    """A sentence of a text; `offset` is the number of tokens in the sentences before it."""

    scene: Scene
    triggers: tuple[Trigger, ...]
    told: tuple[Told, ...]
    offset: int

    @property
    def types(self) -> dict[int, str]:
        """The types assigned by the rules, by head, for all triggers, including those without an event."""
        return {trigger.head: trigger.sense.event_type for trigger in self.triggers}

    def features(self, index: int) -> frozenset[str]:
        """Return the features of a token for the classifiers."""
        return frozenset(features(self.scene.parse, index, stems(self.scene.parse), self.types))

    def linking(self, index: int, actor: Span, recipient: Span) -> frozenset[str]:
        """Return the features of the path from actor to recipient; empty if one is not in the scene."""
        parse = self.scene.parse
        one, other = parse.head_of(actor), parse.head_of(recipient)
        if one is None or other is None:
            return frozenset()
        return frozenset(linking(parse, (one, other), index, stems(parse), self.types))


def code(texts: Sequence[str], language: str) -> Iterator[tuple[CodedScene, ...]]:
    """Yield the scenes of each text, coded without the classifiers that are to be trained."""
    for parsed in parse(_document(text, number, language) for number, text in enumerate(texts)):
        story = open_story(parsed)
        scenes: list[CodedScene] = []
        offset = 0
        for scene in story.scenes:
            told = tuple(find_events(story, scene, learned=False))
            scenes.append(CodedScene(scene, tuple(find_triggers(scene.parse)), told, offset))
            story.history.note(scene.entities[name] for name in scene.parse.names)
            offset += len(scene.parse)
        yield tuple(scenes)


def _document(text: str, number: int, language: str) -> Document:
    key = content_id("document", str(number), text)
    return Document(key, text, language, content_id("text", text))
