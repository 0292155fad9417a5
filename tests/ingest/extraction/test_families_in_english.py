"""Families of English constructions: verbs apart from their particle, acts done to the subject, examples."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.conftest import Told


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Peru called last week for Chile to withdraw.", ("REQUEST", "Peru", "Chile")),
        ("Peru called repeatedly on Chile to withdraw.", ("REQUEST", "Peru", "Chile")),
        ("Greece pulled all of its soldiers out of Cyprus.", ("RETREAT", "Greece", "Cyprus")),
        ("Chile pulled most of its troops out of Haiti.", ("RETREAT", "Chile", "Haiti")),
    ],
)
def test_a_verb_may_stand_apart_from_its_particle(
    told: Told, sentence: str, event: tuple[str, str, str]
) -> None:
    assert event in told(sentence, "en")


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Kenya received strong backing from Tanzania at the summit.", ("SUPPORT", "Tanzania", "Kenya")),
        ("Nepal got a loan of 40 million dollars from Japan.", ("AID", "Japan", "Nepal")),
        ("Hungary faces sharp criticism from Germany over its courts.", ("ACCUSE", "Germany", "Hungary")),
        ("Mali came under heavy pressure from France to hold elections.", ("REQUEST", "France", "Mali")),
        ("Chad came under growing criticism from both Mali and Niger.", ("ACCUSE", "Mali & Niger", "Chad")),
        ("Armenia came under attack from Azerbaijan on Sunday.", ("ASSAULT", "Azerbaijan", "Armenia")),
    ],
)
def test_the_subject_may_be_the_one_to_whom_it_is_done(
    told: Told, sentence: str, event: tuple[str, str, str]
) -> None:
    assert told(sentence, "en") == [event]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("The rebels vowed to attack Turkish troops.", ("THREATEN", "rebels", "Turkish troops")),
        ("Iran promised revenge against Israel.", ("THREATEN", "Iran", "Israel")),
        ("A Spanish minister was sacked on Friday.", ("SANCTION", "", "Spanish minister")),
        ("Officers staged a coup against Myanmar.", ("COERCE", "Officers", "Myanmar")),
        (
            "Kenyan police prevented Ethiopian refugees from leaving.",
            ("COERCE", "Kenyan police", "Ethiopian refugees"),
        ),
        ("Turkish soldiers surrounded the Greek embassy.", ("COERCE", "Turkish soldiers", "Greek embassy")),
        ("France sent a frigate to Lebanon.", ("MOBILIZE", "France", "Lebanon")),
        ("Egypt reduced its forces in Libya.", ("RETREAT", "Egypt", "Libya")),
        ("India will stand trial in Pakistan.", ("ACCUSE", "", "India")),
        ("The Spanish minister submitted his resignation.", ("RETREAT", "Spanish minister", "")),
    ],
)
def test_each_family_of_words_tells_its_act(told: Told, sentence: str, event: tuple[str, str, str]) -> None:
    assert event in told(sentence, "en")


@pytest.mark.parametrize(
    "sentence",
    [
        "Asked about Peru, Chile's president smiled.",
        "The club sacked its coach after the defeat by Chile.",
        "Ukraine's president received no wounds.",
        "We must stand firm, said President Emmanuel Macron.",
        "Doctors in Kenya treated two of the injured.",
        "The plan of France could free up two million euros.",
        "Chile will fight against corruption.",
        "The death of the Italian writer saddened readers.",
    ],
)
def test_words_of_other_things_tell_nothing(told: Told, sentence: str) -> None:
    assert told(sentence, "en") == []


@pytest.mark.parametrize(
    ("sentence", "language", "events"),
    [
        (
            "Chile openly condemned and threatened Peru.",
            "en",
            {("ACCUSE", "Chile", "Peru"), ("THREATEN", "Chile", "Peru")},
        ),
        (
            "Rusia mengecam dan mengancam Turki.",
            "id",
            {("ACCUSE", "Russia", "Turkey"), ("THREATEN", "Russia", "Turkey")},
        ),
    ],
)
def test_joined_verbs_share_an_object(
    told: Told, sentence: str, language: str, events: set[tuple[str, str, str]]
) -> None:
    assert set(told(sentence, language)) == events


def test_named_examples_stand_for_their_group(told: Told) -> None:
    assert told("Militias such as Hezbollah and Hamas fired rockets at Israel.", "en") == [
        ("ASSAULT", "Hezbollah & Hamas", "Israel")
    ]


def test_a_group_of_people_are_these_people(told: Told) -> None:
    assert told("A small group of fighters attacked Turkish soldiers.", "en") == [
        ("ASSAULT", "fighters", "Turkish soldiers")
    ]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Rebels staged an attack on Myanmar.", ("ASSAULT", "Rebels", "Myanmar")),
        ("A French soldier raped a Chadian woman.", ("ASSAULT", "French soldier", "Chadian woman")),
    ],
)
def test_a_form_is_found_though_its_lemma_is_that_of_another_word(
    told: Told, sentence: str, event: tuple[str, str, str]
) -> None:
    assert told(sentence, "en") == [event]
