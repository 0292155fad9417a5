"""Known names are found as people write them, and ordinary words are not."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from ingest.knowledge import load_knowledge
from ingest.resolution.gazetteer import Gazetteer


@cache
def pipeline(language: str) -> Language:
    """Return a tokenizer; the Indonesian one takes seconds to make, so none is made on import."""
    return spacy.blank(language)


@cache
def gazetteer(language: str) -> Gazetteer:
    return Gazetteer(load_knowledge(), language)


def found(text: str, language: str) -> list[tuple[str, str]]:
    """Surface and entity of every match."""
    doc = pipeline(language).make_doc(text)
    return [(match.span.of(text), match.entity.id) for match in gazetteer(language).find(doc, text)]


def ids(text: str, language: str) -> list[str]:
    return [entity for _, entity in found(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "Sidang Dewan Keamanan PBB ditunda",
            "id",
            [("Dewan Keamanan PBB", "united-nations-security-council")],
        ),
        ("talks in South Korea", "en", [("South Korea", "KOR")]),
        ("Korea Utara menguji rudal", "id", [("Korea Utara", "PRK")]),
        ("Benjamin Netanyahu", "en", [("Benjamin Netanyahu", "benjamin-netanyahu")]),
    ],
)
def test_the_longest_name_wins(text: str, language: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "body", "country"),
    [
        ("Kongres AS menolak", "id", "us-congress", "USA"),
        ("Kementerian Luar Negeri Korea Selatan", "id", "south-korean-foreign-ministry", "KOR"),
        ("Al-Qaeda di Irak", "id", "al-qaeda-in-iraq", "IRQ"),
        ("the Palestinian Authority said", "en", "palestinian-authority", "PSE"),
        ("the Israel Defense Forces withdrew", "en", "israel-defense-forces", "ISR"),
    ],
)
def test_a_country_in_the_name_of_a_state_body_or_armed_group_is_found_too(
    text: str, language: str, body: str, country: str
) -> None:
    assert ids(text, language) == [body, country]


def test_a_country_in_the_name_of_a_person_or_newspaper_is_not_named() -> None:
    assert ids("Israel Katz told China Daily", "en") == ["israel-katz", "china-daily"]


@pytest.mark.parametrize(
    "text",
    [
        "Kapal itu punya as roda yang patah",
        "let us say it is for them",
        "ia membeli turki dan cad merah",
        "they polish the china",
        "is he the one who is here",
    ],
)
def test_ordinary_words_in_small_letters_are_no_names(text: str) -> None:
    assert ids(text, "id") == []
    assert ids(text, "en") == []


def test_abbreviations_count_in_capitals_only() -> None:
    assert ids("Pasukan AS tiba", "id") == ["USA"]
    assert ids("As itu patah", "id") == []
    assert ids("US troops told us", "en") == ["USA"]


def test_a_headline_in_capitals_does_not_make_words_into_names() -> None:
    assert ids("IRAN TELLS US WHO IS TO BLAME", "en") == ["IRN"]
    assert ids("IRAN SEBUT SERANGAN ITU KEJI", "id") == ["IRN"]
    assert ids("Iran menjawab ITU", "id") == ["IRN", "international-telecommunication-union"]
    assert ids("US strikes Iran", "en") == ["USA", "IRN"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Israelnya", [("Israel", "ISR")]),
        ("Iranlah", [("Iran", "IRN")]),
        ("Iran-lah", [("Iran", "IRN")]),
        ("AS-lah", [("AS", "USA")]),
        ("pro-Palestina", [("Palestina", "PSE")]),
        ("se-Indonesia", [("Indonesia", "IDN")]),
    ],
)
def test_affixes_do_not_hide_a_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, "id") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("perang Hamas-Israel", "id", ["hamas", "ISR"]),
        ("perundingan AS-China", "id", ["USA", "CHN"]),
        ("the Hamas-Israel war", "en", ["hamas", "ISR"]),
        ("U.S.-backed forces", "en", ["USA"]),
        ("Iran-backed militia", "en", ["IRN"]),
        ("Pro-U.S. governments", "en", ["USA"]),
    ],
)
def test_hyphenated_pairs_of_known_names_are_two_names(text: str, language: str, expected: list[str]) -> None:
    assert ids(text, language) == expected


@pytest.mark.parametrize("text", ["Jean-Iran Dupont", "Trans-Jordan railway", "Iran-Contra"])
def test_half_of_a_hyphenated_name_is_no_name(text: str) -> None:
    assert ids(text, "en") == []


def test_possessives_and_plurals_end_outside_the_name() -> None:
    assert found("Iran's reply to the Houthis' missiles", "en") == [("Iran", "IRN"), ("Houthis", "houthis")]
    assert found("the U.S.'s reply", "en") == [("U.S.", "USA")]


def test_spellings_with_other_accents_hyphens_and_apostrophes_are_found() -> None:
    text = "Hossein Amir Abdollahian, Amir-Abdollahian; Côte d’Ivoire, Cote d'Ivoire; al-Shabaab"
    people = ["hossein-amir-abdollahian"] * 2
    assert ids(text, "en") == [*people, "CIV", "CIV", "al-shabaab"]


def test_names_do_not_reach_over_commas_full_stops_or_lines() -> None:
    assert ids("Korea, Utara", "id") == ["KOR"]
    assert "south-africa" not in ids("in the South. Africa waits", "en")
    assert ids("South\nKorea", "en") == ["KOR"]


def test_each_language_has_its_own_names() -> None:
    assert ids("Amerika Serikat", "id") == ["USA"]
    assert ids("AS told Reuters", "en") == ["reuters"]
    assert ids("DPR menyetujui", "id") == ["house-of-representatives-of-indonesia"]


def test_a_match_covers_the_tokens_that_hold_it_and_says_who_else_has_the_name() -> None:
    text = "Presiden Bush bertemu PM Israel."
    doc = pipeline("id").make_doc(text)
    bush, israel = gazetteer("id").find(doc, text)
    assert doc[bush.start_token : bush.end_token].text.endswith("Bush")
    assert doc[israel.start_token : israel.end_token].text == "Israel"
    assert [other.id for other in bush.others] == ["george-h-w-bush"]


@settings(deadline=None)  # the first call loads the gazetteer
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80))
def test_any_text_gives_matches_inside_it_that_are_disjoint_or_nested(text: str) -> None:
    text += " Iran-Israel AS’nya"
    doc = pipeline("id").make_doc(text)
    matches = gazetteer("id").find(doc, text)
    for match in matches:
        assert 0 <= match.start_token < match.end_token <= len(doc)
        assert doc[match.start_token].idx <= match.span.start < match.span.end
    for left, right in pairwise(matches):
        assert left.span.end <= right.span.start or left.span.covers(right.span)
