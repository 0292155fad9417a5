"""The review and quality pages on a real engine, without a browser: empty, under way, and by hand."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from cypher.database import Database
from cypher.judging.annotations import annotate
from cypher.judging.merging import mergers, split
from cypher.model.graph import Entity, EntityKind, Extraction, Judgement
from explorer.view.clock import KNOWN_BY
from ingest.loading.load import load
from tests.cypher.results import column
from tests.explorer.opening import opened, papers
from tests.graphs import ARTICLES


def at(page: str, **state: object) -> AppTest:
    """The app on a page."""
    app = opened()
    app.session_state["page"] = page
    for name, value in state.items():
        app.session_state[name if name == KNOWN_BY else name.replace("_", " ")] = value
    app.run()
    assert not app.exception
    return app


def naming(article: str, *names: str) -> Extraction:
    """An article of the story that names these people too."""
    extraction = ARTICLES[article]
    people = [Entity(f"actor-{name}", name, EntityKind.PERSON, "IRQ") for name in names]
    mentions = [replace(extraction.mentions[0], entity_id=person.id) for person in people]
    return replace(
        extraction,
        entities=(*extraction.entities, *people),
        mentions=(*extraction.mentions, *mentions),
    )


def test_the_recoded_claim_is_saved_and_the_next_one_comes(story: Database) -> None:
    app = at("review")
    (_, round_) = app.session_state["review round"]
    app.button(key="swap parties").click().run()
    app.button(key="save recode").click().run()
    assert not app.exception
    (_, after) = app.session_state["review round"]
    assert (after.place, list(after.batches)) == (1, [round_.claim])
    assert column(story.read("explore/claim", claim=round_.claim), "verdict") == ["verified"]


def test_filters_make_a_new_round(story: Database) -> None:
    app = at("review")
    app.multiselect(key="review types").set_value(["AID"]).run()
    (_, round_) = app.session_state["review round"]
    assert set(round_.claims) == {"claim-aid", "claim-relief"}


def test_the_quality_page_has_a_row_for_each_judged_type(story: Database) -> None:
    annotate(story, "claim-relief", Judgement.VERIFIED, author="ani")
    annotate(story, "claim-relief", Judgement.REJECTED, author="budi")
    annotate(story, "claim-blame", Judgement.REJECTED, author="ani")
    app = at("quality")
    assert "Confidence is that of the extraction" in papers(app)
    by_type, *_, silent, agreed = (frame.value for frame in app.dataframe)
    assert sorted(by_type["Wrong"]) == [0, 1]
    assert silent["With actors"].sum() >= silent["Without a claim"].sum()
    assert set(silent["Publisher"]) >= {"Daily Record", "Evening Mirror"}
    assert list(agreed["Agreed"]) == [0]


def test_the_quality_page_shows_what_was_learned_from_verdicts(story: Database) -> None:
    trust = {"level": 0.0, "slope": 1.0, "weights": {"source Post": -0.8, "type AID": 0.1}}
    measured = {"calibration_error": 0.2, "precision": 0.5, "recall": 0.9, "log_loss": 0.7, "trusted": 10}
    comparison = {
        "verdicts": 40, "articles": 12, "gain": 0.1, "low": 0.02, "high": 0.2,
        "before": measured, "after": {**measured, "precision": 0.75},
    }  # fmt: skip
    story.write(
        "learn/save",
        id="lesson-1",
        number=1,
        created_at="2024-03-01T10:30:00+00:00",
        trust=json.dumps(trust),
        comparison=json.dumps(comparison),
        applied=True,
    )
    app = at("quality")
    assert "Lesson 1 (2024-03-01) follows from 40 verdicts on 12 articles" in papers(app)
    lesson, trusted, *_ = (frame.value for frame in app.dataframe)
    for shown in app.dataframe[:2]:
        assert "percent" not in shown.proto.columns
    assert list(lesson["Before"])[:2] == [0.2, 0.5]
    assert list(lesson["After"])[:2] == [0.2, 0.75]
    assert list(trusted["Trusted"]) == ["less", "more"]


def test_a_wrong_actor_is_corrected_everywhere_by_hand_and_split_again(story: Database) -> None:
    app = at("review", review_stage="actors", merged_entity="Muttaqi", merged_into="Taliban")
    app.button(key="merge entities").click().run()
    assert not app.exception
    assert [(each.entity, each.into) for each in mergers(story)] == [("muttaqi", "taliban")]
    assert column(story.read("explore/search_entities", text="muttaqi"), "id") == ["taliban"]
    split(story, "muttaqi", author="ani")
    assert column(story.read("explore/search_entities", text="muttaqi"), "id") == ["muttaqi"]


@pytest.mark.parametrize(("page", "timeless"), [("review", True), ("quality", True), ("documents", False)])
def test_a_page_that_does_not_follow_the_day_says_so(story: Database, page: str, timeless: bool) -> None:
    app = at(page, known_by=date(2024, 1, 15))
    assert ("everything that is known today" in papers(app)) is timeless
    app.session_state["known_by"] = None
    assert "everything that is known today" not in papers(app.run())


def test_a_skipped_pair_comes_after_those_that_were_not_skipped_yet(story: Database) -> None:
    people = {"call": ("Karim Barzan", "Karim Barzan Saleh"), "swap": ("Omar Haddad", "Omar Haddad Khalil")}
    load(story, [naming(article, *names) for article, names in people.items()])
    app = AppTest.from_file(str(Path(__file__).with_name("apps") / "pairs.py"), default_timeout=60).run()
    first, second = (key for button in app.button if (key := button.key or "").startswith("actor-"))

    def shown() -> str:
        (pair,) = (paper for paper in papers(app).splitlines() if "% similar" in paper)
        return pair

    names = {button.key: button.label for button in app.button}
    assert f'"{names[first]}"' in shown()
    app.button(key=first).click().run()
    assert f'"{names[second]}"' in shown()
    app.button(key=second).click().run()
    assert f'"{names[first]}"' in shown()
