from __future__ import annotations

import time

import pytest

from cypher.model.affiliation import group_id
from cypher.model.graph import Document, Entity, EntityKind, Event
from cypher.model.ids import alias_key, content_id
from ingest.datasets.coded import CodedParty
from ingest.datasets.codes.actor_codes import country_of_code, read_code
from ingest.datasets.codes.roles import Becomes, Role, role_of, role_of_sectors
from ingest.datasets.parties.kinds import kind_of
from ingest.datasets.parties.resolution import resolve
from ingest.datasets.tables import rows
from ingest.extraction import extract
from ingest.knowledge import load_knowledge
from ingest.loading.unnamed_groups import without_unnamed_groups


def who(name: str = "", code: str = "", country: str = "", *sectors: str) -> str | None:
    """The id of a party's entity."""
    entity = resolve(CodedParty(name, code, country, sectors))
    return None if entity is None else entity.id


def entity_of(name: str = "", code: str = "", country: str = "", *sectors: str) -> Entity:
    entity = resolve(CodedParty(name, code, country, sectors))
    assert entity is not None
    return entity


def actor_in(text: str, language: str) -> str:
    """The id of the only actor that a text leaves in the graph."""
    document = Document("document-1", text, language, "hash")
    [claim] = without_unnamed_groups(next(extract([document]))).claims
    assert isinstance(claim.asserts, Event)
    [actor] = claim.asserts.actors
    return actor


@pytest.mark.parametrize(
    ("text", "language", "coded"),
    [
        ("Pemerintah AS mengecam Rusia.", "id", {"code": "USAGOV"}),
        ("Pemerintah AS mengecam Rusia.", "id", {"name": "Government (United States)"}),
        ("The US government condemned Russia.", "en", {"name": "pemerintah AS"}),
        ("Iranian troops attacked Iraq.", "en", {"code": "IRNMIL"}),
        ("Polisi India menyerang Pakistan.", "id", {"name": "Police (India)", "country": "IND"}),
        ("Japanese citizens condemned China.", "en", {"name": "Citizen (Japan)"}),
        ("Syrian rebels attacked Turkey.", "en", {"code": "SYRREB"}),
        ("Hamas attacked Israel.", "en", {"code": "PSEREBHMS", "name": "HAMAS"}),
        ("China's Foreign Ministry condemned Japan.", "en", {"name": "Foreign Affairs (China)"}),
        ("Barack Obama condemned Russia.", "en", {"name": "BARACK OBAMA", "code": "USAGOV"}),
        ("PBB mengecam Israel.", "id", {"code": "IGOUNO"}),
        ("Indian Army attacked Pakistan.", "en", {"name": "Indian Army"}),
        ("Jorvik Tanaka condemned Japan.", "en", {"name": "Jorvik Tanaka"}),
    ],
)
def test_data_sets_and_texts_meet_on_the_same_entity(text: str, language: str, coded: dict[str, str]) -> None:
    assert who(**coded) == actor_in(text, language)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("USA", "USA"),
        ("USAGOV", "USA"),
        ("USALEG", "USA"),
        ("USAGOVUNO", "USA"),
        ("TMP", "TLS"),
        ("KSVGOV", "XKX"),
        ("SUN", "RUS"),
        ("ROM", "ROU"),
        ("INDCOP", group_id("forces", "IND")),
        ("COLREB", group_id("rebels", "COL")),
        ("EGYOPP", group_id("citizens", "EGY")),
        ("CHNUIG", group_id("citizens", "CHN")),
        ("IRQMOSSUN", group_id("citizens", "IRQ")),
        ("IGOUNOWHO", "world-health-organization"),
        ("IMGMUSALQ", "al-qaeda"),
        ("AFGTAL", "taliban"),
        ("AFGGOVTAL", "taliban"),
        ("ISRGOVLKD", "ISR"),
        ("NGOHRIAMN", "amnesty-international"),
        ("MOSSUN", None),
        ("AFR", "africa"),
        ("AFRREB", None),
        ("GOV", None),
        ("IGO", None),
        ("XYZ", None),
        ("us", None),
    ],
)
def test_codes(code: str, expected: str | None) -> None:
    assert who(code=code) == expected


