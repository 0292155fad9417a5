"""Whom pronouns and descriptions mean: what the text named before, nearest first.

Deliberately simple: a wrong guess puts words into somebody's mouth, so that only what is unambiguous in kind
and number is resolved, and everything else stays open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from cypher.model import Entity, EntityKind


@dataclass(slots=True)
class History:
    """The entities that a document has named so far; the latest sentence's subject is what "he" means."""

    _people: list[str] = field(default_factory=list)
    _countries: list[str] = field(default_factory=list)
    _bodies: list[str] = field(default_factory=list)
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
                if entity.id in target:
                    target.remove(entity.id)
                target.append(entity.id)

    def person(self) -> str | None:
        """The one person in question: the latest named, if there is only one or they spoke last."""
        if self.speaker in self._people:
            return self.speaker
        return self._people[-1] if self._people else None

    def country(self) -> str | None:
        """The latest country named."""
        return self._countries[-1] if self._countries else None

    def body(self) -> str | None:
        """The latest organisation, armed group or government body named."""
        return self._bodies[-1] if self._bodies else None

    def two_people(self) -> tuple[str, ...]:
        """The two people named last, in the order of the text; none when there are not two."""
        return tuple(self._people[-2:]) if len(self._people) >= 2 else ()

    def two_countries(self) -> tuple[str, ...]:
        """The two countries named last, in the order of the text; none when there are not two."""
        return tuple(self._countries[-2:]) if len(self._countries) >= 2 else ()
