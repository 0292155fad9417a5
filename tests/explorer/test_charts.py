"""Charts as Vega-Lite: true axes of time, colours that mean sign, matrices whose cells lead on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pytest

from cypher.bolt.table import Table
from cypher.catalog.catalog import ResultKind, Returns
from cypher.model.graph import Level, Sign
from cypher.model.ontology import quads
from explorer.acts import act_of
from explorer.acts.opening import OpenPair, OpenPairAt
from explorer.charts.balance import balance_chart
from explorer.charts.clicks import ACT, act_in, is_clickable
from explorer.charts.colours import OTHERS, painted
from explorer.charts.drawing import chart_of
from explorer.charts.fitting import charts_of
from explorer.charts.matrix import MOST_NAMES, matrix_of
from explorer.charts.over_time import MOST_PERIODS
from explorer.charts.periods import Period, Unit, period_named
from explorer.charts.saving import in_language
from explorer.network.style import MIXED, SIGN_COLOURS
from explorer.words import Words

INDONESIAN = Words("id")


def over_time(rows: Sequence[tuple[Any, ...]], columns: Sequence[str], mark: str = "line") -> dict[str, Any]:
    """The chart of these rows, of which the first columns are the time, the measure and the series."""
    names = [*columns, None][:3]
    return chart_of(Table(tuple(columns), tuple(rows)), Returns(ResultKind.CHART, mark, *names)).to_dict()


def rows_of(chart: dict[str, Any]) -> list[dict[str, Any]]:
    (rows,) = chart["datasets"].values()
    return list(rows)


def heights(chart: dict[str, Any], series: str | None = None) -> dict[str, Any]:
    """The height at each period that has a row."""
    return {row["period"]: row["y"] for row in rows_of(chart) if series in (None, row["series"])}


def x_axis(chart: dict[str, Any]) -> dict[str, Any]:
    axis: dict[str, Any] = chart.get("layer", [chart])[0]["encoding"]["x"]
    return axis


def ends(chart: dict[str, Any]) -> tuple[date, date]:
    """The first moment of the axis and the one after its last."""
    first, last = (date(end["year"], end["month"], end["date"]) for end in x_axis(chart)["scale"]["domain"])
    return first, last


@pytest.mark.parametrize(
    ("text", "first", "end"),
    [
        ("2024", "2024-01-01", "2025-01-01"),
        ("2024-12", "2024-12-01", "2025-01-01"),
        ("2024-02-29", "2024-02-29", "2024-03-01"),
        ("2024-Q4", "2024-10-01", "2025-01-01"),
        ("2020W53", "2020-12-28", "2021-01-04"),
    ],
)
def test_a_period_covers_its_days(text: str, first: str, end: str) -> None:
    period = period_named(text)
    assert period is not None
    assert (str(period.first), str(period.end)) == (first, end)


@pytest.mark.parametrize(
    "text", ["2024-13", "2023-02-29", "2024-W60", "0000", "9999", "2024-1", "٢٠٢٤", 2024]
)
def test_what_names_no_period_is_not_one(text: object) -> None:
    assert period_named(text) is None


@pytest.mark.parametrize("mark", ["line", "area"])
def test_months_without_reports_are_zero_and_no_line_passes_over_them(mark: str) -> None:
    chart = over_time([("2023-01", 2), ("2023-06", 4)], ("month", "claims"), mark)
    assert heights(chart) == {
        "January 2023": 2, "February 2023": 0, "May 2023": 0, "June 2023": 4,
    }  # fmt: skip
    assert [row["reported"] for row in rows_of(chart)] == [True, False, False, True]


def test_days_without_reports_are_gaps_of_a_mean() -> None:
    chart = over_time([("2024-01-01", -3.5), ("2024-01-02", 1.0), ("2024-01-09", 2.5)], ("day", "intensity"))
    assert heights(chart) == {
        "1 Jan 2024": -3.5, "2 Jan 2024": 1.0, "3 Jan 2024": None, "8 Jan 2024": None, "9 Jan 2024": 2.5,
    }  # fmt: skip


def test_each_series_is_zero_from_the_first_month_to_the_last() -> None:
    rows = [("2024-01", 1, "a"), ("2024-09", 1, "a"), ("2024-05", 2, "b")]
    chart = over_time(rows, ("month", "claims", "publisher"))
    assert heights(chart, "b")["January 2024"] == 0
    assert heights(chart, "b")["September 2024"] == 0


@pytest.mark.parametrize(
    ("times", "first", "last"),
    [
        (["2023-10"], date(2023, 10, 1), date(2023, 11, 1)),
        (["2024-02", "2023-11"], date(2023, 11, 1), date(2024, 3, 1)),
        (["2023", "2024-02"], date(2023, 1, 1), date(2024, 3, 1)),
        (["2024-02-27", "2024-03-02"], date(2024, 2, 27), date(2024, 3, 3)),
    ],
)
def test_the_axis_begins_and_ends_with_the_data(times: list[str], first: date, last: date) -> None:
    chart = over_time([(each, 1) for each in times], ("time", "claims"), "bar")
    assert (x_axis(chart)["type"], x_axis(chart)["scale"]["type"]) == ("temporal", "utc")
    assert ends(chart) == (first, last)


def test_a_point_stands_in_the_middle_of_its_period() -> None:
    row, *_ = rows_of(over_time([("2024-04", 1)], ("month", "claims"), "bar"))
    assert datetime.fromisoformat(row["x"]).isoformat() == "2024-04-16T00:00:00+00:00"


def test_the_claims_of_a_year_are_shared_out_among_its_months() -> None:
    chart = over_time([("2023", 12), ("2023-03", 2)], ("month", "claims"), "bar")
    assert heights(chart)["March 2023"] == 3
    assert heights(chart)["December 2023"] == 1


def test_rows_without_a_time_are_left_out() -> None:
    chart = over_time([(None, 9), ("2023-03", 2)], ("month", "claims"), "bar")
    assert heights(chart) == {"March 2023": 2}


def test_years_as_numbers_are_times() -> None:
    table = Table(("year", "events"), ((2001, 3), (2010, 1)))
    assert charts_of(table, Returns(ResultKind.TABLE))["Over time"].x == "year"
    chart = over_time(table.rows, table.columns)
    assert ends(chart) == (date(2001, 1, 1), date(2011, 1, 1))
    assert heights(chart)["2002"] == 0


def test_days_that_stand_for_weeks_have_no_gaps_within_the_week() -> None:
    rows = [("2024-01-01", 1), ("2024-01-08", 2), ("2024-01-29", 2)]
    chart = over_time(rows, ("week", "claims"))
    assert list(heights(chart).values()) == [1, 2, 0, 0, 2]


def test_a_long_time_by_day_is_drawn_in_longer_periods() -> None:
    chart = over_time([("1990-01-01", 2), ("1990-01-02", 3), ("2024-05-09", 1)], ("day", "claims"), "bar")
    assert heights(chart) == {"January 1990": 5, "May 2024": 1}
    first, last = (Period(day.replace(day=1), Unit.MONTH) for day in ends(chart))
    assert (last.first.year - first.first.year) * 12 < MOST_PERIODS


@pytest.mark.parametrize("last", ["2023-01", "2023-09", "2025-02", "2040-11", "2990-01"])
def test_an_axis_has_few_labels_and_at_least_one(last: str) -> None:
    values = x_axis(over_time([("2023-01", 1), (last, 1)], ("month", "claims"), "bar"))["axis"]["values"]
    assert 1 <= len(values) <= 10


def test_names_of_months_are_those_of_the_language() -> None:
    table = Table(("month", "claims"), (("2024-08", 1),))
    chart = chart_of(table, Returns(ResultKind.CHART, "bar", *table.columns))
    locale = in_language(chart, INDONESIAN).to_dict()["config"]["locale"]
    assert (locale["time"]["months"][7], locale["time"]["days"][0]) == ("Agustus", "Minggu")
    assert (locale["number"]["decimal"], locale["number"]["thousands"]) == (",", ".")


def by_name(channel: dict[str, Any]) -> dict[str, Any]:
    """What a channel of Vega shows for each name."""
    return dict(zip(channel["scale"]["domain"], channel["scale"]["range"], strict=True))


def test_codes_of_a_typed_query_are_shown_in_words_and_colours() -> None:
    table = Table(("name", "n", "what"), (("x", 1, "conflict"), ("y", 2, "cooperation")))
    chart = chart_of(table, Returns(ResultKind.CHART, "bar", *table.columns), INDONESIAN).to_dict()
    assert by_name(chart["encoding"]["fill"])["konflik"] == SIGN_COLOURS[Sign.CONFLICT]


def test_colours_mean_sign_and_other_series_have_none_of_them() -> None:
    signs = painted([INDONESIAN.term(sign) for sign in Sign], INDONESIAN)
    assert {paint.fill for paint in signs.values()} == set(SIGN_COLOURS.values())
    assert not {*OTHERS} & set(SIGN_COLOURS.values())
    others = painted(["cooperation", "id", "en"], Words())
    assert not {paint.fill for paint in others.values()} & set(SIGN_COLOURS.values())


@pytest.mark.parametrize("words", [Words("en"), INDONESIAN])
def test_words_and_deeds_have_the_colour_of_their_sign_and_words_a_tint(words: Words) -> None:
    by_number = {number: words.term(quad.code) for number, quad in quads().items()}
    paints = painted(by_number.values(), words)
    for number, quad in quads().items():
        paint = paints[by_number[number]]
        assert paint.outline == SIGN_COLOURS[quad.sign]
        assert paint.dashed == (paint.fill != paint.outline) == (number in (1, 3))


def test_verbal_conflict_is_a_dashed_line_of_the_colour_of_conflict() -> None:
    rows = [("2024-01", 1, "verbal conflict"), ("2024-01", 2, "material conflict")]
    line = over_time(rows, ("month", "events", "word_or_deed"))["layer"][0]["encoding"]
    assert set(by_name(line["color"]).values()) == {SIGN_COLOURS[Sign.CONFLICT]}
    dashes = by_name(line["strokeDash"])
    assert dashes["material conflict"] != dashes["verbal conflict"]


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        (["Iran", "Israel"], None),
        ([f"Community {at}" for at in range(12)], 6),
        (["Bosnia and Herzegovina – Saint Vincent and the Grenadines", "Iran – Israel"], None),
        (["Bosnia and Herzegovina – Saint Vincent and the Grenadines", "Iran – Israel", "Iran – Iraq"], 2),
    ],
)
def test_a_legend_is_no_longer_than_the_chart_and_its_names_are_whole(
    names: list[str], columns: int | None
) -> None:
    rows = [("2024-01", 1, name) for name in names]
    legend = over_time(rows, ("month", "events", "community"))["layer"][0]["encoding"]["color"]["legend"]
    assert legend.get("columns") == columns
    assert legend["labelLimit"] == 300


def test_the_curve_begins_with_the_first_event_and_goes_below_zero_in_conflict() -> None:
    months = [
        {"month": "2023-12", "sign": "conflict", "claims": 2},
        {"month": "2024-01", "sign": "cooperation", "claims": 3},
    ]
    chart = balance_chart(months, INDONESIAN).to_dict()
    assert ends(chart) == (date(2023, 12, 1), date(2024, 2, 1))
    assert heights(chart) == {"Desember 2023": -2, "Januari 2024": 3}


MATRIX = Returns(ResultKind.CHART, "heatmap", "recipient_name", "actor_name", "voices")
PAIRS = Table(
    ("actor_name", "recipient_name", "voices", "signs", "actor", "recipient"),
    (
        ("Iran", "Iraq", 1, ["cooperation"], "IRN", "IRQ"),
        ("Israel", "Iran", 5, ["conflict", "cooperation"], "ISR", "IRN"),
        ("Qatar", "Qatar", 2, ["neutral"], "QAT", "QAT"),
    ),
)


def test_a_matrix_begins_with_the_strongest_and_each_cell_leads_to_its_pair() -> None:
    matrix = matrix_of(PAIRS, MATRIX, Words())
    assert matrix.order == ["Iran", "Israel", "Qatar", "Iraq"]
    assert matrix.cells["Israel", "Iran"].act == OpenPair("ISR", "IRN")
    assert matrix.cells["Qatar", "Qatar"].act is None


@pytest.mark.parametrize("level", list(Level))
def test_a_cell_leads_to_its_pair_at_the_level_of_the_query(level: Level) -> None:
    cells = matrix_of(PAIRS, MATRIX, Words(), level).cells
    assert cells["Israel", "Iran"].act == OpenPairAt("ISR", "IRN", level)
    assert cells["Qatar", "Qatar"].act is None


def test_two_parties_of_one_name_are_two_rows_that_can_be_told_apart() -> None:
    rows = (
        ("Georgia", "Iran", 2, ["cooperation"], "GEO", "IRN"),
        ("Georgia", "Iran", 5, ["conflict"], "georgia-us", "IRN"),
    )
    matrix = matrix_of(Table(PAIRS.columns, rows), MATRIX, Words())
    assert {pair: cell.number for pair, cell in matrix.cells.items()} == {
        ("Georgia (GEO)", "Iran"): 2,
        ("Georgia (georgia-us)", "Iran"): 5,
    }


def test_rows_and_columns_of_a_matrix_say_who_they_are() -> None:
    encoding = chart_of(PAIRS, MATRIX, INDONESIAN).to_dict()["encoding"]
    assert (encoding["y"]["title"], encoding["x"]["title"]) == ("Pelaku", "Sasaran")


def test_a_cell_has_the_colour_of_its_sign_and_is_mixed_if_it_has_several() -> None:
    chart = chart_of(PAIRS, MATRIX).to_dict()
    assert {row["x"]: row["series"] for row in rows_of(chart)} == {
        "Iraq": "cooperation", "Iran": MIXED, "Qatar": "neutral",
    }  # fmt: skip
    assert by_name(chart["encoding"]["fill"])["cooperation"] == SIGN_COLOURS[Sign.COOPERATION]
    ordered = {axis: chart["encoding"][axis]["scale"]["domain"] for axis in ("x", "y")}
    assert ordered == {"x": ["Iran", "Qatar", "Iraq"], "y": ["Iran", "Israel", "Qatar"]}


def test_no_name_of_the_news_becomes_code() -> None:
    hostile = "a\u2028'\"]; alert(1)//"
    rows = tuple((hostile, hostile, *row[2:]) for row in PAIRS.rows)
    chart = chart_of(Table(PAIRS.columns, rows), MATRIX).to_dict()
    assert "sort" not in chart["encoding"]["x"].keys() | chart["encoding"]["y"].keys()
    assert hostile not in json.dumps(
        [*chart.get("transform", ()), *chart.get("params", ())], ensure_ascii=False
    )


def test_what_the_browser_reports_of_a_cell_is_its_act() -> None:
    chart = chart_of(PAIRS, MATRIX)
    assert is_clickable(chart)
    clicked = next(row for row in rows_of(chart.to_dict()) if row["y"] == "Israel")
    assert act_of(act_in({ACT: [{ACT: clicked[ACT]}]})) == OpenPair("ISR", "IRN")
    assert act_in({ACT: []}) is None


def test_a_matrix_without_ids_or_signs_is_drawn_and_cannot_be_clicked() -> None:
    table = Table(("a", "b", "n"), (("x", "y", 1), ("x", None, 2)))
    chart = chart_of(table, Returns(ResultKind.CHART, "heatmap", "b", "a", "n"))
    assert not is_clickable(chart)
    assert {row["x"] for row in rows_of(chart.to_dict())} == {"y", "unknown"}


def test_ties_of_a_pair_are_one_cell_of_all_their_signs() -> None:
    columns = ("tie", "actor", "actor_name", "recipient", "recipient_name", "sign", "claims")
    rows = (("t1", "a", "A", "b", "B", "conflict", 2), ("t2", "a", "A", "b", "B", "cooperation", 1))
    table = Table(columns, rows)
    found = charts_of(table, Returns(ResultKind.GRAPH))["Matrix"]
    (cell,) = rows_of(chart_of(table, found, INDONESIAN).to_dict())
    assert (cell["number"], cell["series"]) == (3, INDONESIAN.term(MIXED))


def test_a_matrix_has_no_more_names_than_can_be_read() -> None:
    rows = tuple((f"a{i:03}", f"b{i:03}", i) for i in range(100))
    heatmap = Returns(ResultKind.CHART, "heatmap", "b", "a", "n")
    matrix = matrix_of(Table(("a", "b", "n"), rows), heatmap, Words())
    assert (len(matrix.order), matrix.left_out) == (MOST_NAMES, 200 - MOST_NAMES)
    assert "a099" in matrix.order
