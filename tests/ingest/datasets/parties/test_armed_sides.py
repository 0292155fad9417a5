from __future__ import annotations

import pytest

from cypher.model.graph import EntityKind
from ingest.datasets.coded import CodedParty
from ingest.datasets.parties.armed_sides import ARMED_GROUP
from ingest.datasets.parties.resolution import resolve
from ingest.datasets.tables import rows


def side(name: str, country: str = "", sector: str = ARMED_GROUP) -> tuple[str, EntityKind]:
    entity = resolve(CodedParty(name, country=country, sectors=(sector,)))
    assert entity is not None
    return entity.id, entity.kind


@pytest.mark.parametrize("name", ["CPC", "PLA", "Uzbek", "Kyrgyz", "Burkinabé", "AS", "Comando Vermelho"])
def test_a_side_of_a_fight_is_no_state_body_or_person_of_a_like_name(name: str) -> None:
    identity, kind = side(name)
    assert identity.startswith("actor-")
    assert kind is EntityKind.ARMED_GROUP


@pytest.mark.parametrize(
    ("name", "group"),
    [
        ("Taleban", "taliban"),
        ("IS", "islamic-state"),
        ("PKK", "kurdistan-workers-party"),
        ("Fatah", "fatah"),
        ("DPR", "donetsk-peoples-republic"),
        ("Hayat Tahrir al-Sham", "hayat-tahrir-al-sham"),
    ],
)
def test_known_groups_are_met(name: str, group: str) -> None:
    assert side(name)[0] == group


def test_a_wing_in_brackets_belongs_to_the_name() -> None:
    entity = resolve(CodedParty("Communist Council of Kamar (Left)", sectors=(ARMED_GROUP,)))
    assert entity is not None
    assert entity.name == "Communist Council of Kamar (Left)"


@pytest.mark.parametrize("sector", ["Rebel group", "Political militia", "Identity militia"])
def test_groups_that_nobody_identified_are_those_of_the_country(sector: str) -> None:
    assert side("Unidentified Armed Group", "MLI", sector) == side("Armed Group", "MLI", sector)
    assert side("Unidentified Armed Group", "MLI", sector)[1] is EntityKind.GROUP


def test_names_of_groups_are_written_out_for_those_that_say_too_little() -> None:
    table = list(rows("ucdp_groups.csv"))
    assert len({row["ucdp"] for row in table}) == len(table)
    for row in table:
        assert side(row["name"])[1] in (EntityKind.ARMED_GROUP, EntityKind.ORGANISATION)
        assert side(row["name"]) != side(row["ucdp"])
