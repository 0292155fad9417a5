"""Whose act it is: what people, bodies and groups act for on the day of an event."""

from __future__ import annotations

import pytest

from cypher.model.affiliation import group_id, people_of, usual_affiliation
from cypher.model.assertions import ties_of
from cypher.model.graph import Entity, EntityKind, Event, Extraction, Level
from ingest.knowledge import load_knowledge
from ingest.loading.affiliations import with_affiliations
from ingest.loading.bodies import affiliation
from ingest.loading.unnamed_groups import without_unnamed_groups
from tests.ingest.extraction.conftest import Extract


def known(entity: str) -> Entity:
    found = load_knowledge().entities[entity]
    return Entity(found.id, found.name, found.kind, found.country)


@pytest.mark.parametrize(
    ("who", "day", "body"),
    [
        ("IDN", "2023-05-01", "IDN"),
        ("retno-marsudi", "2023-05-01", "IDN"),
        ("indonesian-national-armed-forces", None, "IDN"),
        ("antonio-guterres", "2023-05-01", "united-nations"),
        ("antonio-guterres", "2001-05-01", "PRT"),
        ("antonio-guterres", None, "united-nations"),
        ("jens-stoltenberg", "2023-05-01", "north-atlantic-treaty-organization"),
        ("jens-stoltenberg", "2026-05-01", "NOR"),
        ("josep-borrell", "2022-03-01", "european-union"),
        ("kofi-annan", "2003-02-01", "united-nations"),
        ("philippe-lazzarini", "2024-01-10", "united-nations"),
        ("united-nations-security-council", None, "united-nations"),
        ("european-commission", None, "european-union"),
        ("al-qassam-brigades", None, "hamas"),
        ("hamas", "2024-01-01", "hamas"),
        ("boeing", None, "boeing"),
        ("west-bank", None, "PSE"),
    ],
)
def test_who_acts_for_whom_on_a_day(who: str, day: str | None, body: str) -> None:
    assert affiliation(known(who), (day,) if day else (), {}) == body


@pytest.mark.parametrize(
    ("concept", "body"),
    [
        ("forces", "ISR"),
        ("officials", "ISR"),
        ("spokesperson", "ISR"),
        ("settlers", people_of("ISR")),
        ("protesters", people_of("ISR")),
        ("sailor", people_of("ISR")),
        ("citizens", None),
        ("rebels", None),
    ],
)
def test_groups_act_for_the_state_its_people_or_themselves(concept: str, body: str | None) -> None:
    assert usual_affiliation(group_id(concept, "ISR"), EntityKind.GROUP, "ISR") == body


def test_every_body_in_the_table_and_what_it_acts_for_are_known() -> None:
    knowledge = load_knowledge()
    assert {*knowledge.bodies, *knowledge.bodies.values()} <= knowledge.entities.keys()
    assert not knowledge.bodies.keys() & set(knowledge.bodies.values())


def told(extraction: Extraction) -> set[str]:
    """The ties of states in an article: "Peru>Chile", "Chile=Peru" without direction."""
    loaded = with_affiliations(without_unnamed_groups(extraction))
    names = {entity.id: entity.name for entity in loaded.entities}
    return {
        f"{names[str(tie['actor'])]}{'>' if tie['directed'] else '='}{names[str(tie['recipient'])]}"
        for claim in loaded.claims
        if isinstance(claim.asserts, Event)
        for tie in ties_of(claim.asserts)
        if tie["level"] == Level.STATE
    }


@pytest.mark.parametrize(
    ("language", "sentence", "tie"),
    [
        ("en", "Foreign Minister Retno Marsudi condemned Russia.", "Indonesia>Russia"),
        ("id", "Menteri Luar Negeri Retno Marsudi mengecam Rusia.", "Indonesia>Russia"),
        ("en", "The Israeli army attacked Syria.", "Israel>Syria"),
        ("id", "Tentara Israel menyerang Suriah.", "Israel>Syria"),
        ("id", "Sekjen PBB Antonio Guterres mengecam Israel.", "United Nations>Israel"),
        ("en", "UN chief Antonio Guterres condemned Israel.", "United Nations>Israel"),
        ("en", "Hamas attacked Israel.", "Hamas>Israel"),
        ("id", "Wang Yi dan Sergei Lavrov bertemu.", "China=Russia"),
    ],
)
def test_an_act_is_that_of_the_state_or_body(
    extracted: Extract, language: str, sentence: str, tie: str
) -> None:
    assert tie in told(extracted(sentence, language, published_on="2023-05-06"))


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Joe Biden praised the Pentagon."),
        ("id", "Joe Biden memuji Pentagon."),
    ],
)
def test_what_a_state_does_to_itself_is_no_tie_of_states(
    extracted: Extract, language: str, sentence: str
) -> None:
    assert told(extracted(sentence, language, published_on="2023-05-06")) == set()


def test_an_event_without_a_date_has_the_affiliation_of_the_day_of_publication(extracted: Extract) -> None:
    sentence = "Jens Stoltenberg criticised Russia."
    assert told(extracted(sentence, "en", published_on="2020-02-02")) == {
        "North Atlantic Treaty Organization>Russia"
    }
    assert told(extracted(sentence, "en", published_on="2026-02-02")) == {"Norway>Russia"}


@pytest.mark.parametrize(
    ("language", "sentence", "tie"),
    [
        ("en", "UN envoy Karl Testmann criticised Peru.", "United Nations>Peru"),
        ("id", "Utusan khusus PBB Karl Testmann mengkritik Peru.", "United Nations>Peru"),
    ],
)
def test_an_office_that_the_article_gives_counts(
    extracted: Extract, language: str, sentence: str, tie: str
) -> None:
    assert told(extracted(sentence, language, published_on="2023-05-06")) == {tie}
