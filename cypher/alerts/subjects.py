"""What a rule watches: each entity, pair or query once, with all watches of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cypher.alerts.rules import Rule
from cypher.arrivals.items import Asked
from cypher.arrivals.news import News
from cypher.arrivals.reading import Reading
from cypher.arrivals.touching import claims_about, entities_asked, touched_watches
from cypher.cases.items import CaseKind
from cypher.cases.reading import items_of, read_case, shown_items
from cypher.catalog.catalog import statement
from cypher.database import Database
from cypher.desk.searching import SENTENCES
from cypher.desk.watching import Watch, watches

SUBJECTS = (CaseKind.ENTITY, CaseKind.PAIR)


@dataclass(frozen=True, slots=True)
class Subject:
    """An entity or a pair (`entities`), or a query without any; with the new claims about it."""

    key: str
    entities: tuple[str, ...]
    watches: tuple[str, ...]
    claims: tuple[str, ...]


def touched_subjects(database: Database, rule: Rule, news: News, asked: Asked) -> list[Subject]:
    """Return what the rule watches and new claims touch; raises `UnknownCaseError` for a hidden case."""
    found = _of_case(database, rule, news) if rule.case_id else _of_watches(database, rule, news, asked)
    return _combined(found)


def _of_case(database: Database, rule: Rule, news: News) -> list[Subject]:
    case = read_case(database, rule.case_id, rule.author)
    items = shown_items(case, items_of(database, rule.case_id, rule.author))
    return [
        _subject(item.entities, case.title, claims_about(item.entities, news))
        for item in items
        if item.kind in SUBJECTS and item.entities
    ]


def _of_watches(database: Database, rule: Rule, news: News, asked: Asked) -> list[Subject]:
    found: list[Subject] = []
    for watch in watches(database, rule.author):
        title = _title(watch, rule.language)
        if watch.query == SENTENCES:
            found += _of_words(database, watch, title, news, asked)
            continue
        entities = entities_asked(statement(watch.query), watch)
        if entities:
            found.append(_subject(entities, title, claims_about(entities, news)))
            continue
        for touched in touched_watches(database, [watch], news, asked):
            found.append(Subject(watch.id, (), (title,), touched.evidence))
    return found


def _of_words(database: Reading, watch: Watch, title: str, news: News, asked: Asked) -> Iterable[Subject]:
    values = watch.values()
    if not values.get("words"):
        return
    known = {each.name for each in statement("arrivals/sentences").parameters} - {"limit"}
    kept = {name: value for name, value in values.items() if name in known}
    table = database.read("arrivals/sentences", **{**kept, "came_since": asked.since, "limit": 100})
    documents = {str(row["document"]) for row in table.records()} & news.documents.keys()
    claims = [each for document in documents for each in news.of_document.get(document, ())]
    yield Subject(watch.id, (), (title,), tuple(claims))


def _title(watch: Watch, language: str) -> str:
    named, query = ", ".join(watch.parameters.values()), statement(watch.query)
    return ": ".join(filter(None, (query.titles.get(language, query.title), named)))


def _subject(entities: Sequence[str], title: str, claims: Iterable[str]) -> Subject:
    ends = tuple(dict.fromkeys(sorted(entities)))
    return Subject(" ".join(ends), ends, (title,), tuple(claims))


def _combined(found: Iterable[Subject]) -> list[Subject]:
    """Return each subject that is touched once, with the titles of all its watches."""
    together: dict[str, Subject] = {}
    for each in found:
        before = together.get(each.key, Subject(each.key, each.entities, (), ()))
        together[each.key] = Subject(
            each.key,
            each.entities,
            tuple(dict.fromkeys((*before.watches, *each.watches))),
            tuple(dict.fromkeys((*before.claims, *each.claims))),
        )
    return [each for each in together.values() if each.claims]
