"""The names under which entities are shown in each language."""

from __future__ import annotations

import pytest

from cypher.model.graph import Entity, EntityKind
from ingest.knowledge import load_knowledge
from ingest.knowledge.shown import collective_names, shown_names
from ingest.knowledge.tables import rows
from ingest.languages import supported_languages
from ingest.loading.rows import names_of
from ingest.resolution.collectives import CountsFor, collective


@pytest.mark.parametrize(
    ("entity", "name"),
    [
        ("NZL", "Selandia Baru"),
        ("PSE", "Palestina"),
        ("GBR", "Inggris"),
        ("MMR", "Myanmar"),
        ("COD", "Republik Demokratik Kongo"),
        ("COG", "Republik Kongo"),
        ("african-union", "Uni Afrika"),
    ],
)
def test_an_entity_has_its_indonesian_name(entity: str, name: str) -> None:
    assert shown_names(entity)["id"] == name


def test_a_spelling_of_the_news_is_not_the_name_that_is_shown() -> None:
    assert "id" not in shown_names("hamas")


@pytest.mark.parametrize("spelling", ["Birma", "Burma", "Myanmar"])
def test_every_spelling_still_finds_the_state(spelling: str) -> None:
    assert {entity.id for entity, _ in load_knowledge().named(spelling)} == {"MMR"}


def test_no_two_states_share_a_name_in_a_language() -> None:
    for language in set(supported_languages()) - {"en"}:
        states = [item.id for item in load_knowledge().entities.values() if item.kind is EntityKind.COUNTRY]
        named = [shown_names(state)[language] for state in states if language in shown_names(state)]
        assert sorted(named) == sorted(set(named)), language


def test_every_state_has_an_indonesian_name() -> None:
    states = [item.id for item in load_knowledge().entities.values() if item.kind is EntityKind.COUNTRY]
    assert [state for state in states if "id" not in shown_names(state)] == []


def test_a_chosen_name_is_of_a_known_entity() -> None:
    assert {row["id"] for row in rows("shown_names.csv")} <= set(load_knowledge().entities)


@pytest.mark.parametrize("kind", [kind for kind in CountsFor if kind is not CountsFor.STATE])
def test_a_collective_has_a_name_in_every_language(kind: CountsFor) -> None:
    made = collective("PHL", kind)
    names = collective_names(made.concept or "", "PHL")
    assert set(names) == set(supported_languages())
    assert made.name == names["en"]
    assert names["en"].endswith("of the Philippines")
    assert names["id"].endswith(" Filipina")


def test_stored_names_say_their_language() -> None:
    assert "id:rakyat Palestina" in names_of(collective("PSE", CountsFor.PEOPLE))
    assert names_of(Entity("actor-0", "Layla Barzan", EntityKind.PERSON)) == []
