"""The least number of independent voices of a tie, as a filter of the network."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cypher.database import Database
from cypher.model.graph import Sign
from explorer.briefs.stated import facts
from explorer.reads.picture import picture
from explorer.reads.queries import count_of_ties
from explorer.view.address import from_url, to_url
from explorer.view.filters import Filters
from explorer.view.state import Centre, View
from explorer.words import Words
from tests.explorer.opening import open_filters, opened
from tests.graphs import tie_id

SANCTIONS = tie_id("USA", "IRN", Sign.CONFLICT)
BACK = tie_id("IRN", "USA", Sign.CONFLICT)
USA = View(centres=(Centre("USA"),))


def look(monkeypatch: pytest.MonkeyPatch, level: str, day: str | None) -> None:
    """Look at the graph at a level, on a day."""
    for module in ("connections", "picture", "queries"):
        monkeypatch.setattr(f"explorer.reads.{module}.level", lambda: level)
        monkeypatch.setattr(f"explorer.reads.{module}.known_by", lambda: day)


@pytest.mark.parametrize("level", ["actor", "state"])
@pytest.mark.parametrize(
    ("day", "voices", "expected"),
    [
        (None, 1, {SANCTIONS, BACK}),
        (None, 2, {SANCTIONS}),
        (None, 3, set()),
        ("2024-01-15", 1, {SANCTIONS, BACK}),
        ("2024-01-15", 2, set()),
    ],
)
def test_only_ties_with_enough_voices_known_on_the_day_are_drawn_at_each_level(
    story: Database,
    monkeypatch: pytest.MonkeyPatch,
    level: str,
    day: str | None,
    voices: int,
    expected: set[str],
) -> None:
    look(monkeypatch, level, day)
    drawn = picture(replace(USA, filters=Filters(signs=("conflict",), voices=voices)), "trusted")
    found = {(edge.actor, edge.recipient) for edge in drawn.ties.edges.values()}
    ends = {SANCTIONS: ("USA", "IRN"), BACK: ("IRN", "USA")}
    assert found & set(ends.values()) == {ends[tie] for tie in expected}


def test_voices_are_counted_among_the_claims_that_the_other_filters_keep(
    story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    look(monkeypatch, "actor", None)
    both = Filters(voices=2, event_types=("SANCTION",))
    assert set(picture(replace(USA, filters=both), "trusted").ties.edges) == {SANCTIONS}
    neither = replace(both, event_types=("REJECT",))
    assert set(picture(replace(USA, filters=neither), "trusted").ties.edges) == set()


def test_the_panel_counts_the_ties_with_enough_voices(
    story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    look(monkeypatch, "actor", None)
    assert count_of_ties("USA", "trusted", Filters(voices=2)) == 1
    assert count_of_ties("USA", "trusted", Filters()) > 1


def test_the_address_keeps_the_number_and_a_usual_one_is_left_out() -> None:
    view = View(filters=Filters(voices=3))
    assert to_url(view) == {"voices": "3"}
    assert from_url(to_url(view)) == view
    assert to_url(View()) == {}
    assert (view.filters.count(), Filters().count()) == (1, 0)


def test_a_file_states_the_number_in_the_readers_language() -> None:
    stamp = {"lens": "trusted", "made at": "2024-01-16T10:00:00"} | to_url(View(filters=Filters(voices=3)))
    assert ("Least number of independent voices", "3") in facts(stamp, Words("en"))
    assert ("Jumlah suara independen paling sedikit", "3") in facts(stamp, Words("id"))


def test_the_form_sets_the_number_and_clears_it(story: Database) -> None:
    app = open_filters(opened(level="actor"))
    field = next(each for each in app.number_input if each.label == "Least number of independent voices")
    field.set_value(2)
    open_filters(app)
    assert app.session_state["trail"].view.filters == Filters(voices=2)
    app.button(key="clear filters").click().run()
    assert app.session_state["trail"].view.filters == Filters()
