"""Loading proposes actors that may be one; what somebody decided stays decided."""

from __future__ import annotations

from dataclasses import replace

from cypher.database import Database
from cypher.model.graph import Entity, EntityKind, Extraction
from ingest.loading.load import load
from tests.graphs import ARTICLES, EXTRACTIONS

SHORT = Entity("actor-1", "Karim Barzan", EntityKind.PERSON, "IRQ")
LONG = Entity("actor-2", "Karim Barzan Saleh", EntityKind.PERSON, "IRQ", ("Karim B. Saleh",))


def naming(article: str, entity: Entity) -> Extraction:
    """An article of the story that names one more person."""
    extraction = ARTICLES[article]
    mention = replace(extraction.mentions[0], entity_id=entity.id)
    return replace(
        extraction,
        entities=(*extraction.entities, entity),
        mentions=(*extraction.mentions, mention),
    )


def test_an_actor_is_proposed_to_one_of_an_earlier_load(database: Database) -> None:
    load(database, [naming("call", LONG)])
    assert database.read("explore/merge_candidates").rows == ()
    load(database, [naming("swap", SHORT)])
    (row,) = database.read("explore/merge_candidates").records()
    assert (row["left"], row["left_name"], row["left_mentions"]) == ("actor-1", "Karim Barzan", 1)
    assert (row["right"], row["right_name"], row["right_country"]) == ("actor-2", "Karim Barzan Saleh", "IRQ")
    assert row["score"] == 0.9
    assert "one name holds the other" in row["reason"]


def test_candidates_are_those_of_one_actor_and_of_a_score(database: Database) -> None:
    load(database, [naming("call", LONG), naming("swap", SHORT)])
    assert len(database.read("explore/merge_candidates", entity="actor-2").rows) == 1
    assert database.read("explore/merge_candidates", entity="muttaqi").rows == ()
    assert database.read("explore/merge_candidates", least=0.95).rows == ()


def test_loading_again_proposes_nothing_new(database: Database) -> None:
    for _ in range(2):
        load(database, [naming("call", LONG), naming("swap", SHORT)])
    assert len(database.read("explore/merge_candidates").rows) == 1


def test_actors_are_read_in_pages_with_all_their_names(database: Database) -> None:
    load(database, [*EXTRACTIONS, naming("call", LONG)])
    first = database.read("explore/named_actors", limit=2).records()
    rest = database.read("explore/named_actors", after=first[-1]["id"]).records()
    assert [row["id"] for row in (*first, *rest)] == [
        "actor-2",
        "amir-abdollahian",
        "arab-league",
        "association-of-southeast-asian-nations",
        "hamas",
        "muttaqi",
        "taliban",
    ]
    assert first[0]["aliases"] == ["Karim B. Saleh", "Karim Barzan Saleh"]


def test_a_family_name_beside_the_full_name_is_proposed_and_not_merged(database: Database) -> None:
    surname = Entity("actor-3", "Barzan", EntityKind.PERSON)
    full = Entity("actor-4", "Karim Barzan", EntityKind.PERSON)
    both = naming("call", full)
    mention = replace(both.mentions[0], entity_id=surname.id)
    both = replace(both, entities=(*both.entities, surname), mentions=(*both.mentions, mention))
    load(database, [both])
    (row,) = database.read("explore/merge_candidates").records()
    assert (row["left"], row["right"], row["score"]) == ("actor-3", "actor-4", 0.65)
    assert "in one article" in row["reason"]
    together = database.read("explore/named_together", ids=["actor-3"]).records()
    assert {"actor": "actor-3", "other": "actor-4"} in together
