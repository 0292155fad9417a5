"""The page *Briefs* on a real engine, without a browser: reading, changing, saving at once, restoring."""

from __future__ import annotations

from dataclasses import replace

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from cypher.briefs.collecting import collect_pair, collect_tie, own_text
from cypher.briefs.items import ItemKind, Standpoint
from cypher.briefs.reading import Brief, briefs, read_brief
from cypher.briefs.saving import add, save, take_out
from cypher.database import Database
from cypher.judging.annotations import annotate
from cypher.model.graph import Judgement, Sign
from explorer.briefs.drafts import follow
from explorer.network.component import COMPONENT as NETWORK
from tests.explorer.opening import opened, papers
from tests.graphs import tie_id

ATTACK = tie_id("hamas", "ISR", Sign.CONFLICT)


def saved(story: Database, author: str = "ratna", *, shared: bool = False) -> Brief:
    """A brief of `author` with an own text, a tie and a pair."""
    pair = collect_pair(story, "USA", "IRN", Standpoint("trusted", "actor"), author)
    attack = collect_tie(story, ATTACK, Standpoint("trusted", "actor"), {}, author)
    return save(
        story,
        Brief("Hamas & Israel", (own_text("Why", "<b>Because</b>"), attack, pair), shared=shared),
        author,
    )


def test_a_brief_opens_by_its_link_and_says_what_changed_since(story: Database) -> None:
    brief = saved(story, shared=True)
    annotate(story, "claim-attack", Judgement.REJECTED, author="ani")
    app = opened("budi", page="briefs", brief=brief.brief)
    shown = papers(app)
    assert "Hamas fighters attacked towns in southern Israel on Saturday." in shown
    assert "1 claim has changed in the graph since it was collected" in shown
    assert "Since then: rejected" in shown
    assert "<b>Because</b>" in shown
    assert "Save this chart" in shown, "the curve of the pair"
    assert app.query_params["brief"] == brief.brief
    assert "remove brief" not in {button.key for button in app.button}, "only its owner removes it"


def test_a_brief_is_shown_in_indonesian(story: Database) -> None:
    shown = papers(opened(page="briefs", brief=saved(story).brief, language="id"))
    assert "Lensa: Tepercaya" in shown
    assert "Tingkat: pelaku" in shown
    assert "penilaian: belum dinilai" in shown


def test_a_private_brief_is_in_the_list_of_its_owner_alone(story: Database) -> None:
    saved(story)
    assert "Hamas & Israel" in papers(opened("ratna", page="briefs"))
    assert "No brief has been saved yet." in papers(opened("budi", page="briefs"))


def test_an_unknown_brief_in_a_link_is_named(story: Database) -> None:
    assert "There is no brief" in papers(opened(page="briefs", brief="<img src=x>"))


def changed(brief: Brief) -> AppTest:
    """The page with the brief open and its title changed, but not saved."""
    app = opened(page="briefs", brief=brief.brief)
    app.text_input(key="brief title").set_value("Changed").run()
    assert not app.exception
    return app


def test_changes_are_saved_as_the_next_version(story: Database) -> None:
    brief = saved(story)
    app = opened(page="briefs", brief=brief.brief)
    assert app.button(key="save brief").disabled
    app.text_input(key="brief heading").set_value("Next").run()
    app.text_area(key="brief text").set_value("Watch the border.").run()
    app.button(key="add text").click().run()
    app.checkbox(key="brief shared").check().run()
    assert read_brief(story, brief.brief).version == 1
    assert "With changes that are not saved" in papers(app)
    app.button(key="save brief").click().run()
    newest = read_brief(story, brief.brief)
    assert (newest.version, newest.shared) == (2, True)
    assert (newest.items[-1].heading, newest.items[-1].text) == ("Next", "Watch the border.")
    assert app.button(key="save brief").disabled
    assert app.text_area(key="brief text").value == ""
    assert "With changes that are not saved" not in papers(app)


