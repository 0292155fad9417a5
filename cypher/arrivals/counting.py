"""Counts what came in by source, by type of event and by country; pure functions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cypher.arrivals.grouping import grouped
from cypher.arrivals.items import Listed, Source, Topic
from cypher.arrivals.news import News
from cypher.arrivals.only import Of, Only
from cypher.records.arrivals import NewClaim, NewDocument


def by_source(news: News) -> Listed[Source]:
    """Count documents and claims by publisher or data set, the ones with the most documents first."""
    documents = grouped((source_of(each), each.document) for each in news.documents.values())
    claims = grouped(
        (source_of(news.documents[each.document]), each)
        for each in news.claims.values()
        if each.document in news.documents
    )
    found = [_source(key, len(ids), claims.get(key, ()), news) for key, ids in documents.items()]
    return Listed.of(sorted(found, key=lambda each: (-each.documents, -each.claims, each.name or "")))


def source_of(document: NewDocument) -> Only:
    """Return the source of a document."""
    return Only.source(document.publisher, document.dataset, by_hand=document.by_hand)


def _source(only: Only, documents: int, claims: Sequence[NewClaim], news: News) -> Source:
    shown = [each.claim for each in claims if each.shown]
    is_dataset = only.of is Of.DATASET
    return Source(
        None if is_dataset else only.key or None,
        only.key if is_dataset else None,
        only.of is Of.BY_HAND,
        documents,
        len(shown),
        len(claims) - len(shown),
        news.newest(shown),
    )


def by_type(news: News) -> Listed[Topic]:
    """Count the shown claims by type of event or relation, the most frequent first."""
    claims = grouped((each.event_type, each) for each in news.shown)
    return _topics(claims, news)


def by_country(news: News) -> Listed[Topic]:
    """Count the shown claims by the countries of those who take part, the most frequent first.

    They have no names yet.
    """
    return _topics(grouped(_countries(news)), news)


def _countries(news: News) -> Iterator[tuple[str, NewClaim]]:
    for entity in news.entities.values():
        if entity.country:
            yield from ((entity.country, news.claims[claim]) for claim in news.shown_of(entity.claims))


def _topics(claims: Mapping[str, Sequence[NewClaim]], news: News) -> Listed[Topic]:
    found = [
        Topic(
            code,
            None,
            len(each),
            len({claim.event for claim in each}),
            news.newest(claim.claim for claim in each),
        )
        for code, each in claims.items()
    ]
    return Listed.of(sorted(found, key=lambda each: (-each.claims, each.code)))
