"""Lanes: which events stand where on the axis of time, and what a click on one opens."""

from __future__ import annotations

from typing import Any

from cypher.model.graph import EventStatus, Sign
from cypher.records.shared import EvidenceClaim
from explorer.acts import act_of
from explorer.acts.opening import OpenDocument
from explorer.charts.clicks import ACT, act_in
from explorer.charts.lanes import MOST_LANES, Mark, lanes_chart
from explorer.network.style import SIGN_COLOURS
from explorer.panels.profile.lanes import event_sign, events, is_deed
from explorer.words import Words
from tests.records import made

INDONESIAN = Words("id")
ACT_OF_MARK = OpenDocument("d1", "c1")


def mark(lane: str, day: str | None, sign: Sign = Sign.CONFLICT, *, deed: bool = True) -> Mark:
    return Mark(lane, day, "ASSAULT", sign, deed, ACT_OF_MARK)


def drawn(*marks: Mark) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The chart of these marks, and its rows."""
    chart = lanes_chart(marks, INDONESIAN)
    assert chart is not None
    made_chart = chart.to_dict()
    (rows,) = made_chart["datasets"].values()
    return made_chart, list(rows)


def test_each_event_is_a_mark_at_its_date_that_opens_its_sentence() -> None:
    chart, (row,) = drawn(mark("Israel", "2024-01-05"))
    assert (row["lane"], row["x"], row["series"]) == ("Israel", "2024-01-05T12:00:00+00:00", "konflik")
    assert act_of(act_in({ACT: [{ACT: row[ACT]}]})) == ACT_OF_MARK
    scale = chart["encoding"]["fill"]["scale"]
    assert dict(zip(scale["domain"], scale["range"], strict=True)) == {"konflik": SIGN_COLOURS[Sign.CONFLICT]}


def test_the_axis_holds_the_whole_periods_of_all_events() -> None:
    chart, _ = drawn(mark("a", "2023"), mark("a", "2024-02"), mark("b", "2024-03-04"))
    ends = [(end["year"], end["month"], end["date"]) for end in chart["encoding"]["x"]["scale"]["domain"]]
    assert ends == [(2023, 1, 1), (2024, 3, 5)]


def test_events_of_one_day_in_a_lane_do_not_cover_each_other() -> None:
    same = [
        mark("a", "2024-01-05"),
        mark("a", "2024-01-05"),
        mark("a", "2024-01-06"),
        mark("b", "2024-01-05"),
    ]
    _, rows = drawn(*same, mark("a", "2024-12-31"))
    heights = [row["height"] for row in rows]
    assert len(set(heights[:3])) == 3
    assert heights[3] == heights[4] == 0


def test_words_and_deeds_have_different_shapes() -> None:
    chart, rows = drawn(mark("a", "2024", deed=True), mark("a", "2024", deed=False))
    assert len({row["kind"] for row in rows}) == len(set(chart["encoding"]["shape"]["scale"]["range"])) == 2


def test_an_event_without_a_date_is_a_hollow_mark_at_the_day_of_its_report() -> None:
    undated = Mark("a", None, "ASSAULT", Sign.CONFLICT, True, ACT_OF_MARK, not_after="2024-03-04")
    _, rows = drawn(mark("a", "2024-01-05"), undated)
    assert [row["filled"] for row in rows] == [1, 0]
    assert rows[1]["x"].startswith("2024-03-04")
    assert rows[1]["period"] == "paling lambat 4 Mar 2024"


def test_events_without_a_date_have_no_place() -> None:
    assert lanes_chart([mark("a", None)], INDONESIAN) is None
    assert lanes_chart([], INDONESIAN) is None


def test_the_busiest_lanes_are_kept_in_their_order() -> None:
    many = [mark(f"lane {number}", "2024-01-01") for number in range(MOST_LANES + 5)]
    chart, rows = drawn(*many, mark("last", "2024-01-02"), mark("last", "2024-01-03"))
    lanes = chart["encoding"]["y"]["scale"]["domain"]
    assert len(lanes) == MOST_LANES
    assert (lanes[0], lanes[-1]) == ("lane 0", "last")
    assert {row["lane"] for row in rows} == set(lanes)


def test_denials_are_no_events_and_a_repeated_event_is_one() -> None:
    said = made(EvidenceClaim, claim="c1", event="e1", event_type="ASSAULT", status="actual", quad=4)
    again = made(EvidenceClaim, claim="c2", event="e1", event_type="ASSAULT", status="actual", quad=4)
    denied = made(EvidenceClaim, claim="c3", event="e2", event_type="AID", status=EventStatus.NEGATED)
    found = list(events([said, again, denied]))
    assert [each.claim for each in found] == ["c1"]
    assert (event_sign(found[0]), is_deed(found[0])) == (Sign.CONFLICT, True)
