"""What the app records of its reader: pages, queries and changes once each, refusals, and no text of news."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from cypher.audit import Entry, Outcome
from cypher.audit.chain import folder_of
from cypher.audit.checking import check
from cypher.audit.reading import entries
from cypher.bolt.settings import home_from_environment
from cypher.database import Database
from cypher.model.graph import Sign
from explorer.elements.component import carry_out
from explorer.identity import present
from explorer.identity.person import Person
from explorer.identity.roles import TeamRole
from explorer.view.state import View, select_edge
from explorer.view.trail import Trail
from tests.explorer.opening import opened, papers
from tests.graphs import ARTICLES, EXTRACTIONS, tie_id

SWAP = ARTICLES["swap"].document.id
SANCTIONS = tie_id("USA", "IRN", Sign.CONFLICT)


@pytest.fixture(autouse=True)
def _new_record(graph: Database) -> Iterator[None]:
    """Begin with an empty record: the engine's folder is shared with other tests."""
    for file in folder_of(home_from_environment()).glob("*"):
        file.unlink()
    yield
    assert check(home_from_environment()).whole


def recorded(act: str = "") -> list[Entry]:
    """The entries of an act, or all."""
    return [entry for entry in entries(home_from_environment()) if act in ("", entry.act)]


def at(tie: str) -> AppTest:
    """The app with an edge between actors selected."""
    app = opened(level="actor")
    app.session_state["trail"] = Trail(select_edge(View(), tie))
    return app.run()


def test_a_page_is_recorded_once_however_often_it_is_drawn(story: Database) -> None:
    app = opened(page="documents", document=SWAP)
    app.run()
    app.run()
    (entry,) = recorded("open documents")
    assert (entry.object_id, entry.who, entry.outcome) == (SWAP, "ratna", Outcome.DONE)


def test_another_subject_on_the_same_page_is_another_entry(story: Database) -> None:
    opened(page="actors", entity="IRN")
    opened(page="actors", entity="USA")
    assert [entry.object_id for entry in recorded("open actors")] == ["IRN", "USA"]


def test_a_query_is_recorded_with_what_was_asked(story: Database) -> None:
    app = opened(page="queries", query="saved/bilateral/ties", first="USA", second="IRN", level="actor")
    app.run()
    (entry,) = recorded("run query")
    assert entry.object_id == "saved/bilateral/ties"
    assert {"USA", "IRN"} <= set(entry.details.values())


def test_a_verdict_and_its_undoing_are_recorded_once_each(story: Database) -> None:
    app = at(SANCTIONS)
    app.button(key="judge verified").click().run()
    app.run()
    (judged,) = recorded("judge")
    assert (judged.object_id, judged.details["judgement"]) == (SANCTIONS, "verified")
    assert (judged.who, judged.outcome) == ("ratna", Outcome.DONE)


def test_what_a_role_does_not_allow_is_recorded_as_refused(
    story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = Person("rina@example.org", TeamRole.READER)
    monkeypatch.setattr(present, "person", lambda: person)
    carry_out({"act": "Judge", "claim": "claim-sanctions", "judgement": "verified"})
    carry_out({"act": "Judge", "claim": "claim-sanctions", "judgement": "no such one"})
    refused, malformed = [entry for entry in recorded() if entry.outcome is Outcome.REFUSED]
    assert (refused.who, refused.role, refused.act) == ("rina@example.org", "reader", "judge")
    assert refused.object_id == "claim-sanctions"
    assert "you may only read" in refused.why
    assert malformed.why == "MalformedActError"


def test_a_change_that_cannot_be_recorded_is_refused_and_pages_can_still_be_read(
    story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = at(SANCTIONS)
    before = story.read("explore/counts").records()
    folder = folder_of(home_from_environment())
    aside = folder.with_name("aside")
    folder.rename(aside)
    folder.write_text("a file in the way")
    try:
        app.button(key="judge verified").click().run()
        assert not app.exception
        assert story.read("explore/counts").records() == before
        app = opened(page="documents", document=SWAP).run()
        assert not app.exception
        assert "cannot be recorded" in papers(app)
    finally:
        folder.unlink()
        aside.rename(folder)


def test_no_text_of_an_article_gets_into_the_record(story: Database) -> None:
    for page in ("network", "documents", "actors", "queries", "search", "since", "review", "quality"):
        opened(page=page)
    opened(page="search", text="sanctions")
    app = at(SANCTIONS)
    app.button(key="judge verified").click().run()
    written = b"".join(file.read_bytes() for file in folder_of(home_from_environment()).glob("*"))
    assert len(recorded()) > 8
    texts = [sentence.text for extraction in EXTRACTIONS for sentence in extraction.sentences]
    texts += [extraction.document.title or "" for extraction in EXTRACTIONS]
    assert len(texts) > 10
    assert not [text for text in texts if text and text.encode() in written]