def test_a_code_is_cut_in_triples_from_the_left() -> None:
    read = read_code("DZAREBMOSGIA")
    assert (read.country, read.role, read.has_others) == ("DZA", Becomes.REBELS, True)
    assert read.group is not None
    assert read.group.name == "Armed Islamic Group"
    assert read_code("").country == ""


def test_countries_of_cameo_are_not_all_of_iso() -> None:
    assert [country_of_code(code) for code in ("IDN", "TMP", "KSV", "EUR", "GOV", "")] == [
        *("IDN", "TLS", "XKX"),
        *("", "", ""),
    ]


@pytest.mark.parametrize(
    ("name", "code", "country", "expected"),
    [
        ("MUMBAI", "IND", "IND", "IND"),
        ("UNITED STATES", "USA", "USA", "USA"),
        ("PRESIDENT", "GOV", "", None),
        ("STUDENT", "EDU", "", None),
        ("MICROSOFT", "MNC", "", "microsoft"),
        ("ANGELA MERKEL", "DEUGOV", "DEU", "angela-merkel"),
        ("ANGELA MERKEL", "USAGOV", "USA", "USA"),
        ("COMPANY", "MNC", "", None),
        ("HUMAN RIGHTS GROUP", "NGO", "", None),
        ("LAGOON RELIEF FUND", "NGO", "", content_id("actor", "organisation", "lagoon relief fund")),
    ],
)
def test_a_name_beside_a_code_counts_if_it_is_known_and_agrees(
    name: str, code: str, country: str, expected: str | None
) -> None:
    assert who(name, code, country) == expected


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Japan", "JPN", "JPN"),
        ("Government (Japan)", "", "JPN"),
        ("Lawmaker (Japan)", "", "JPN"),
        ("Cabinet / Council of Ministers / Advisors (Japan)", "", "JPN"),
        ("Lawyer/Attorney (Holy See (Vatican City State))", "", group_id("citizens", "VAT")),
        ("Military Personnel - Special (Nigeria)", "", group_id("forces", "NGA")),
        ("Islamic Rebel (Mali)", "", group_id("rebels", "MLI")),
        ("Guerrilla Leader (Peru)", "", group_id("rebels", "PER")),
        ("Labor Union (Greece)", "", group_id("citizens", "GRC")),
        ("Militant (Taliban)", "AFG", "taliban"),
        ("Citizen (International)", "", None),
        ("Men (Africa)", "", "africa"),
        ("Congress (United States)", "", "us-congress"),
        ("Foreign Affairs (United States)", "", "united-states-department-of-state"),
        ("Likud (Israel)", "", "likud"),
        ("Unidentified State Actor", "", None),
        ("Unspecified Actor", "USA", None),
        ("Police", "", None),
        ("Protesters", "IND", group_id("citizens", "IND")),
        ("Fula people", "", None),
        ("Iraqi Kurds", "", group_id("citizens", "IRQ")),
        ("Military Forces of Iran (1989-)", "", group_id("forces", "IRN")),
        ("Military Forces of Syria (2000-2024)", "SYR", group_id("forces", "SYR")),
        ("Police Forces of Sudan (2019 - 2021)", "", group_id("forces", "SDN")),
        ("Civilians (Syria)", "", group_id("citizens", "SYR")),
        ("Unidentified Armed Group (Haiti)", "", group_id("rebels", "HTI")),
        ("Government of Yemen (North Yemen)", "", "YEM"),
        ("Kremlin", "", "RUS"),
        ("Middle East", "", "middle-east"),
        ("UN Security Council", "", "united-nations-security-council"),
        ("Sergey Viktorovich Lavrov", "", "sergei-lavrov"),
        ("Bharatiya Janata", "IND", "bharatiya-janata-party"),
        ("", "FRA", "FRA"),
        ("", "", None),
        ("", "XXX", None),
    ],
)
def test_names(name: str, country: str, expected: str | None) -> None:
    assert who(name, country=country) == expected


def test_sectors_speak_for_a_party_without_a_name() -> None:
    assert who("", "", "FRA", "Government", "Military") == group_id("forces", "FRA")
    assert who("", "", "", "Military") is None


