"""When the drawn ties happened, counted for the bar below the network."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from explorer.graph.timeline import MOST_BINS, Timeline, in_window, timeline
from tests.browser.apps.graphs import story

days = st.dates(date(1750, 1, 1), date(2100, 1, 1)).map(date.isoformat)


@given(st.dictionaries(st.sampled_from("abc"), st.lists(days, max_size=6)))
def test_every_claim_is_in_the_bin_of_its_date_and_bins_have_no_gaps(dates: dict[str, list[str]]) -> None:
    times = timeline(dates)
    assert len(times.bins) <= MOST_BINS
    for (_, end), (start, _) in zip(times.bins, times.bins[1:], strict=False):
        assert date.fromisoformat(start) - date.fromisoformat(end) == timedelta(days=1)
    for edge, found in dates.items():
        bins = [
            next(at for at, (first, last) in enumerate(times.bins) if first <= day <= last) for day in found
        ]
        assert dict(times.edges.get(edge, ())) == Counter(bins)


def test_few_days_are_bins_of_a_day_and_many_are_weeks_or_months() -> None:
    assert timeline({"a": ["2023-10-07", "2023-10-09"]}).bins == (
        ("2023-10-07", "2023-10-07"),
        ("2023-10-08", "2023-10-08"),
        ("2023-10-09", "2023-10-09"),
    )
    assert timeline({"a": ["2023-10-07", "2024-03-01"]}).bins[1] == ("2023-10-09", "2023-10-15")
    assert timeline({"a": ["2020-10-07", "2024-03-01"]}).bins[1] == ("2020-11-01", "2020-11-30")


def test_a_single_old_date_does_not_make_the_bars_coarser() -> None:
    bulk = ["2023-10-07", "2023-10-08", "2023-10-09"]
    assert timeline({"a": [*bulk, "2001-01-01"]}).bins == (
        ("2001-01-01", "2023-10-07"),
        ("2023-10-08", "2023-10-08"),
        ("2023-10-09", "2023-10-09"),
    )
    many = timeline({"a": [*bulk, "1990-05-01", "2001-01-01"], "b": bulk * 15})
    assert [many.bins[0], many.edges["a"][0]] == [("1990-05-01", "2023-10-07"), (0, 3)]


def test_dates_that_are_spread_evenly_keep_their_bars() -> None:
    spread = [f"{year}-06-01" for year in range(2000, 2024)]
    assert timeline({"a": spread}).bins[0] == ("2000-01-01", "2000-12-31")
    assert timeline({"a": ["2001-01-01", "2023-10-07"]}).bins[0] == ("2001-01-01", "2001-12-31")


def test_a_year_is_shared_out_over_its_bins_and_is_no_day() -> None:
    months = timeline({"a": ["2022-11-05", "2024-02-01"], "b": ["2023"], "c": ["2023-03"]})
    parts = dict(months.edges["b"])
    assert len(parts) == sum(last >= "2023-01-01" and start <= "2023-12-31" for start, last in months.bins)
    assert abs(sum(parts.values()) - 1) < 1e-9
    assert max(parts.values()) < 0.1
    assert months.within("b", ("2023-06-01", "2023-06-30"))
    assert not months.within("b", ("2024-01-15", "2024-02-01"))
    assert not months.within("c", ("2023-06-01", "2023-06-30"))


def test_a_year_around_the_days_stretches_no_bars_and_one_apart_does() -> None:
    days = ["2023-10-07", "2023-10-09"]
    assert timeline({"a": [*days, "2023", "2023-10"]}).bins == timeline({"a": days}).bins
    assert timeline({"a": [*days * 20, "2011"]}).bins[0] == ("2011-01-01", "2023-10-07")
    alone = timeline({"a": ["2011"]})
    assert len(alone.bins) == len(alone.edges["a"]) == 53


def test_what_is_no_date_is_left_out() -> None:
    assert timeline({"a": ["soon", "0001-01-01", "2023-10-07"], "b": []}).edges == {"a": ((0, 1),), "b": ()}
    assert timeline({}) == Timeline()


def test_a_window_leaves_the_ties_that_have_a_claim_in_it_and_their_ends() -> None:
    graph = story()
    dates = {edge: ["2023-10-07" if number else "2023-09-01"] for number, edge in enumerate(graph.edges)}
    times = timeline(dates)
    seen = in_window(graph, times, ("2023-08-01", "2023-09-10"))
    assert (list(seen.edges), set(seen.nodes)) == (["tie-0"], {"hossein", "muttaqi"})
    assert in_window(graph, times, None) is graph
