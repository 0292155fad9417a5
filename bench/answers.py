"""What the extraction says about one sentence, and what gold says, in one shape that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from cypher.model import Entity, EntityKind, Event, Extraction, Span

_NAMED = frozenset(EntityKind) - {EntityKind.COUNTRY, EntityKind.GROUP}
_ALIKE = 0.5
"""Token F1 from which two phrases are the same argument."""


@dataclass(frozen=True, slots=True)
class Argument:
    """An actor or recipient: its country, and where it stands in the sentence."""

    text: str
    country: str | None
    spans: tuple[Span, ...]

    def matches(self, gold: Argument) -> bool:
        """By country code when both have one, else by overlapping span, else by words."""
        if self.country and gold.country:
            return self.country == gold.country
        if any(one.overlaps(other) for one in self.spans for other in gold.spans):
            return True
        return _token_f1(self.text, gold.text) >= _ALIKE

    def __str__(self) -> str:
        return f"{self.text}@{self.country or '-'}"


@dataclass(frozen=True, slots=True)
class EventAnswer:
    """An event with its arguments in order."""

    event_type: str
    trigger: str
    actors: tuple[Argument, ...]
    recipients: tuple[Argument, ...]
    status: str

    def __str__(self) -> str:
        actors, recipients = (" & ".join(map(str, side)) or "-" for side in (self.actors, self.recipients))
        return f"{self.event_type} [{actors}] -> [{recipients}] {self.status}"

    @classmethod
    def of_gold(cls, event: dict[str, Any], text: str) -> EventAnswer:
        """A gold event of an annotated sentence."""
        actors, recipients = (
            tuple(_gold_argument(item, text) for item in event[side]) for side in ("actor", "recipient")
        )
        return cls(event["type"], event["trigger"], actors, recipients, event["status"])

    @classmethod
    def of_pair(cls, event: dict[str, Any], text: str) -> EventAnswer:
        """A gold event that names only its source and target."""
        actors, recipients = (
            tuple(_gold_argument(item, text) for item in event[side]) for side in ("source", "target")
        )
        return cls(event["type"], "", actors, recipients, "")


@dataclass(frozen=True, slots=True)
class Answer:
    """All that was extracted from one sentence."""

    countries: tuple[str, ...]
    entities: tuple[tuple[str, str], ...]
    events: tuple[EventAnswer, ...]


def answers_of(extraction: Extraction) -> Answer:
    """The extraction of a one-sentence document as an answer."""
    entities = {entity.id: entity for entity in extraction.entities}
    mentioned = [(entities[mention.entity_id], mention) for mention in extraction.mentions]
    spans: dict[str, list[Span]] = {}
    for entity, mention in mentioned:
        spans.setdefault(entity.id, []).append(mention.span)
    events = [claim for claim in extraction.claims if isinstance(claim.asserts, Event)]
    return Answer(
        countries=tuple(entity.id for entity, _ in mentioned if entity.kind is EntityKind.COUNTRY),
        entities=tuple((m.text, e.kind.value) for e, m in mentioned if e.kind in _NAMED),
        events=tuple(
            EventAnswer(
                claim.asserts.event_type,
                claim.trigger.of(extraction.document.text),
                _arguments(claim.asserts.actors, entities, spans),
                _arguments(claim.asserts.recipients, entities, spans),
                claim.asserts.status.value,
            )
            for claim in events
            if isinstance(claim.asserts, Event)
        ),
    )


def _arguments(
    ids: Iterable[str], entities: dict[str, Entity], spans: dict[str, list[Span]]
) -> tuple[Argument, ...]:
    found = ((entities[item], tuple(spans.get(item, ()))) for item in ids)
    return tuple(
        Argument(entity.name, entity.id if entity.kind is EntityKind.COUNTRY else entity.country, where)
        for entity, where in found
    )


def _gold_argument(item: dict[str, Any], text: str) -> Argument:
    spans = tuple(Span(*match.span()) for match in re.finditer(re.escape(item["text"]), text))
    return Argument(item["text"], item.get("country"), spans)


def _token_f1(one: str, two: str) -> float:
    left, right = set(one.lower().split()), set(two.lower().split())
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0
