"""The page *Cases* on a real engine, without a browser: reading, changing, members, undo, hostile text."""

from __future__ import annotations

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from cypher.cases.collecting import claim_item, entity_item, pair_item, tie_item
from cypher.cases.items import CaseItem, CaseKind
from cypher.cases.reading import Case, CaseStatus, cases, items_of, read_case
from cypher.cases.saving import add, begin, set_members, set_members_only, set_status, set_text
from cypher.database import Database
from cypher.errors import UsageError
from cypher.model.graph import Sign
from explorer.acts import perform
from explorer.acts.cases import OpenCaseItem
from explorer.pages import PAGES
from explorer.view import session
from explorer.view.clock import known_by, stand_on
from tests.arrived import FIRST, OVERNIGHT, SECOND, VISIT, load_at
from tests.explorer.opening import address, opened, papers
from tests.explorer.turning import turn
from tests.graphs import EXTRACTIONS, tie_id

ATTACK = tie_id("hamas", "ISR", Sign.CONFLICT)
SEEN = {"lens": "trusted", "level": "actor"}
HOSTILE = "</script><img src=x onerror=alert(1)>"


def filled(story: Database, owner: str = "ratna") -> Case:
    """A case of `owner` with one of each of what the graph has."""
    items = [
        entity_item(story, "IRN", SEEN),
        pair_item(story, "USA", "IRN", SEEN),
        tie_item(story, ATTACK, "trusted", SEEN),
        claim_item(story, "claim-attack", SEEN),
        CaseItem(CaseKind.VIEW, HOSTILE, {"page": "network", "centre": "IRN"}, remark=HOSTILE),
    ]
    return begin(story, "Strait", owner, [each.added(owner) for each in items])


def test_a_case_opens_by_its_link_with_its_items_by_kind(story: Database) -> None:
    case = filled(story).case
    app = opened("budi", page="cases", case=case)
    shown = papers(app)
    for text in (
        "Strait",
        "Actors in the case",
        "Iran",
        "Pairs",
        "Hamas \\u2192 Israel",
        "Claims in the case",
    ):
        assert text in shown, text
    assert "Hamas fighters attacked towns in southern Israel on Saturday." in shown
    assert address(app)["case"] == case
    assert not app.markdown, "no title reaches Streamlit's own texts"


def test_the_page_speaks_indonesian(story: Database) -> None:
    shown = papers(opened("budi", page="cases", case=filled(story).case, language="id"))
    for english in ("Actors in the case", "Open case", "everybody sees it", "Other cases", "added by"):
        assert english not in shown, english


def test_a_case_for_members_only_is_neither_listed_nor_opened_for_others(story: Database) -> None:
    case = filled(story).case
    set_members_only(story, case, "ratna", members_only=True)
    app = opened("budi", page="cases", case=case)
    assert "Strait" not in papers(app)
    assert "There is no such case" in papers(app)
    assert "Strait" in papers(opened("ratna", page="cases", case=case))


