"""Asked as of a day, a full graph gives what a graph with only the articles up to that day gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from cypher.catalog.catalog import Statement, catalog
from cypher.catalog.parameters import ParameterType
from cypher.database import Database, Role, Settings, connect
from cypher.model.graph import EventStatus, Extraction, Level
from explorer.graph.subgraph import counted_types
from ingest.documents import read
from ingest.loading.load import load
from ingest.pipeline import Tally, run
from tests.articles import Line, Stated, article
from tests.conftest import empty
from tests.services import ROOT

pytestmark = pytest.mark.slow

DAYS = ("2023-03-11", "2023-10-16", "2023-11-25")
SEEN = {
    DAYS[0]: (("trusted", "actor"), ("all", "state")),
    DAYS[1]: (("trusted", "actor"), ("trusted", "state")),
    DAYS[2]: (("trusted", "actor"), ("all", "actor"), ("trusted", "bloc")),
}
"""Lenses with levels, by day; statements without a level are asked once for each lens of level actor."""
MOVING = frozenset({"version", "loaded_at"})
"""Columns that say when the graph changed, not what was known."""

NAMES = sorted(
    name
    for name, statement in catalog().items()
    if name.startswith(("explore/", "saved/"))
    and "known_by" in {parameter.name for parameter in statement.parameters}
)
UNCHANGED = frozenset(
    {
        "explore/document_claims",
        "explore/event",
        "explore/mediators_between",
        "explore/supposed_between",
        "saved/quality/contested",
        "saved/quality/extractors",
        "explore/publishers",
        "explore/article_languages",
    }
)
"""Statements whose rows do not depend on the day here: about one document or event, or about verdicts,
mediators or suppositions on a pair (there are none)."""

PERIODS = {
    "earlier": "2023-01-01",
    "since": "2023-02-01",
    "turn": "2023-03-01",
    "until": "2023-12-31",
    "baseline_since": "2022-12-01",
    "baseline_until": "2023-01-31",
}
ENDS = (
    "MATCH (tie:Tie {level: $level}) UNWIND [tie.actor, tie.recipient] AS id "
    "RETURN id, count(*) AS ties ORDER BY ties DESC, id LIMIT 8"
)
PAIRS = (
    "MATCH (tie:Tie {level: 'actor'}) RETURN tie.actor AS first, tie.recipient AS second, count(*) AS ties "
    "ORDER BY ties DESC, first, second LIMIT 12"
)
IDS = "MATCH (node:{label}) RETURN node.id AS id ORDER BY id LIMIT {most}"

Rows = list[dict[str, Any]]


def told(day: str, *stated: Stated, words: str) -> Extraction:
    names = {party: party for each in stated for party in (*each.actors, *each.recipients)}
    line = Line(f"{words} {' '.join(names)}.", names, stated)
    return article(f"{words} {day}", "en", "Daily Record", day, (Line(f"{words} on {day}"), line))


def stories() -> list[Extraction]:
    """A plan that is carried out, talks with two sides who then fight, a late tie, and partners who turn."""
    host, guest, one, other = "QAT", "AFG", "IDN", "taliban"

    def consult(trigger: str, whom: str, date: str, status: EventStatus = EventStatus.ACTUAL) -> Stated:
        return Stated(
            f"{trigger} {whom} {date}", trigger, (host,), (whom,), "CONSULT", date=date, status=status
        )

    fought = Stated("strikes", "Strikes", (one,), (other,), "ASSAULT", date="2023-12-02")
    traded = Stated("trade", "Trade", (one,), (guest,), "COOPERATE", date="2023-12-03")
    pact = Stated("pact", "pact", ("IRN",), ("USA",), "COOPERATE", date="2023-03-01")
    insult = Stated("insult", "insult", ("IRN",), ("USA",), "ACCUSE", date="2023-02-20")
    breach = Stated("breach", "breach", ("IRN",), ("USA",), "COERCE", date="2023-12-04")
    return [
        told("2023-03-03", insult, words="An insult is reported of"),
        told("2023-03-03", pact, words="A pact was made by"),
        told("2023-12-05", breach, words="A breach is reported of"),
        told(
            "2023-03-02",
            consult("visit", guest, "2023-04-01", EventStatus.PLANNED),
            words="A visit is planned by",
        ),
        *(
            told("2023-03-03", consult("Talks", side, "2023-03-01"), words=f"Talks with {side} were held by")
            for side in (one, other)
        ),
        told("2023-12-02", consult("visit", guest, "2023-12-01"), words="A visit was made by"),
        told("2023-12-03", fought, words="Strikes are reported of"),
        told("2023-12-04", traded, words="Trade is reported of"),
    ]


@dataclass(frozen=True, slots=True)
class Known:
    """What could be asked about on a day, and what came back for each question."""

    asked: list[tuple[str, Mapping[str, object]]]
    answers: list[Rows]


def questions(database: Database, day: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Every statement with parameters that the graph has something about, as the day is seen."""
    ends = {level: [row[0] for row in database.read_text(ENDS, {"level": level}).rows] for level in Level}
    pairs = [row[:2] for row in database.read_text(PAIRS).rows]
    ids = {
        label: [row[0] for row in database.read_text(IDS.format(label=label, most=most)).rows]
        for label, most in (("Tie", 1000), ("Document", 12), ("Event", 25))
    }
    for name in NAMES:
        has_level = "level" in {each.name for each in catalog()[name].parameters}
        for lens, level in SEEN[day]:
            if level == Level.ACTOR or has_level:
                for asked in asked_of(catalog()[name], ends[Level(level)], pairs, ids):
                    yield name, with_defaults(catalog()[name], asked, lens, level)


