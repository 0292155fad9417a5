"""Resolves pronouns and descriptions to entities named earlier in the text, the latest first.

This is deliberately simple. A wrong guess would attribute words or acts to the wrong person, so a reference
is only resolved if kind and number are unambiguous.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from cypher.model.graph import Entity, EntityKind


@dataclass(slots=True)
class History:
    """The entities named in a document so far, each once by its latest mention, and who is quoted.

    `together` are those who last talked, agreed or ceased fire with each other.
    """

    _people: dict[str, None] = field(default_factory=dict)
    _countries: dict[str, None] = field(default_factory=dict)
    _bodies: dict[str, None] = field(default_factory=dict)
    speaker: str | None = None
    together: tuple[str, ...] = ()

    def note(self, entities: Iterable[Entity]) -> None:
        """Record the named entities of a sentence, in text order."""
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
        """Return the current speaker if it is a person, else the person named last."""
        if self.speaker in self._people:
            return self.speaker
        return next(reversed(self._people), None)

    def country(self) -> str | None:
        """Return the country named last."""
        return next(reversed(self._countries), None)

    def body(self) -> str | None:
        """Return the organisation, armed group or government body named last."""
        return next(reversed(self._bodies), None)

    def two_people(self) -> tuple[str, ...]:
        """Return the two people named last, in text order; empty if there are fewer than two."""
        return _last_two(self._people)

    def two_countries(self) -> tuple[str, ...]:
        """Return the two countries named last, in text order; empty if there are fewer than two."""
        return _last_two(self._countries)


def _last_two(ids: dict[str, None]) -> tuple[str, ...]:
    return tuple(reversed(list(islice(reversed(ids), 2)))) if len(ids) >= 2 else ()
