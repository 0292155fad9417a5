"""The reader's alerts on the pages Since and Cases, on a real engine, without a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cypher.alerts.outbox import failed, keep_test, newest
from cypher.alerts.rules import FEED, Pace, keep_rule, rules
from cypher.cases.saving import begin
from cypher.database import Database
from cypher.sources import notes
from cypher.sources.store import Store
from explorer.acts import perform
from explorer.acts.alerts import RemoveAlert, SendTestAlert
from explorer.alerts import changing
from explorer.work.reversible import Reversible
from tests.explorer.opening import opened, papers
from tests.explorer.turning import turn

LISTED = """
[webhook.newsdesk]
url = "https://example.org/in"
secret_file = "/nowhere"
"""


@pytest.fixture
def _listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "alerts.toml"
    path.write_text(LISTED, encoding="utf-8")
    monkeypatch.setenv("KONSTELASI_ALERTS", str(path))


def with_alerts(**asked: str) -> AppTest:
    """The app on a page with the alerts open."""
    app = opened(**asked)
    app.session_state["alerts"] = True
    app.run()
    assert not app.exception
    return app


@pytest.mark.usefixtures("_listed")
def test_an_alert_is_added_listed_and_undone(story: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    app = with_alerts(page="since")
    place = app.selectbox(key="place of a new alert")
    assert place.options == ["Atom feed", "newsdesk"]
    place.set_value("newsdesk").run()
    app.selectbox(key="pace of a new alert").set_value(Pace.DAILY).run()
    app.button(key="add alert").click().run()
    assert not app.exception
    (rule,) = rules(story, "ratna")
    assert (rule.destination, rule.pace, rule.case_id) == ("newsdesk", Pace.DAILY, "")
    assert rule.language == "en"
    assert notes.read(Store(Path(_home())), notes.ALERTS)
    app.session_state["alerts"] = True
    app.run()
    assert "newsdesk, daily" in papers(app)
    with monkeypatch.context() as patch:
        turn(app, app.session_state["undo list"].done[-1], patch)
    assert not rules(story, "ratna")


@pytest.mark.parametrize(("interface", "chosen"), [("id", None), ("en", "id"), ("id", "en")])
def test_an_alert_is_in_the_language_of_the_interface_or_in_one_that_is_chosen(
    interface: str, chosen: str | None, story: Database
) -> None:
    app = with_alerts(page="since", language=interface)
    box = app.selectbox(key="language of a new alert")
    assert (box.options, box.value) == (["English", "Bahasa Indonesia"], interface)
    if chosen:
        box.set_value(chosen).run()
    app.button(key="add alert").click().run()
    assert not app.exception
    (rule,) = rules(story, "ratna")
    assert rule.language == (chosen or interface)
    app.session_state["alerts"] = True
    app.run()
    assert {"en": ", English", "id": ", Bahasa Indonesia"}[rule.language] in papers(app)


def _home() -> str:
    import os  # noqa: PLC0415

    return os.environ["KONSTELASI_HOME"]


def test_a_case_has_alerts_of_its_own_and_a_failure_is_shown(story: Database) -> None:
    case = begin(story, "Gulf", "ratna").case
    everywhere = keep_rule(story, "ratna", FEED, Pace.HOURLY)
    of_case = keep_rule(story, "ratna", "gone", Pace.AT_ONCE, case)
    keep_test(story, of_case)
    (each,) = newest(story, of_case)
    from datetime import UTC, datetime  # noqa: PLC0415

    failed(story, each, "<b>status 500</b>", datetime.now(UTC))
    shown = papers(with_alerts(page="cases", case=case))
    assert "gone, at once" in shown
    assert "Not accepted: <b>status 500</b>" in shown
    assert "1 alert waits" in shown or "1 alerts wait" in shown
    assert everywhere not in shown
    shown = papers(with_alerts(page="since", language="id"))
    assert "Umpan Atom, tiap jam" in shown
    assert "gone" not in shown


def test_a_rule_of_another_is_neither_tested_nor_removed(
    story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = keep_rule(story, "budi", FEED, Pace.HOURLY)
    monkeypatch.setattr(changing, "own_rules", lambda: rules(story, "ratna"))
    for act in (SendTestAlert(theirs), RemoveAlert(theirs)):
        with pytest.raises(Exception, match="no longer there"):
            perform(act)
    assert not newest(story, theirs)


def test_an_alert_that_comes_back_is_in_its_language(
    story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    rule = keep_rule(story, "ratna", FEED, Pace.HOURLY, language="id")
    removals: list[Reversible] = []
    monkeypatch.setattr(changing, "own_rules", lambda: rules(story, "ratna"))
    monkeypatch.setattr(changing, "analyst", lambda: story)
    monkeypatch.setattr(changing, "recording", removals.append)
    monkeypatch.setattr(changing, "request", lambda _: None)
    perform(RemoveAlert(rule))
    removals[0].record("ratna")
    assert not rules(story, "ratna")
    removals[0].reverse("ratna")
    assert [(each.id, each.language) for each in rules(story, "ratna")] == [(rule, "id")]


def test_a_list_of_destinations_that_cannot_be_read_is_named(
    story: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert story
    monkeypatch.setenv("KONSTELASI_ALERTS", "/nowhere/alerts.toml")
    app = with_alerts(page="since")
    assert "/nowhere/alerts.toml" in papers(app)
    assert app.selectbox(key="place of a new alert").options == ["Atom feed"]
