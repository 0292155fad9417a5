"""The filters on the page *Actors*: what one actor did, and what happened between two."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from cypher.database import Database
from cypher.model.graph import EventStatus, Sign
from cypher.records.shared import EvidenceClaim
from explorer.pages.actor_filters import unread
from explorer.reads.profiles import (
    mediators_between,
    months_of,
    not_on_curve,
    reports_between,
    reports_of,
    statements_of,
    ties_by_sign,
)
from explorer.view.filters import NO_FILTERS, Filters
from ingest.loading.load import load
from tests.cypher.test_supposed_events import news
from tests.explorer.opening import open_filters, opened, papers
from tests.graphs import BROKERS, EXTRACTIONS

SUPPOSED = news()
RECORD, NUSANTARA = (Filters(publishers=(name,)) for name in ("Daily Record", "Kabar Nusantara"))


@pytest.fixture(autouse=True)
def of_actors(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("connections", "queries"):
        monkeypatch.setattr(f"explorer.reads.{module}.level", lambda: "actor")


def ids(claims: Sequence[EvidenceClaim]) -> set[str]:
    return {claim.claim for claim in claims}


KEPT: list[tuple[Filters, Callable[[EvidenceClaim], bool]]] = [
    (RECORD, lambda claim: claim.publisher == "Daily Record"),
    (NUSANTARA, lambda claim: claim.publisher == "Kabar Nusantara"),
    (Filters(languages=("id",)), lambda claim: claim.language == "id"),
    (Filters(confidence=0.8), lambda claim: claim.confidence >= 0.8),
    (Filters(event_types=("SANCTION",)), lambda claim: claim.event_type == "SANCTION"),
    (Filters(statuses=("negated",)), lambda claim: claim.status == "negated"),
    (Filters(statuses=("planned", "actual")), lambda claim: claim.status != "negated"),
]


@pytest.mark.parametrize(("filters", "passes"), KEPT, ids=map(str, range(len(KEPT))))
def test_the_events_of_an_actor_and_of_a_pair_are_those_that_pass(
    story: Database, filters: Filters, passes: Callable[[EvidenceClaim], bool]
) -> None:
    def lists(chosen: Filters) -> list[Sequence[EvidenceClaim]]:
        forth = reports_between("USA", "IRN", "all", chosen)
        back = reports_between("IRN", "USA", "all", chosen)
        return [reports_of("USA", "all", chosen), forth, back]

    everything = lists(NO_FILTERS)
    assert all(everything)
    for all_claims, kept in zip(everything, lists(filters), strict=True):
        assert ids(kept) == ids([claim for claim in all_claims if passes(claim)])


@pytest.mark.parametrize("whom", [["USA"], ["USA", "IRN"]], ids=len)
def test_the_curve_has_the_claims_that_pass_and_says_how_many_it_leaves_out(
    story: Database, whom: list[str]
) -> None:
    def count(filters: Filters) -> int:
        left_out = not_on_curve(whom, "all", filters)
        return (
            sum(int(row["claims"]) for row in months_of(whom, "all", filters))
            + left_out.undated
            + left_out.of_year
        )

    everything, parts = count(NO_FILTERS), [count(RECORD), count(NUSANTARA)]
    assert 0 < sum(parts) <= everything
    assert max(parts) < everything
    assert count(Filters(languages=("en", "id", "es"))) == everything
    assert count(Filters(publishers=("Nobody's News",))) == 0


def test_partners_and_adversaries_are_those_of_claims_and_voices_that_pass(story: Database) -> None:
    def adversaries(filters: Filters) -> dict[str, int]:
        return {row.tie: row.claims for row in ties_by_sign("USA", "all", filters)[Sign.CONFLICT]}

    everything = adversaries(NO_FILTERS)
    assert adversaries(Filters(publishers=("Nobody's News",))) == {}
    some = adversaries(RECORD)
    assert some
    assert all(number <= everything[tie] for tie, number in some.items())
    assert set(adversaries(Filters(voices=2))) < set(everything)
    assert adversaries(Filters(voices=99)) == {}


def test_statements_are_those_that_pass(story: Database) -> None:
    everything = statements_of("muttaqi", "all", NO_FILTERS)
    assert everything
    papers_of = {row["publisher"] for row in everything}
    for name in papers_of:
        found = statements_of("muttaqi", "all", Filters(publishers=(name,)))
        assert found == [row for row in everything if row["publisher"] == name]
    assert statements_of("muttaqi", "all", Filters(confidence=1.0)) == []


def test_mediators_are_those_of_claims_that_pass(graph: Database) -> None:
    load(graph, [*EXTRACTIONS, BROKERS])
    found = mediators_between("ISR", "hamas", "all", NO_FILTERS)
    assert "taliban" in found
    assert not {"QAT", "ISR", "hamas"} & set(found)
    assert found == mediators_between("hamas", "ISR", "all", NO_FILTERS)
    paper = BROKERS.document.publisher or ""
    assert mediators_between("ISR", "hamas", "all", Filters(publishers=(paper,))) == found
    assert mediators_between("ISR", "hamas", "all", Filters(publishers=("Nobody's News",))) == {}
    assert mediators_between("ISR", "hamas", "all", Filters(statuses=("planned",))) == {}


def test_the_page_obeys_the_address_says_what_is_filtered_and_keeps_it(story: Database) -> None:
    asked = {"page": "actors", "entity": "USA", "lens": "all", "level": "actor"}
    everything = papers(opened(**asked))
    app = opened(**asked, publisher="Daily%20Record", confidence="0.1", speaker="muttaqi")
    assert app.query_params["publisher"] == "Daily%20Record"
    shown = papers(app)
    assert "Filtered by Publishers: Daily Record" in shown
    assert "Offices and affiliation are not filtered." in shown
    assert "Said by: " in shown
    assert "muttaqi" not in shown.split("Said by: ")[1][:40]  # its name
    assert "Filtered by" not in everything
    pair = papers(opened(**asked, other="IRN", status="negated", voices="2"))
    assert "The events of two actors are not filtered by the number of voices." in pair


def test_a_filter_is_chosen_in_the_popover_and_cleared(story: Database) -> None:
    asked = {"page": "actors", "entity": "USA", "other": "IRN", "lens": "all", "level": "actor"}
    app = open_filters(opened(**asked, language="id"))
    statuses = app.multiselect(key="statuses")
    assert len(statuses.options) == len(EventStatus)
    app.multiselect(key="publishers").set_value(["Kabar Nusantara"])
    open_filters(app)
    assert app.query_params["publisher"] == "Kabar%20Nusantara"
    assert "Disaring menurut Penerbit: Kabar Nusantara" in papers(app)
    app.multiselect(key="publishers").set_value([])
    app.slider(key="confidence").set_value(1.0)
    open_filters(app)
    assert "Tidak ada peristiwa di antara keduanya yang lolos lensa dan saringan." in papers(app)
    app.button(key="clear filters").click()
    open_filters(app)
    assert "confidence" not in app.query_params
    assert "Disaring" not in papers(app)


def test_what_is_only_supposed_is_listed_where_it_is_asked_for(graph: Database) -> None:
    load(graph, [*EXTRACTIONS, SUPPOSED])
    maybe, both = Filters(statuses=("hypothetical",)), Filters(statuses=("actual", "hypothetical"))
    assert {claim.status for claim in reports_of("QAT", "all", maybe)} == {"hypothetical"}
    assert "hypothetical" not in {claim.status for claim in reports_of("QAT", "all")}
    assert ids(reports_of("QAT", "all", both)) == ids(reports_of("QAT", "all", maybe)) | ids(
        reports_of("QAT", "all", Filters(statuses=("actual",)))
    )
    assert reports_between("amir-abdollahian", "QAT", "all", maybe)
    asked = {"page": "actors", "entity": "amir-abdollahian", "other": "QAT", "lens": "all", "level": "actor"}
    shown = papers(opened(**asked, status="hypothetical", language="en"))
    assert "Perhaps" in shown
    assert "What is denied or only hypothetical is in the lists of events" in shown
    assert "Perhaps" not in papers(opened(**asked, language="en"))


def test_filters_that_the_page_does_not_have_are_named() -> None:
    assert unread({"entity": "USA", "publisher": "x"}) == []
    assert unread({"sign": "conflict", "voices": "many", "noted": "1"}) == ["voices", "sign", "noted"]
    assert replace(NO_FILTERS, signs=("conflict",)).count() == 1
