"""Who did what to whom in English: each type of event, and the constructions that tell one."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.conftest import Extract, Told


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Egypt agreed to reopen the crossing.", ("AGREE", "Egypt", "")),
        ("Greece held talks with Turkey in Athens.", ("CONSULT", "Greece", "Turkey")),
        ("Russia praised Serbia.", ("SUPPORT", "Russia", "Serbia")),
        ("Japan lifted sanctions on Myanmar.", ("CONCEDE", "Japan", "Myanmar")),
        ("Japan cooperated with the Philippines.", ("COOPERATE", "Japan", "Philippines")),
        ("Norway provided humanitarian aid to Sudan.", ("AID", "Norway", "Sudan")),
        ("Ethiopia withdrew its troops from Somalia.", ("RETREAT", "Ethiopia", "Somalia")),
        ("Germany urged Hungary to ratify the treaty.", ("REQUEST", "Germany", "Hungary")),
        ("Armenia condemned Azerbaijan.", ("ACCUSE", "Armenia", "Azerbaijan")),
        ("Poland rejected a proposal by Germany.", ("REJECT", "Poland", "Germany")),
        ("North Korea threatened Japan.", ("THREATEN", "North Korea", "Japan")),
        ("Workers went on strike in Lima.", ("PROTEST", "Workers", "")),
        ("Colombia severed diplomatic relations with Venezuela.", ("SANCTION", "Colombia", "Venezuela")),
        ("India put its army on alert.", ("MOBILIZE", "India", "")),
        ("Turkish police arrested a German journalist.", ("COERCE", "Turkish police", "German journalist")),
        ("Azerbaijan attacked Armenia.", ("ASSAULT", "Azerbaijan", "Armenia")),
    ],
)
def test_each_type_is_told_with_its_parties(told: Told, sentence: str, event: tuple[str, str, str]) -> None:
    assert event in told(sentence, "en")


def test_the_agent_of_a_passive_acts(told: Told) -> None:
    assert told("A French journalist was arrested by Egyptian police.", "en") == [
        ("COERCE", "Egyptian police", "French journalist")
    ]


def test_an_event_noun_tells_who_and_whom(told: Told) -> None:
    assert ("ASSAULT", "Russia", "Ukraine") in told("Russia launched an attack on Ukraine.", "en")


def test_talks_between_two_have_two_actors(told: Told) -> None:
    assert told("Talks between Serbia and Kosovo began on Monday.", "en") == [
        ("CONSULT", "Serbia & Kosovo", "")
    ]


def test_coordinated_verbs_share_their_subject(told: Told) -> None:
    assert told("Jordan condemned Israel and praised Qatar.", "en") == [
        ("ACCUSE", "Jordan", "Israel"),
        ("SUPPORT", "Jordan", "Qatar"),
    ]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Israel attacked Lebanon.", "actual"),
        ("Israel will attack Lebanon.", "planned"),
        ("Israel did not attack Lebanon.", "negated"),
        ("Israel may attack Lebanon.", "hypothetical"),
    ],
)
def test_the_status_is_read_from_the_words_beside_the_verb(
    extracted: Extract, sentence: str, status: str
) -> None:
    (claim,) = extracted(sentence, "en").claims
    assert claim.asserts.status == status  # type: ignore[union-attr]


def test_what_is_demanded_is_part_of_the_demand(told: Told) -> None:
    assert told("Brazil urged Russia to withdraw its troops.", "en") == [("REQUEST", "Brazil", "Russia")]


def test_reported_speech_is_attributed_to_its_speaker(extracted: Extract) -> None:
    extraction = extracted("Ukraine said that Russia attacked Poland.", "en")
    assert [claim.attribution for claim in extraction.claims] == ["UKR"]


def test_an_attack_or_a_meeting_counts_without_its_parties(told: Told) -> None:
    assert told("The bombing shook the city.", "en") == [("ASSAULT", "", "")]
    assert told("The summit ended early.", "en") == [("CONSULT", "", "")]


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Miners began a wildcat strike over pay.", "PROTEST"),
        ("Teachers walked out in Quito.", "PROTEST"),
        ("Villagers blocked the road to the port.", "PROTEST"),
        ("A missile strike hit the port.", "ASSAULT"),
        ("Russian troops blocked the road to the port.", "COERCE"),
    ],
)
def test_a_strike_or_a_road_block_is_a_protest_or_an_act_of_force_by_the_words_beside_it(
    told: Told, sentence: str, event_type: str
) -> None:
    assert {kind for kind, _, _ in told(sentence, "en")} == {event_type}


@pytest.mark.parametrize(
    ("sentence", "country"),
    [
        ("Students marched in Lima.", "PER"),
        ("Residents of Durban went on the rampage.", "ZAF"),
        ("French students marched in Lima.", "FRA"),
        ("Peacekeepers in Goma were praised by Japan.", None),
    ],
)
def test_unnamed_people_belong_to_the_country_where_they_are_but_troops_need_not(
    extracted: Extract, sentence: str, country: str | None
) -> None:
    groups = [entity for entity in extracted(sentence, "en").entities if entity.kind == "group"]
    assert [group.country for group in groups] == [country]


def test_a_verb_that_the_parse_takes_for_an_adjective_has_the_name_before_it_as_its_actor(told: Told) -> None:
    assert told("Eritrea massed troops along its southern border.", "en") == [("MOBILIZE", "Eritrea", "")]


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("French troops withdrew from Chad.", ("RETREAT", "French troops", "Chad")),
        ("Chad withdrew from the accord with France.", ("REJECT", "Chad", "France")),
        ("Denmark summoned the Chinese ambassador.", ("ACCUSE", "Denmark", "Chinese ambassador")),
        ("Somalia asked Turkey for more drones.", ("REQUEST", "Somalia", "Turkey")),
        ("Laos handed two dissidents over to China.", ("COOPERATE", "Laos", "China")),
        ("Iraq wrote off the debt of Somalia.", ("AID", "Iraq", "Somalia")),
    ],
)
def test_the_words_behind_a_verb_tell_its_sense(
    told: Told, sentence: str, event: tuple[str, str, str]
) -> None:
    assert told(sentence, "en") == [event]


def test_an_accident_is_no_attack(told: Told) -> None:
    assert told("Two road accidents killed nine Kenyan pilgrims.", "en") == []


def test_a_participle_behind_a_hyphen_tells_nothing(told: Told) -> None:
    assert told("Ethiopian-backed troops celebrated.", "en") == []


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("The Larijani-ElBaradei meeting ended early.", {"Ali Larijani", "Mohamed ElBaradei"}),
        ("The Israel-Hamas war widened.", {"Israel", "Hamas"}),
        ("Clashes broke out between Chad and Libya.", {"Chad", "Libya"}),
    ],
)
def test_an_event_noun_has_both_its_parties(told: Told, sentence: str, parties: set[str]) -> None:
    ((_, actors, recipients),) = told(sentence, "en")
    assert {*actors.split(" & "), *recipients.split(" & ")} - {""} == parties


def test_a_weapon_acts_for_its_owner_or_for_nobody(told: Told) -> None:
    assert ("ASSAULT", "", "convoy") in told("Shells hit a convoy.", "en")
    assert ("ASSAULT", "Turkish drones", "convoy") in told("Turkish drones hit a convoy.", "en")


def test_seeking_to_do_something_asks_nobody(told: Told) -> None:
    assert told("Chile sought to raise the efficiency of its ports.", "en") == []
    assert told("Chile sought help from Peru.", "en") == [("REQUEST", "Chile", "Peru")]
