"""The tables hold together, and answer what an analyst would ask of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import pairwise

import pytest
from babel import Locale

from cypher.errors import InputError
from cypher.model.graph import EntityKind
from cypher.model.ids import alias_key
from ingest.knowledge import KnowledgeBase, OfficeTerm, Sense, load_knowledge, tables
from ingest.languages import supported_languages

TABLES = (
    *("ambiguous", "armed_groups", "cities", "countries", "country_names", "not_cities"),
    *("organisations", "people", "places", "terms", "wikidata"),
)


@pytest.fixture(scope="module")
def knowledge() -> KnowledgeBase:
    return load_knowledge()


def likeliest(knowledge: KnowledgeBase, name: str) -> str | None:
    return next((entity.id for entity, _ in knowledge.named(name)), None)


@pytest.mark.parametrize("table", TABLES)
def test_every_row_of_a_table_says_where_it_is_from_and_as_of_when(table: str) -> None:
    for row in tables.rows(f"{table}.csv"):
        assert row["source"], row
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", row["as_of"]), row


def test_ids_are_unique_over_all_tables() -> None:
    ids = [row["iso3"] for row in tables.rows("countries.csv")]
    for table in ("organisations", "armed_groups", "people", "places", "cities"):
        ids += [row["id"] for row in tables.rows(f"{table}.csv")]
    repeated = {name for name in ids if ids.count(name) > 1} if len(ids) != len(set(ids)) else set()
    assert repeated == set()


def test_countries_have_iso_codes_and_all_others_belong_to_one_of_them_or_to_none(
    knowledge: KnowledgeBase,
) -> None:
    codes = {entity.id for entity in knowledge.entities.values() if entity.kind is EntityKind.COUNTRY}
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)
    assert len(codes) >= 195
    assert {entity.country for entity in knowledge.entities.values() if entity.country} <= codes


def test_two_letter_codes_are_those_of_cldr_and_no_two_countries_share_one() -> None:
    codes = [row["iso2"] for row in tables.rows("countries.csv")]
    assert len(codes) == len(set(codes))
    assert set(codes) <= set(Locale("en").territories)


def test_country_names_and_terms_refer_to_what_is_in_the_tables(knowledge: KnowledgeBase) -> None:
    assert {row["iso3"] for row in tables.rows("country_names.csv")} <= set(knowledge.entities)
    for term in knowledge.office_terms:
        assert knowledge.entities[term.person_id].kind is EntityKind.PERSON
        assert term.of in knowledge.entities, term


def test_every_country_has_its_wikidata_item_and_no_two_entities_share_one(knowledge: KnowledgeBase) -> None:
    assert countries_of(knowledge) <= set(knowledge.wikidata) <= set(knowledge.entities)
    assert len(set(knowledge.wikidata.values())) == len(knowledge.wikidata)
    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in knowledge.wikidata.values())
    assert (knowledge.wikidata["IDN"], knowledge.wikidata["PSE"]) == ("Q252", "Q219060")


def test_the_tables_cover_the_world(knowledge: KnowledgeBase) -> None:
    kinds = Counter(entity.kind for entity in knowledge.entities.values())
    assert kinds[EntityKind.COUNTRY] >= 249
    assert kinds[EntityKind.ORGANISATION] + kinds[EntityKind.GOVERNMENT_BODY] >= 450
    assert kinds[EntityKind.ARMED_GROUP] >= 130
    offices = {(term.of, term.office) for term in knowledge.office_terms if term.end is None}
    heads = {
        "president",
        "prime_minister",
        "king",
        "emir",
        "sultan",
        "chancellor",
        "leader",
        "supreme_leader",
    }
    led = {of for of, office in offices if office in heads}
    assert len(led & countries_of(knowledge)) >= 150


def countries_of(knowledge: KnowledgeBase) -> set[str]:
    """The ids of all countries."""
    return {entity.id for entity in knowledge.entities.values() if entity.kind is EntityKind.COUNTRY}


def test_a_term_begins_before_it_ends(knowledge: KnowledgeBase) -> None:
    for term in knowledge.office_terms:
        assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", term.start), term
        assert term.end is None or term.start <= term.end, term


def test_nobody_holds_an_office_while_another_does_except_acting_ones(knowledge: KnowledgeBase) -> None:
    by_office: defaultdict[tuple[str, str], list[OfficeTerm]] = defaultdict(list)
    for term in knowledge.office_terms:
        if not term.acting:
            by_office[term.office, term.of].append(term)
    for terms in by_office.values():
        for earlier, later in pairwise(sorted(terms, key=lambda term: term.start)):
            assert earlier.end is not None, (earlier, later)
            shared = min(len(earlier.end), len(later.start))
            assert earlier.end[:shared] <= later.start[:shared], (earlier, later)


def test_a_name_stands_for_two_entities_only_where_that_is_listed(knowledge: KnowledgeBase) -> None:
    listed: defaultdict[str, set[str]] = defaultdict(set)
    for row in tables.rows("ambiguous.csv"):
        listed[alias_key(row["text"])] |= {row["likeliest"], row["other"]}
    for key, named in knowledge.names():
        for language in supported_languages():
            entities = {entity.id for entity, alias in named if alias.serves(language)}
            assert len(entities) < 2 or entities <= listed[key], (key, entities)


def test_what_is_listed_as_ambiguous_is_and_the_likeliest_comes_first(knowledge: KnowledgeBase) -> None:
    for row in tables.rows("ambiguous.csv"):
        named = [entity.id for entity, _ in knowledge.named(row["text"])]
        assert named[0] == row["likeliest"]
        assert row["other"] in named


@pytest.mark.parametrize(
    ("name", "entity"),
    [
        *[
            (name, "USA")
            for name in ("AS", "Amerika Serikat", "Paman Sam", "U.S.", "White House", "Gedung Putih")
        ],
        *[("Inggris", "GBR"), ("Downing Street", "GBR"), ("Britons", "GBR")],
        *[(name, "CHN") for name in ("Tiongkok", "Cina", "China", "RRC", "Beijing", "Chinese")],
        *[("Korsel", "KOR"), ("Korut", "PRK"), ("DPRK", "PRK"), ("UEA", "ARE"), ("Saudi", "SAU")],
        *[("Palestina", "PSE"), ("Burma", "MMR"), ("Suriah", "SYR"), ("Afganistan", "AFG")],
        *[("Kosovo", "XKX"), ("Kremlin", "RUS"), ("Moskow", "RUS"), ("Teheran", "IRN"), ("RI", "IDN")],
        *[("Israelis", "ISR"), ("Cote d'Ivoire", "CIV"), ("Antigua dan Barbuda", "ATG")],
        *[("Hizbullah", "hezbollah"), ("Macan Tamil", "liberation-tigers-of-tamil-eelam"), ("OKI", None)],
        *[("DK PBB", "united-nations-security-council"), ("Organisasi Kerja Sama Islam", None)],
        *[
            ("Joko Widodo", "joko-widodo"),
            ("SBY", "susilo-bambang-yudhoyono"),
            ("Zelensky", "volodymyr-zelenskyy"),
        ],
    ],
)
def test_names_of_the_news_find_their_entity(knowledge: KnowledgeBase, name: str, entity: str | None) -> None:
    assert likeliest(knowledge, name) == (entity or "organisation-of-islamic-cooperation")


def test_gaza_and_the_west_bank_belong_to_palestine_and_a_region_to_no_country(
    knowledge: KnowledgeBase,
) -> None:
    assert {
        entity.country for name in ("Jalur Gaza", "Tepi Barat") for entity, _ in knowledge.named(name)
    } == {"PSE"}
    assert [entity.country for entity, _ in knowledge.named("Timur Tengah")] == [None]


def test_spellings_of_one_name_share_an_entity(knowledge: KnowledgeBase) -> None:
    spellings = (
        "Hossein Amir-Abdollahian",
        "HOSSEIN AMIR ABDOLLAHIAN",
        "Amirabdollahian",
        "Amir-Abdullahian",
    )
    assert {likeliest(knowledge, spelling) for spelling in spellings} == {"hossein-amir-abdollahian"}


def test_demonyms_have_their_plural(knowledge: KnowledgeBase) -> None:
    senses = {alias.sense for _, alias in knowledge.named("Iranians")}
    assert senses == {Sense.DEMONYM}


@pytest.mark.parametrize(
    ("office", "of", "day", "name"),
    [
        ("foreign_minister", "IRN", "2023-10-08", "Hossein Amir-Abdollahian"),
        ("foreign_minister", "AFG", "2023-10-08", "Amir Khan Muttaqi"),
        ("president", "USA", "2007-06-01", "George W. Bush"),
        ("foreign_minister", "IDN", "2016-01-01", "Retno Marsudi"),
        ("secretary_general", "united-nations", "2006-12-30", "Kofi Annan"),
        ("prime_minister", "ISR", "2022-12-30", "Benjamin Netanyahu"),
        ("leader", "hamas", "2016-01-01", "Khaled Meshaal"),
    ],
)
def test_an_office_finds_its_holder_on_a_day(
    knowledge: KnowledgeBase, office: str, of: str, day: str, name: str
) -> None:
    holder = knowledge.holder(office, of, day)
    assert holder is not None
    assert holder.name == name


def test_an_office_that_nobody_is_known_to_have_held_has_no_holder(knowledge: KnowledgeBase) -> None:
    assert knowledge.holder("president", "USA", "1850-01-01") is None
    assert knowledge.holder("sultan", "USA", "2020-01-01") is None


def test_terms_of_a_person_are_those_of_the_day(knowledge: KnowledgeBase) -> None:
    assert {term.office for term in knowledge.terms("vladimir-putin", "2010-01-01")} == {"prime_minister"}
    assert len(knowledge.terms("vladimir-putin")) == 3


def test_a_term_known_to_the_year_covers_all_days_of_its_years() -> None:
    term = OfficeTerm("x", "leader", "IRN", "1994", "2013", acting=False, as_of="2025-06-30")
    assert term.covers("1994-01-01")
    assert term.covers("2013-12-31")
    assert not term.covers("2014-01-01")


def test_a_row_with_a_missing_column_is_refused_with_its_table(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("tables")
    (folder / "terms.csv").write_text("person,office\nx,y,z\n", encoding="utf-8")
    monkeypatch.setattr(tables, "FOLDER", folder)
    with pytest.raises(InputError, match=r"terms\.csv"):
        list(tables.rows("terms.csv"))
