"""The records of the knowledge tables, as frozen dataclasses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cypher.model.graph import EntityKind


class Sense(StrEnum):
    """How an alias stands for its entity."""

    NAME = "name"
    DEMONYM = "demonym"  # Iranian, Israelis: the people or the adjective
    CAPITAL = "capital"  # Kabul: the city, or the government that sits there
    SEAT = "seat"  # Kremlin, White House: a building that stands for a government
    ABBREVIATION = "abbreviation"  # AS, UN, PBB: only in exactly these capitals
    SHORT = "short"  # Korsel, Paman Sam: informal


@dataclass(frozen=True, slots=True)
class Alias:
    """A spelling of an entity's name; `language` is None if it is used in every language."""

    text: str
    sense: Sense
    language: str | None = None

    def serves(self, language: str) -> bool:
        """Return whether texts of this language use the alias."""
        return self.language is None or self.language == language


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """An entity of the tables; `country` is the ISO 3166-1 alpha-3 code of its state."""

    id: str
    name: str
    kind: EntityKind
    country: str | None
    aliases: tuple[Alias, ...]


@dataclass(frozen=True, slots=True)
class OfficeTerm:
    """A person's term in an office.

    `of` is the id of the state, body or group. `start` and `end` are ISO dates, or only ``YYYY-MM`` or
    ``YYYY`` if no more is known. An `end` of None means still in office as of `as_of`.
    """

    person_id: str
    office: str
    of: str
    start: str
    end: str | None
    acting: bool
    as_of: str

    def covers(self, day: str) -> bool:
        """Return whether the term may include the ISO date `day`, at the term's own precision."""
        if day[: len(self.start)] < self.start:
            return False
        return self.end is None or day[: len(self.end)] <= self.end
