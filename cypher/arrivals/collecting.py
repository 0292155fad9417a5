"""Collects what came into the graph since a moment, with the claims that each statement rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from cypher.arrivals.changed import new_actors, new_ties
from cypher.arrivals.counting import by_country, by_source, by_type
from cypher.arrivals.denying import denied, read_denials
from cypher.arrivals.items import (
    MOST,
    Arrivals,
    Asked,
    Listed,
    NewActor,
    NewTie,
    Topic,
    TouchedPhrase,
    Turned,
)
from cypher.arrivals.narrowing import narrowed, narrowed_phrase
from cypher.arrivals.news import News
from cypher.arrivals.reading import Reading, compared_since, read_evidence, read_news, read_ties
from cypher.arrivals.touching import touched_phrases, touched_watches
from cypher.arrivals.turning import Turn, turns
from cypher.desk.watching import Watch
from cypher.errors import DatabaseError
from cypher.records.annotate import EntityById
from cypher.records.arrivals import RecentLoad, UnfinishedDocuments
from cypher.records.shared import DrawnTie
from cypher.sources.failing import failed_since
from cypher.sources.store import Store

__all__ = ["arrivals", "with_failures"]

T = TypeVar("T")


def arrivals(database: Reading, asked: Asked, watches: Sequence[Watch] = ()) -> Arrivals:
    """Return what came in since the moment in `asked`, and which of `watches` it touches."""
    loads = database.rows(RecentLoad, "arrivals/loads", since=asked.since)
    since, counted_only = compared_since(loads, asked.since)
    compared = replace(asked, since=since)
    every = read_news(database, compared)
    news = narrowed(every, asked.only)
    (unfinished,) = database.rows(UnfinishedDocuments, "arrivals/unfinished")
    found = Arrivals(
        asked,
        since,
        datetime.now(UTC).isoformat(timespec="seconds"),
        documents=len(news.documents),
        counted_only=counted_only,
        claims=len(news.shown),
        withheld=len(news.claims) - len(news.shown),
        untied=len(news.shown) - len({each.claim for each in news.stated}),
        unfinished=unfinished.documents,
        sources=by_source(news),
        types=by_type(news),
        countries=_with_names(database, by_country(news)),
        watches=tuple(touched_watches(database, watches, news, compared)),
        phrases=_of_news(touched_phrases(database, watches, since), news, asked),
        came_in_at={id_: each.came_in_at for id_, each in news.documents.items()},
    )
    changed = _with_changes(database, found, every, news, compared)
    return replace(changed, evidence=read_evidence(database, _named(changed)))


def _of_news(phrases: Iterable[TouchedPhrase], news: News, asked: Asked) -> tuple[TouchedPhrase, ...]:
    if asked.only is None:
        return tuple(phrases)
    return tuple(filter(None, (narrowed_phrase(each, news) for each in phrases)))


def _with_changes(database: Reading, found: Arrivals, every: News, news: News, asked: Asked) -> Arrivals:
    """Add new ties and actors, pairs that turned, and claims that are denied.

    What is new or turned follows from `every` claim that came in; that which `news` are about is kept.
    """
    fresh = [tie for tie in new_ties(every) if tie in news.formed]
    actors = [actor for actor in new_actors(database, every, asked.since) if actor in news.of_entity]
    turned = [
        turn for turn in turns(database, every, asked) if not news.claims.keys().isdisjoint(turn.claims)
    ]
    denials = [
        rows
        for rows in read_denials(database, every, asked)
        if any(row.claim in news.claims or row.denial in news.claims for row in rows)
    ]
    named = [*fresh[:MOST], *(turn.tie for turn in turned[:MOST]), *(rows[0].tie for rows in denials[:MOST])]
    ties = read_ties(database, named, asked.lens)
    return replace(
        found,
        ties=_listed(
            (NewTie(ties[tie], news.newest(news.formed[tie])) for tie in fresh[:MOST] if tie in ties), fresh
        ),
        actors=_listed(
            (NewActor(every.entities[id_], news.newest(news.of_entity[id_])) for id_ in actors[:MOST]), actors
        ),
        turned=_listed(
            (_turned(turn, every, ties[turn.tie]) for turn in turned[:MOST] if turn.tie in ties), turned
        ),
        denied=_listed(
            (denied(rows, ties[rows[0].tie]) for rows in denials[:MOST] if rows[0].tie in ties), denials
        ),
    )


def _with_names(database: Reading, countries: Listed[Topic]) -> Listed[Topic]:
    """Add the names of the listed countries."""
    ids = [each.code for each in countries.shown]
    rows = database.rows(EntityById, "annotate/entities", ids=ids) if ids else ()
    names = {row.id: row.name for row in rows}
    return replace(
        countries, shown=tuple(replace(each, name=names.get(each.code)) for each in countries.shown)
    )


def _turned(turn: Turn, news: News, tie: DrawnTie) -> Turned:
    return Turned(tie, turn.before, turn.now, news.newest(turn.claims))


def _listed(shown: Iterable[T], all_: Sequence[object]) -> Listed[T]:
    return Listed(tuple(shown), len(all_))


def _named(found: Arrivals) -> Iterator[str]:
    lists = (found.sources, found.types, found.countries, found.ties, found.actors, found.turned)
    for listed in lists:
        for each in listed.shown:
            yield from each.evidence
    for denied_ in found.denied.shown:
        yield from (*denied_.claims, *denied_.denials)
    for watch in found.watches:
        yield from watch.evidence


def with_failures(found: Arrivals, home: Path) -> Arrivals:
    """Add what failed since then of the followed sources, whose file is in the data folder `home`.

    A file that cannot be read does not hide what came in.
    """
    try:
        return replace(found, failures=Listed.of(failed_since(Store(home), found.asked.since)))
    except DatabaseError as error:
        return replace(found, sources_error=str(error))
