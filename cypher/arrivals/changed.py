"""Ties and actors that were not there before what came in."""

from __future__ import annotations

from cypher.arrivals.news import News
from cypher.arrivals.reading import Reading
from cypher.records.arrivals import ArrivedEntity, KnownEntity


def new_ties(news: News) -> list[str]:
    """Return the ties whose claims are all new, those with the most voices first."""
    stored = news.stored
    found = [
        tie for tie, claims in news.formed.items() if tie in stored and stored[tie].claims <= len(claims)
    ]
    return sorted(found, key=lambda tie: (-stored[tie].voices, -stored[tie].claims, tie))


def new_actors(database: Reading, news: News, since: str) -> list[str]:
    """Return the entities without earlier claims, those with the most claims first.

    Claims under any lens count, so that an entity is new to the graph. An entity with more events than the
    new claims report is known: its claims need not be read.
    """
    candidates = sorted(
        id_
        for id_, each in news.entities.items()
        if each.events <= _events(each, news) and news.shown_of(each.claims)
    )
    if not candidates:
        return []
    rows = database.rows(KnownEntity, "arrivals/known_entities", ids=candidates, since=since)
    known = {row.id for row in rows}
    claims = news.of_entity
    fresh = (each for each in candidates if each not in known)
    return sorted(fresh, key=lambda each: (-len(claims[each]), each))


def _events(entity: ArrivedEntity, news: News) -> int:
    return len({news.claims[claim].event for claim in entity.claims if claim in news.claims})
