"""An offline load makes the graph that an online load makes."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import ingest.loading.coded.batches as cut
from cypher.database import Database, Role, Settings, connect
from cypher.engine.client import stop
from cypher.errors import InputError, UsageError
from cypher.judging.migration import bring_up_to_date
from cypher.judging.tie_counts import COUNTED, recount
from ingest.datasets.coded import CodedEvent
from ingest.loading.coded.load import CodedSummary, load_coded
from ingest.loading.coded.offline.load import load_coded_offline
from ingest.loading.coded.offline.places import Places
from tests.coded_events import ALMANAC, coded, report, resolved
from tests.conftest import empty
from tests.ingest.coded.test_loading_coded_events import events_of_chance, graph
from tests.news_of_chance import chance


def test_places_are_those_of_a_dictionary() -> None:
    dice = chance(5)
    places = Places()
    known: dict[int, int] = {}
    for _ in range(20_000):
        number = dice.choice((dice.randrange(50), dice.randrange(2**60), 1024 * dice.randrange(3000)))
        new = number not in known
        assert places.find(number) == (known.setdefault(number, len(known)), new)
    assert len(places) == len(known)


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """The folder of an engine that does not exist yet."""
    yield tmp_path / "offline"
    stop(tmp_path / "offline")


def offline(home: Path, *events: CodedEvent) -> CodedSummary:
    return load_coded_offline(home, ALMANAC, events, resolve=resolved)


def without_versions(lines: list[str]) -> list[str]:
    """The contents of a graph without how often its ties were written."""
    return [re.sub(r"\('version', \d+\)", "", line) for line in lines]


TEXTS = ("", "Delegates met in Hanoi.", "Envoys met again, \u2026 and left", "Menteri bertemu")


def again(event: CodedEvent, dice: random.Random) -> CodedEvent:
    """The same event, told again with another confidence."""
    reports = [
        replace(each, key=f"{each.key}-again", confidence=dice.random(), text=dice.choice(TEXTS))
        for each in event.reports
    ]
    return replace(event, key=f"{event.key}-again", reports=tuple(reports))


def marks(database: Database) -> list[tuple[object, ...]]:
    table = database.read_text("MATCH (m:Mark) RETURN m.id, m.release, m.version ORDER BY m.id")
    updates = (COUNTED, "step ")  # they are of graphs that were brought up to date
    return [row for row in table.rows if not row[0].startswith(updates)]


@pytest.mark.slow
@pytest.mark.parametrize("size", [5000, 7], ids=["one batch", "many batches"])
def test_an_offline_load_makes_the_graph_of_an_online_load(
    home: Path, embedded: Settings, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr(cut, "BATCH", size)
    dice = chance(size)
    events = events_of_chance(dice, 120)
    doubtful = [again(event, dice) for event in events[::5]]
    unusable = [coded("nobody", "martians", "IRN"), coded("undated", "IRN", date="soon")]
    told = [*events, *doubtful, *events[:10], *unusable]
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        expected = load_coded(database, ALMANAC, told, resolve=resolved)
        online, online_marks = graph(database), marks(database)
    assert offline(home, *told) == expected
    assert expected.rejected == 2
    assert expected.known or size == 5000
    with connect(Settings(home), Role.ANALYST) as database:
        assert without_versions(graph(database)) == without_versions(online)
        assert marks(database) == online_marks
        assert bring_up_to_date(database) == ()
        assert recount(database).mended == 0
        assert database.missing_schema() == []
        assert load_coded(database, ALMANAC, events, resolve=resolved).new == 0


@pytest.mark.slow
def test_a_load_goes_on_online(home: Path, embedded: Settings) -> None:
    events = events_of_chance(chance(3), 60)
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        load_coded(database, ALMANAC, events, resolve=resolved)
        expected = graph(database)
    offline(home, *events[:40])
    with connect(Settings(home), Role.ANALYST) as database:
        load_coded(database, ALMANAC, events, resolve=resolved)
        assert without_versions(graph(database)) == without_versions(expected)
        assert recount(database).mended == 0
    with pytest.raises(UsageError, match="not empty"):
        offline(home, *events[:1])


@pytest.mark.slow
def test_what_the_data_tells_in_two_ways_is_not_loaded_offline(home: Path) -> None:
    event = coded("e1", "IRN", "USA", report("r"))
    again = replace(event, event_type="AID")
    many = [replace(event, key=f"f{n}", reports=(report(f"f{n}"),)) for n in range(cut.BATCH)]
    with pytest.raises(InputError, match=r"tells event e1 in two ways.*--offline"):
        offline(home, event, *many, again)
    assert not (home / "databases" / "konstelasi").exists()
