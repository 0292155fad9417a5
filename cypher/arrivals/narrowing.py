"""Narrows what came in to one source, type of event or country; pure functions."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from cypher.arrivals.counting import source_of
from cypher.arrivals.items import TouchedPhrase
from cypher.arrivals.news import News
from cypher.arrivals.only import Of, Only


def narrowed(news: News, only: Only | None) -> News:
    """Return the documents and claims that are about, or from, what is shown alone."""
    if only is None:
        return news
    if only.of is Of.TYPE:
        claims = {id_ for id_, each in news.claims.items() if each.event_type == only.key}
    elif only.of is Of.COUNTRY:
        claims = {
            claim
            for each in news.entities.values()
            if each.country == only.key
            for claim in each.claims
            if claim in news.claims
        }
    else:
        documents = {id_ for id_, each in news.documents.items() if source_of(each) == only}
        claims = {id_ for id_, each in news.claims.items() if each.document in documents}
        return _with(news, documents, claims)
    return _with(news, {news.claims[claim].document for claim in claims}, claims)


def _with(news: News, documents: Collection[str], claims: Collection[str]) -> News:
    return News(
        {id_: each for id_, each in news.documents.items() if id_ in documents},
        {id_: each for id_, each in news.claims.items() if id_ in claims},
        tuple(each for each in news.stated if each.claim in claims),
        news.entities,
    )


def narrowed_phrase(phrase: TouchedPhrase, news: News) -> TouchedPhrase | None:
    """Return watched words with their sentences in the documents of narrowed news; None without any."""
    sentences = [each for each in phrase.sentences if each.document in news.documents]
    return replace(phrase, sentences=sentences) if sentences else None
