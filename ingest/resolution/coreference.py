"""Whom pronouns and descriptions mean: what the text named before, nearest first.

Deliberately simple: a wrong guess puts words into somebody's mouth, so that only what is unambiguous in kind
and number is resolved, and everything else stays open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from cypher.model.graph import Entity, EntityKind


@dataclass(slots=True)
class History:
    """The entities that a document has named so far, each once, by their latest mention."""

    _people: dict[str, None] = field(default_factory=dict)
    _countries: dict[str, None] = field(default_factory=dict)
    _bodies: dict[str, None] = field(default_factory=dict)
    speaker: str | None = None

    def note(self, entities: Iterable[Entity]) -> None:
        """Take in the named entities of a sentence, in the order of the text."""
        for entity in entities:
            target = {
                EntityKind.PERSON: self._people,
                EntityKind.COUNTRY: self._countries,
                EntityKind.ORGANISATION: self._bodies,
                EntityKind.ARMED_GROUP: self._bodies,
                EntityKind.GOVERNMENT_BODY: self._bodies,
            }.get(entity.kind)
            if target is not None:
                target.pop(entity.id, None)
                target[entity.id] = None

    def person(self) -> str | None:
        """The one person in question: the latest named, if there is only one or they spoke last."""
        if self.speaker in self._people:
            return self.speaker
        return next(reversed(self._people), None)

    def country(self) -> str | None:
        """The latest country named."""
        return next(reversed(self._countries), None)

    def body(self) -> str | None:
        """The latest organisation, armed group or government body named."""
        return next(reversed(self._bodies), None)

    def two_people(self) -> tuple[str, ...]:
        """The two people named last, in the order of the text; none when there are not two."""
        return _last_two(self._people)

    def two_countries(self) -> tuple[str, ...]:
        """The two countries named last, in the order of the text; none when there are not two."""
        return _last_two(self._countries)


def _last_two(ids: dict[str, None]) -> tuple[str, ...]:
    return tuple(reversed(list(islice(reversed(ids), 2)))) if len(ids) >= 2 else ()
