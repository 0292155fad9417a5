"""A year of made-up events, as articles and as plain rows, from which tests count again what queries find."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from random import Random

from bench.icews import icews_like
from bench.recounts import Told
from cypher.model.graph import Entity, EntityKind, Event, Extraction
from tests.news_of_chance import chance


def a_year(events: int = 800, entities: int = 30) -> list[Extraction]:
    """Articles of events of 2014; some are uncertain, so that the lens *trusted* leaves them out."""
    dice = chance(3)
    return [_doubted(each, dice) for each in icews_like(events, entities)]


def _doubted(written: Extraction, dice: Random) -> Extraction:
    claims = (replace(each, confidence=0.3 if dice.random() < 0.2 else 0.9) for each in written.claims)
    return replace(written, claims=tuple(claims), entities=tuple(map(_named, written.entities)))


def _named(entity: Entity) -> Entity:
    """An entity that keeps its node: groups are replaced by those for whom they act."""
    return replace(entity, kind=EntityKind.ORGANISATION) if entity.kind is EntityKind.GROUP else entity


def rows_of(articles: Iterable[Extraction]) -> list[Told]:
    """What the articles tell, a row for each claim."""
    return [row for each in articles for row in _rows(each)]


def _rows(article: Extraction) -> Iterator[Told]:
    voices = {sentence.id: sentence.voice for sentence in article.sentences}
    for claim in article.claims:
        event = claim.asserts
        assert isinstance(event, Event)
        assert event.date is not None
        (actor,), (recipient,) = event.actors, event.recipients
        yield Told(
            actor,
            recipient,
            event.event_type,
            event.date,
            voices[claim.sentence_id],
            article.document.published_on or "",
            claim.confidence >= 0.5,
        )


def seen(rows: Collection[Told], lens: str) -> list[Told]:
    """The rows that a lens shows."""
    return [row for row in rows if lens == "all" or row.trusted]
