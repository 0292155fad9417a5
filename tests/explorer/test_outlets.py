"""The files of a picture: they hold what is on the screen, and say what that is."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from explorer.briefs.stated import facts
from explorer.graph.grouping import bundled
from explorer.graph.subgraph import Node, Subgraph
from explorer.graph.timeline import Window, timeline
from explorer.pages.network.downloads import shown_picture, stamp_line
from explorer.queries.download import _FORMATS, Shown
from explorer.reads.picture import Picture
from explorer.view.filters import Filters
from explorer.view.state import Pin, View, hide, look_at, select_node
from explorer.words import Words
from tests.browser.apps.graphs import story

pytestmark = pytest.mark.usefixtures("graph")  # whose names are read for tables

DAYS = ("2023-09-01", "2023-10-07", "2023-10-20", "2024-03-01")


def pictured(graph: Subgraph | None = None, left_out: int = 0) -> Picture:
    """The story, in which one tie has all of the `DAYS` and the others one each."""
    ties = story()
    dates = {tie: [DAYS[at % len(DAYS)]] for at, tie in enumerate(ties.edges)}
    return Picture(graph or ties, ties, times=timeline(dates), left_out=left_out)


def shown(window: Window | None, drawn: Picture) -> Shown:
    return shown_picture(look_at(View(), window), drawn, "network")


def ties_in(window: Window, drawn: Picture) -> set[str]:
    """The ties with a date in the days."""
    bins = drawn.times.bins
    return {
        tie
        for tie in drawn.ties.edges
        for place, _ in drawn.times.edges[tie]
        if bins[place][0] <= window[1] and window[0] <= bins[place][1]
    }


@pytest.mark.parametrize(
    "window", [("2023-10-07", "2023-10-07"), ("2023-10-10", "2024-03-01"), ("1999-01-01", "1999-02-01")]
)
def test_every_file_holds_the_ties_of_its_period_alone(window: Window) -> None:
    drawn = pictured()
    found = shown(window, drawn)
    expected = ties_in(window, drawn)
    assert len(expected) < len(drawn.ties.edges)
    assert {row["tie"] for row in found.table.records()} == expected
    assert found.graph is not None
    assert set(found.graph.edges) == expected
    made = {form.ending: form.write(found, Words()) for form in _FORMATS if form.fits(found)}
    for tie in drawn.ties.edges:
        for ending in ("csv", "json", "graphml", "html"):
            held = re.search(rf"\b{tie}\b", made[ending]) is not None
            assert held == (tie in expected), (tie, ending)


def test_a_period_within_a_bar_is_named_as_the_whole_bar_that_is_shown() -> None:
    drawn = pictured()
    found = shown(("2023-10-08", "2023-10-10"), drawn)
    assert found.period == ("2023-10-02", "2023-10-15")
    assert "2023-10-02-2023-10-15" in found.file_name
    assert "from 2023-10-02 to 2023-10-15" in found.stamp["window"]
    assert "2023-10-02 to 2023-10-15" in stamp_line(
        look_at(View(), ("2023-10-08", "2023-10-10")), drawn, "network"
    )


def test_without_a_period_a_file_holds_all_ties_and_names_no_days() -> None:
    drawn = pictured()
    found = shown(None, drawn)
    assert len(found.table.rows) == len(drawn.ties.edges)
    assert (found.period, "window" in found.stamp) == (None, False)


def test_what_is_drawn_as_one_is_saved_as_drawn_with_the_ties_of_the_period() -> None:
    ties = story()
    drawn = pictured(bundled(ties))
    window = ("2023-10-07", "2023-10-07")
    found = shown(window, drawn)
    expected = ties_in(window, drawn)
    assert found.graph is not None
    assert {row["tie"] for row in found.table.records()} == expected
    held = {tie for edge in found.graph.edges.values() for tie in edge.ties or (edge.id,)}
    assert held >= expected
    assert all(expected & set(edge.ties or (edge.id,)) for edge in found.graph.edges.values())


def test_a_stamp_says_what_narrows_the_picture_but_not_what_is_selected_or_pinned() -> None:
    view = replace(hide(View(), "gone"), filters=Filters(signs=("conflict",), since="2023-01-01"))
    view = select_node(replace(view, pins=(Pin("hossein", 1, 2),)), "hossein")
    stamp = shown_picture(view, pictured(left_out=7), "network").stamp
    assert (stamp["sign"], stamp["since"], stamp["hide"], stamp["not drawn"]) == (
        "conflict",
        "2023-01-01",
        "gone",
        "7 more entities",
    )
    assert stamp["lens"] == "trusted"
    assert not {"entity", "pin", "tie"} & stamp.keys()


def test_a_page_states_notes_period_and_what_is_missing_in_the_readers_language() -> None:
    view = replace(look_at(View(), ("2023-10-08", "2023-10-10")), filters=Filters(tags=("a, b",), noted=True))
    stamp = shown_picture(view, pictured(left_out=1), "network").stamp
    english, indonesian = (dict(facts(stamp, Words(language))) for language in ("en", "id"))
    assert (english["Tags of notes"], english["Only ties with notes"]) == ("a, b", "yes")
    assert english["Not drawn"] == "1 more entity"
    days = [Words("id").day(day) for day in ("2023-10-02", "2023-10-15")]
    assert indonesian["Periode"].startswith("hubungan yang memiliki klaim dari {} sampai {};".format(*days))
    assert indonesian["Tidak digambar"] == "1 entitas lagi"


def test_a_node_without_ties_is_in_the_picture_of_every_period() -> None:
    ties = story()
    alone = Node("alone", "Alone", next(iter(ties.nodes.values())).kind)
    drawn = replace(pictured(), graph=Subgraph({**ties.nodes, "alone": alone}, ties.edges))
    found = shown(("1999-01-01", "1999-02-01"), drawn)
    assert found.graph is not None
    assert set(found.graph.nodes) == {"alone"}
    (graphml,) = (form for form in _FORMATS if form.ending == "graphml")
    assert '<node id="alone">' in graphml.write(found, Words())
