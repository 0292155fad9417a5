"""Extractions as the rows of the load statements: pure functions, one for each statement.

A tie is the drawn edge of two entities; which ties an event forms is decided here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from cypher.ids import alias_key, content_id
from cypher.lens import lenses_of
from cypher.model import Claim, EntityKind, Event, EventStatus, Extraction, Judgement, Relation, Sign
from cypher.ontology import sign_of

Row = dict[str, object]
"""One row of a statement's ``$rows``: strings, numbers, lists of strings, or null."""

TYING_STATUSES = (EventStatus.ACTUAL, EventStatus.PLANNED)
"""An event that did not or only might happen ties nobody to anybody; it is still claimed."""


def document_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """For ``load/begin_documents``."""
    return [
        {
            "id": e.document.id,
            "title": e.document.title,
            "text": e.document.text,
            "url": e.document.url,
            "publisher": e.document.publisher,
            "language": e.document.language,
            "published_on": e.document.published_on,
            "content_hash": e.document.content_hash,
        }
        for e in extractions
    ]


def sentence_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """For ``load/merge_sentences``."""
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


def country_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """For ``load/merge_countries``."""
    found = {n.id: n for e in extractions for n in e.entities if n.kind is EntityKind.COUNTRY}
    return [{"id": entity.id, "name": entity.name} for entity in found.values()]


def actor_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """For ``load/merge_actors``; when documents differ, a stated country wins over none."""
    rows: dict[str, Row] = {}
    for entity in (n for e in extractions for n in e.entities if n.kind is not EntityKind.COUNTRY):
        country = entity.country or rows.get(entity.id, {}).get("country")
        rows[entity.id] = {
            "id": entity.id,
            "name": entity.name,
            "kind": entity.kind.value,
            "country": country,
        }
    return list(rows.values())


def alias_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """For ``load/merge_aliases``: every name of an entity under its key; a country's code is one too."""
    rows: dict[str, Row] = {}
    for entity in (n for e in extractions for n in e.entities):
        code = (entity.id,) if entity.kind is EntityKind.COUNTRY else ()
        for name in (entity.name, *entity.aliases, *code):
            key = alias_key(name)
            if key:
                link = content_id("names", key, entity.id)
                rows.setdefault(link, {"id": link, "key": key, "text": name, "entity": entity.id})
    return list(rows.values())


def mention_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """For ``load/merge_mentions``."""
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
    """The id of the mention of `entity` that begins at `start`."""
    return content_id("mention", sentence, entity, start)


def events_of(extractions: Iterable[Extraction]) -> list[Event]:
    """The events that are claimed, each once."""
    claims = (c for e in extractions for c in e.claims)
    return list({c.asserts.id: c.asserts for c in claims if isinstance(c.asserts, Event)}.values())


def relations_of(extractions: Iterable[Extraction]) -> list[Relation]:
    """The lasting relations that are claimed, each once."""
    claims = (c for e in extractions for c in e.claims)
    return list({c.asserts.id: c.asserts for c in claims if isinstance(c.asserts, Relation)}.values())


def event_rows(events: Iterable[Event]) -> list[Row]:
    """For ``load/merge_events``."""
    return [
        {
            "id": event.id,
            "event_type": event.event_type,
            "mode": event.mode,
            "quad": event.quad,
            "intensity": event.intensity,
            "date": event.date,
            "date_precision": event.date_precision.value,
            "status": event.status.value,
        }
        for event in events
    ]


def part_rows(events: Iterable[Event], part: str, entities: Callable[[Event], Sequence[str]]) -> list[Row]:
    """For ``load/link_event_…``: `part` names the relationship in its id, `entities` gives its other ends."""
    return [
        {"id": content_id(part, event.id, entity), "event": event.id, "entity": entity}
        for event in events
        for entity in dict.fromkeys(entities(event))
    ]


def relation_rows(relations: Iterable[Relation]) -> list[Row]:
    """For ``load/merge_relations``."""
    return [
        {
            "id": relation.id,
            "relation_type": relation.relation_type.value,
            "role": relation.role,
            "subject": relation.subject,
            "subject_link": content_id("subject", relation.id, relation.subject),
            "object": relation.object,
            "object_link": content_id("object", relation.id, relation.object),
        }
        for relation in relations
    ]


