"""Groups that stand apart from the name beside them, and acts that are only demanded."""

from __future__ import annotations

import pytest

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
