"""Puts what the extraction finds in one sentence and what gold says into one comparable shape."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from cypher.model.graph import Claim, Entity, EntityKind, Event, Extraction, Relation, Span
from cypher.model.ontology import event_type
from ingest.extraction.vocabulary.language import load_language
from ingest.languages import supported_languages

_NAMED = frozenset(EntityKind) - {EntityKind.COUNTRY, EntityKind.GROUP}
_ALIKE = 0.5
"""Minimum token F1 of two phrases for the same argument."""

_EQUALS = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Types whose parties are equals: it does not matter which is the actor and which the recipient."""

_SPLIT_TYPES = {"YIELD": frozenset({"CONCEDE", "RETREAT"})}
"""Types in older gold that PLOVER 2.0 splits into others."""

_QUAD_OF_OLDER = {"YIELD": 2}


@dataclass(frozen=True, slots=True)
class Argument:
    """An actor or recipient: its country, its spans in the sentence, and the `head_of` its phrase."""

    text: str
    country: str | None
    spans: tuple[Span, ...] = ()
    head: str = ""

    def matches(self, gold: Argument) -> bool:
        """Return whether two arguments agree.

        If both have a country, the countries are compared; otherwise overlapping spans or similar words
        agree.
        """
        if self.country and gold.country:
            return self.country == gold.country
        if any(one.overlaps(other) for one in self.spans for other in gold.spans):
            return True
        one, two = self.text.lower().split(), gold.text.lower().split()
        return _are_alike(one, two) or (self.head == gold.head != "" and _is_in(*sorted((one, two), key=len)))

    def __str__(self) -> str:
        return f"{self.text}@{self.country or '-'}"


def _are_alike(one: list[str], two: list[str]) -> bool:
    if not one or not two:
        return False
    return 2 * len(set(one) & set(two)) / (len(set(one)) + len(set(two))) >= _ALIKE


def _is_in(few: list[str], many: list[str]) -> bool:
    return any(many[start : start + len(few)] == few for start in range(len(many) - len(few) + 1))


def head_of(phrase: str, language: str) -> str:
    """Return the head of a phrase in lower case: its first word, or the last one before a preposition.

    The result is empty for a language that cannot be extracted.
    """
    if language not in supported_languages():
        return ""
    grammar = load_language(language).grammar
    words = phrase.lower().split()
    if grammar.head_first:
        return words[0] if words else ""
    core = takewhile(lambda word: not grammar.has(word, "prepositions"), words)
    return next(reversed(list(core)), "")


@dataclass(frozen=True, slots=True)
class EventAnswer:
    """An event with its arguments in text order.

    A `doubtful` event was marked by only one of several annotators; giving it is neither right nor wrong.
    """

    event_type: str
    trigger: str
    actors: tuple[Argument, ...]
    recipients: tuple[Argument, ...]
    status: str
    mode: str | None = None
    confidence: float = 1.0
    doubtful: bool = False
    mediators: tuple[Argument, ...] = ()

    @property
    def sides(self) -> tuple[Argument, ...]:
        """Actors and recipients."""
        return self.actors + self.recipients

    @property
    def parties(self) -> tuple[Argument, ...]:
        """Actors, recipients and mediators."""
        return self.sides + self.mediators

    def __str__(self) -> str:
        actors, recipients = (" & ".join(map(str, side)) or "-" for side in (self.actors, self.recipients))
        through = f" through [{' & '.join(map(str, self.mediators))}]" if self.mediators else ""
        return f"{self.event_type} [{actors}] -> [{recipients}]{through} {self.status} “{self.trigger}”"


