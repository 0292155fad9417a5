"""Cards and lines say what a data set codes and a language model read, in the reader's language."""

from __future__ import annotations

from cypher.records.shared import EvidenceClaim
from explorer.dataset_words import quoted
from explorer.elements import Element
from explorer.panels.evidence import claim_card, evidence
from explorer.phrases import Phrase, said
from explorer.words import Words

SAID = "ICEWS codes this as 040 Consult · <b>Hanoi</b> · fatalities 3"


def claim(**given: object) -> EvidenceClaim:
    fields: dict[str, object] = dict.fromkeys(EvidenceClaim.__match_args__)
    usual = {
        "claim": "c1",
        "event": "e1",
        "document": "d1",
        "event_type": "CONSULT",
        "sentence": SAID,
        "sentence_start": 0,
        "trigger_start": 0,
        "trigger_end": 0,
        "mentions": [],
        "mediators": [],
        "confidence": 0.7,
        "extractor": "data+icews",
        "reasons": [],
        "verdict": "none",
        "publisher": "The Invented Post",
        "url": "https://news.test/a",
        "code": "040",
        "coded": "Consult",
        "place": "<b>Hanoi</b>",
        "fatalities": 3,
    }
    return EvidenceClaim(**{**fields, **usual, **given})  # type: ignore[arg-type]


def texts(node: object, words: Words) -> list[str]:
    """Everything that an element says."""
    if isinstance(node, Phrase | str):
        return [said(node, words)]
    if isinstance(node, Element):
        return [text for child in node.children for text in texts(child, words)]
    return []


def test_a_card_has_the_codes_where_others_have_a_sentence() -> None:
    assert SAID in texts(claim_card(claim(), ()), Words())
    assert "ICEWS mengodekannya sebagai 040 Consult · <b>Hanoi</b> · korban tewas 3" in texts(
        claim_card(claim(), ()), Words("id")
    )


def test_a_card_with_words_of_the_data_set_has_both() -> None:
    found = texts(claim_card(claim(sentence="The fleets met."), ()), Words())
    assert SAID in found
    assert "The fleets met." in found


def test_a_card_of_the_news_has_no_codes() -> None:
    news = claim(
        sentence="They met.", extractor="rules 4", code=None, coded=None, place=None, fatalities=None
    )
    assert not [text for text in texts(claim_card(news, ()), Words()) if "codes this" in text]


def test_a_line_is_translated_too() -> None:
    assert said(quoted(SAID, "data+icews"), Words("id")).startswith("ICEWS mengodekannya sebagai 040 Consult")
    assert quoted("ICEWS codes this as news", "rules 4") == "ICEWS codes this as news"
    assert (
        said(quoted("My raids codes this as AID", "data+csv:My raids"), Words())
        == "My raids codes this as AID"
    )


def test_what_one_publisher_reports_twice_is_no_wording() -> None:
    twice = (claim(claim="c1", voice="v"), claim(claim="c2", voice="v"))
    found = [text for part in evidence(twice, ()) for text in texts(part, Words())]
    assert "Same source: The Invented Post" in found
    assert not [text for text in found if "wording" in text]


def test_a_card_says_which_model_read_the_sentence_again() -> None:
    read = claim(sentence="They met.", extractor="llm+made-up 1", code=None, coded=None, place=None)
    assert "The Invented Post, read by made-up 1" in " ".join(texts(claim_card(read, ()), Words()))
    assert "The Invented Post, dibaca oleh made-up 1" in " ".join(texts(claim_card(read, ()), Words("id")))
    by_rules = claim(sentence="They met.", extractor="rules 4", code=None, coded=None, place=None)
    assert "read by" not in " ".join(texts(claim_card(by_rules, ()), Words()))
