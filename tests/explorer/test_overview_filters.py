"""The filters of the overview: those of the network, on claims and on the voices of ties."""

from __future__ import annotations

import pytest

from cypher.database import Database
from explorer.pages.overview import unread
from explorer.reads.overview import _ties
from explorer.view.filters import NO_FILTERS, Filters
from tests.explorer.opening import open_filters, opened, papers


@pytest.fixture(autouse=True)
def of_actors(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("connections",):
        monkeypatch.setattr(f"explorer.reads.{module}.level", lambda: "actor")


def drawn(filters: Filters) -> dict[tuple[str, str, str], int]:
    """The claims of each tie that passes, by its ends and sign."""
    return {(row.actor, row.recipient, row.sign): row.claims for row in _ties("all", filters)}


def test_only_ties_with_claims_that_pass_are_drawn(story: Database) -> None:
    everything = drawn(NO_FILTERS)
    parts = [drawn(Filters(publishers=(name,))) for name in ("Daily Record", "Kabar Nusantara")]
    assert all(parts)
    for part in parts:
        assert all(0 < claims <= everything[tie] for tie, claims in part.items())
        assert part != everything
    assert drawn(Filters(speakers=("muttaqi",)))
    assert drawn(Filters(statuses=("planned",))) != everything
    assert drawn(Filters(publishers=("Nobody's News",))) == {}


def test_voices_are_counted_among_the_claims_that_pass(story: Database) -> None:
    everything, several = drawn(NO_FILTERS), drawn(Filters(voices=2))
    assert 0 < len(several) < len(everything)
    assert drawn(Filters(voices=2, confidence=0.0)) == several  # counted from claims
    assert set(drawn(Filters(voices=2, publishers=("Daily Record",)))) < set(several)
    assert drawn(Filters(voices=99)) == {}


def test_the_page_obeys_the_address_and_says_what_is_filtered(story: Database) -> None:
    asked = {"page": "overview", "lens": "all", "level": "actor"}
    app = opened(**asked, publisher="Daily%20Record", sign="conflict", voices="2", since="2024-01-01")
    shown = papers(app)
    assert "Filtered by" in shown
    assert "Publishers: Daily Record" in shown
    assert "Least number of independent voices: 2" in shown
    assert {name: app.query_params[name] for name in ("publisher", "sign", "voices", "since")} == {
        "publisher": "Daily%20Record",
        "sign": "conflict",
        "voices": "2",
        "since": "2024-01-01",
    }
    assert "Filtered by" not in papers(opened(**asked))


def test_a_filter_is_chosen_in_the_popover_and_cleared(story: Database) -> None:
    app = open_filters(opened(page="overview", lens="all", level="actor", language="id", sign="conflict"))
    app.multiselect(key="publishers").set_value(["Kabar Nusantara"])
    open_filters(app)
    assert app.query_params["publisher"] == "Kabar%20Nusantara"
    app.slider(key="confidence").set_value(1.0)
    open_filters(app)
    assert "Tidak ada hubungan yang lolos lensa dan saringan." in papers(app)
    app.button(key="clear filters").click()
    open_filters(app)
    assert "publisher" not in app.query_params
    assert app.query_params["sign"] == "conflict"


def test_filters_that_the_page_does_not_have_are_named() -> None:
    assert unread({"publisher": "x", "sign": "conflict", "colour": "bloc"}) == []
    assert set(unread({"kind": "person", "confidence": "7", "colour": "x"})) == {
        "kind",
        "confidence",
        "colour",
    }