def test_the_same_name_of_somebody_in_another_country_is_somebody_else_unless_a_leader() -> None:
    assert who("Emmanuel Macron", country="FRA") == "emmanuel-macron"
    assert who("Emmanuel Macron", country="HTI") != "emmanuel-macron"
    assert who("Emmanuel Macron", "", "AND", "Executive Office") == "emmanuel-macron"


def test_a_ministry_that_is_not_known_is_that_of_its_country() -> None:
    one, other = entity_of("Foreign Affairs (Bhutan)"), entity_of("Foreign Affairs (Togo)")
    assert (one.kind, one.country, one.acts_for) == (EntityKind.GOVERNMENT_BODY, "BTN", "BTN")
    assert one.id == content_id("actor", "government_body", alias_key("Foreign Ministry"), "BTN") != other.id
    assert one.name == "Foreign Ministry (Bhutan)"


def test_parties_of_two_countries_with_one_name_are_two() -> None:
    one, other = entity_of("Harbour Party (Malta)"), entity_of("Harbour Party (Fiji)")
    assert (one.name, one.country, one.kind) == ("Harbour Party (Malta)", "MLT", EntityKind.ORGANISATION)
    assert one.id != other.id


def test_an_official_acts_for_the_state_and_a_body_of_the_un_for_the_un() -> None:
    official = entity_of("Jane Harbour", "", "CAN", "Government", "Executive")
    assert (official.country, official.acts_for) == ("CAN", "CAN")
    assert entity_of("Jane Harbour", "", "CAN", "Business").acts_for is None
    assert entity_of(code="IGOUNOHCR").acts_for == "united-nations"
    assert entity_of("Police (India)").acts_for == "IND"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Jane Harbour", EntityKind.PERSON),
        ("Jean-Luc de la Rive", EntityKind.PERSON),
        ("Said bin Amir bin Khalid al Noor", EntityKind.PERSON),
        ("Harbour", EntityKind.ORGANISATION),
        ("Lagoon Liberation Front", EntityKind.ARMED_GROUP),
        ("Ministry of Tides", EntityKind.GOVERNMENT_BODY),
        ("Tide News Agency", EntityKind.ORGANISATION),
        ("Harbour Workers Union", EntityKind.ORGANISATION),
    ],
)
def test_kinds_of_unknown_names(name: str, kind: EntityKind) -> None:
    assert kind_of(name) is kind


def test_a_single_word_is_an_armed_group_by_its_sectors() -> None:
    assert kind_of("Harbour", ["Ideological", "Rebel"]) is EntityKind.ARMED_GROUP
    assert kind_of("Harbour", ["Business"]) is EntityKind.ORGANISATION


def test_roles_are_read_by_their_head_and_the_most_special_sector_counts() -> None:
    assert role_of("Island Police") == Role(Becomes.FORCES)
    assert role_of("Ministry of Tides") == Role(Becomes.BODY, ("Ministry of Tides",))
    assert role_of("Ministry") == Role(Becomes.STATE)
    assert role_of("Harbour Party") is None
    assert role_of_sectors(["Social", "Government", "Army"]) == Role(Becomes.FORCES)
    assert role_of_sectors([]) is None


def test_the_tables_hold_ids_of_the_knowledge_base_and_each_code_and_word_once() -> None:
    known = load_knowledge().entities
    codes, roles = list(rows("actor_codes.csv")), list(rows("roles.csv"))
    assert {row["id"] for row in codes if row["id"]} <= known.keys()
    assert len({row["code"] for row in codes}) == len(codes)
    assert not {row["code"] for row in codes} & known.keys()
    assert len({row["word"] for row in roles}) == len(roles)
    assert all(row["word"] == row["word"].casefold() for row in roles)
    assert all(bool(row["names"]) == (row["becomes"] == "body") for row in roles)


def test_repeated_parties_are_resolved_a_hundred_thousand_times_a_second() -> None:
    parties = [CodedParty(f"Police (Nowhere {number})", country="IND") for number in range(100)]
    for party in parties:
        resolve(party)
    started = time.process_time()
    for _ in range(1000):
        for party in parties:
            resolve(party)
    assert time.process_time() - started < 1
