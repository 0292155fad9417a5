"""Explains an extraction sentence by sentence: marked text, the entities of names, the reasons of claims."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cypher.model.dates import reduced
from cypher.model.graph import (
    Claim,
    DatePrecision,
    Document,
    Entity,
    EntityKind,
    Event,
    Extraction,
    Judgement,
    Lens,
    Mention,
    Sentence,
    Span,
)
from cypher.model.lens import lenses_of
from cypher.model.ontology import event_types

_CONTROL_PICTURES = 0x2400
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence; `look` is an entity kind, ``trigger`` or empty, and `label` is shown after it."""

    text: str
    look: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A name in the sentence, its entity and the reason; `plain` if the text is the entity's own name."""

    text: str
    entity: str
    reason: str
    plain: bool


@dataclass(frozen=True, slots=True)
class Reason:
    """One claim: a summary, facts as pairs of heading and text, and the grounds for the claim."""

    number: int
    id: str
    says: str
    facts: tuple[tuple[str, str], ...]
    grounds: tuple[str, ...]
    confidence: float
    trusted: bool


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """A sentence in parts, its names and its claims."""

    parts: tuple[Part, ...]
    names: tuple[Resolved, ...]
    claims: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """An article with its sentences in order."""

    title: str
    about: str
    sentences: tuple[ExplainedSentence, ...]


def explain(extraction: Extraction, only: str | None = None) -> Explanation:
    """Return the explanation of an extraction; with `only`, of the one claim with this id.

    If no claim has this id, the explanation has no sentences.
    """
    document = extraction.document
    numbers = {claim.id: number for number, claim in enumerate(extraction.claims, start=1)}
    entities = {entity.id: entity for entity in extraction.entities}
    sentences = []
    for sentence in extraction.sentences:
        claims = [claim for claim in extraction.claims if claim.sentence_id == sentence.id]
        chosen = [claim for claim in claims if only in (None, claim.id)]
        if chosen or only is None:
            mentions = [mention for mention in extraction.mentions if mention.sentence_id == sentence.id]
            sentences.append(_sentence(sentence, mentions, chosen, entities, numbers))
    made_by = sorted({claim.extractor for claim in extraction.claims})
    about = (document.publisher, _published(document), document.language, document.url, *made_by)
    title = seen(document.title or "untitled")
    return Explanation(title, seen(" · ".join(filter(None, about))), tuple(sentences))


def _sentence(
    sentence: Sentence,
    mentions: Iterable[Mention],
    claims: Iterable[Claim],
    entities: Mapping[str, Entity],
    numbers: Mapping[str, int],
) -> ExplainedSentence:
    known, made = tuple(mentions), tuple(claims)
    triggers = ((claim.trigger, _trigger_part(claim, sentence, numbers)) for claim in made)
    names = ((mention.span, _name_part(mention, entities[mention.entity_id])) for mention in known)
    return ExplainedSentence(
        tuple(_parts(sentence, [*triggers, *names])),
        tuple(_resolved(mention, entities[mention.entity_id]) for mention in known),
        tuple(_reason(claim, sentence, entities, numbers[claim.id]) for claim in made),
    )


def _resolved(mention: Mention, entity: Entity) -> Resolved:
    plain = mention.text == entity.name
    return Resolved(seen(mention.text), _described(entity), seen(mention.reason), plain)


def _parts(sentence: Sentence, marks: Iterable[tuple[Span, Part]]) -> Iterator[Part]:
    """Split the text where marks begin and end; of overlapping marks, only the longest is kept."""
    chosen: list[tuple[Span, Part]] = []
    for span, part in sorted(marks, key=lambda mark: mark[0].start - mark[0].end):
        if not any(span.overlaps(other) for other, _ in chosen):
            chosen.append((span, part))
    at = sentence.span.start
    for span, part in sorted(chosen, key=lambda mark: mark[0]):
        yield Part(_between(sentence, at, span.start))
        yield part
        at = span.end
    yield Part(_between(sentence, at, sentence.span.end))


def _published(document: Document) -> str | None:
    day = reduced(document.published_on, document.published_precision)
    return f"published about {day} (guessed)" if day and document.published_guessed else day


def _between(sentence: Sentence, start: int, end: int) -> str:
    offset = sentence.span.start
    return seen(sentence.text[start - offset : end - offset])


