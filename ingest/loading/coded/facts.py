"""What a coded event says in terms of the graph: an event, its parties, and a claim for each report of it.

Pure functions. An event is known by its type, day and parties, like one that the news reports, so that both
meet. A claim keeps what the source says: its code, place and number, and a hash of all that it states.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from cypher.model.assertions import Row, identified
from cypher.model.dates import period_of, reduced
from cypher.model.document_rows import published_days, today
from cypher.model.graph import Document, Entity, Event, EventStatus, Judgement
from cypher.model.ids import by_dataset, coded_by, content_id
from cypher.model.lens import lenses_of
from cypher.model.ontology import EventType, event_types
from ingest.datasets.coded import CodedEvent, CodedReport
from ingest.loading.coded.cast import Cast, acts_for, place_of, with_bodies


class Dataset(Protocol):
    """A data set: its name, and how far a report of it is to be trusted that states no confidence (0-1)."""

    @property
    def name(self) -> str:
        """Its short name, such as ``icews``."""

    @property
    def confidence(self) -> float:
        """The confidence of its claims."""


class UnusableEventError(Exception):
    """A coded event that the graph cannot hold; the text says why."""


@dataclass(frozen=True, slots=True)
class ReportFacts:
    """A report: rows of a document, of the sentence in it, and of the claim that the sentence makes.

    The claim's row is that of ``load/merge_claims`` with the properties of a coded claim.
    """

    document: Row
    sentence: Row
    claim: Row


@dataclass(frozen=True, slots=True)
class CodedFacts:
    """A coded event as the graph holds it; `entities` are its parties and all for which they act."""

    event: Event
    entities: tuple[Entity, ...]
    reports: tuple[ReportFacts, ...]


def claim_id(dataset: str, event: str, report: str) -> str:
    """Return the id of the claim for a report of an event, by their keys in the data set."""
    return content_id("claim", dataset, event, report)


def facts_of(coded: CodedEvent, dataset: Dataset, cast: Cast) -> CodedFacts:
    """Return what a coded event says; raises `UnusableEventError` if it has no type, day or actor."""
    kind = event_types().get(coded.event_type)
    if kind is None:
        raise UnusableEventError(f"The event type {coded.event_type!r} is unknown.")
    try:
        days = period_of(coded.date, coded.precision)
    except ValueError:
        raise UnusableEventError(f"The date {coded.date!r} is no day.") from None
    event, entities = _event(coded, kind, days, cast)
    reports = tuple(_report(coded, report, event, days, dataset) for report in coded.reports)
    if not reports:
        raise UnusableEventError("The event has no report.")
    return CodedFacts(event, entities, reports)


def _event(
    coded: CodedEvent, kind: EventType, days: tuple[str, str], cast: Cast
) -> tuple[Event, tuple[Entity, ...]]:
    actors, recipients = cast.entities(coded.actors), cast.entities(coded.recipients)
    if not coded.directed:
        actors, recipients = tuple({each.id: each for each in (*actors, *recipients)}.values()), ()
    if not actors:
        raise UnusableEventError(f"It cannot be told who acts: {_named(coded)}.")
    parties = {each.id: each for each in (*actors, *recipients)}
    bodies = {each.id: acts_for(each, days) for each in parties.values()}
    place = place_of(coded.place.country) if coded.place else None
    mode = _mode(coded, kind, together=len(actors) > 1)
    event = Event(
        id="",
        event_type=kind.code,
        quad=kind.quad.number,
        intensity=kind.intensity(mode),
        status=EventStatus.ACTUAL,
        actors=tuple(each.id for each in actors),
        recipients=tuple(each.id for each in recipients),
        places=(place.id,) if place else (),
        mode=mode,
        date=days[0],
        date_precision=coded.precision,
        acts_for=tuple((party, body) for party, body in bodies.items() if party != body),
    )
    named = {place.id: place, **parties} if place else parties
    return identified(event), with_bodies(tuple(named.values()), tuple(bodies.values()))


def _named(coded: CodedEvent) -> str:
    parties = (each.name or each.code or each.country for each in coded.actors)
    return ", ".join(filter(None, parties)) or "the actor is missing"


def _mode(coded: CodedEvent, kind: EventType, *, together: bool) -> str | None:
    """Return the mode; what several do without a direction, they do to each other."""
    mode = coded.mode if coded.mode in kind.modes else None
    if coded.directed or not together or kind.is_mutual(mode):
        return mode
    return kind.each_other or mode


def _report(
    coded: CodedEvent, report: CodedReport, event: Event, days: tuple[str, str], dataset: Dataset
) -> ReportFacts:
    document = _document(report, dataset.name)
    published = published_days(document)
    sentence = _sentence(report, document)
    confidence = dataset.confidence if report.confidence is None else report.confidence
    said = _said(coded, event, min(max(confidence, 0.0), 1.0))
    moment: Row = {
        "date": reduced(event.date, event.date_precision),
        "not_after": None,
        "placed_from": days[0],
        "placed_until": days[1],
    }
    row: Row = {
        "id": claim_id(dataset.name, coded.key, report.key),
        "assertion": event.id,
        "sentence": sentence["id"],
        "extractor": by_dataset(dataset.name),
        "trigger_start": 0,
        "trigger_end": 0,
        "reasons": [],
        "attribution": "",
        "voice": content_id("voice", event.id, report.publisher or document.id),
        "source_event": coded.key,
        **said,
        **moment,
    }
    about = _document_row(document, dataset.name, published)
    stated = (*row.values(), *event.acts_for, *event.places, *about.values(), *sentence.values())
    row["fingerprint"] = content_id("row", *stated)
    row["said"] = None if report.text else _in_words(coded, dataset.name)
    row["known_on"] = published[1] if published else today()
    return ReportFacts(about, sentence, row)


def _said(coded: CodedEvent, event: Event, confidence: float) -> Row:
    """Return what a claim says of the event, and what the source says in its own codes."""
    place = coded.place
    return {
        "event_type": event.event_type,
        "confidence": confidence,
        "extracted_confidence": confidence,
        "lenses": list(lenses_of(Judgement.NONE, confidence)),
        "code": coded.code,
        "coded": coded.label,
        "intensity": coded.intensity,
        "place": (place.name or None) if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "fatalities": coded.fatalities,
    }


def _in_words(coded: CodedEvent, dataset: str) -> str:
    """Return what a data set says of an event, for a report without text of its own."""
    place = coded.place.name if coded.place else ""
    dead = "" if coded.fatalities is None else f"fatalities {coded.fatalities}"
    return " · ".join(filter(None, (f"{coded_by(dataset)}{coded.code} {coded.label}".strip(), place, dead)))


def _document(report: CodedReport, dataset: str) -> Document:
    identity = content_id("data", dataset, report.document)
    return Document(
        id=identity,
        text="",
        language=report.language,
        content_hash=identity,
        title=report.title,
        published_on=report.published_on,
        publisher=report.publisher,
        url=report.url,
    )


def _document_row(document: Document, dataset: str, published: tuple[str, str] | None) -> Row:
    """Return the row of a document without text; `published` are its first and last day of publication."""
    first, last = published or (None, None)
    return {
        "id": document.id,
        "title": document.title,
        "url": document.url,
        "publisher": document.publisher,
        "language": document.language,
        "published_on": document.published_on,
        "published_precision": document.published_precision.value if published else None,
        "published_from": first,
        "published_until": last,
        "content_hash": document.content_hash,
        "dataset": dataset,
    }


def _sentence(report: CodedReport, document: Document) -> Row:
    """Return the row of a sentence: one for each number in a document, and for each text with it."""
    told = (report.text,) if report.text else ()
    return {
        "id": content_id("sentence", document.id, report.sentence, *told),
        "document": document.id,
        "index": report.sentence,
        "end": len(report.text),
        "text": report.text,
        "voice": content_id("voice", document.id, report.sentence, *told),
    }
