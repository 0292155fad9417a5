"""Says for each event whose act it is: the state or body that each party acts for on that day.

What is known of a party is tried in this order: its term of office on the day of the event, or of
publication if the event has no date; the office that the article gives it; the organisation whose body it is;
its kind and country (`cypher.model.affiliation`). A term counts for a month or year if it covers its first
and last day. A person who is not known to have held any office acts for nobody else.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from cypher.model.affiliation import usual_affiliation
from cypher.model.assertions import affiliated, parties_of
from cypher.model.blocs import blocs_ever
from cypher.model.dates import period_of, publication_period
from cypher.model.graph import Entity, EntityKind, Event, Extraction, Relation, RelationType
from ingest.extraction.vocabulary.language import load_language
from ingest.knowledge import load_knowledge
from ingest.knowledge.records import KnownEntity, Sense
from ingest.languages import supported_languages

_SENT = frozenset({"ambassador", "deputy ambassador"})
"""Offices whose holders act for who sent them, not for the organisation to which they were sent."""


def with_affiliations(extraction: Extraction) -> Extraction:
    """Return the extraction with the affiliations of the parties of its events and relations.

    The states and bodies that they act for are added to its entities, and the blocs of all its states.
    """
    offices = _offices(extraction)
    entities = {entity.id: entity for entity in extraction.entities}
    published = publication_period(extraction.document) or ()

    def told(assertion: Event | Relation) -> Event | Relation:
        days = _days_of(assertion) or published
        parties = parties_of(assertion)
        return affiliated(assertion, {each: affiliation(entities[each], days, offices) for each in parties})

    claims = tuple(replace(claim, asserts=told(claim.asserts)) for claim in extraction.claims)
    needed = {body for claim in claims for _, body in claim.asserts.acts_for}
    needed |= {bloc for each in needed | entities.keys() for bloc in blocs_ever(each)}
    own = (replace(entity, acts_for=usual_body(entity, offices)) for entity in extraction.entities)
    return replace(extraction, claims=claims, entities=(*own, *known_entities(needed - entities.keys())))


def _days_of(assertion: Event | Relation) -> tuple[str, ...]:
    """Return the first and the last day of the date of an event; none if it has no date."""
    if isinstance(assertion, Relation) or assertion.date is None:
        return ()
    return period_of(assertion.date, assertion.date_precision)


def affiliation(entity: Entity, days: Collection[str], offices: Mapping[str, str]) -> str:
    """Return the id of what `entity` acts for on all `days` (ISO dates); its own id if it acts for itself.

    Without days, only present terms of office count. `offices` maps holders of offices to what an article
    says that they serve.
    """
    served = _served(entity.id, days) or offices.get(entity.id)
    return _body(served) if served else _of_kind(entity) or entity.id


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


def _of_kind(entity: Entity | KnownEntity) -> str | None:
    if entity.kind is EntityKind.PERSON and load_knowledge().terms(entity.id):
        return entity.country  # an office at another time
    return load_knowledge().bodies.get(entity.id) or usual_affiliation(entity.id, entity.kind, entity.country)


def _body(served: str) -> str:
    known = load_knowledge().entities.get(served)
    return (known and _of_kind(known)) or served


def _offices(extraction: Extraction) -> dict[str, str]:
    """Map the holders of offices in an article to the state or body of the office that it gives first."""
    kinds = {entity.id: entity for entity in extraction.entities}
    found: dict[str, str] = {}
    for relation in _held(extraction):
        sent = _is_sent(relation.role, extraction.document.language) and kinds[relation.subject].country
        if not sent or kinds[relation.object].kind is EntityKind.COUNTRY:
            body = _of_kind(kinds[relation.object]) or relation.object
            found.setdefault(relation.subject, body)
    return found


def _held(extraction: Extraction) -> Iterator[Relation]:
    for claim in extraction.claims:
        relation = claim.asserts
        if isinstance(relation, Relation) and relation.relation_type is RelationType.HOLDS_OFFICE:
            yield relation


def _is_sent(role: str | None, language: str) -> bool:
    if role is None or language not in supported_languages():
        return False
    return load_language(language).people.offices.get(role.casefold()) in _SENT


def known_entities(ids: Iterable[str]) -> Iterator[Entity]:
    """Yield the entities of the knowledge base with these ids, with their names."""
    for each in sorted(ids):
        known = load_knowledge().entities[each]
        names = (alias.text for alias in known.aliases if alias.sense is Sense.NAME)
        yield Entity(known.id, known.name, known.kind, known.country, tuple(dict.fromkeys(names)))