def asked_of(
    statement: Statement, ends: list[str], pairs: list[Any], ids: Mapping[str, list[str]]
) -> Iterator[Mapping[str, object]]:
    needed = {parameter.name: parameter.type for parameter in statement.parameters if parameter.required}
    dates = {name: PERIODS[name] for name, kind in needed.items() if kind is ParameterType.DATE}
    others = set(needed) - set(dates)
    if others == {"first", "second"}:
        yield from ({"first": first, "second": second, **dates} for first, second in pairs)
    elif others <= {"entity", "speaker"} and others:
        yield from ({name: end} for name in others for end in ends)
    elif others <= {"tie", "document", "event"} and others:
        yield from ({name: each} for name in others for each in ids[name.capitalize()][:50])
    else:
        lists: dict[str, object] = {
            "words": "Iran",
            "ids": ids["Tie"],
            "documents": ids["Document"],
            "entities": ends,
        }
        yield dates | {name: lists[name] for name in others}


def with_defaults(
    statement: Statement, asked: Mapping[str, object], lens: str, level: str
) -> dict[str, object]:
    """The parameters with lens and level, and without a limit that would cut what is compared."""
    has = {parameter.name for parameter in statement.parameters}
    given: dict[str, object] = {
        "lens": lens,
        "level": level,
        "limit": 5000,
        "recent": 100_000,
        "candidates": 1000,
    }
    return dict(asked) | {name: value for name, value in given.items() if name in has}


def rows(database: Database, name: str, asked: Mapping[str, object], **clock: str) -> Rows:
    found = database.read(name, **asked, **clock).records()
    return [
        {column: _told(column, value) for column, value in row.items() if column not in MOVING}
        for row in found
    ]


def _told(column: str, value: object) -> object:
    """A value without how it is written: types of a tie are counted, or listed one by one; dates anyhow."""
    if isinstance(value, list) and column == "dates":
        return sorted(value)
    return counted_types(value) if column == "event_types" and isinstance(value, list) else value


@pytest.fixture(scope="module")
def full(embedded: Settings) -> Iterator[tuple[Database, dict[str, Known]]]:
    """The graph of all articles, with what it answered when only those up to each day were loaded."""
    samples = [each.extraction for each in run(read([str(ROOT / "samples/articles.jsonl")]), Tally())]
    articles = [*samples, *stories()]
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        known: dict[str, Known] = {}
        done = ""
        for day in DAYS:
            load(database, [each for each in articles if done < (each.document.published_on or "") <= day])
            asked = list(questions(database, day))
            known[day] = Known(asked, [rows(database, *each) for each in asked])
            done = day
        load(database, [each for each in articles if (each.document.published_on or "") > done])
        yield database, known


@pytest.mark.parametrize("day", DAYS)
def test_nothing_of_what_was_published_later_leaks(full: tuple[Database, dict[str, Known]], day: str) -> None:
    database, known = full
    assert {name for name, _ in known[day].asked} == set(NAMES)
    leaks = [
        f"{name} {dict(asked)}: {difference(then, now)}"
        for (name, asked), then in zip(known[day].asked, known[day].answers, strict=True)
        if (now := rows(database, name, asked, known_by=day)) != then
    ]
    assert not leaks, f"{len(leaks)} of {len(known[day].asked)}:\n" + "\n".join(leaks)


def difference(then: Rows, now: Rows) -> str:
    """The first row that differs, column by column."""
    if len(then) != len(now):
        return f"{len(then)} rows became {len(now)}"
    one, other = next((one, other) for one, other in zip(then, now, strict=True) if one != other)
    changed = {column: (value, other[column]) for column, value in one.items() if other[column] != value}
    return f"{changed} in {one}"


def test_the_questions_have_answers_that_change_with_the_day(
    full: tuple[Database, dict[str, Known]],
) -> None:
    """Else nothing above could fail."""
    database, known = full
    changed = {
        name
        for (name, asked), then in zip(known[DAYS[-1]].asked, known[DAYS[-1]].answers, strict=True)
        if rows(database, name, asked) != then
    }
    assert set(NAMES) - changed == UNCHANGED
