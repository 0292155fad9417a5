"""The page *Search* on a real engine, without a browser."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cypher.database import Database
from cypher.model.search_words import forms_of
from cypher.records.shared import EvidenceClaim
from explorer.graph.said_so import newest_first, reports_that_say
from explorer.panels.finds import sentences_found
from tests.explorer.opening import opened, papers


def test_a_name_finds_the_actor_its_sentences_and_its_titles(story: Database) -> None:
    shown = papers(opened(page="search", text="Iran"))
    assert '"OpenProfile", "entity": "IRN"' in shown
    assert '"OpenEntity", "entity": "IRN"' in shown
    assert '"act": "OpenSentence"' in shown
    assert '"OpenDocument"' in shown


def test_two_names_find_their_pair(story: Database) -> None:
    shown = papers(opened(page="search", text="amir khan muttaqi iran"))
    assert '"OpenPair", "first": "muttaqi", "second": "IRN"' in shown


@pytest.mark.parametrize(("text", "found"), [("Hamas Israel attacked", True), ("Hamas Israel phoned", False)])
def test_a_phrase_finds_events_of_its_actors(story: Database, text: str, found: bool) -> None:
    shown = papers(opened(page="search", text=text))
    assert ("claim-attack" in shown) is found


@pytest.mark.parametrize(("text", "found"), [("Hamas Israel 2023", True), ("Hamas Israel 1999", False)])
def test_a_year_is_that_of_the_events_and_of_publication(story: Database, text: str, found: bool) -> None:
    shown = papers(opened(page="search", text=text))
    assert ("claim-attack" in shown) is found
    assert ("OpenSentence" in shown) is found


def test_the_beginning_of_a_word_finds_sentences(story: Database) -> None:
    assert "OpenSentence" in papers(opened(page="search", text="Hamas figh"))
    assert "OpenSentence" not in papers(opened(page="search", text="Hamas fi"))


def test_found_words_are_marked_and_open_the_article_at_the_sentence(story: Database) -> None:
    shown = papers(opened(page="search", text="menelepon"))
    assert '"look": "found", "children": ["menelepon"]' in shown
    row = story.read("saved/text/sentences", words="menelepon").records()[-1]
    place = f"{row['start']}-{row['end']}"
    article = papers(opened(page="documents", document=row["document"], sentence=place))
    assert "sought here" in article


@pytest.mark.parametrize("place", ["9-1", "x", "-", "1-", "999999999999-5", "<i>"])
def test_a_sentence_that_is_none_marks_nothing(story: Database, place: str) -> None:
    document = story.read("explore/documents").records()[0]["document"]
    assert "sought here" not in papers(opened(page="documents", document=document, sentence=place))


def test_queries_and_pages_are_found_in_both_languages(story: Database) -> None:
    shown = papers(opened(page="search", text="kualitas", language="id"))
    assert "OpenProfile" not in shown
    assert '"act": "OpenQuery"' in papers(opened(page="search", text="mediates"))
    assert (
        '"act": "GoToPage", "page": "quality"'
        in papers(opened(page="search", text="Qual")).split("everything")[-1]
    )


@pytest.mark.parametrize(
    "text", ["the", "zzz", "<script>alert(1)</script>", "'; MATCH (n) DETACH DELETE n //"]
)
def test_what_finds_nothing_says_what_to_try(story: Database, text: str) -> None:
    shown = papers(opened(page="search", text=text))
    assert "These words are in every text" in shown or "No sentence has all of these words" in shown
    assert story.read("explore/entity", entity="IRN").rows


def test_watching_words_keeps_them_as_a_watched_query(story: Database) -> None:
    app = opened(page="search", text="Hamas attacked", author="ratna")
    app.button(key="watch words").click().run()
    watched = story.read("annotate/watches", author="ratna").records()
    assert [(row["query"], row["parameters"]) for row in watched] == [
        ("saved/text/sentences", ["words=Hamas attacked"])
    ]


def test_the_heading_says_when_there_may_be_more_sentences(story: Database) -> None:
    rows = story.read("saved/text/sentences", words="attacked towns").records()
    whole, cut = sentences_found(rows, [], 3), sentences_found(rows, [], 2)
    assert whole is not None
    assert whole.text().startswith("2 sentences")
    assert cut is not None
    assert cut.text().startswith("The newest 2 sentences")


def test_claims_say_the_same_in_other_words_of_their_type() -> None:
    said = [claim("a", "Iran mengecam Israel.", "id", "DISAPPROVE", (5, 13))]
    other = [claim("b", "Iran condemned Israel.", "en", "DISAPPROVE", (5, 14))]
    none = [claim("c", "Iran met Israel.", "en", "CONSULT", (5, 8))]
    found = reports_that_say([*none, *other, *said], forms_of("mengecam"), None)
    assert [each.claim for each in found] == ["a", "b"]
    assert reports_that_say([*other, *none], forms_of("mengecam"), None) == []
    assert reports_that_say(said, forms_of("mengecam"), "2019") == []


def test_the_claims_of_a_pair_are_listed_by_date_whoever_acted() -> None:
    one, two, three = (claim(name, "Iran met Israel.", "en", "CONSULT", (5, 8)) for name in "abc")
    forth = [replace(one, date="2024-01-02"), replace(two, date="2019-05-06")]
    back = [replace(three, date=None, published_on="2023-01-01"), forth[0]]
    assert [each.claim for each in newest_first([*forth, *back])] == ["a", "c", "b"]


def claim(
    name: str, sentence: str, language: str, event_type: str, trigger: tuple[int, int]
) -> EvidenceClaim:
    fields = dict.fromkeys(EvidenceClaim.__match_args__)
    given = {
        "claim": name,
        "sentence": sentence,
        "sentence_start": 0,
        "language": language,
        "event_type": event_type,
        "trigger_start": trigger[0],
        "trigger_end": trigger[1],
        "date": "2023-10-01",
    }
    return EvidenceClaim(**{**fields, **given})  # type: ignore[arg-type]
