"""The newest day of data sets that do not say when their reports were published."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cypher.database import Database
from cypher.desk.newest import day_reached, newest_day_of
from ingest.datasets.coded import CodedEvent
from ingest.loading.coded.load import load_coded
from tests.coded_events import ALMANAC, coded, report, resolved

FIRST = date(2014, 1, 1)


def on(day: str, key: str = "", **more: object) -> CodedEvent:
    name = key or f"on {day}"
    return coded(name, "IRN", "USA", report(name, published_on=None), date=day, **more)


def daily(number: int) -> list[CodedEvent]:
    """An event on each of so many days."""
    return [on((FIRST + timedelta(days=at)).isoformat()) for at in range(number)]


def loaded(database: Database, *events: CodedEvent) -> None:
    load_coded(database, ALMANAC, events, resolve=resolved)


def test_an_empty_graph_has_no_newest_day(database: Database) -> None:
    assert newest_day_of(database.rows) is None
    assert day_reached(database.rows, "all", 1) is None


def test_one_event_gives_its_day(database: Database) -> None:
    loaded(database, on("2014-03-05"))
    assert newest_day_of(database.rows) == date(2014, 3, 5)


@pytest.mark.parametrize("wrong", ["2041-03-05", "9999-12-31", "2019-06-01"])
@pytest.mark.parametrize("number", [2, 40, 120])
def test_a_wrong_date_in_a_row_hardly_moves_the_newest_day(
    database: Database, number: int, wrong: str
) -> None:
    loaded(database, *daily(number), on(wrong))
    found = newest_day_of(database.rows)
    last = FIRST + timedelta(days=number - 1)
    assert found is not None
    assert last - timedelta(days=1 + number // 50) <= found <= last


def test_a_document_with_a_day_of_publication_comes_before_events(database: Database) -> None:
    published = coded("p", "IRN", "USA", report("p", published_on="2013-02-01"), date="2013-01-31")
    loaded(database, *daily(30), published)
    assert newest_day_of(database.rows) == date(2013, 2, 1)


def test_the_newest_claims_reach_back_to_the_day_since_which_there_are_as_many(database: Database) -> None:
    loaded(database, *daily(20))
    assert day_reached(database.rows, "all", 1) == FIRST + timedelta(days=19)
    assert day_reached(database.rows, "all", 20) == FIRST
    assert day_reached(database.rows, "all", 21) is None
    passed = database.read("explore/newest_event_day", lens="all", passed=2).rows
    assert passed == (("2014-01-18",),)
    assert database.read("explore/newest_event_day", lens="all", known_by="2013-12-31").rows == ()


@pytest.mark.parametrize("recent", [1, 5, 19, 24])
def test_the_newest_pairs_are_the_same_when_only_days_that_reach_far_enough_are_read(
    database: Database, recent: int
) -> None:
    months = [on(f"2014-01-{day:02}", precision="month", key=f"month {day}") for day in (1, 8)]
    others = [coded(f"to {n}", "RUS", "UKR", report(f"{n}", published_on=None)) for n in range(3)]
    loaded(database, *daily(20), *months, *others)
    whole = database.read("explore/newest_dyads", lens="all", recent=recent).rows
    since = day_reached(database.rows, "all", recent)
    read = database.read("explore/newest_dyads", lens="all", recent=recent, since=since and since.isoformat())
    assert whole
    assert read.rows == whole
