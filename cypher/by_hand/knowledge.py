"""What is known of entities beside the graph: new states, local names, and whose act an event is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from cypher.model.affiliation import usual_affiliation
from cypher.model.assertions import affiliated, parties_of
from cypher.model.blocs import blocs_ever, levelled
from cypher.model.entity_rows import Names
from cypher.model.graph import Entity, EntityKind, Extraction


def with_usual_affiliations(extraction: Extraction) -> Extraction:
    """Return the extraction with what its parties usually act for, and with the blocs of its states."""
    acts_for = {each.id: _usual(each) for each in extraction.entities}
    claims = tuple(
        replace(claim, asserts=affiliated(claim.asserts, _of(parties_of(claim.asserts), acts_for)))
        for claim in extraction.claims
    )
    entities = {each.id: each for each in extraction.entities}
    states = {*entities, *acts_for.values()}
    blocs = {bloc for each in states for bloc in blocs_ever(each)} - entities.keys()
    return replace(extraction, claims=claims, entities=(*extraction.entities, *_named(blocs)))


def _usual(entity: Entity) -> str:
    return entity.acts_for or usual_affiliation(entity.id, entity.kind, entity.country) or entity.id


def _of(parties: Iterable[str], acts_for: dict[str, str]) -> dict[str, str]:
    return {each: acts_for.get(each, each) for each in parties}


def _named(blocs: set[str]) -> Iterator[Entity]:
    for bloc in levelled():
        if bloc.entity in blocs:
            yield Entity(bloc.entity, bloc.label("en"), EntityKind.ORGANISATION)


def _no_state(_code: str) -> Entity | None:
    return None


def _no_names(_entity: Entity) -> list[str]:
    return []


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What is known beside the graph; without more, parties act for what the graph says they usually do.

    `state` returns a state by its code of three letters, `names` the names of a new entity in other
    languages, and `affiliated` an extraction with what its parties act for on the day of the event.
    """

    state: Callable[[str], Entity | None] = _no_state
    names: Names = _no_names
    affiliated: Callable[[Extraction], Extraction] = with_usual_affiliations
