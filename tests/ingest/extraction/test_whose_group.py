"""Groups that stand apart from the name beside them, and acts that are only demanded."""

from __future__ import annotations

import pytest

from cypher.model.graph import Event
from tests.ingest.extraction.conftest import Extract, Told
from tests.ingest.extraction.test_mutual_acts import ties


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Kenya warned the enemies of Ethiopia."),
        ("en", "He appealed to all neighbouring countries of Somalia to leave."),
        ("en", "Ukraine's neighbours condemned the raid on Moldova."),
        ("en", "Norway praised critics of Hungary."),
        ("en", "Norway armed the opponents of Hezbollah."),
        ("id", "Kenya memperingatkan negara-negara tetangga Ethiopia."),
        ("id", "Norwegia memuji pengkritik Hungaria."),
        ("id", "Rusia menyerang musuh Suriah."),
        ("id", "Kanada mengancam sekutu Hizbullah."),
    ],
)
def test_opponents_and_neighbours_are_not_those_whose_they_are(
    extracted: Extract, language: str, sentence: str
) -> None:
    owners = {"Ethiopia", "Somalia", "Ukraine", "Hungary", "Hezbollah", "Syria"}
    found = ties(extracted, sentence, language)
    assert not [tie for tie in found if any(tie.removesuffix(owner) != tie for owner in owners)]
    assert not [tie for tie in found if any(tie.startswith(owner) for owner in owners)]


@pytest.mark.parametrize(
    ("language", "sentence", "tie"),
    [
        ("en", "Iran's ally Hezbollah attacked Israel.", "Hezbollah>Israel"),
        ("en", "The Ukrainian army attacked Russian troops.", "forces of Ukraine>forces of Russia"),
        ("en", "The army of Chad attacked Mali.", "forces of Chad>Mali"),
        ("id", "Sekutunya, Belarusia, mengecam Polandia.", "Belarus>Poland"),
        ("id", "Tentara Ukraina menyerang tentara Rusia.", "forces of Ukraine>forces of Russia"),
    ],
)
def test_other_groups_belong_to_the_name_beside_them(
    extracted: Extract, language: str, sentence: str, tie: str
) -> None:
    assert ties(extracted, sentence, language) == {tie}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The mediators demanded that the Ghanaian government recognise Togo."),
        ("en", "Kenya brushed aside Ugandan demands that Rwanda recognise Burundi."),
        ("en", "Mali urged that Niger condemn Chad."),
        ("en", "Peru threatened that it would attack Chile."),
        ("id", "Mediator menuntut agar pemerintah Ghana mengakui Togo."),
        ("id", "Mali mendesak supaya Niger mengecam Chad."),
    ],
)
def test_what_is_demanded_or_threatened_is_no_act_of_its_own(
    told: Told, language: str, sentence: str
) -> None:
    assert {kind for kind, _, _ in told(sentence, language)} <= {"REQUEST", "REJECT", "THREATEN"}


def test_a_relative_clause_still_tells_an_act(told: Told) -> None:
    kinds = {kind for kind, _, _ in told("Peru threatened Chile, which attacked Bolivia.", "en")}
    assert kinds == {"THREATEN", "ASSAULT"}


@pytest.mark.parametrize(
    ("language", "sentence", "owner"),
    [
        ("id", "Simpatisan Fidel Castro mengecam Chile.", "Fidel Castro"),
        ("id", "Relawan Joko Widodo memprotes Malaysia.", "Joko Widodo"),
        ("id", "Pendukung Presiden Joko Widodo memprotes Malaysia.", "Joko Widodo"),
        ("id", "Loyalis Bashar al-Assad menyerang tentara Turki.", "Bashar al-Assad"),
        ("id", "Kuasa hukum Anwar Ibrahim mengecam Singapura.", "Anwar Ibrahim"),
        ("id", "Tim kampanye Kamala Harris menuduh Iran.", "Kamala Harris"),
        ("id", "Orang dekat Vladimir Putin mengancam Polandia.", "Vladimir Putin"),
        ("id", "Menantu Fidel Castro mengecam Chile.", "Fidel Castro"),
        ("id", "Kenya menangkap pendukung Fidel Castro.", "Fidel Castro"),
        ("en", "Backers of President Vladimir Putin threatened Poland.", "Vladimir Putin"),
        ("en", "Lawyers of Fidel Castro criticised Chile.", "Fidel Castro"),
        ("en", "Putin's inner circle threatened Poland.", "Vladimir Putin"),
        ("en", "Emmanuel Macron's aides met Lloyd Austin.", "Emmanuel Macron"),
        ("en", "Kenya arrested supporters of Fidel Castro.", "Fidel Castro"),
        ("en", "The widow of Fidel Castro accused Chile.", "Fidel Castro"),
    ],
)
def test_those_around_a_person_are_not_that_person(
    extracted: Extract, language: str, sentence: str, owner: str
) -> None:
    extraction = extracted(sentence, language)
    names = {entity.id: entity.name for entity in extraction.entities}
    events = [claim.asserts for claim in extraction.claims if isinstance(claim.asserts, Event)]
    assert events
    assert owner in names.values()
    assert owner not in {names[party] for event in events for party in event.parties}


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("Istri Alexei Navalny, Yulia Navalnaya, mengecam Rusia.", "Yulia Navalnaya>Russia"),
        ("Penasihat Volodymyr Zelensky, Mykhailo Podolyak, mengecam Rusia.", "Mykhailo Podolyak>Russia"),
    ],
)
def test_a_name_behind_a_comma_says_who_of_them_is_meant(extracted: Extract, sentence: str, tie: str) -> None:
    assert ties(extracted, sentence, "id") == {tie}
