"""English grammar, lexicon and data: who did what to whom in the constructions of English news."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
import yaml

from cypher.model.graph import Event
from cypher.model.ontology import event_types
from ingest.extraction.vocabulary.language import load_language
from tests.ingest.extraction.conftest import Extract, Told

_TOLD = {
    # active and passive
    "Chile condemned Peru on Tuesday.": ("ACCUSE", "Chile", "Peru"),
    "Peru was condemned by Chile on Tuesday.": ("ACCUSE", "Chile", "Peru"),
    "Kenyan police arrested dozens of journalists in Nairobi.": ("COERCE", "Kenyan police", "journalists"),
    # event nouns: possessor, between, visit by, carried by a light verb, in a round
    "Israel's air strike on Lebanon drew no comment.": ("ASSAULT", "Israel", "Lebanon"),
    "Talks between Iran and Oman resumed in Muscat.": ("CONSULT", "Iran & Oman", ""),
    "Egypt carried out an attack on Libya.": ("ASSAULT", "Egypt", "Libya"),
    "Jordan and Egypt began a new round of joint military exercises.": ("COOPERATE", "Jordan & Egypt", ""),
    # what is asked, promised, threatened or refused is part of the act
    "Norway urged Sudan to withdraw its troops.": ("REQUEST", "Norway", "Sudan"),
    "Pakistan threatened to attack India.": ("THREATEN", "Pakistan", "India"),
    "Serbia refused to meet Kosovo.": ("REJECT", "Serbia", "Kosovo"),
    "Japan agreed to lend a billion dollars to Vietnam.": ("AGREE", "Japan", "Vietnam"),
    "China accused Japan of raiding its embassy.": ("ACCUSE", "China", "Japan"),
    # auxiliaries that are acts
    "Russia said that Poland must open its border.": ("REQUEST", "Russia", "Poland"),
    "France will not lift the ban on Belarus.": ("REJECT", "France", "Belarus"),
    # pronouns and descriptions inside a sentence
    "A number of them accused Iran of the attack.": ("ACCUSE", "them", "Iran"),
    "Brazil said it had expelled the ambassador of Nicaragua.": (
        "SANCTION",
        "Brazil",
        "ambassador of Nicaragua",
    ),
    "Kenyan leaders praised a handful of activists.": ("SUPPORT", "Kenyan leaders", "activists"),
    # relative and participial clauses
    "Ethiopia, which invaded Somalia, is poor.": ("ASSAULT", "Ethiopia", "Somalia"),
    "Rebels backed by Rwanda fled.": ("SUPPORT", "Rwanda", "Rebels"),
    # other types
    "Sudan severed diplomatic relations with Kenya.": ("SANCTION", "Sudan", "Kenya"),
    "Germany sent medicine to Mali.": ("AID", "Germany", "Mali"),
    "Ukraine released Russian prisoners.": ("RETREAT", "Ukraine", "Russian prisoners"),
    "Algeria lifted its embargo on Morocco.": ("CONCEDE", "Algeria", "Morocco"),
    "India deployed warships near Pakistan.": ("MOBILIZE", "India", "Pakistan"),
    "Angry farmers protested against the government of Spain.": ("PROTEST", "farmers", "government of Spain"),
}


@pytest.mark.parametrize("text", _TOLD)
def test_a_construction_tells_who_did_what_to_whom(text: str, told: Told) -> None:
    assert _TOLD[text] in told(text, "en")


_STATUS = {
    "Iran attacked Iraq.": "actual",
    "Iran plans to attack Iraq.": "planned",
    "Iran did not attack Iraq.": "negated",
    "Iran may attack Iraq.": "hypothetical",
    "If Iran attacks Iraq, oil will be dear.": "hypothetical",
    "Iran denied attacking Iraq.": "negated",
    "France will not lift the ban on Belarus.": "actual",
}


@pytest.mark.parametrize("text", _STATUS)
def test_the_words_around_it_say_whether_it_happened(text: str, extracted: Extract) -> None:
    events = [claim.asserts for claim in extracted(text, "en").claims if isinstance(claim.asserts, Event)]
    assert [event.status for event in events] == [_STATUS[text]]


@pytest.mark.parametrize(
    "text",
    [
        "The storm hit Cuba and the Bahamas.",
        "Shares in Japan fell sharply.",
        "The factory will meet its targets, Italy's minister said.",
        "A group released a new album in Sweden.",
        "Heavy rain struck villages in Nepal after the earthquake.",
    ],
)
def test_what_is_no_act_of_anybody_tells_nothing(text: str, told: Told) -> None:
    assert told(text, "en") == []


def test_a_ceasefire_with_a_hyphen_is_no_fire(told: Told) -> None:
    events = told("Yemen announced a cease-fire with Oman.", "en")
    assert [kind for kind, _, _ in events] == ["RETREAT"]


def test_what_a_speaker_says_is_attributed_to_the_speaker(extracted: Extract) -> None:
    extraction = extracted("Spain said that Morocco had attacked Algeria.", "en")
    assert [claim.attribution for claim in extraction.claims] == ["ESP"]


def test_every_sense_has_a_type_and_a_mode_of_the_ontology() -> None:
    for sense in _senses():
        assert sense.get("mode") in {None, *event_types()[sense["type"]].modes}, sense


def test_all_sixteen_types_can_be_told() -> None:
    plover = {code for code in event_types() if code not in {"STATEMENT", "APPEAL"}}
    assert {sense["type"] for sense in _senses()} == plover


def test_no_word_of_the_data_was_read_as_a_truth_value() -> None:
    language = load_language("en")
    words = {*language.lexicon.entries, *language.people.collectives, *language.grammar.words["prepositions"]}
    assert not {"True", "False", "true", "false"} & {str(word) for word in words}
    assert {"on", "off"} <= language.grammar.words["prepositions"]


def _senses() -> Iterator[dict[str, Any]]:
    text = files("ingest").joinpath("languages", "en", "triggers.yaml").read_text(encoding="utf-8")
    yield from yaml.safe_load(text)
