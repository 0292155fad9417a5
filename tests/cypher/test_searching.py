"""Sentences are found by their words: in any form, in both languages, on both databases."""

from __future__ import annotations

import pytest

from cypher.database import Database, Settings
from cypher.desk.searching import Asked, asked_in
from cypher.errors import UsageError
from cypher.judging.wording import list_words
from cypher.model.search_words import forms_of, hits, words_of
from ingest.loading.load import load
from tests.articles import Line, article
from tests.cypher.results import column
from tests.graphs import EXTRACTIONS
from tests.services import administration


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("attacking", 3),
        ("ATTACKED towns", 2),
        ("town Israel saturday", 2),
        ("menelepon", 2),
        ("telepon muttaqi", 2),
        ("menelepon Amir-Abdollahian", 1),
        ("prisoner", 2),
        ("the prisoners", 2),
        ("attacked Muttaqi", 0),
        ("zzz", 0),
    ],
)
def test_a_sentence_is_found_by_all_of_its_words_in_any_form(story: Database, words: str, found: int) -> None:
    assert len(story.read("saved/text/sentences", words=words).rows) == found


def test_the_newest_sentence_comes_first_and_says_where_it_stands(story: Database) -> None:
    rows = story.read("saved/text/sentences", words="Iran").records()
    days = [row["published_on"] for row in rows]
    assert days == sorted(days, reverse=True)
    for row in rows:
        whole = story.read("explore/document", document=row["document"]).records()[0]
        assert whole["text"][row["start"] : row["end"]] == row["sentence"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"publisher": "Daily Record"}, 1),
        ({"publisher": "nobody"}, 0),
        ({"languages": ["id"]}, 0),
        ({"since": "2023-10-08"}, 2),
        ({"since": "2023-10-09"}, 0),
        ({"until": "2023-10-07"}, 0),
        ({"known_by": "2023-10-07"}, 0),
        ({"known_by": "2023-10-08"}, 2),
        ({"entity": "hamas"}, 2),
        ({"entity": "taliban"}, 0),
        ({"exactly": "SOUTHERN Israel"}, 2),
        ({"exactly": "Israel southern"}, 0),
        ({"limit": 1}, 1),
    ],
)
def test_filters_leave_out_sentences(story: Database, filters: dict[str, object], found: int) -> None:
    assert len(story.read("saved/text/sentences", words="attacked towns", **filters).rows) == found


def test_claims_of_a_sentence_are_counted_under_the_lens(story: Database) -> None:
    counted = {
        lens: column(story.read("saved/text/sentences", words="attacked towns", lens=lens), "claims")
        for lens in ("trusted", "mine:somebody")
    }
    assert counted == {"trusted": [1, 1], "mine:somebody": [0, 0]}


@pytest.mark.parametrize("typed", ["", "   ", "the", "yang di dan", "…", "'\"\\", "a " * 40])
def test_words_that_every_text_has_are_refused(story: Database, typed: str) -> None:
    with pytest.raises(UsageError, match="1 to 12 words"):
        story.read("saved/text/sentences", words=typed)


def test_more_words_than_a_query_takes_are_refused(story: Database) -> None:
    with pytest.raises(UsageError, match="1 to 12 words"):
        story.read("saved/text/sentences", words=" ".join(f"kata{number}" for number in range(13)))


@pytest.mark.parametrize("typed", ["'}) DETACH DELETE n //", "zzz* OR 1=1", '"unclosed', "zzz:b^2~", "<i>zz"])
def test_hostile_words_are_only_words(story: Database, typed: str) -> None:
    before = story.read("explore/counts").rows
    assert story.read("saved/text/sentences", words=f"{typed} attacked towns").rows == ()
    assert story.read("explore/counts").rows == before


def test_words_are_completed_and_names_are_recognised(story: Database) -> None:
    assert "attack" in column(story.read("explore/words_beginning", beginning="Atta"), "word")
    assert story.read("explore/words_beginning", beginning="").rows == ()
    keyed = story.read("explore/entities_by_key", keys=["iran", "amir khan muttaqi", "unheard of"])
    assert set(column(keyed, "id")) == {"IRN", "muttaqi"}
    assert "Daily Record" in column(story.read("explore/publishers"), "publisher")
    assert column(story.read("explore/publishers", known_by="1999-01-01"), "publisher") == []


def test_a_load_that_is_repeated_adds_no_words(database: Database) -> None:
    load(database, EXTRACTIONS)
    before = dict(database.read("check/relationships").rows)["USES"]
    load(database, EXTRACTIONS)
    assert dict(database.read("check/relationships").rows)["USES"] == before


def test_a_sentence_without_words_of_its_own_is_loaded(database: Database) -> None:
    load(database, [article("empty", "en", "Daily Record", "2023-09-18", (Line("It was."), Line("…")))])
    assert list_words(database) == 0


def test_sentences_of_an_older_graph_get_their_words(engine_settings: Settings, database: Database) -> None:
    load(database, EXTRACTIONS)
    with administration(engine_settings) as owner:
        owner.run("forgetting", "MATCH (:Sentence)-[use:USES]->() DELETE use", {}, write=True)
        owner.run("forgetting", "MATCH (sentence:Sentence) REMOVE sentence.words", {}, write=True)
    assert database.read("saved/text/sentences", words="attacked towns").rows == ()
    assert list_words(database) == database.read("explore/counts").records()[0]["sentences"]
    assert len(database.read("saved/text/sentences", words="attacked towns").rows) == 2
    assert list_words(database) == 0


def test_words_lose_endings_accents_and_possessives() -> None:
    assert words_of("The ministers' Iran's café attacked negara-negara", "en") == (
        *("minister", "iran", "cafe", "attack", "negara"),
    )
    assert words_of("Mereka mengecam serangan-serangannya di Jalur Gaza", "id") == (
        "kecam",
        "serang",
        "jalur",
        "gaza",
    )
    assert words_of("atacó", "es") == ("ataco",)
    assert words_of("", "en") == ()


def test_the_forms_of_a_typed_word_are_those_of_each_language() -> None:
    assert forms_of("mengecam") == [["mengecam", "kecam"]]
    assert forms_of("attacks") == [["attacks", "attack"]]
    assert forms_of("Iran iran IRAN") == [["iran"]]


def test_hits_are_where_the_words_stand() -> None:
    text = "Iran mengecam kecaman; the condemned city"
    found = [span.of(text) for span in hits(text, forms_of("kecam condemn"))]
    assert found == ["mengecam", "kecaman", "condemned"]


@pytest.mark.parametrize(
    ("typed", "asked", "year"),
    [
        ("Iran Israel", Asked("Iran Israel"), None),
        ("Iran 2023", Asked("Iran 2023"), "2023"),
        ("2023", Asked("2023"), None),
        ("perang 1999 2003", Asked("perang 1999 2003"), None),
        ('mengecam "Jalur Gaza"', Asked("mengecam Jalur Gaza", "Jalur Gaza"), None),
        ("“new sanctions” 2019", Asked("new sanctions 2019", "new sanctions"), "2019"),
        ('"" kata', Asked("kata"), None),
        ('"…" kini "Jalur Gaza"', Asked("… kini Jalur Gaza", "Jalur Gaza"), None),
        pytest.param('"' + "a" * 300_000, Asked("a" * 300_000), None, id="an endless quotation"),
    ],
)
def test_what_is_typed_is_read(typed: str, asked: Asked, year: str | None) -> None:
    assert asked_in(typed) == asked
    assert asked_in(typed).year == year
