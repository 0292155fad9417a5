"""Which watched queries and watched words are touched by what came in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from cypher.arrivals.items import Asked, TouchedPhrase, TouchedWatch
from cypher.arrivals.news import News
from cypher.arrivals.reading import Reading
from cypher.catalog.catalog import Statement, statement
from cypher.catalog.parameters import ParameterType
from cypher.desk.searching import SENTENCES
from cypher.desk.watching import Watch
from cypher.records.arrivals import NewSentence

MOST_ROWS, MOST_SENTENCES = 8, 100

_STANDPOINT = ("lens", "level")


def touched_phrases(database: Reading, watches: Iterable[Watch], since: str) -> Iterator[TouchedPhrase]:
    """Yield the watched words that new sentences use."""
    known = {parameter.name for parameter in statement("arrivals/sentences").parameters} - {"limit"}
    for watch in watches:
        if watch.query != SENTENCES:
            continue
        values = {name: value for name, value in watch.values().items() if name in known}
        asked = {**values, "came_since": since, "limit": MOST_SENTENCES + 1}
        rows = database.rows(NewSentence, "arrivals/sentences", **asked) if values.get("words") else []
        if rows:
            yield TouchedPhrase(watch, rows[:MOST_SENTENCES], len(rows) > MOST_SENTENCES)


def touched_watches(
    database: Reading, watches: Iterable[Watch], news: News, asked: Asked
) -> Iterator[TouchedWatch]:
    """Yield the watched queries with rows that rest on new claims, or with rows that do not say on which."""
    for watch in watches:
        if watch.query == SENTENCES or not news.shown:
            continue
        query = statement(watch.query)
        names = {parameter.name for parameter in query.parameters}
        seen = {name: getattr(asked, name) for name in _STANDPOINT if name in names}
        rows = database.read(watch.query, **{**seen, **watch.values()}).records()
        found = touched(query, watch, rows, news)
        if found.number or not found.traced:
            yield found


def touched(query: Statement, watch: Watch, rows: Sequence[Mapping[str, Any]], news: News) -> TouchedWatch:
    """Return what new claims say about the rows of a query's result, by the ids in its columns.

    A row with two or more entities is touched by claims that tie two of them, one with a single entity by
    claims about it. A result without ids is touched by claims about the entities that were asked about.
    """
    columns = [column.name for column in query.declared.columns if column.type.name == "id"]
    if columns:
        claims = {at: _claims_of_row(row, columns, news) for at, row in enumerate(rows)}
        hit = [at for at, found in claims.items() if found]
        every = [claim for at in hit for claim in claims[at]]
        titles = tuple(row_title(rows[at], columns) for at in hit[:MOST_ROWS])
        return TouchedWatch(watch, titles, len(hit), news.newest(every))
    entities = entities_asked(query, watch)
    if not entities:
        return TouchedWatch(watch, (), 0, (), traced=not rows)
    every = claims_about(entities, news)
    return TouchedWatch(watch, (), len(rows) if every else 0, news.newest(every))


def row_title(row: Mapping[str, Any], columns: Iterable[str]) -> str:
    """Return a one-line title of a row: its texts that are no ids."""
    if "actor_name" in row and "recipient_name" in row:
        return f"{row['actor_name']} → {row['recipient_name']}"
    ids = set(columns)
    return " · ".join(value for name, value in row.items() if isinstance(value, str) and name not in ids)


def _claims_of_row(row: Mapping[str, Any], columns: Sequence[str], news: News) -> list[str]:
    """Return the new claims that a row rests on: those that it names, or those about its entities."""
    named = [id_ for name in columns if name in _NAMING for id_ in _ids(row[name])]
    if not named:
        return claims_about([id_ for name in columns if name not in _NAMING for id_ in _ids(row[name])], news)
    own = [id_ for id_ in named if id_ in news.claims and news.claims[id_].shown]
    groups = (news.of_tie, news.of_document, news.of_event)
    return [*own, *(claim for id_ in named for group in groups for claim in group.get(id_, ()))]


_NAMING = frozenset({"claim", "claims", "tie", "ties", "event", "document", "denial"})
"""Columns whose ids are of what is said; those of other columns are of entities."""


def _ids(value: object) -> list[str]:
    return [str(each) for each in (value if isinstance(value, list) else [value]) if each]


def claims_about(entities: Sequence[str], news: News) -> list[str]:
    """Return the new claims about one entity, or those that tie two of several."""
    if len(entities) == 1:
        return news.of_entity.get(entities[0], [])
    pairs = (frozenset(pair) for pair in combinations(entities, 2))
    return [claim for pair in pairs for claim in news.of_pair.get(pair, ())]


def entities_asked(query: Statement, watch: Watch) -> list[str]:
    """Return the entities that a watch asks about."""
    kinds = {parameter.name: parameter.type for parameter in query.parameters}
    wanted = (ParameterType.ENTITY, ParameterType.COUNTRY)
    return [value for name, value in watch.parameters.items() if value and kinds.get(name) in wanted]