def test_of_two_who_change_a_brief_the_second_is_warned_and_loses_nothing(story: Database) -> None:
    brief = saved(story)
    app = changed(brief)
    save(story, replace(brief, items=()), "budi")
    app.button(key="save brief").click().run()
    assert "Somebody saved this brief while you were changing it" in papers(app)
    assert "'budi' saved version 2" in papers(app)
    assert read_brief(story, brief.brief).author == "budi"
    assert app.text_input(key="brief title").value == "Changed"
    app.button(key="save over").click().run()
    newest = read_brief(story, brief.brief)
    assert (newest.version, newest.title, len(newest.items)) == (3, "Changed", 3)
    assert read_brief(story, brief.brief, 2).items == ()
    assert "Somebody saved this brief" not in papers(app)


def test_after_a_conflict_mine_can_become_another_brief(story: Database) -> None:
    brief = saved(story)
    app = changed(brief)
    save(story, replace(brief, title="Theirs"), "ratna")
    app.button(key="save brief").click().run()
    app.button(key="save apart").click().run()
    assert {(each.title, each.version) for each in briefs(story)} == {("Changed", 1), ("Theirs", 2)}


def test_changes_stay_until_they_are_saved_as_another_brief(story: Database) -> None:
    brief = saved(story)
    app = opened(page="briefs", brief=brief.brief)
    app.session_state["brief drafts"] = {brief.brief: replace(brief, title=" ", items=brief.items[:1])}
    app.session_state["brief refused"] = "Somebody was faster"
    app.run()
    app.button(key="save apart").click().run()
    assert "A brief needs a title" in papers(app)
    assert not app.button(key="save brief").disabled
    assert "Hamas fighters" not in papers(app), "the part that was removed"
    assert [each.version for each in briefs(story)] == [1]


def test_an_own_text_cannot_be_emptied(story: Database) -> None:
    brief = saved(story)
    app = opened(page="briefs", brief=brief.brief)
    app.session_state["edited part"] = 0
    app.run()
    app.text_input(key=f"heading {brief.items[0].id}").set_value("")
    app.text_area(key=f"text {brief.items[0].id}").set_value(" ")
    next(button for button in app.button if button.label == "Keep").click().run()
    assert "An own text needs a heading or some text" in papers(app)
    assert "<b>Because</b>" in papers(app)
    assert app.button(key="save brief").disabled


