"""Turns a draft into a claim, and a claim of the graph into a draft of its next version."""

from __future__ import annotations

from collections.abc import Sequence

from cypher.by_hand.sources import Source, plain_title
from cypher.by_hand.stated import HandClaim
from cypher.errors import UsageError
from cypher.judging.annotations import Annotation
from cypher.model.graph import Entity, EventStatus
from cypher.records.shared import EvidenceClaim, FoundAssertion
from explorer.by_hand.drafts import Draft, Field
from explorer.elements.element import is_web_address


def stated(draft: Draft) -> HandClaim:
    """Return the claim in a draft. Raises `UsageError` if a party or the type is missing."""
    actor, recipient = _party(draft, Field.ACTOR), _party(draft, Field.RECIPIENT)
    kind = draft.text(Field.TYPE)
    if actor is None or recipient is None or not kind:
        raise UsageError("Say who did what to whom: choose both parties and the type.")
    grade = draft.values.get(Field.INFORMATION)
    return HandClaim(
        actor,
        kind,
        recipient,
        _source(draft),
        grade if isinstance(grade, int) else 0,
        draft.text(Field.MODE) or None,
        draft.text(Field.DATE) or None,
        EventStatus(draft.text(Field.STATUS) or EventStatus.ACTUAL),
        _party(draft, Field.SPEAKER),
        draft.text(Field.SOURCE) or None,
        draft.text(Field.REMARK) or None,
    )


def _party(draft: Draft, name: Field) -> str | Entity | None:
    chosen = draft.text(name)
    return draft.new.get(chosen, chosen) if chosen else None


def _source(draft: Draft) -> Source:
    quotation = draft.text(Field.QUOTATION)
    if draft.article:
        return Source(quotation, article=draft.article)
    return Source(
        quotation,
        title=draft.text(Field.TITLE),
        publisher=draft.text(Field.PUBLISHER),
        url=draft.text(Field.URL) or None,
        published=draft.text(Field.PUBLISHED) or None,
        language=draft.text(Field.LANGUAGE) or "en",
    )


def next_version(claim: EvidenceClaim, event: FoundAssertion, past: Sequence[Annotation]) -> Draft:
    """Return the draft of a new version of a claim; `past` is its history, the newest first.

    The remark is left empty: what was said of the old version stays with it.
    """
    made = past[-1] if past else None
    values: dict[Field, object] = {
        Field.ACTOR: event.actors[0].id,
        Field.TYPE: event.event_type,
        Field.MODE: event.mode,
        Field.RECIPIENT: event.recipients[0].id,
        Field.STATUS: event.status,
        Field.DATE: claim.date or "",
        Field.SPEAKER: claim.attribution,
        Field.QUOTATION: claim.sentence[
            claim.trigger_start - claim.sentence_start : claim.trigger_end - claim.sentence_start
        ],
        Field.TITLE: plain_title(claim.title),
        Field.PUBLISHER: claim.publisher or "",
        Field.URL: claim.url or "",
        Field.PUBLISHED: claim.published_on or "",
        Field.LANGUAGE: claim.language,
        Field.INFORMATION: made.information_grade if made else None,
        Field.SOURCE: made.source_grade if made else None,
    }
    return Draft(values, article=_article_of(made) if made else None, edits=claim.claim)


def _article_of(made: Annotation) -> str | None:
    """Return the quoted article of the graph, which stands beside the address of the source."""
    return next((each for each in made.sources if not is_web_address(each)), None)
