"""Turns extractions into the rows of the load statements: pure functions, one per statement.

The rows of events, relations and ties are built in `cypher.model.assertions`.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from cypher.model.affiliation import people_of
from cypher.model.assertions import Assertion, Row
from cypher.model.blocs import blocs_of_state
from cypher.model.dates import period_of, publication_period, reduced
from cypher.model.graph import (
    Claim,
    Document,
    Entity,
    EntityKind,
    Event,
    EventStatus,
    Extraction,
    Judgement,
    Relation,
)
from cypher.model.ids import alias_key, content_id
from cypher.model.lens import lenses_of
from cypher.model.search_words import words_of
from ingest.knowledge.shown import collective_names, shown_names


def document_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """Return the rows for ``load/begin_documents``."""
    return [
        {
            "id": document.id,
            "title": document.title,
            "text": document.text,
            "url": document.url,
            "publisher": document.publisher,
            "language": document.language,
            **_publication(document),
            "content_hash": document.content_hash,
        }
        for document in (e.document for e in extractions)
    ]


def _publication(document: Document) -> Row:
    """Return when a document was published, as its properties: see `published_days` for the period."""
    first, last = published_days(document) or (None, None)
    return {
        "published_on": document.published_on,
        "published_precision": document.published_precision.value if document.published_on else None,
        "published_guessed": document.published_guessed,
        "published_from": first,
        "published_until": last,
    }


def published_days(document: Document) -> tuple[str, str] | None:
    """Return the first and the last day on which a document may have been published; it is not in the future.

    A day that is stated is kept as it is, because today differs between time zones.
    """
    period = publication_period(document)
    if period is None or document.published_on is None:
        return None
    return period[0], max(document.published_on, min(period[1], _today()))


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def sentence_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """Return the rows for ``load/merge_sentences``."""
    return [
        {
            "id": s.id,
            "document": s.document_id,
            "index": s.index,
            "start": s.span.start,
            "end": s.span.end,
            "text": s.text,
            "voice": s.voice,
        }
        for e in extractions
        for s in e.sentences
    ]


def word_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """Return the rows for ``load/merge_words``."""
    return [
        {"sentence": s.id, "words": words_of(s.text, e.document.language)}
        for e in extractions
        for s in e.sentences
    ]


def country_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """Return the rows for ``load/merge_countries``."""
    found = {n.id: n for e in extractions for n in e.entities if n.kind is EntityKind.COUNTRY}
    return [
        {"id": each.id, "name": each.name, "names": names_of(each), "people": people_of(each.id)}
        | blocs_of_state(each.id)
        for each in found.values()
    ]


def actor_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """Return the rows for ``load/merge_actors``.

    If only some documents state a country, or what an actor acts for, it is kept.
    """
    rows: dict[str, Row] = {}
    for entity in (n for e in extractions for n in e.entities if n.kind is not EntityKind.COUNTRY):
        known = rows.get(entity.id, {})
        rows[entity.id] = {
            "id": entity.id,
            "name": entity.name,
            "names": names_of(entity),
            "kind": entity.kind.value,
            "country": entity.country or known.get("country"),
            "acts_for": entity.acts_for or known.get("acts_for"),
        }
    return list(rows.values())


def alias_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """Return the rows for ``load/merge_aliases``: each name of an entity with its key.

    A country's code is one of its aliases.
    """
    rows: dict[str, Row] = {}
    for entity in (n for e in extractions for n in e.entities):
        code = (entity.id,) if entity.kind is EntityKind.COUNTRY else ()
        local = (named.partition(":")[2] for named in names_of(entity))
        for name in filter(None, (entity.name, *entity.aliases, *local, *code)):
            key = alias_key(name)
            if key:
                link = content_id("names", key, entity.id)
                rows.setdefault(link, {"id": link, "key": key, "text": name, "entity": entity.id})
    return list(rows.values())


def names_of(entity: Entity) -> list[str]:
    """Return the names of an entity in other languages than English, each as ``language:name``."""
    if entity.kind is EntityKind.GROUP and entity.country is not None:
        named = collective_names(entity.concept or "", entity.country)
    else:
        named = shown_names(entity.id)
    return sorted(f"{language}:{name}" for language, name in named.items() if language != "en")


def mention_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """Return the rows for ``load/merge_mentions``."""
    rows = {
        (link := mention_id(m.sentence_id, m.entity_id, m.span.start)): {
            "id": link,
            "sentence": m.sentence_id,
            "entity": m.entity_id,
            "start": m.span.start,
            "end": m.span.end,
            "text": m.text,
            "reason": m.reason,
        }
        for e in extractions
        for m in e.mentions
    }
    return list(rows.values())


def mention_id(sentence: str, entity: str, start: int) -> str:
    """Return the id of the mention of `entity` that begins at `start`."""
    return content_id("mention", sentence, entity, start)


def assertions_of(extractions: Iterable[Extraction]) -> list[Assertion]:
    """Return the events and lasting relations that are claimed, without duplicates.

    If only some reports of an event date it, that date is kept.
    """
    found: dict[str, Assertion] = {}
    for claim in (c for e in extractions for c in e.claims):
        if claim.asserts.id not in found or _date_of(claim):
            found[claim.asserts.id] = claim.asserts
    return list(found.values())


def claim_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """Return the rows for ``load/merge_claims``.

    `date` is the date that the text gives the event, as far as it is known: ``2011`` for a year. If it gives
    none, `not_after` is the day of publication, for relations and events that took place, unless that day is
    only guessed. A period finds the claim from `placed_from` to `placed_until`: the days of its date, else
    those on which the document may have been published. `known_on` is the last of these; without one, today.
    """
    rows: dict[str, Row] = {}
    for extraction in extractions:
        voices = {sentence.id: sentence.voice for sentence in extraction.sentences}
        published = published_days(extraction.document)
        for claim in extraction.claims:
            rows[claim.id] = {
                **_claim_row(claim),
                "voice": voices[claim.sentence_id],
                **_moment_of(claim, published, guessed=extraction.document.published_guessed),
                "known_on": published[1] if published else _today(),
            }
    return list(rows.values())


def _claim_row(claim: Claim) -> Row:
    assertion = claim.asserts
    return {
        "id": claim.id,
        "assertion": assertion.id,
        "sentence": claim.sentence_id,
        "event_type": assertion.event_type if isinstance(assertion, Event) else assertion.relation_type.value,
        "confidence": claim.confidence,
        "extracted_confidence": claim.confidence,
        "extractor": claim.extractor,
        "trigger_start": claim.trigger.start,
        "trigger_end": claim.trigger.end,
        "reasons": list(claim.reasons),
        "attribution": claim.attribution or "",  # with a null id, the query would search all entities
        "lenses": list(lenses_of(Judgement.NONE, claim.confidence)),
    }


def _date_of(claim: Claim) -> str | None:
    return claim.asserts.date if isinstance(claim.asserts, Event) else None


def _moment_of(claim: Claim, published: tuple[str, str] | None, *, guessed: bool) -> Row:
    """Return when the asserted event took place: its date, or else a bound, and the days of it."""
    event = claim.asserts
    if isinstance(event, Event) and event.date:
        first, last = period_of(event.date, event.date_precision)
        date = reduced(event.date, event.date_precision)
        return {"date": date, "not_after": None, "placed_from": first, "placed_until": last}
    took_place = isinstance(event, Relation) or event.status is EventStatus.ACTUAL
    begin, end = published or (None, None)
    bound = end if took_place and not guessed else None
    return {"date": None, "not_after": bound, "placed_from": begin, "placed_until": end}


def stated_claims(extractions: Iterable[Extraction]) -> set[tuple[str, str, str]]:
    """Return what documents claim, in the shape of ``load/claims_of_documents``."""
    return {(c.id, c.asserts.id, c.attribution or "") for e in extractions for c in e.claims}


def kept_mention_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """Return the rows for ``load/remove_stale_mentions``: one for every sentence, with its mentions."""
    kept: dict[str, list[str]] = {}
    for extraction in extractions:
        kept |= {sentence.id: [] for sentence in extraction.sentences}
        for m in extraction.mentions:
            kept.setdefault(m.sentence_id, []).append(mention_id(m.sentence_id, m.entity_id, m.span.start))
    return [{"sentence": sentence, "kept": mentions} for sentence, mentions in kept.items()]
