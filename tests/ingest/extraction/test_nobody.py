"""Who is nobody in the graph: unnamed groups of which neither country nor name is known."""

from __future__ import annotations

import pytest
import yaml

from cypher.model.graph import Entity, EntityKind, Event
from ingest.loading.rows import actor_rows, alias_rows
from ingest.loading.unnamed_groups import COLLECTIVES, group_name, is_nobody, without_unnamed_groups
from tests.ingest.extraction.conftest import Extract
from tests.services import ROOT

PEOPLE = sorted((ROOT / "ingest/languages").glob("*/people.yaml"))


@pytest.mark.parametrize(
    ("name", "country", "nobody"),
    [
        ("dua orang", None, True),
        ("Demonstran", None, True),
        ("Tersangka pejuang", None, True),
        ("demonstran", "DNK", False),
        ("negara Muslim", None, False),
        ("ASEAN foreign ministers", None, False),
    ],
)
def test_a_group_is_somebody_by_its_country_or_a_name_in_its_description(
    name: str, country: str | None, nobody: bool
) -> None:
    assert is_nobody(Entity("actor-0", name, EntityKind.GROUP, country)) is nobody


def test_whoever_has_a_name_is_somebody_without_a_country() -> None:
    assert not is_nobody(Entity("actor-0", "Layla Barzan", EntityKind.PERSON, None))


def test_a_claim_keeps_the_parties_that_are_somebody(extracted: Extract) -> None:
    extraction = extracted("Hizbullah menyerang sebuah gudang.")
    (whole,) = [claim.asserts for claim in extraction.claims if isinstance(claim.asserts, Event)]
    (left,) = [c.asserts for c in without_unnamed_groups(extraction).claims if isinstance(c.asserts, Event)]
    assert (whole.actors, len(whole.recipients)) == (("hezbollah",), 1)
    assert (left.actors, left.recipients, left.id) == (("hezbollah",), (), whole.id)


def test_nobody_is_neither_an_entity_nor_mentioned_in_the_graph(extracted: Extract) -> None:
    extraction = without_unnamed_groups(extracted("Hizbullah menyerang sebuah gudang."))
    assert {entity.id for entity in extraction.entities} == {"hezbollah"}
    assert {mention.entity_id for mention in extraction.mentions} == {"hezbollah"}


@pytest.mark.parametrize(
    ("phrase", "language", "name"),
    [
        ("Warga Chile mengecam Uni Eropa.", "id", "people of Chile"),
        ("Perempuan Chile mengecam Uni Eropa.", "id", "people of Chile"),
        ("Chilean villagers criticised the European Union.", "en", "people of Chile"),
        ("Tentara Filipina mengecam Uni Eropa.", "id", "forces of the Philippines"),
        ("American soldiers criticised the European Union.", "en", "forces of the United States"),
        ("Polisi Inggris mengecam Uni Eropa.", "id", "police of the United Kingdom"),
    ],
)
def test_a_group_of_a_country_has_one_name_whatever_a_text_calls_it(
    extracted: Extract, phrase: str, language: str, name: str
) -> None:
    extraction = extracted(phrase, language)
    (group,) = [entity for entity in extraction.entities if entity.kind is EntityKind.GROUP]
    (row,) = [row for row in actor_rows([extraction]) if row["id"] == group.id]
    assert row["name"] == name
    assert {group.name, name} <= {alias["text"] for alias in alias_rows([extraction])}


def test_a_concept_of_one_language_keeps_its_word() -> None:
    entity = Entity("actor-0", "dua ajudannya", EntityKind.GROUP, "SDN", concept="ajudan")
    assert group_name(entity) == "ajudan (Sudan)"


def test_a_group_without_a_country_keeps_the_phrase_of_its_text() -> None:
    assert group_name(Entity("actor-0", "negara Muslim", EntityKind.GROUP)) is None


def test_every_concept_of_a_language_has_a_name() -> None:
    tables = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in PEOPLE)
    assert {concept for table in tables for concept in table["collectives"]} == set(COLLECTIVES)
