"""The meanings of a typed name: one entity, several candidates, or none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cypher.model.ids import alias_key
from cypher.records.explore import FoundEntity


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a name may mean; `alias` is the spelling by which it was found."""

    id: str
    name: str
    kind: str
    alias: str


@dataclass(frozen=True, slots=True)
class Meanings:
    """A typed name, its candidates (best connected first), and whether they have exactly this name."""

    typed: str
    exact: bool
    candidates: tuple[Candidate, ...]

    @property
    def only(self) -> Candidate | None:
        """The only candidate, None if there are several or none."""
        return self.candidates[0] if len(self.candidates) == 1 else None

    def label(self, candidate: Candidate) -> str:
        """Return the name of a candidate, with the spelling that was found if nothing else shows why."""
        shows_why = set(alias_key(self.typed).split()) & set(alias_key(candidate.name).split())
        return candidate.name if shows_why else f"{candidate.name} ({candidate.alias})"


def meanings_of(typed: str, rows: Iterable[FoundEntity]) -> Meanings:
    """Return what `typed` can mean, given the entities that a search for it found.

    Entities with exactly this name, or spelling, exclude those whose name only contains it.
    """
    found = tuple(Candidate(row.id, row.name, row.kind, row.alias) for row in rows)
    key = alias_key(typed)
    exact = tuple(each for each in found if key in (alias_key(each.alias), alias_key(each.name)))
    return Meanings(typed, bool(exact), exact or found)
