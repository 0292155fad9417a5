"""Looks for what came in since a rule looked last, and stores one alert for each subject that it touches.

Documents are loaded in transactions that end after the moment which they bear. A look therefore reads the
minutes before the last one again, and leaves out the documents that it has covered. The alerts and the new
moment are stored in one transaction, which another process that looked in the meantime makes void: nothing
is lost over a kill, and nothing is made twice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from cypher.alerts.items import Alert, Quote
from cypher.alerts.rules import Rule
from cypher.alerts.subjects import Subject, touched_subjects
from cypher.alerts.words import USUAL, AlertWords, alert_words
from cypher.arrivals.changed import new_ties
from cypher.arrivals.denying import read_denials
from cypher.arrivals.items import Asked
from cypher.arrivals.news import News
from cypher.arrivals.reading import compared_since, read_evidence, read_news, read_ties
from cypher.arrivals.turning import turns
from cypher.database import Database
from cypher.model.ids import content_id
from cypher.records.annotate import EntityById
from cypher.records.arrivals import RecentLoad
from cypher.records.explore import LocalName
from cypher.records.shared import DrawnTie

OVERLAP = timedelta(minutes=10)
"""How long before the last look documents are read again."""

MOST_QUOTES = 5
MOST_LINES = 10


def look(database: Database, rule: Rule, now: datetime | None = None) -> int:
    """Store the alerts about what came in since the last look of a rule; return how many.

    Raises `UnknownCaseError` if the author of the rule may not see its case any more.
    """
    moment = now or datetime.now(UTC)
    asked, every, covered = _read(database, rule, moment)
    news = without(every, rule.covered)
    found: list[Alert] = []
    if news.shown:
        subjects = touched_subjects(database, rule, news, asked)
        found = _alerts(database, rule, subjects, news, asked) if subjects else []
    rows = [
        {"id": each.id, "rule": rule.id, "content": each.content, "made_at": each.made_at} for each in found
    ]
    advance = {
        "id": rule.id,
        "turn": rule.turn,
        "through": moment.isoformat(timespec="seconds"),
        "covered": sorted(covered),
    }
    done = database.write_together([("alerts/advance", advance), ("alerts/keep", {"rows": rows})])
    return len(rows) if done else 0


def is_due(rule: Rule, now: datetime) -> bool:
    """Whether a rule looks again at this moment."""
    return (now - datetime.fromisoformat(rule.through)).total_seconds() >= rule.pace


def without(news: News, documents: Iterable[str]) -> News:
    """Return the news without these documents."""
    gone = set(documents)
    claims = {id_: each for id_, each in news.claims.items() if each.document not in gone}
    return News(
        {id_: each for id_, each in news.documents.items() if id_ not in gone},
        claims,
        tuple(each for each in news.stated if each.claim in claims),
        {
            id_: replace(each, claims=[claim for claim in each.claims if claim in claims])
            for id_, each in news.entities.items()
        },
    )


def _read(database: Database, rule: Rule, now: datetime) -> tuple[Asked, News, set[str]]:
    """Return what came in since shortly before the last look, and the documents to leave out next time."""
    begin = (datetime.fromisoformat(rule.through) - OVERLAP).isoformat(timespec="seconds")
    loads = database.rows(RecentLoad, "arrivals/loads", since=begin)
    since, _ = compared_since(loads, begin)
    asked = Asked(since, rule.lens, rule.level, rule.author)
    news = read_news(database, asked)
    recent = (now - OVERLAP).isoformat(timespec="seconds")
    covered = {id_ for id_, each in news.documents.items() if each.came_in_at >= recent}
    return asked, news, covered


def _alerts(database: Database, rule: Rule, subjects: list[Subject], news: News, asked: Asked) -> list[Alert]:
    saying = _Saying.read(database, rule.language)
    changed = _Changes.read(database, news, asked, saying)
    names = saying.names_of(database, {end for each in subjects for end in each.entities})
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    newest = {each.key: news.newest(each.claims, MOST_QUOTES) for each in subjects}
    quotes = _quotes(database, {claim for claims in newest.values() for claim in claims})
    found: list[Alert] = []
    for each in subjects:
        fresh, turned, denied = changed.about(each, news)
        found.append(
            Alert(
                content_id("alert", rule.id, each.key, *sorted(each.claims)),
                " ↔ ".join(names.get(end, end) for end in each.entities) or each.watches[0],
                each.entities,
                len(each.claims),
                dict(Counter(news.claims[claim].event_type for claim in each.claims).most_common()),
                fresh,
                turned,
                denied,
                each.watches,
                tuple(quotes[claim] for claim in newest[each.key] if claim in quotes),
                made_at,
                saying.words.language,
            )
        )
    return found


@dataclass(frozen=True, slots=True)
class _Saying:
    """Names entities and ties in one language. `names` are those of entities, by the stored ones."""

    words: AlertWords
    names: Mapping[str, str]

    @classmethod
    def read(cls, database: Database, language: str) -> _Saying:
        words = alert_words(language)
        rows = (
            ()
            if words.language == USUAL
            else database.rows(LocalName, "explore/local_names", language=words.language)
        )
        return cls(words, {row.name: row.local for row in rows})

    def name(self, stored: str) -> str:
        return self.names.get(stored, stored)

    def names_of(self, database: Database, ids: set[str]) -> dict[str, str]:
        rows = database.rows(EntityById, "annotate/entities", ids=sorted(ids)) if ids else ()
        return {row.id: self.name(row.name) for row in rows}

    def line(self, tie: DrawnTie) -> str:
        way = "→" if tie.directed else "↔"
        ends = f"{self.name(tie.actor_name)} {way} {self.name(tie.recipient_name)}"
        return f"{ends}: {self.words.tie(tie.relation_type or tie.sign)}"


class _Changes:
    """The ties that are new, reversed or contradicted, each as a line."""

    def __init__(self, lines: list[dict[str, str]]) -> None:
        self._lines = lines

    @classmethod
    def read(cls, database: Database, news: News, asked: Asked, saying: _Saying) -> _Changes:
        fresh, turned = new_ties(news), [turn.tie for turn in turns(database, news, asked)]
        denied = list(dict.fromkeys(rows[0].tie for rows in read_denials(database, news, asked)))
        ties = read_ties(database, [*fresh, *turned, *denied], asked.lens)
        lists = (fresh, turned, denied)
        return cls([{tie: saying.line(ties[tie]) for tie in each if tie in ties} for each in lists])

    def about(self, subject: Subject, news: News) -> list[tuple[str, ...]]:
        """Return the lines of the ties that claims about a subject form or deny: of each kind."""
        claims = set(subject.claims)
        ties = {each.tie for each in news.stated if each.claim in claims}
        return [tuple(line for tie, line in each.items() if tie in ties)[:MOST_LINES] for each in self._lines]


def _quotes(database: Database, claims: set[str]) -> dict[str, Quote]:
    return {
        id_: Quote(
            id_,
            row.document,
            row.sentence,
            row.event_type,
            row.publisher or "",
            row.date or row.published_on or "",
            row.url or "",
        )
        for id_, row in read_evidence(database, claims).items()
    }
