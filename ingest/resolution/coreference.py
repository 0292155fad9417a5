"""Resolves pronouns and descriptions to entities named earlier in the text, the latest first.

This is deliberately simple. A wrong guess would attribute words or acts to the wrong person, so a reference
is only resolved if kind and number are unambiguous.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from cypher.model.graph import Entity, EntityKind


@dataclass(slots=True)
class History:
    """The entities named in a document so far, each once by its latest mention, and who is quoted.

    `together` are those who last talked, agreed or ceased fire with each other, `companies` all sets of
    entities that were told together, each once by its latest mention, the latest last, and `latest_countries`
    those of the last sentence that named any.
    """

    _people: dict[str, None] = field(default_factory=dict)
    _countries: dict[str, None] = field(default_factory=dict)
    _bodies: dict[str, None] = field(default_factory=dict)
    speaker: str | None = None
    together: tuple[str, ...] = ()
    companies: dict[tuple[str, ...], None] = field(default_factory=dict)
    latest_countries: tuple[str, ...] = ()

    def note(self, entities: Iterable[Entity]) -> None:
        """Record the named entities of a sentence, in text order."""
        listed = tuple(entities)
        countries = (item.id for item in listed if item.kind is EntityKind.COUNTRY)
        self.latest_countries = tuple(dict.fromkeys(countries)) or self.latest_countries
        for entity in listed:
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

    def only_country(self) -> str | None:
        """Return the country that the last sentence with countries named; None if it named several."""
        return self.latest_countries[0] if len(self.latest_countries) == 1 else None

    def latest_country(self, among: Container[str]) -> str | None:
        """Return the country named last of those in `among`."""
        return next((country for country in reversed(self._countries) if country in among), None)

    def body(self) -> str | None:
        """Return the organisation, armed group or government body named last."""
        return next(reversed(self._bodies), None)

    def every(self, kind: EntityKind) -> tuple[str, ...]:
        """Return all people, or all countries, named so far, in the order of their latest mention."""
        return tuple(self._people if kind is EntityKind.PERSON else self._countries)

    def keep_company(self, ids: Iterable[str]) -> None:
        """Record entities that were told together; a single one is no company."""
        company = tuple(dict.fromkeys(ids))
        if len(company) > 1:
            self.companies.pop(company, None)
            self.companies[company] = None