def ties_of(thing: Event | Relation) -> Iterator[Row]:
    """The ties that an event or a relation forms, as rows of ``load/merge_ties``.

    Each actor is tied to each recipient; without recipients (a meeting) the actors are tied pairwise in
    sorted order, undirected. Nobody is tied to themselves.
    """
    if isinstance(thing, Relation):
        if thing.subject != thing.object:
            yield _tie(thing.subject, thing.object, Sign.RELATION, thing.relation_type.value)
    elif thing.status in TYING_STATUSES:
        sign = sign_of(thing.quad)
        pairs = ((a, r) for a in thing.actors for r in thing.recipients if a != r)
        yield from (_tie(actor, recipient, sign) for actor, recipient in dict.fromkeys(pairs))
        if not thing.recipients:
            meeting = combinations(sorted(set(thing.actors)), 2)
            yield from ({**_tie(first, second, sign), "directed": False} for first, second in meeting)


def _tie(actor: str, recipient: str, sign: Sign, relation_type: str | None = None) -> Row:
    return {
        "id": content_id("tie", actor, recipient, sign, relation_type),
        "actor": actor,
        "recipient": recipient,
        "sign": sign.value,
        "relation_type": relation_type,
        "directed": True,
    }


def tie_rows(things: Iterable[Event | Relation]) -> list[Row]:
    """For ``load/merge_ties``: each tie once, directed when anything behind it is."""
    rows: dict[object, Row] = {}
    for tie in (tie for thing in things for tie in ties_of(thing)):
        known = rows.setdefault(tie["id"], tie)
        known["directed"] = known["directed"] or tie["directed"]
    return list(rows.values())


def form_rows(things: Iterable[Event | Relation]) -> list[Row]:
    """For ``load/form_ties``."""
    return [{"thing": thing.id, "tie": tie["id"]} for thing in things for tie in ties_of(thing)]


def claim_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """For ``load/merge_claims``; `date` is that of the event, or else of the document."""
    rows: dict[str, Row] = {}
    for extraction in extractions:
        voices = {sentence.id: sentence.voice for sentence in extraction.sentences}
        for claim in extraction.claims:
            rows[claim.id] = {
                **_claim_row(claim),
                "voice": voices[claim.sentence_id],
                "date": _date_of(claim) or extraction.document.published_on,
            }
    return list(rows.values())


def _claim_row(claim: Claim) -> Row:
    thing = claim.asserts
    return {
        "id": claim.id,
        "thing": thing.id,
        "sentence": claim.sentence_id,
        "event_type": thing.event_type if isinstance(thing, Event) else thing.relation_type.value,
        "confidence": claim.confidence,
        "extractor": claim.extractor,
        "trigger_start": claim.trigger.start,
        "trigger_end": claim.trigger.end,
        "reasons": list(claim.reasons),
        "attribution": claim.attribution or "",  # a null id would be looked for in every entity
        "lenses": list(lenses_of(Judgement.NONE, claim.confidence)),
    }


def _date_of(claim: Claim) -> str | None:
    return claim.asserts.date if isinstance(claim.asserts, Event) else None


def kept_claim_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """For ``load/retire_claims``: what each document still claims, as claim > thing > speaker."""
    return [
        {
            "document": e.document.id,
            "kept": [f"{c.id}>{c.asserts.id}>{c.attribution or ''}" for c in e.claims],
        }
        for e in extractions
    ]


def kept_sentence_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """For ``load/remove_stale_sentences``."""
    return [{"document": e.document.id, "kept": [s.id for s in e.sentences]} for e in extractions]


def kept_mention_rows(extractions: Iterable[Extraction]) -> list[Row]:
    """For ``load/remove_stale_mentions``."""
    return [
        {
            "document": e.document.id,
            "kept": [mention_id(m.sentence_id, m.entity_id, m.span.start) for m in e.mentions],
        }
        for e in extractions
    ]
