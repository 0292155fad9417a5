"""Says for each event whose act it is: the state or body that each party acts for on that day.

What is known of a party is tried in this order: its term of office on the day of the event, or of
publication if the event has no date; the office that the article gives it; the organisation whose body it is;
its kind and country (`cypher.model.affiliation`). A term counts for a month or year if it covers its first
and last day. A person who is not known to have held any office acts for nobody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cypher.model.assertions import affiliated, parties_of
from cypher.model.blocs import blocs_ever
from cypher.model.dates import period_of, publication_period
from cypher.model.graph import EntityKind, Event, Extraction, Relation, RelationType
from ingest.extraction.vocabulary.language import load_language
from ingest.languages import supported_languages
from ingest.loading.bodies import affiliation, body_of_kind, known_entities, usual_body

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


def _offices(extraction: Extraction) -> dict[str, str]:
    """Map the holders of offices in an article to the state or body of the office that it gives first."""
    kinds = {entity.id: entity for entity in extraction.entities}
    found: dict[str, str] = {}
    for relation in _held(extraction):
        sent = _is_sent(relation.role, extraction.document.language) and kinds[relation.subject].country
        if not sent or kinds[relation.object].kind is EntityKind.COUNTRY:
            body = body_of_kind(kinds[relation.object]) or relation.object
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
