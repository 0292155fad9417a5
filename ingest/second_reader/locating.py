"""Turns an answer into claims: every quote is found in the sentence, or the event is dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cypher.model.assertions import identified
from cypher.model.graph import Claim, DatePrecision, Event, EventStatus, Span
from cypher.model.ids import by_model, content_id
from cypher.model.ontology import event_types
from ingest.second_reader import question
from ingest.second_reader.doubts import Doubt

CONFIDENCE = 0.4
"""The confidence of its claims: below the threshold of the lens *trusted*, as no gold has measured it."""

_STATUSES = {status.value: status for status in EventStatus}


class UnfitError(Exception):
    """An answer, or one of its events, does not keep to the schema or to the sentence."""


@dataclass(frozen=True, slots=True)
class Located:
    """An answer, its claims, and how many of its events were dropped."""

    said: object
    claims: tuple[Claim, ...]
    dropped: int


def located(doubt: Doubt, said: object, model: str) -> Located:
    """Return the claims of an answer. Raises `UnfitError` if it is not a list of events."""
    events = said.get("events") if isinstance(said, dict) else None
    if not isinstance(events, list):
        raise UnfitError("its answer is not the JSON that was asked for")
    claims: dict[str, Claim] = {}
    dropped = max(0, len(events) - question.MOST_EVENTS)
    for told in events[: question.MOST_EVENTS]:
        try:
            claim = _claim(doubt, told, model)
        except UnfitError:
            dropped += 1
        else:
            claims.setdefault(claim.id, claim)
    return Located(said, tuple(claims.values()), dropped)


def _claim(doubt: Doubt, told: object, model: str) -> Claim:
    if not isinstance(told, Mapping):
        raise UnfitError("an event is no object")
    kind, status = told.get("type"), told.get("status")
    if kind not in question.types() or not isinstance(status, str) or status not in _STATUSES:
        raise UnfitError("an event has a type or status that does not exist")
    trigger = _place(doubt, told.get("trigger"))
    if any(mention.span.covers(trigger) for mention in doubt.mentions):
        raise UnfitError("the trigger is a name")
    actor, recipient = _party(doubt, told.get("actor")), _party(doubt, told.get("recipient"))
    if actor == recipient:
        raise UnfitError("there are no two parties")
    near = _nearest(doubt.claims, trigger)
    event = identified(_event(near.asserts, str(kind), _STATUSES[status], actor, recipient))
    words = _text(doubt, trigger)
    who = (actor or "", recipient or "")
    record = doubt.sentence
    return Claim(
        id=content_id("claim", record.document_id, record.text, by_model(model), kind, *who, words),
        document_id=record.document_id,
        sentence_id=record.id,
        asserts=event,
        trigger=trigger,
        confidence=CONFIDENCE,
        extractor=by_model(model),
        attribution=near.attribution,
        reasons=(f"“{words}” means {kind}", f"read again by {model}"),
    )


def _event(near: object, kind: str, status: EventStatus, actor: str | None, recipient: str | None) -> Event:
    """Return the event; it is dated like the one that the rules read nearby."""
    known = event_types()[kind]
    told = near if isinstance(near, Event) else None
    is_actual = status is EventStatus.ACTUAL
    return Event(
        id="",
        event_type=kind,
        quad=known.quad.number,
        intensity=known.intensity(),
        status=status,
        actors=(actor,) if actor else (),
        recipients=(recipient,) if recipient else (),
        date=told.date if told else None,
        date_precision=told.date_precision if told else DatePrecision.UNKNOWN,
        not_after=told.not_after if told and is_actual else None,
        reported_around=told.reported_around if told and is_actual else None,
    )


def _nearest(claims: Sequence[Claim], trigger: Span) -> Claim:
    """Return the claim whose trigger is nearest."""
    return min(claims, key=lambda claim: (_distance(claim.trigger, trigger), claim.trigger))


def _distance(one: Span, other: Span) -> int:
    return max(0, one.start - other.end, other.start - one.end)


def _party(doubt: Doubt, quote: object) -> str | None:
    """Return the entity that a quote names, None without a quote."""
    if quote is None:
        return None
    place = _place(doubt, quote)
    named = {mention.entity_id for mention in doubt.mentions if mention.span.overlaps(place)}
    if len(named) != 1:
        raise UnfitError("a party is not one of those that the sentence names")
    return named.pop()


def _place(doubt: Doubt, quote: object) -> Span:
    """Return where a quote stands in the document; it must stand in the sentence once."""
    text = doubt.sentence.text
    if not isinstance(quote, str) or not quote.strip() or text.count(quote) != 1:
        raise UnfitError("a quote does not stand in the sentence, or not once")
    start = doubt.sentence.span.start + text.index(quote)
    return Span(start, start + len(quote))


def _text(doubt: Doubt, span: Span) -> str:
    start = doubt.sentence.span.start
    return doubt.sentence.text[span.start - start : span.end - start]