def test_an_addition_that_is_undone_leaves_the_unsaved_changes_too(
    story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief = saved(story)
    drafts = {brief.brief: replace(brief, title="Changed")}
    monkeypatch.setattr(st, "session_state", {"brief drafts": drafts})
    more = own_text("More", "")
    added = add(story, brief.brief, [more], "ratna")
    follow(added, more, is_added=True)
    kept = drafts[brief.brief]
    assert (kept.title, kept.version, kept.items) == ("Changed", 2, (*brief.items, more))
    follow(take_out(story, brief.brief, more.id, "ratna"), more, is_added=False)
    kept = drafts[brief.brief]
    assert (kept.title, kept.version, kept.items) == ("Changed", 3, brief.items)


def test_an_earlier_version_is_restored_as_the_newest(story: Database) -> None:
    brief = saved(story)
    save(story, replace(brief, title="Empty", items=()), "ratna")
    app = opened(page="briefs", brief=brief.brief, version="1")
    assert "Hamas fighters" in papers(app)
    assert "save brief" not in {button.key for button in app.button}
    app.button(key="restore brief").click().run()
    newest = read_brief(story, brief.brief)
    assert (newest.version, newest.title, newest.items) == (3, "Hamas & Israel", brief.items)


def test_the_result_of_a_query_goes_to_the_brief_of_the_day_and_then_to_the_open_one(story: Database) -> None:
    app = opened(page="queries", query="saved/bilateral/events", first="IRN", second="USA", level="actor")
    app.button(key="saved/bilateral/events to a brief").click().run()
    assert not app.exception
    (entry,) = briefs(story)
    (item,) = read_brief(story, entry.brief).items
    assert (item.kind, item.subject, item.collected_by) == (ItemKind.QUERY, "saved/bilateral/events", "ratna")
    assert item.table
    assert item.table.rows
    assert item.seen
    assert dict(item.seen.filters)["first"] == "IRN"
    assert f"Added to \\u201c{entry.title}\\u201d on the page Briefs" in papers(app)
    app.button(key="saved/bilateral/events to a brief").click().run()
    (again,) = briefs(story)
    assert (again.brief, again.version, len(again.items)) == (entry.brief, 2, 2)


def test_a_query_goes_to_the_brief_with_the_chart_that_is_shown(story: Database) -> None:
    app = opened(page="queries", query="saved/bilateral/history", first="IRN", second="USA", level="actor")
    app.button(key="saved/bilateral/history to a brief").click().run()
    assert not app.exception
    (entry,) = briefs(story)
    (item,) = read_brief(story, entry.brief).items
    assert item.chart
    axes = (item.chart.x, item.chart.y, item.chart.series)
    assert (item.chart.kind, axes) == ("bar", ("month", "claims", "sign"))
    assert {row[item.chart.columns.index("sign")] for row in item.chart.rows} >= {"conflict"}
    shown = opened(page="briefs", brief=entry.brief, language="id")
    (chart,) = shown.get("vega_lite_chart")
    assert "konflik" in chart.proto.spec, "signs are said in the language of who reads it"
    assert "Simpan bagan ini" in papers(shown)


def test_a_query_goes_to_the_brief_with_the_network_that_is_shown(story: Database) -> None:
    app = opened(page="queries", query="saved/bilateral/ties", first="IRN", second="USA", level="actor")
    app.button(key="saved/bilateral/ties to a brief").click().run()
    assert not app.exception
    (entry,) = briefs(story)
    (item,) = read_brief(story, entry.brief).items
    assert item.chart is None
    assert item.network
    assert {node.id for node in item.network.nodes} == {"IRN", "USA"}
    assert tie_id("USA", "IRN", Sign.CONFLICT) in {tie.id for tie in item.network.ties}


def test_the_network_goes_to_the_brief_with_its_places_and_filters_and_is_drawn_there(
    story: Database,
) -> None:
    app = opened(page="network", entity="hamas", sign="conflict", language="id")
    app.button(key="network to a brief").click().run()
    assert not app.exception
    (entry,) = briefs(story)
    (item,) = read_brief(story, entry.brief).items
    assert item.kind is ItemKind.NETWORK
    assert [party.name for party in item.parties] == ["Hamas"]
    assert item.network
    assert ATTACK in {tie.id for tie in item.network.ties}
    assert {tie.sign for tie in item.network.ties} == {"conflict"}
    assert len({(node.x, node.y) for node in item.network.nodes}) == len(item.network.nodes) > 1
    assert "claim-attack" in {claim.claim for claim in item.claims}
    assert item.seen
    assert dict(item.seen.filters) == {"sign": "conflict"}
    shown = opened(page="briefs", brief=entry.brief, language="id")
    assert "Jaringan: Hamas" in papers(shown)
    assert "Sifat: konflik" in papers(shown)
    networks = [each.proto for each in shown.get("bidi_component") if each.proto.component_name == NETWORK]
    assert len(networks) == 1
    assert "Hamas" in networks[0].json


def test_a_brief_is_begun_and_removed(story: Database) -> None:
    app = opened(page="briefs")
    app.text_input(key="new brief").set_value("Begun")
    next(button for button in app.button if button.label == "Begin").click().run()
    assert [each.title for each in briefs(story)] == ["Begun"]
    app.button(key="remove brief").click().run()
    assert briefs(story) == []
    assert "A brief collects evidence to send on." in papers(app)