@dataclass(frozen=True, slots=True)
class RelationAnswer:
    """A lasting relation between two entities."""

    relation_type: str
    subject: Argument
    object: Argument
    confidence: float = 1.0

    def matches(self, gold: RelationAnswer) -> bool:
        """Return whether type and both ends agree."""
        ends = self.subject.matches(gold.subject) and self.object.matches(gold.object)
        return self.relation_type == gold.relation_type and ends

    def __str__(self) -> str:
        return f"{self.relation_type} [{self.subject}] -> [{self.object}]"


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything known about a sentence: countries, (text, kind) of named entities, events and relations."""

    countries: tuple[str, ...] = ()
    entities: tuple[tuple[str, str], ...] = ()
    events: tuple[EventAnswer, ...] = ()
    mentions: tuple[tuple[str, Span], ...] = ()
    """(entity id, span) of each mention, including pronouns and descriptions, without countries."""
    relations: tuple[RelationAnswer, ...] = ()

    @property
    def certain_events(self) -> tuple[EventAnswer, ...]:
        """The events that are not doubtful."""
        return tuple(event for event in self.events if not event.doubtful)


def is_type(given: str, gold: str) -> bool:
    """Return whether the types agree; an older gold type agrees with the types that replaced it."""
    return given == gold or given in _SPLIT_TYPES.get(gold, ())


def quad_of(kind: str) -> int:
    """Return the quad number of a type, including older types; raises `UsageError` for an unknown type."""
    return _QUAD_OF_OLDER.get(kind) or event_type(kind).quad.number


def as_gold_type(given: str, gold_types: Iterable[str]) -> str:
    """Return `given`, or the older type among these gold types that it was split from."""
    return next((kind for kind in gold_types if is_type(given, kind)), given)


def is_same_event(given: EventAnswer, gold: EventAnswer) -> bool:
    """Return whether type, actors and recipients agree."""
    return is_type(given.event_type, gold.event_type) and is_same_pair(given, gold)


def is_same_pair(given: EventAnswer, gold: EventAnswer) -> bool:
    """Return whether actors and recipients agree; one member of a list suffices, equals are unordered.

    A mediation in gold also needs one of its mediators. Gold without this role lists them with the parties.
    """
    if gold.mediators:
        return _is_same_side(given.mediators, gold.mediators) and _are_same_equals(given.sides, gold.sides)
    if has_equal_parties(gold):
        return _are_same_equals(given.parties, gold.parties)
    return _is_same_side(given.actors, gold.actors) and _is_same_side(given.recipients, gold.recipients)


def has_equal_parties(event: EventAnswer) -> bool:
    """Return whether it does not matter which party of an event is the actor and which the recipient."""
    return event.event_type in _EQUALS


def _are_same_equals(given: tuple[Argument, ...], gold: tuple[Argument, ...]) -> bool:
    if not gold or not given:
        return not gold and not given
    met = sum(any(one.matches(other) for one in given) for other in gold)
    return met >= min(2, len(gold))


def _is_same_side(given: tuple[Argument, ...], gold: tuple[Argument, ...]) -> bool:
    if not gold or not given:
        return not gold and not given
    return touches(given, gold)


def is_swapped(given: EventAnswer, gold: EventAnswer) -> bool:
    """Return whether the type and both parties are right, but actor and recipient are swapped."""
    crossed = touches(given.recipients, gold.actors) and touches(given.actors, gold.recipients)
    return crossed and is_type(given.event_type, gold.event_type) and not is_same_pair(given, gold)


def touches(given: Iterable[Argument], gold: Iterable[Argument]) -> bool:
    """Return whether any given argument matches any gold argument."""
    wanted = tuple(gold)
    return any(one.matches(other) for one in given for other in wanted)


def answer_of(extraction: Extraction) -> Answer:
    """Return the extraction of a one-sentence document as an answer."""
    entities = {entity.id: entity for entity in extraction.entities}
    mentioned = [(entities[mention.entity_id], mention) for mention in extraction.mentions]
    spans: dict[str, list[Span]] = {}
    for entity, mention in mentioned:
        spans.setdefault(entity.id, []).append(mention.span)
    parties = {
        entity.id: Argument(
            entity.name,
            _country_of(entity),
            tuple(spans.get(entity.id, ())),
            head_of(entity.name, extraction.document.language),
        )
        for entity in entities.values()
    }
    names = [(entity, mention) for entity, mention in mentioned if not mention.refers]
    return Answer(
        countries=tuple(entity.id for entity, _ in names if entity.kind is EntityKind.COUNTRY),
        entities=tuple((m.text, e.kind.value) for e, m in names if e.kind in _NAMED),
        events=tuple(
            _event(claim, claim.asserts, parties, extraction.document.text)
            for claim in extraction.claims
            if isinstance(claim.asserts, Event)
        ),
        mentions=tuple((e.id, m.span) for e, m in mentioned if e.kind is not EntityKind.COUNTRY),
        relations=tuple(
            _relation(claim.asserts, parties, claim.confidence)
            for claim in extraction.claims
            if isinstance(claim.asserts, Relation)
        ),
    )


def _relation(relation: Relation, parties: dict[str, Argument], confidence: float) -> RelationAnswer:
    ends = parties[relation.subject], parties[relation.object]
    return RelationAnswer(relation.relation_type.value, *ends, confidence)


def _country_of(entity: Entity) -> str | None:
    return entity.id if entity.kind is EntityKind.COUNTRY else entity.country


def _event(claim: Claim, event: Event, parties: dict[str, Argument], text: str) -> EventAnswer:
    return EventAnswer(
        event.event_type,
        claim.trigger.of(text),
        tuple(parties[item] for item in event.actors),
        tuple(parties[item] for item in event.recipients),
        event.status.value,
        event.mode,
        claim.confidence,
        mediators=tuple(parties[item] for item in event.mediators),
    )
