"""What a party acts for by what is known of it, without an article: terms of office, kind and country."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from cypher.model.affiliation import usual_affiliation
from cypher.model.graph import Entity, EntityKind
from ingest.knowledge import load_knowledge
from ingest.knowledge.records import KnownEntity, Sense


def affiliation(entity: Entity, days: Collection[str], offices: Mapping[str, str]) -> str:
    """Return the id of what `entity` acts for on all `days` (ISO dates); its own id if it acts for itself.

    Without days, only present terms of office count. `offices` maps holders of offices to what an article
    says that they serve.
    """
    served = _served(entity.id, days) or offices.get(entity.id)
    return _body(served) if served else body_of_kind(entity) or entity.id


def usual_body(entity: Entity, offices: Mapping[str, str]) -> str | None:
    """Return what an entity acts for when no day is known; None if nothing is known of it."""
    body = affiliation(entity, (), offices)
    return None if body == entity.id else body


def _served(person: str, days: Collection[str]) -> str | None:
    """Return what a person served on all of some days, or serves now; None if that is not one body."""
    served = {_served_on(person, day) for day in days or (None,)}
    return served.pop() if len(served) == 1 else None


def _served_on(person: str, day: str | None) -> str | None:
    terms = load_knowledge().terms(person, day)
    current = [term for term in terms if day is not None or term.end is None]
    return max(current, key=lambda term: term.start).of if current else None


def body_of_kind(entity: Entity | KnownEntity) -> str | None:
    """Return what a party acts for by its kind and country, None if these do not tell."""
    if entity.kind is EntityKind.PERSON and load_knowledge().terms(entity.id):
        return entity.country  # an office at another time
    return load_knowledge().bodies.get(entity.id) or usual_affiliation(entity.id, entity.kind, entity.country)


def _body(served: str) -> str:
    known = load_knowledge().entities.get(served)
    return (known and body_of_kind(known)) or served


def known_entities(ids: Iterable[str]) -> Iterator[Entity]:
    """Yield the entities of the knowledge base with these ids, with their names."""
    for each in sorted(ids):
        known = load_knowledge().entities[each]
        names = (alias.text for alias in known.aliases if alias.sense is Sense.NAME)
        yield Entity(known.id, known.name, known.kind, known.country, tuple(dict.fromkeys(names)))
