"""More events than usual: counted again from the rows, with chances added up from binomial coefficients."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from math import comb

import pytest

from bench.recounts import Told, chance_of
from cypher.analysis.rates import upper_tail
from cypher.database import Database
from cypher.errors import UsageError
from cypher.model.graph import DatePrecision, EventStatus
from ingest.loading.load import load
from tests.articles import Line, Stated, article
from tests.cypher.analytics.conftest import Year, as_declared
from tests.cypher.results import column

WINDOW = {"since": "2014-10-01", "until": "2014-11-15"}
BASELINE = {"baseline_since": "2014-01-15", "baseline_until": "2014-09-10"}
DAYS, BASELINE_DAYS = 46, 239
LENSES = ("trusted", "all")


def is_now(row: Told) -> bool:
    return WINDOW["since"] <= row.day <= WINDOW["until"]


def is_before(row: Told) -> bool:
    return BASELINE["baseline_since"] <= row.day <= BASELINE["baseline_until"]


@pytest.mark.parametrize(
    ("least", "draws", "share"), [(3, 9, 0.25), (40, 300, 0.1), (1, 1, 0.5), (0, 4, 0.2)]
)
def test_a_tail_is_the_sum_of_its_coefficients(least: int, draws: int, share: float) -> None:
    expected = sum(comb(draws, k) * share**k * (1 - share) ** (draws - k) for k in range(least, draws + 1))
    assert upper_tail(least, draws, share) == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("lens", LENSES)
def test_a_pair_is_compared_with_its_own_baseline_by_type_and_sign(year: Year, lens: str) -> None:
    rows = year.seen(lens)
    (first, second), _ = Counter(row.pair for row in rows).most_common(1)[0]
    now, before = Counter[tuple[str, str | None]](), Counter[tuple[str, str | None]]()
    for row in rows:
        if row.pair == (first, second):
            for kind in (row.event_type, None):
                now[row.sign, kind] += is_now(row)
                before[row.sign, kind] += is_before(row)
    name = "saved/escalation/against_baseline"
    asked = {"first": first, "second": second, "level": "actor", "lens": lens, **WINDOW, **BASELINE}
    found = as_declared(name, year.database.read("saved/escalation/against_baseline", **asked)).records()
    assert {(row["sign"], row["event_type"]): (row["in_period"], row["in_baseline"]) for row in found} == {
        key: (now[key], before[key]) for key in now if now[key] + before[key]
    }
    assert len(found) > 6
    for answer in found:
        assert answer["usual"] == pytest.approx(answer["in_baseline"] * DAYS / BASELINE_DAYS, abs=0.005)
        assert answer["chance"] == pytest.approx(
            chance_of(answer["in_period"], answer["in_baseline"], DAYS, BASELINE_DAYS), rel=0.005
        )
        assert (answer["ratio"] is None) == (answer["in_baseline"] == 0)
        assert (answer["days"], answer["baseline_days"], answer["baseline_since"]) == (
            DAYS,
            BASELINE_DAYS,
            BASELINE["baseline_since"],
        )
    assert [answer["chance"] for answer in found] == sorted(answer["chance"] for answer in found)


@pytest.mark.parametrize("lens", LENSES)
@pytest.mark.parametrize("sign", ["conflict", "cooperation"])
def test_pairs_of_the_whole_graph_are_ranked_by_how_unlikely_they_are(
    year: Year, lens: str, sign: str
) -> None:
    now, before = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for row in year.seen(lens):
        if row.sign == sign:
            now[row.actor, row.recipient] += is_now(row)
            before[row.actor, row.recipient] += is_before(row)
    expected = {pair: (now[pair], before[pair]) for pair in now if now[pair]}
    name = "saved/escalation/unusual"
    asked = {"level": "actor", "lens": lens, "sign": sign, "limit": 1000, "candidates": 1000}
    found = as_declared(
        name, year.database.read("saved/escalation/unusual", **asked, **WINDOW, **BASELINE)
    ).records()
    assert {
        (row["actor"], row["recipient"]): (row["in_period"], row["in_baseline"]) for row in found
    } == expected
    chances = [chance_of(row["in_period"], row["in_baseline"], DAYS, BASELINE_DAYS) for row in found]
    assert chances == pytest.approx([row["chance"] for row in found], rel=0.005)
    assert [row["chance"] for row in found] == sorted(row["chance"] for row in found)


def test_one_type_alone_is_ranked_and_only_the_busiest_pairs_are_compared(year: Year) -> None:
    asked = {"level": "actor", "event_types": ["COERCE"], **WINDOW, **BASELINE}
    expected = Counter(
        (row.actor, row.recipient)
        for row in year.seen("trusted")
        if row.event_type == "COERCE" and is_now(row)
    )
    found = year.database.read("saved/escalation/unusual", **asked)
    assert (
        Counter(dict(zip(column(found, "actor", "recipient"), column(found, "in_period"), strict=True)))
        == expected
    )
    few = year.database.read("saved/escalation/unusual", **asked, candidates=2)
    assert sorted(column(few, "in_period")) == sorted(expected.values())[-2:]


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"baseline_until": "2014-10-01"}, "The baseline lasts until 2014-10-01, but the period begins"),
        ({"until": "2014-09-30"}, "A period ends before it begins"),
    ],
)
def test_a_baseline_that_is_not_earlier_is_refused(year: Year, changed: dict[str, str], says: str) -> None:
    with pytest.raises(UsageError, match=says):
        year.database.read("saved/escalation/unusual", **{**WINDOW, **BASELINE, **changed})


def test_only_what_took_place_wholly_within_a_period_counts(database: Database) -> None:
    def struck(
        name: str, date: str | None, precision: DatePrecision, status: EventStatus = EventStatus.ACTUAL
    ) -> Stated:
        return Stated(
            name, "struck", ("IRN",), ("ISR",), "ASSAULT", date=date, precision=precision, status=status
        )

    day, month, year = DatePrecision.DAY, DatePrecision.MONTH, DatePrecision.YEAR
    told = (
        struck("in-october", "2023-10-01", month),
        struck("one-day", "2023-10-05", day),
        struck("some-day", "2023-01-01", year),
        struck("no-day", None, day),
        replace(struck("to-come", "2023-10-06", day), status=EventStatus.PLANNED),
        struck("earlier", "2023-02-01", month),
        struck("on-the-edge", "2023-06-01", month),
    )
    lines = tuple(
        Line(f"Report {each.name}: Iran struck Israel.", {"Iran": "IRN", "Israel": "ISR"}, (each,))
        for each in told
    )
    load(database, [article("strikes", "en", "Daily Record", "2023-10-20", lines)])
    periods = {"since": "2023-10-01", "until": "2023-10-31", "baseline_since": "2023-01-15"}
    found = database.read(
        "saved/escalation/against_baseline",
        first="IRN",
        second="ISR",
        **periods,
        baseline_until="2023-06-15",
    )
    assert column(found, "event_type", "in_period", "in_baseline") == [("ASSAULT", 2, 1), (None, 2, 1)]
