"""Filters of the network by who reports, in which language, who says it, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from cypher.database import Database
from cypher.records.explore import Speaker
from explorer.briefs.stated import facts
from explorer.reads.links import answer
from explorer.reads.picture import picture
from explorer.reads.queries import evidence, ties_below
from explorer.reads.sources import speakers
from explorer.view.address import from_url, to_url, unread
from explorer.view.filters import Filters
from explorer.view.state import Centre, Link, LinkKind, View
from explorer.words import Words
from tests.explorer.opening import open_filters, opened

EVERYTHING = View(centres=tuple(map(Centre, ("USA", "IRN", "hamas", "muttaqi"))))


def drawn(filters: Filters) -> dict[tuple[str, str], int]:
    """The claims behind each pair that is drawn at the level of actors, by its ends."""
    found: dict[tuple[str, str], int] = {}
    for edge in picture(replace(EVERYTHING, filters=filters), "all").ties.edges.values():
        pair = (edge.actor, edge.recipient)
        found[pair] = found.get(pair, 0) + edge.claims
    return found


@pytest.fixture(autouse=True)
def of_actors(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("connections", "picture", "queries"):
        monkeypatch.setattr(f"explorer.reads.{module}.level", lambda: "actor")


def test_only_what_a_publisher_reports_is_drawn_and_counted(story: Database) -> None:
    everything, record = drawn(Filters()), drawn(Filters(publishers=("Daily Record",)))
    nusantara = drawn(Filters(publishers=("Kabar Nusantara",)))
    assert record
    assert nusantara
    assert record != nusantara
    for pair in record.keys() | nusantara.keys():
        assert record.get(pair, 0) + nusantara.get(pair, 0) <= everything[pair]
    both = drawn(Filters(publishers=("Daily Record", "Kabar Nusantara")))
    assert both == {pair: record.get(pair, 0) + nusantara.get(pair, 0) for pair in record | nusantara}
    assert drawn(Filters(publishers=("Nobody's News",))) == {}


def test_languages_part_the_claims(story: Database) -> None:
    english, indonesian = (drawn(Filters(languages=(code,))) for code in ("en", "id"))
    everything = drawn(Filters())
    assert english
    assert indonesian
    assert everything == {
        pair: english.get(pair, 0) + indonesian.get(pair, 0) for pair in english | indonesian
    }


def test_only_what_a_speaker_said_is_drawn(story: Database) -> None:
    said = drawn(Filters(speakers=("muttaqi",)))
    assert said
    assert sum(said.values()) < sum(drawn(Filters()).values())
    assert drawn(Filters(speakers=("AFG",))) == {}


def test_unsure_claims_are_left_out(story: Database) -> None:
    everything, sure = drawn(Filters()), drawn(Filters(confidence=0.8))
    assert sure
    assert sum(sure.values()) < sum(everything.values())
    assert drawn(Filters(confidence=1.0)) == {}


def test_filters_join_and_reach_the_evidence_and_the_ties_below(story: Database) -> None:
    filters = Filters(publishers=("Daily Record",), languages=("en",), confidence=0.5)
    edges = picture(replace(EVERYTHING, filters=filters), "all").ties.edges
    for tie in edges:
        claims = evidence(tie, "all", filters)
        assert claims
        assert {(claim.publisher, claim.language) for claim in claims} == {("Daily Record", "en")}
    assert ties_below(list(edges), "all", Filters(languages=("es",))).edges == {}


def test_paths_lead_only_over_what_the_filters_keep(story: Database) -> None:
    asked = Link(LinkKind.PATHS, ("USA", "AFG"))
    assert answer(asked, "all", Filters()).graph.edges
    kept = answer(asked, "all", Filters(confidence=0.1)).graph.edges
    assert set(kept) == set(answer(asked, "all", Filters()).graph.edges)
    assert not answer(asked, "all", Filters(publishers=("Daily Record",))).graph.edges
    assert not answer(asked, "all", Filters(speakers=("muttaqi",))).graph.edges


def test_the_address_keeps_them_and_names_what_it_cannot_read() -> None:
    filters = Filters(
        publishers=("A, B & C",), languages=("id", "en"), speakers=("muttaqi",), confidence=0.65
    )
    view = View(filters=filters)
    assert from_url(to_url(view)) == view
    assert filters.count() == 4
    assert "language" not in to_url(view)  # the language of the interface
    bad = {"confidence": "1.5", "written_in": "Klingon!"}
    assert set(unread(bad)) == set(bad)
    assert from_url(bad).filters == Filters()
    for text in ("nan", "1e-9", "-0", "٠.٥"):
        assert from_url({"confidence": text}).filters.confidence is None


def test_a_file_states_them_in_the_readers_language() -> None:
    view = View(filters=Filters(publishers=("A, B",), languages=("id",), confidence=0.5))
    stamp = {"lens": "trusted", "made at": "2024-01-16T10:00:00"} | to_url(view)
    assert {
        ("Publishers", "A, B"),
        ("Languages of articles", "Indonesian"),
        ("Least confidence", "0.5"),
    } <= set(facts(stamp, Words("en")))
    assert ("Bahasa artikel", "Indonesia") in facts(stamp, Words("id"))


def test_the_form_reads_what_it_offers_only_when_it_is_open(
    story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def counted(lens: str) -> Sequence[Speaker]:
        asked.append(lens)
        return speakers(lens)

    monkeypatch.setattr("explorer.shell.filter_fields.speakers", counted)
    app = opened(level="actor", lens="all", publisher="Daily%20Record")
    assert not asked
    assert not [each for each in app.multiselect if each.key == "publishers"]
    open_filters(app)
    assert asked == ["all"]
    assert app.multiselect(key="publishers").value == ["Daily Record"]


def test_the_form_offers_what_the_graph_has_and_clears_it(story: Database) -> None:
    app = open_filters(opened(level="actor", lens="all", language="id"))
    papers = app.multiselect(key="publishers")
    assert {"Daily Record", "Kabar Nusantara"} <= set(papers.options)
    papers.set_value(["Kabar Nusantara"])
    open_filters(app).multiselect(key="languages").set_value(["id"])
    open_filters(app).slider(key="confidence").set_value(0.3)
    open_filters(app)
    chosen = app.session_state["trail"].view.filters
    assert chosen == Filters(publishers=("Kabar Nusantara",), languages=("id",), confidence=0.3)
    assert app.query_params["publisher"] == "Kabar%20Nusantara"
    app.button(key="clear filters").click().run()
    assert app.session_state["trail"].view.filters == Filters()
