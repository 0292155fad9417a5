"""Lasting relations that a sentence states: who holds which office, who controls what, who belongs where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cypher.model import Entity, EntityKind, RelationType, Span
from ingest.extraction.clauses import subject
from ingest.extraction.parties import PartyFinder
from ingest.extraction.phrases import child, oblique
from ingest.extraction.sentence import Name, Parse

_ACTORS = frozenset(EntityKind) - {EntityKind.PLACE, EntityKind.GROUP}
_AREAS = frozenset({EntityKind.PLACE, EntityKind.COUNTRY})


@dataclass(frozen=True, slots=True)
class Stated:
    """A relation in a sentence, with the words that state it and how sure it is (0-1)."""

    relation_type: RelationType
    subject: Entity
    object: Entity
    trigger: Span
    role: str | None
    certainty: float
    rule: str


def find_relations(finder: PartyFinder) -> Iterator[Stated]:
    """The relations that a sentence states, offices first."""
    yield from _offices(finder)
    yield from _verbs(finder)
    yield from _appositions(finder)


def _offices(finder: PartyFinder) -> Iterator[Stated]:
    scene = finder.scene
    for office in dict.fromkeys(scene.offices.values()):
        if office.person is None or office.body is None:
            continue
        person, body = scene.entities[office.person], scene.entities[office.body]
        span = scene.parse.span(office.start, office.end)
        yield Stated(
            RelationType.HOLDS_OFFICE, person, body, span, office.title, 0.85, "introduced with the office"
        )


def _verbs(finder: PartyFinder) -> Iterator[Stated]:
    parse = finder.scene.parse
    states = parse.language.relations
    for index in range(len(parse)):
        if index in parse.name_at:
            continue
        found = states.get(parse.lower[index]) or states.get(parse.lemmas[index])
        if found is not None and parse.tags[index] in {"VERB", "AUX"}:
            yield from _stated_by_verb(finder, index, *found)


def _stated_by_verb(finder: PartyFinder, verb: int, relation: str, slot: str) -> Iterator[Stated]:
    parse = finder.scene.parse
    head, inherited = subject(parse, verb)
    place = child(parse, verb, "object") if slot == "object" else oblique(parse, verb, slot)
    if head is None or place is None or inherited:
        return
    head = _before_relative(parse, head, verb)
    owners = [party.entity for party in finder.all_of(head) if party.entity.kind in _ACTORS]
    areas = [party.entity for party in finder.all_of(place) if party.entity.kind in _AREAS]
    for owner in owners[:1]:
        for area in areas[:1]:
            if owner.id != area.id:
                kind, rule = RelationType(relation), f"“{parse.words[verb]}”"
                yield Stated(kind, owner, area, parse.spans[verb], None, 0.75, rule)


def _before_relative(parse: Parse, head: int, verb: int) -> int:
    """The name right before "yang", where the parse hangs the clause on a word further up."""
    for index in range(verb - 1, max(head, verb - 3), -1):
        if parse.is_word(index, "relative_pronouns") and index - 1 in parse.name_at:
            return index - 1
    return head


def _appositions(finder: PartyFinder) -> Iterator[Stated]:
    """ "Jalur Gaza, Palestina": the smaller place lies in the country named right behind it."""
    scene = finder.scene
    names = scene.parse.names
    for place, country in pairwise(names):
        if _is_place_in(place, country, scene.parse):
            small, large = scene.entities[place], scene.entities[country]
            if small.country in (None, large.id):
                span, rule = place.span, "named before its country"
                yield Stated(RelationType.LOCATED_IN, small, large, span, None, 0.8, rule)


def _is_place_in(place: Name, country: Name, parse: Parse) -> bool:
    close = country.start == place.end + 1 and parse.words[place.end] == ","
    listed = country.end < len(parse) and parse.is_word(country.end, "conjunctions")
    return close and not listed and (place.kind, country.kind) == (EntityKind.PLACE, EntityKind.COUNTRY)
