"""Who is nobody in the graph: unnamed groups of which neither country nor name is known."""

from __future__ import annotations

import pytest

from cypher.model.graph import Entity, EntityKind, Event
from ingest.loading.unnamed_groups import is_nobody, without_unnamed_groups
from tests.ingest.extraction.conftest import Extract


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