def _trigger_part(claim: Claim, sentence: Sentence, numbers: Mapping[str, int]) -> Part:
    words = _between(sentence, claim.trigger.start, claim.trigger.end)
    return Part(words, "trigger", f"{_kind(claim)} {numbers[claim.id]}")


def _name_part(mention: Mention, entity: Entity) -> Part:
    label = entity.id if entity.kind is EntityKind.COUNTRY else _spelled(entity.kind)
    return Part(seen(mention.text), entity.kind.value, label)


def _kind(claim: Claim) -> str:
    assertion = claim.asserts
    return assertion.event_type if isinstance(assertion, Event) else _spelled(assertion.relation_type)


def _spelled(code: str) -> str:
    return code.replace("_", " ")


def _described(entity: Entity) -> str:
    state = entity.id if entity.kind is EntityKind.COUNTRY else entity.country
    known = ", ".join(filter(None, (_spelled(entity.kind), state)))
    return seen(f"{entity.name} ({known})")


def _reason(claim: Claim, sentence: Sentence, entities: Mapping[str, Entity], number: int) -> Reason:
    trigger = _between(sentence, claim.trigger.start, claim.trigger.end)
    facts = [("trigger", f"“{trigger}”"), *_facts(claim, entities)]
    grounds = list(claim.reasons)
    if claim.attribution:
        speaker = entities[claim.attribution]
        facts.append(("said by", _described(speaker)))
        grounds = [ground for ground in grounds if ground != f"said by {speaker.name}"]
    return Reason(
        number=number,
        id=claim.id,
        says=_says(claim, entities),
        facts=tuple(facts),
        grounds=tuple(map(seen, grounds)),
        confidence=claim.confidence,
        trusted=Lens.TRUSTED.value in lenses_of(Judgement.NONE, claim.confidence),
    )


def _says(claim: Claim, entities: Mapping[str, Entity]) -> str:
    assertion = claim.asserts
    if isinstance(assertion, Event):
        actors, recipients = (_names(ids, entities) for ids in (assertion.actors, assertion.recipients))
        if assertion.mediators:
            sides = _names(assertion.sides, entities)
            return f"{_names(assertion.mediators, entities)} → {assertion.event_type} between → {sides}"
        return f"{actors} → {assertion.event_type} → {recipients}"
    role = f" ({assertion.role})" if assertion.role else ""
    ends = (
        entities[assertion.subject].name,
        _spelled(assertion.relation_type),
        entities[assertion.object].name,
    )
    return seen(" → ".join(ends) + role)


def _names(ids: Iterable[str], entities: Mapping[str, Entity]) -> str:
    return seen(" & ".join(entities[item].name for item in ids)) or "unknown"


def _facts(claim: Claim, entities: Mapping[str, Entity]) -> Iterator[tuple[str, str]]:
    event = claim.asserts
    if not isinstance(event, Event):
        return
    kind = event_types()[event.event_type]
    mode = kind.modes.get(event.mode or "")
    yield "means", " · ".join(filter(None, (kind.labels["en"], mode.labels["en"] if mode else None)))
    yield "actors", _list(event.actors, entities) or "not said"
    yield "recipients", _list(event.recipients, entities) or "not said"
    for name, ids in (("mediators", event.mediators), ("places", event.places)):
        if ids:
            yield name, _list(ids, entities)
    yield "status", event.status.value
    yield "date", _dated(event)


def _list(ids: Iterable[str], entities: Mapping[str, Entity]) -> str:
    return ", ".join(_described(entities[item]) for item in ids)


def _dated(event: Event) -> str:
    if event.date is None:
        return f"not known; by {event.not_after}" if event.not_after else "not known"
    if event.date_precision in {DatePrecision.DAY, DatePrecision.UNKNOWN}:
        return event.date
    return f"in the {event.date_precision.value} of {event.date}"


def seen(text: str) -> str:
    """Replace control characters and invisible marks with visible ones, so that news cannot misuse them."""
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if unicodedata.category(character) not in _UNSEEN:
        return character
    if character in "\n\r\t":
        return " "
    return chr(_CONTROL_PICTURES + ord(character)) if ord(character) < 32 else "\N{REPLACEMENT CHARACTER}"
