"""Events of data sets are loaded once, whatever happens on the way, and meet those of the news."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from cypher.database import Database, Role, Settings, Table, connect
from cypher.errors import StatementTimeoutError
from cypher.judging.annotations import annotate
from cypher.judging.merging import merge, split
from cypher.judging.tie_counts import recount
from cypher.model.assertions import identified
from cypher.model.graph import Judgement
from ingest.datasets.coded import CodedEvent
from ingest.loading.coded.facts import claim_id
from ingest.loading.coded.load import CodedSummary, load_coded
from ingest.loading.coded.retiring import withdraw
from ingest.loading.load import load
from tests.coded_events import ALMANAC, Almanac, coded, report, resolved
from tests.graphs import ARTICLES, EXTRACTIONS
from tests.interrupting import InterruptedLoadError, Interruptible
from tests.news_of_chance import chance

PARTIES = ["IRN", "USA", "IDN", "QAT", "taliban", "hamas", "league", "union", "actor-navy", "ban-ki-moon"]
TYPES = ("CONSULT", "ASSAULT", "AID", "AGREE", "COERCE")


def import_(database: Database, *events: CodedEvent, dataset: Almanac = ALMANAC) -> CodedSummary:
    return load_coded(database, dataset, events, resolve=resolved)


def graph(database: Database) -> list[str]:
    """Everything in the graph, but for the records of loads."""
    nodes = database.read_text(
        "MATCH (node) WHERE NOT node:Load AND NOT node:Mark RETURN labels(node)[0] AS label, node",
        row_cap=100_000,
    )
    links = database.read_text(
        "MATCH (one)-[link]->(other) RETURN coalesce(one.id, one.key) AS first, type(link) AS type, "
        "coalesce(link.id, '') AS id, coalesce(other.id, other.key) AS last",
        row_cap=100_000,
    )
    return sorted(map(repr, [*map(_told, nodes.records()), *links.rows]))


def _told(row: dict[str, Any]) -> object:
    properties = {name: value for name, value in row["node"]["properties"].items() if name != "loaded_at"}
    return row["label"], sorted(properties.items())


def assert_counts_are_true(database: Database, said: object = "") -> None:
    assert recount(database).mended == 0, said


def events_of_chance(dice: random.Random, count: int, name: str = "e") -> list[CodedEvent]:
    """Events among few parties on few days, so that many meet."""
    made = []
    for number in range(count):
        actors, recipients = (
            dice.sample(PARTIES, dice.choice((1, 1, 1, 2, 3))),
            dice.sample(PARTIES, dice.choice((0, 1, 1, 2))),
        )
        papers = dice.sample(("Daily Record", "Evening Mirror", None), dice.choice((1, 1, 2)))
        reports = [
            report(
                f"{name}{number}-{paper}",
                paper,
                url=None,
                document=f"{paper} {dice.randrange(9)}",
                sentence=dice.randrange(3),
            )
            for paper in papers
        ]
        made.append(
            coded(
                f"{name}{number}",
                " ".join(actors),
                " ".join(recipients),
                *reports,
                event_type=dice.choice(TYPES),
                date=f"2024-05-0{dice.randint(1, 3)}",
                directed=dice.random() < 0.7,
                place=dice.choice((None, coded("", "IRN").place)),
            )
        )
    return made


def test_an_event_is_loaded_with_its_parties_place_ties_and_source(database: Database) -> None:
    summary = import_(database, coded("a", "IRN", "taliban", fatalities=3))
    assert (summary.read, summary.new, summary.created, summary.rejected) == (1, 1, 1, 0)
    (tie,) = database.read(
        "explore/counted_ties_among", fresh=["IRN", "taliban"], lens="all", level="actor"
    ).records()
    assert (tie["claims"], tie["voices"], tie["event_types"]) == (1, 1, ["CONSULT 1"])
    (shown,) = database.read("explore/evidence", tie=tie["tie"], lens="all").records()
    assert (shown["publisher"], shown["url"]) == ("Daily Record", "https://news.test/a")
    (row,) = database.read_text("MATCH (c:Claim) RETURN c.code, c.place, c.fatalities, c.fingerprint").rows
    assert row[:3] == ("040", "Hanoi, Vietnam", 3)
    places = database.read_text("MATCH (:Event)-[:TAKES_PLACE_IN]->(c:Country) RETURN c.id").rows
    assert [place for (place,) in places] == ["VNM"]
    assert_counts_are_true(database)


def test_a_second_import_of_the_same_rows_writes_nothing(database: Database) -> None:
    events = events_of_chance(chance(1), 40)
    import_(database, *events)
    before = graph(database)
    steps = Interruptible(database)
    summary = load_coded(steps, ALMANAC, events, resolve=resolved)  # type: ignore[arg-type]
    assert (summary.new, summary.created, summary.changed) == (0, 0, 0)
    assert summary.known == sum(len(each.reports) for each in events)
    assert not steps.written
    assert graph(database) == before


def test_an_event_of_the_news_and_of_a_data_set_is_one_event(database: Database) -> None:
    call = ARTICLES["call"]
    claims = tuple(replace(each, asserts=identified(each.asserts)) for each in call.claims)
    load(database, [replace(call, claims=claims)])
    before = database.read("explore/counts").records()[0]
    summary = import_(database, coded("a", "amir-abdollahian", "muttaqi", date="2023-10-08", place=None))
    after = database.read("explore/counts").records()[0]
    assert summary.created == 0
    assert (after["events"], after["claims"]) == (before["events"], before["claims"] + 1)
    modes = database.read_text(
        "MATCH (e:Event)<-[:ASSERTS]-(c:Claim) WHERE c.code = '040' RETURN e.mode"
    ).rows
    assert [tuple(row) for row in modes] == [("phone",)]
    assert_counts_are_true(database)


def test_rows_in_any_order_and_batches_give_the_same_graph(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = events_of_chance(chance(2), 30)
    for number, event in enumerate(events):  # a row that is first decides on place and mode of an event
        events[number] = replace(event, place=None)
    import_(database, *events)
    whole = graph(database)
    withdraw(database, ALMANAC, [each.key for each in events])
    monkeypatch.setattr("ingest.loading.coded.batches.BATCH", 4)
    import_(database, *events)
    assert _without_entities(graph(database)) == _without_entities(whole)
    assert_counts_are_true(database)


def _without_entities(told: list[str]) -> list[str]:
    return [
        each.replace("('version', 2)", "").replace("('version', 1)", "") for each in told if "Tie" not in each
    ]


def test_a_changed_row_replaces_its_claim(database: Database) -> None:
    import_(database, coded("a", "IRN", "USA"), coded("b", "IRN", "IDN"))
    summary = import_(database, coded("a", "IRN", "QAT", code="041"), coded("b", "IRN", "IDN"))
    assert (summary.changed, summary.new, summary.known) == (1, 1, 1)
    counts = database.read("explore/counts").records()[0]
    assert (counts["claims"], counts["events"], counts["documents"]) == (2, 2, 2)
    assert not database.read(
        "explore/counted_ties_among", fresh=["IRN", "USA"], lens="all", level="actor"
    ).rows
    assert_counts_are_true(database)


def test_a_verdict_on_a_row_survives_its_correction(database: Database) -> None:
    import_(database, coded("a", "IRN", "USA"))
    claim = claim_id("almanac", "a", "a")
    annotate(database, claim, Judgement.REJECTED, author="ratna")
    import_(database, coded("a", "IRN", "USA", fatalities=4))
    (row,) = database.read_text("MATCH (c:Claim) RETURN c.verdict, c.fatalities").rows
    assert tuple(row) == ("rejected", 4)
    assert_counts_are_true(database)


def test_withdrawn_rows_leave_with_all_that_only_they_needed(database: Database) -> None:
    load(database, EXTRACTIONS)
    before = graph(database)
    import_(database, coded("a", "IRN", "USA", report("1"), report("2")), coded("b", "league", "union"))
    assert withdraw(database, ALMANAC, ["a", "unknown"]) == 2
    assert_counts_are_true(database)
    assert withdraw(database, ALMANAC, ["b"]) == 1
    after = [each for each in graph(database) if not each.startswith(("('Actor'", "('Country'", "('Alias'"))]
    assert {each for each in after if "'Claim'" in each or "'Event'" in each} == {
        each for each in before if "'Claim'" in each or "'Event'" in each
    }
    assert_counts_are_true(database)


def test_claims_of_another_batch_or_data_set_about_the_same_article_stay(database: Database) -> None:
    article = {"document": "story"}
    import_(database, coded("a", "IRN", "USA", report("1", **article)))
    import_(database, coded("b", "IRN", "IDN", report("2", **article, sentence=1)))
    import_(database, coded("a", "IRN", "USA", report("1", **article)), dataset=Almanac("other"))
    assert database.read("explore/counts").records()[0]["claims"] == 3
    assert withdraw(database, ALMANAC, ["a"]) == 1
    assert database.read("explore/counts").records()[0]["claims"] == 2


def test_rejected_events_are_told_with_the_reason(database: Database) -> None:
    told: list[tuple[str, str]] = []
    events = [coded("a", "nobody"), coded("b", "IRN", "USA"), coded("c", "IRN", event_type="DANCE")]
    summary = load_coded(
        database, ALMANAC, events, resolve=resolved, reject=lambda event, why: told.append((event.key, why))
    )
    assert (summary.read, summary.rejected, summary.new) == (3, 2, 1)
    assert [key for key, _ in told] == ["a", "c"]


def test_events_of_merged_actors_go_to_the_one_they_were_merged_into(database: Database) -> None:
    import_(database, coded("a", "league", "IRN"), coded("b", "union", "IRN"))
    merge(database, "league", "union", author="ann")
    import_(database, coded("c", "league", "IRN", date="2024-05-02"), coded("d", "league", "USA"))
    (tie,) = database.read(
        "explore/counted_ties_among", fresh=["union", "IRN"], lens="all", level="actor"
    ).records()
    assert tie["claims"] == 3
    assert_counts_are_true(database)
    split(database, "league", author="ann")
    assert_counts_are_true(database)


class Slow(Interruptible):
    """A database that ends transactions with more than a few rows."""

    def tables_together(self, steps: Sequence[tuple[str, Mapping[str, object]]]) -> list[Table]:
        rows = [parameters.get("rows") for _, parameters in steps]
        if any(isinstance(each, list) and len(each) > 9 for each in rows):
            raise StatementTimeoutError("It took too long.")
        return super().tables_together(steps)


def test_a_batch_that_takes_too_long_is_written_in_parts(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.loading.coded.load.SMALLEST", 1)
    events = [coded(str(number), "IRN", "USA", date=f"2024-05-{number + 1:02}") for number in range(30)]
    summary = load_coded(Slow(database), ALMANAC, events, resolve=resolved)  # type: ignore[arg-type]
    assert (summary.read, summary.new, summary.created) == (30, 30, 30)
    assert_counts_are_true(database)


def test_a_database_that_is_too_slow_for_anything_is_said(database: Database) -> None:
    events = [coded(str(number), "IRN", "USA", date=f"2024-05-{number + 1:02}") for number in range(12)]
    with pytest.raises(StatementTimeoutError):
        load_coded(Slow(database), ALMANAC, events, resolve=resolved)  # type: ignore[arg-type]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_counts_stay_true_whatever_happens(
    database: Database, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.loading.coded.batches.BATCH", 5)
    dice = chance(seed)
    rows = events_of_chance(dice, 40)
    load(database, EXTRACTIONS)
    for _ in range(6):
        chosen = dice.sample(rows, 12)
        act = dice.choice(("load", "kill", "kill", "change", "withdraw", "judge"))
        if act == "change":
            at = dice.randrange(len(rows))
            rows[at] = chosen[0] = replace(
                rows[at], event_type=dice.choice(TYPES), fatalities=dice.randint(1, 99)
            )
        if act == "kill":
            with contextlib.suppress(InterruptedLoadError):
                load_coded(Interruptible(database, dice.randrange(1, 25)), ALMANAC, chosen, resolve=resolved)  # type: ignore[arg-type]
        elif act == "withdraw":
            withdraw(database, ALMANAC, [each.key for each in chosen[:4]])
        elif act == "judge":
            claims = database.read_text("MATCH (c:Claim) RETURN c.id ORDER BY c.id").rows
            annotate(
                database,
                dice.choice(claims)[0],
                dice.choice((Judgement.REJECTED, Judgement.VERIFIED)),
                author="ann",
            )
        else:
            import_(database, *chosen)
        assert_counts_are_true(database, act)
    import_(database, *rows)
    assert_counts_are_true(database, "at the end")
    kept = {row[0] for row in database.read_text("MATCH (c:Claim) RETURN c.id", row_cap=10_000).rows}
    assert {claim_id("almanac", each.key, told.key) for each in rows for told in each.reports} <= kept


@pytest.mark.slow
def test_two_imports_at_the_same_time_load_everything(
    engine_settings: Settings, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.loading.coded.batches.BATCH", 10)
    parts = [events_of_chance(chance(seed), 30, f"p{seed}-") for seed in (1, 2)]

    def load_part(part: list[CodedEvent]) -> None:
        with connect(engine_settings, Role.ANALYST) as own:
            import_(own, *part)

    with ThreadPoolExecutor(2) as threads:
        list(threads.map(load_part, parts))
    claims = sum(len(each.reports) for part in parts for each in part)
    assert database.read("explore/counts").records()[0]["claims"] == claims
    assert_counts_are_true(database)
