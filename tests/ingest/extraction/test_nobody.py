"""Who is nobody in the graph: unnamed groups of which neither country nor name is known."""

from __future__ import annotations

import pytest
import yaml

from cypher.model.entity_rows import actor_rows, alias_rows, country_rows
from cypher.model.graph import Entity, EntityKind, Event
from ingest.knowledge.tables import rows
from ingest.loading.rows import names_of
from ingest.loading.unnamed_groups import is_nobody, without_unnamed_groups
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
        ("negara Muslim", None, True),
        ("Western countries", None, True),
        ("ASEAN foreign ministers", None, True),
        ("donor Barat", None, True),
    ],
)
def test_a_group_is_somebody_by_its_country(name: str, country: str | None, nobody: bool) -> None:
    assert is_nobody(Entity("actor-0", name, EntityKind.GROUP, country)) is nobody


def test_a_description_of_states_is_no_node_in_either_language(extracted: Extract) -> None:
    for language, text in (
        ("id", "Negara-negara Nordik mengecam Mali."),
        ("en", "Nordic countries condemned Mali."),
    ):
        extraction = without_unnamed_groups(extracted(text, language))
        assert {entity.id for entity in extraction.entities} == {"MLI"}


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
        ("Chilean teenagers criticised the European Union.", "en", "people of Chile"),
        ("Pengunjuk rasa Chile mengecam Uni Eropa.", "id", "people of Chile"),
        ("Tentara Filipina mengecam Uni Eropa.", "id", "forces of the Philippines"),
        ("American soldiers criticised the European Union.", "en", "forces of the United States"),
        ("Polisi Inggris mengecam Uni Eropa.", "id", "forces of the United Kingdom"),
        ("Pemberontak Chad mengecam Uni Eropa.", "id", "armed groups of Chad"),
        ("Chilean officials criticised the European Union.", "en", "Chile"),
        ("Duta besar Chile mengecam Uni Eropa.", "id", "Chile"),
        ("Parlemen Chile mengecam Uni Eropa.", "id", "Chile"),
        ("Pejuang Taliban mengecam Uni Eropa.", "id", "Taliban"),
        ("Taliban fighters criticised the European Union.", "en", "Taliban"),
    ],
)
def test_the_acts_of_an_unnamed_group_count_for_its_country_or_body(
    extracted: Extract, phrase: str, language: str, name: str
) -> None:
    extraction = without_unnamed_groups(extracted(phrase, language))
    (event,) = [claim.asserts for claim in extraction.claims if isinstance(claim.asserts, Event)]
    names = {
        row["id"]: row["name"]
        for row in (*actor_rows(extraction.entities, names_of), *country_rows(extraction.entities, names_of))
    }
    assert [names[actor] for actor in event.actors] == [name]
    assert event.recipients == ("european-union",)


def test_a_collective_is_found_by_the_phrases_of_its_texts(extracted: Extract) -> None:
    extraction = without_unnamed_groups(extracted("Perempuan Chile mengecam Uni Eropa."))
    texts = {alias["text"] for alias in alias_rows(extraction.entities, names_of)}
    assert {"people of Chile", "Perempuan Chile"} <= texts


def test_a_mention_keeps_its_phrase(extracted: Extract) -> None:
    extraction = without_unnamed_groups(extracted("Pejabat Chile mengecam Uni Eropa."))
    assert {"Pejabat Chile", "Chile"} <= {m.text for m in extraction.mentions if m.entity_id == "CHL"}


def test_ships_that_are_sold_concern_the_state_and_ships_that_attack_its_forces(extracted: Extract) -> None:
    sold = without_unnamed_groups(
        extracted("Malaysia membeli pula 12 jet tempur dari Norwegia dan kapal-kapal patroli dari Italia.")
    )
    fired = without_unnamed_groups(extracted("Rudal-rudal Rusia menghantam Ukraina."))
    (purchase,) = [c.asserts for c in sold.claims if isinstance(c.asserts, Event)]
    (attack,) = [c.asserts for c in fired.claims if isinstance(c.asserts, Event)]
    names = {entity.id: entity.name for entity in fired.entities}
    assert (purchase.actors, purchase.recipients) == (("MYS",), ("NOR", "ITA"))
    assert ([names[actor] for actor in attack.actors], attack.recipients) == (["forces of Russia"], ("UKR",))


@pytest.mark.parametrize(
    ("phrase", "language"),
    [
        ("Donor Barat membantu Chad.", "id"),
        ("Sandera Hamas mengecam Mesir.", "id"),
        ("The freighter Galaxy Star attacked Chad.", "en"),
    ],
)
def test_whoever_cannot_be_recognised_elsewhere_is_left_out(
    extracted: Extract, phrase: str, language: str
) -> None:
    extraction = without_unnamed_groups(extracted(phrase, language))
    assert not [entity.name for entity in extraction.entities if entity.kind is EntityKind.GROUP]


def test_two_phrases_for_one_collective_tell_one_event(extracted: Extract) -> None:
    first, second = (
        without_unnamed_groups(extracted(f"{phrase} mengecam Uni Eropa.")).claims[0]
        for phrase in ("Warga Chile", "Mahasiswa Chile")
    )
    assert first.asserts.id == second.asserts.id
    assert first.id != second.id


def test_every_concept_of_a_language_says_for_whom_its_members_act() -> None:
    tables = (yaml.safe_load(path.read_text(encoding="utf-8")) for path in PEOPLE)
    concepts = {concept for table in tables for concept in (*table["collectives"], *table["offices"])}
    assert concepts <= {row["concept"] for row in rows("collectives.csv")}


@pytest.mark.parametrize(
    ("text", "language", "recipients"),
    [
        # More than two cannot be read as the one that was named last.
        ("The African Union met. Spain urged the parties to keep the truce.", "en", ()),
        ("Uni Afrika bersidang. Spanyol mendesak kelompok-kelompok itu menahan diri.", "id", ()),
        ("Uni Afrika bersidang. Spanyol mendesak organisasi itu menahan diri.", "id", ("african-union",)),
        # A counterpart is of another country.
        ("Bantuan diberikan oleh Palang Merah Chile kepada mitranya di ibu kota.", "id", ()),
        ("Chile condemned its rivals.", "en", ()),
        # A name inside a longer one is not the owner.
        ("Peru blamed a stray rocket of Palestinian Islamic Jihad.", "en", ("palestinian-islamic-jihad",)),
    ],
)
def test_no_party_is_guessed_from_a_description(
    extracted: Extract, text: str, language: str, recipients: tuple[str, ...]
) -> None:
    extraction = without_unnamed_groups(extracted(text, language))
    (last,) = [claim.asserts for claim in extraction.claims if isinstance(claim.asserts, Event)][-1:]
    assert last.recipients == recipients