def test_a_case_is_begun_and_that_can_be_undone(story: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(page="cases")
    app.text_input(key="begin a case").set_value(" Ceasefire ")
    next(button for button in app.button if button.label == "Begin").click().run()
    assert not app.exception
    (found,) = cases(story, "ratna")
    assert (found.title, found.owner, found.members) == ("Ceasefire", "ratna", ("ratna",))
    assert app.session_state["case"] == found.case
    turn_back(app, monkeypatch)
    assert cases(story, "ratna") == []


def turn_back(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Undo what was done last."""
    entry = app.session_state["undo list"].done[-1]
    with monkeypatch.context() as patch:
        turn(app, entry, patch)


def test_status_and_members_change_and_the_history_says_so(
    story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = filled(story).case
    app = opened(page="cases", case=case)
    status = next(each for each in app.get("button_group") if "case status" in str(each.key))
    status.set_value(CaseStatus.CLOSED).run()  # type: ignore[union-attr]
    assert not app.exception
    assert read_case(story, case, "ratna").status is CaseStatus.CLOSED
    app.text_input(key="case member").set_value("  Siti  Aminah ")
    next(button for button in app.button if button.label == "Add a member").click().run()
    assert read_case(story, case, "ratna").members == ("ratna", "Siti Aminah")
    app.checkbox(key="case members only").check().run()
    assert read_case(story, case, "ratna").members_only
    turn_back(app, monkeypatch)
    assert not read_case(story, case, "ratna").members_only
    app.session_state["case history"] = True
    app.run()
    assert "showed the case to members only" in papers(app)


def test_title_and_summary_are_saved_and_a_collision_loses_neither(story: Database) -> None:
    begun = filled(story)
    app = opened(page="cases", case=begun.case)
    app.text_area(key="case summary").set_value("Who closed it?").run()
    assert read_case(story, begun.case, "ratna").summary == ""
    set_text(story, begun, "Strait of Hormuz", "Theirs", "budi")
    app.button(key="save case").click().run()
    assert "'budi' changed" in papers(app)
    assert "Theirs" in papers(app)
    assert app.text_area(key="case summary").value == "Who closed it?"
    assert read_case(story, begun.case, "ratna").summary == "Theirs"
    app.button(key="save case over").click().run()
    now = read_case(story, begun.case, "ratna")
    assert (now.title, now.summary) == ("Strait", "Who closed it?")
    assert "save case" not in {button.key for button in app.button}


def test_typed_text_stays_while_others_add_items(story: Database) -> None:
    begun = filled(story)
    app = opened(page="cases", case=begun.case)
    app.text_input(key="case title").set_value("Mine").run()
    add(story, begun.case, [entity_item(story, "USA", SEEN).added("budi")], "budi")
    app.run()
    assert app.text_input(key="case title").value == "Mine"
    app.button(key="save case").click().run()
    now = read_case(story, begun.case, "ratna")
    assert (now.title, len(now.items)) == ("Mine", 6)


def test_what_others_did_since_the_last_look_is_marked(story: Database) -> None:
    begun = filled(story)
    set_members(story, begun.case, "ratna", add=["budi"])
    assert "new" not in papers(opened("budi", page="cases", case=begun.case)).split('"')
    item = entity_item(story, "USA", SEEN).added("ratna")
    add(story, begun.case, [item], "ratna")
    set_status(story, begun.case, CaseStatus.WATCHING, "ratna")
    assert "2 changes since you looked" in papers(opened("budi", page="cases"))
    opened("budi", page="cases", case=begun.case)
    assert "since you looked" not in papers(opened("budi", page="cases"))


def test_the_dialog_adds_to_the_open_case_or_to_a_new_one(
    story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = filled(story)
    app = opened(page="cases", case=begun.case)
    app.session_state["added to a case"] = claim_item(story, "claim-blame", SEEN)
    app.run()
    app.text_area(key="remark for a case").set_value("Look").run()
    app.button(key="add to case").click().run()
    assert not app.exception
    now = read_case(story, begun.case, "ratna")
    last = items_of(story, begun.case, "ratna")[now.items[-1]]
    assert (last.kind, last.remark, last.added_by, last.address["claim"]) == (
        CaseKind.CLAIM,
        "Look",
        "ratna",
        "claim-blame",
    )
    assert "add to case" not in {button.key for button in app.button}
    turn_back(app, monkeypatch)
    assert len(read_case(story, begun.case, "ratna").items) == 5
    app.session_state["added to a case"] = entity_item(story, "ISR", SEEN)
    app.run()
    app.selectbox(key="chosen case").set_value("new").run()
    app.text_input(key="title of a new case").set_value("Another").run()
    app.button(key="add to case").click().run()
    (new,) = (each for each in cases(story, "ratna") if each.title == "Another")
    assert len(new.items) == 1
    turn_back(app, monkeypatch)
    assert "Another" not in {each.title for each in cases(story, "ratna")}


def test_an_unknown_case_in_a_link_is_named(story: Database) -> None:
    assert "There is no such case" in papers(opened(page="cases", case="<img src=x>"))


def test_new_claims_on_what_a_case_is_about_are_counted_since_the_last_look(
    graph: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_at(graph, FIRST, EXTRACTIONS, monkeypatch)
    begun = filled(graph)
    seen = {"case_id": begun.case, "reader": "ratna", "version": begun.version, "now": VISIT}
    graph.write("cases/look", id="look", **seen)
    load_at(graph, SECOND, OVERNIGHT, monkeypatch)
    shown = papers(opened(page="cases", case=begun.case, level="actor"))
    assert "3 new claims since you looked" in shown, "on the pair"
    assert "since you looked" not in papers(opened("budi", page="cases", case=begun.case))


def test_an_item_opens_where_it_stands_and_is_seen_as_it_was_added(
    story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert PAGES
    begun = filled(story)
    state: dict[str, object] = {"case": begun.case, "page": "cases", "lens": "all", "language": "en"}
    stand_on("2023-10-08", state)
    monkeypatch.setattr(st, "session_state", state)
    places: list[tuple[str, dict[str, str]]] = []
    monkeypatch.setattr(session, "open_page", lambda page, asked: places.append((page, dict(asked))))
    for item in begun.items:
        perform(OpenCaseItem(item))
    assert [page for page, _ in places] == ["actors", "actors", "network", "documents", "network"]
    assert places[2][1]["tie"] == ATTACK
    assert places[3][1]["claim"] == "claim-attack"
    assert (state["lens"], known_by()) == ("trusted", None)
    with pytest.raises(UsageError, match="no longer in the case"):
        perform(OpenCaseItem("another"))


def test_an_item_that_names_an_unknown_page_is_refused(
    story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    item = CaseItem(CaseKind.VIEW, "x", {"page": "../admin"}).added("ratna")
    begun = begin(story, "Strange", "ratna", [item])
    monkeypatch.setattr(st, "session_state", {"case": begun.case, "page": "cases", "language": "en"})
    with pytest.raises(UsageError, match="opens no page"):
        perform(OpenCaseItem(item.id))
