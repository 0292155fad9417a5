"""Finds lasting relations: who holds an office, controls a place, or belongs to an organisation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cypher.model.graph import Entity, EntityKind, RelationType, Span
from ingest.extraction.events.truth.negation import is_told_as_true
from ingest.extraction.mentions.offices import Office
from ingest.extraction.parties.finder import PartyFinder
from ingest.extraction.relations.bonds import find_bonds
from ingest.extraction.relations.confidence import confidence_of
from ingest.extraction.syntax.clauses import subject
from ingest.extraction.syntax.phrases import child, oblique
from ingest.extraction.syntax.sentence import Name, Parse

_ACTORS = frozenset(EntityKind) - {EntityKind.PLACE, EntityKind.GROUP}
_BODIES = _ACTORS - {EntityKind.PERSON, EntityKind.COUNTRY}
_AREAS = frozenset({EntityKind.PLACE, EntityKind.COUNTRY})
_ENDS = {
    RelationType.CONTROLS: (_ACTORS, _AREAS),
    RelationType.MEMBER_OF: (_ACTORS, _BODIES),
    RelationType.PART_OF: (_BODIES, _ACTORS - {EntityKind.PERSON}),
    RelationType.ALLIED_WITH: (_ACTORS, _ACTORS),
}
"""The entity kinds allowed as subject and as object of a relation."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A relation in a sentence, with the span that states it and its certainty (0-1)."""

    relation_type: RelationType
    subject: Entity
    object: Entity
    trigger: Span
    role: str | None
    certainty: float
    rule: str


def _stated(
    relation: RelationType, ends: tuple[Entity, Entity], trigger: Span, rule: str, role: str | None = None
) -> Stated:
    return Stated(relation, *ends, trigger, role, confidence_of(relation), rule)


def find_relations(finder: PartyFinder) -> Iterator[Stated]:
    """Yield the relations that a sentence states, offices first."""
    yield from _offices(finder)
    yield from _verbs(finder)
    yield from _nouns(finder)
    yield from _appositions(finder)


def _offices(finder: PartyFinder) -> Iterator[Stated]:
    scene = finder.scene
    for office in dict.fromkeys(scene.offices.values()):
        if office.person is None or office.body is None or _is_of_the_past(scene.parse, office):
            continue
        person, body = scene.entities[office.person], scene.entities[office.body]
        span = scene.parse.span(office.start, office.end)
        yield _stated(
            RelationType.HOLDS_OFFICE, (person, body), span, "introduced with the office", office.title
        )


def _is_of_the_past(parse: Parse, office: Office) -> bool:
    """Return whether the word before an office puts it in the past.

    Examples: "former Israeli prime minister", "Israel's ex-prime minister".
    """
    return any(
        _word_before(parse, place) in parse.language.relations.former
        for place in (office.first, office.start)
    )


def _word_before(parse: Parse, place: int) -> str:
    before = place - 2 if place > 1 and parse.lower[place - 1] == "-" else place - 1
    return parse.lower[before] if before >= 0 else ""


def _verbs(finder: PartyFinder) -> Iterator[Stated]:
    parse = finder.scene.parse
    states = parse.language.relations.verbs
    for index in range(len(parse)):
        if index in parse.name_at or parse.tags[index] not in {"VERB", "AUX"}:
            continue
        found = states.get(parse.lower[index]) or states.get(parse.lemmas[index])
        if found is not None and is_told_as_true(parse, index):
            yield from _stated_by_verb(finder, index, RelationType(found[0]), found[1:])


def _stated_by_verb(
    finder: PartyFinder, verb: int, relation: RelationType, slots: tuple[str, ...]
) -> Iterator[Stated]:
    parse = finder.scene.parse
    head, inherited = subject(parse, verb)
    found = (
        child(parse, verb, "object") if slot == "object" else oblique(parse, verb, slot) for slot in slots
    )
    other = next((item for item in found if item is not None), None)
    if head is None or other is None or inherited:
        return
    head = _before_relative(parse, head, verb)
    ends = (tuple(party.entity for party in finder.all_of(end)) for end in (head, other))
    yield from _between(relation, *ends, span=parse.spans[verb], rule="a verb between them")


def _nouns(finder: PartyFinder) -> Iterator[Stated]:
    scene = finder.scene
    for bond in find_bonds(scene.parse):
        span = scene.parse.span(bond.start, bond.end)
        owned, owner = (scene.entities[bond.owned],), (scene.entities[bond.owner],)
        rule = f"describes {owned[0].name}"
        yield from _between(RelationType(bond.relation), owned, owner, span=span, rule=rule)


def _between(
    relation: RelationType, one: tuple[Entity, ...], other: tuple[Entity, ...], *, span: Span, rule: str
) -> Iterator[Stated]:
    """Yield the relation between the first allowed entity of each side, if these are different entities."""
    ends = _ENDS[relation]
    subjects = [entity for entity in one if entity.kind in ends[0]]
    objects = [entity for entity in other if entity.kind in ends[1]]
    for owned, owner in zip(subjects[:1], objects[:1], strict=False):
        if owned.id != owner.id:
            yield _stated(relation, (owned, owner), span, rule)


def _before_relative(parse: Parse, head: int, verb: int) -> int:
    """Return the name right before "yang" if the parse attached the clause to an earlier word."""
    for index in range(verb - 1, max(head, verb - 3), -1):
        if parse.is_word(index, "relative_pronouns") and index - 1 in parse.name_at:
            return index - 1
    return head


def _appositions(finder: PartyFinder) -> Iterator[Stated]:
    """Yield a location relation for a place named right before its country: "Jalur Gaza, Palestina"."""
    scene = finder.scene
    names = scene.parse.names
    for place, country in pairwise(names):
        if _is_place_in(place, country, scene.parse):
            small, large = scene.entities[place], scene.entities[country]
            if small.country in (None, large.id):
                span, rule = place.span, "named before its country"
                yield _stated(RelationType.LOCATED_IN, (small, large), span, rule)


def _is_place_in(place: Name, country: Name, parse: Parse) -> bool:
    close = country.start == place.end + 1 and parse.words[place.end] == ","
    listed = country.end < len(parse) and parse.is_word(country.end, "conjunctions")
    return close and not listed and (place.kind, country.kind) == (EntityKind.PLACE, EntityKind.COUNTRY)
