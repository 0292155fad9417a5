"""A way to write articles with their claims by hand: ids, offsets and dates follow from the words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from cypher.model.graph import (
    Claim,
    DatePrecision,
    Document,
    Entity,
    EntityKind,
    Event,
    EventStatus,
    Extraction,
    Mention,
    Relation,
    RelationType,
    Sentence,
    Span,
)
from cypher.model.ids import content_id
from cypher.model.ontology import event_type

EXTRACTOR = "by hand 1"


ENTITIES: Mapping[str, Entity] = {
    entity.id: entity
    for entity in (
        Entity("AFG", "Afghanistan", EntityKind.COUNTRY, "AFG", ("Afganistan", "Kabul")),
        Entity("IDN", "Indonesia", EntityKind.COUNTRY, "IDN", ("RI", "Jakarta")),
        Entity("IRN", "Iran", EntityKind.COUNTRY, "IRN", ("Teheran", "Tehran")),
        Entity("ISR", "Israel", EntityKind.COUNTRY, "ISR", ("Tel Aviv",)),
        Entity("PSE", "Palestine", EntityKind.COUNTRY, "PSE", ("Palestina",)),
        Entity("QAT", "Qatar", EntityKind.COUNTRY, "QAT", ("Doha",)),
        Entity("USA", "United States", EntityKind.COUNTRY, "USA", ("Amerika Serikat", "AS", "Washington")),
        Entity(
            "amir-abdollahian",
            "Hossein Amir-Abdollahian",
            EntityKind.PERSON,
            "IRN",
            ("Amir Abdollahian", "Amirabdollahian"),
        ),
        Entity("muttaqi", "Amir Khan Muttaqi", EntityKind.PERSON, "AFG", ("Muttaqi",)),
        Entity("taliban", "Taliban", EntityKind.ARMED_GROUP, "AFG"),
        Entity("hamas", "Hamas", EntityKind.ARMED_GROUP, "PSE"),
    )
}
"""Everybody in the story, by id."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What one sentence claims, before ids are made: an event, or a relation when `relation` is given."""

    name: str
    trigger: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    event_type: str = ""
    mode: str | None = None
    date: str | None = None
    status: EventStatus = EventStatus.ACTUAL
    places: tuple[str, ...] = ()
    relation: RelationType | None = None
    role: str | None = None
    confidence: float = 0.9
    said_by: str | None = None
    precision: DatePrecision = DatePrecision.DAY
    mediators: tuple[str, ...] = ()

    def assertion(self) -> Event | Relation:
        """The event or the relation that is claimed."""
        return self._event() if self.relation is None else self._relation(self.relation)

    def _relation(self, kind: RelationType) -> Relation:
        subject, object_ = self.actors[0], self.recipients[0]
        return Relation(
            content_id("relation", kind, subject, object_, self.role), kind, subject, object_, self.role
        )

    def _event(self) -> Event:
        kind = event_type(self.event_type)
        return Event(
            id=content_id("event", kind.code, self.status, self.date, self.actors, self.recipients),
            event_type=kind.code,
            quad=kind.quad.number,
            intensity=kind.intensity(self.mode),
            status=self.status,
            actors=self.actors,
            recipients=self.recipients,
            places=self.places,
            mediators=self.mediators,
            mode=self.mode,
            date=self.date,
            date_precision=self.precision if self.date else DatePrecision.UNKNOWN,
        )


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of an article: its words, who is named with which words, and what it claims."""

    text: str
    names: Mapping[str, str] = field(default_factory=dict)
    states: tuple[Stated, ...] = ()


def article(
    name: str, language: str, publisher: str, published_on: str, lines: tuple[Line, ...]
) -> Extraction:
    """An extraction whose ids and offsets follow from the words; the first line is the title."""
    text = "\n".join(line.text for line in lines)
    hashed = content_id("content", text)
    document = Document(
        id=content_id("document", hashed, name),
        text=text,
        language=language,
        content_hash=hashed,
        title=lines[0].text,
        published_on=published_on,
        publisher=publisher,
        url=f"https://{publisher.lower().replace(' ', '')}.example/{name}",
    )
    sentences = tuple(_sentence(document, index, line) for index, line in enumerate(lines))
    pairs = tuple(zip(lines, sentences, strict=True))
    claims = tuple(
        _claim(sentence, stated, published_on) for line, sentence in pairs for stated in line.states
    )
    used = {entity for line in lines for entity in line.names.values()}
    return Extraction(
        document=document,
        sentences=sentences,
        entities=tuple(entity for entity in ENTITIES.values() if entity.id in used | _parties(claims)),
        mentions=tuple(mention for line, sentence in pairs for mention in _mentions(line, sentence)),
        claims=claims,
    )


def _sentence(document: Document, index: int, line: Line) -> Sentence:
    start = document.text.index(line.text)
    return Sentence(
        id=content_id("sentence", document.id, start),
        document_id=document.id,
        index=index,
        span=Span(start, start + len(line.text)),
        text=line.text,
        voice=content_id("voice", line.text.casefold()),
    )


def _mentions(line: Line, sentence: Sentence) -> list[Mention]:
    return [
        Mention(entity, sentence.id, _within(sentence, words), words, f"gazetteer: {words}")
        for words, entity in line.names.items()
    ]


def _within(sentence: Sentence, words: str) -> Span:
    start = sentence.span.start + sentence.text.index(words)
    return Span(start, start + len(words))


def _reported(assertion: Event | Relation, published_on: str) -> Event | Relation:
    if isinstance(assertion, Relation) or assertion.date or assertion.status is not EventStatus.ACTUAL:
        return assertion
    return replace(assertion, not_after=published_on)


def _claim(sentence: Sentence, stated: Stated, published_on: str) -> Claim:
    return Claim(
        id=f"claim-{stated.name}",
        document_id=sentence.document_id,
        sentence_id=sentence.id,
        asserts=_reported(stated.assertion(), published_on),
        trigger=_within(sentence, stated.trigger),
        confidence=stated.confidence,
        extractor=EXTRACTOR,
        attribution=stated.said_by,
        reasons=(f"trigger: {stated.trigger}",),
    )


def _parties(claims: tuple[Claim, ...]) -> set[str]:
    found: set[str] = set()
    for claim in claims:
        assertion = claim.asserts
        ends = (assertion.subject, assertion.object) if isinstance(assertion, Relation) else assertion.parties
        found.update(ends, [claim.attribution] if claim.attribution else [])
    return found


def without_sentence(extraction: Extraction, sentence: str) -> Extraction:
    """An extraction that did not find a sentence, which no claim is made of."""
    return replace(
        extraction,
        sentences=tuple(each for each in extraction.sentences if each.id != sentence),
        mentions=tuple(each for each in extraction.mentions if each.sentence_id != sentence),
    )
