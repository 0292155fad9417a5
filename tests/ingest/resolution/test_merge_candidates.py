"""Which actors are proposed as one: parts of names, initials, misspellings; never two that are curated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cypher.model.graph import Entity, EntityKind, MergeCandidate
from ingest.resolution.candidates import merge_candidates
from ingest.resolution.spelling import folded

BODY = EntityKind.ORGANISATION


def person(name: str, country: str | None = None, entity_id: str | None = None) -> Entity:
    return Entity(entity_id or f"actor-{name}", name, EntityKind.PERSON, country)


def proposed(*actors: Entity) -> list[MergeCandidate]:
    return list(merge_candidates([actor.id for actor in actors], actors))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Petro Halenskyy", "Petro Halenskiy"),
        ("Karim Abdollahpour", "Karim Abdullahpour"),
        ("Basyar al-Karimi", "Bashar Karimi"),
        ("Ri Sung Ho", "Sung Ho Ri"),
        ("Soetardjo", "Sutarjo"),
    ],
)
def test_transcriptions_of_a_name_have_one_form(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize(("one", "other"), [("Hassan Karim", "Hussein Karim"), ("Sari", "Suri")])
def test_names_that_sound_different_keep_different_forms(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_a_name_that_holds_the_other_is_proposed_with_its_reason() -> None:
    (pair,) = proposed(person("Karim Barzan", "IRQ"), person("Karim Barzan Saleh", "IRQ"))
    assert (pair.left, pair.right) == ("actor-Karim Barzan", "actor-Karim Barzan Saleh")
    assert pair.score == 0.9
    assert pair.reason == "“Karim Barzan” and “Karim Barzan Saleh”: one name holds the other; both IRQ"


def test_a_misspelt_name_is_proposed_to_the_known_person() -> None:
    (pair,) = proposed(
        person("Mahmoud Karimzadeh"), person("Mahmood Karimzade", entity_id="mahmood-karimzade")
    )
    assert pair.right == "mahmood-karimzade"
    assert 0.5 < pair.score < 0.9


def test_two_countries_keep_namesakes_apart_unless_the_names_are_the_same() -> None:
    assert proposed(person("Karim Barzan", "IRQ"), person("Karim Barzan Saleh", "DZA")) == []
    (pair,) = proposed(person("Barzan Karim", "IRQ"), person("Karim Barzan", "DZA"))
    assert "but" in pair.reason


def test_a_family_name_alone_is_proposed_only_within_one_country() -> None:
    assert proposed(person("Barzan"), person("Karim Barzan", "IRQ")) == []
    assert len(proposed(person("Barzan", "IRQ"), person("Karim Barzan", "IRQ"))) == 1


def test_initials_stand_for_names() -> None:
    (pair,) = proposed(person("K. Barzan"), person("Karim Barzan"))
    assert "initials" in pair.reason


def test_different_given_names_are_not_proposed() -> None:
    assert proposed(person("Karim Barzan", "IRQ"), person("Layla Barzan", "IRQ")) == []


def test_two_curated_actors_are_never_one() -> None:
    assert proposed(person("Karim Barzan", entity_id="a"), person("Karim Barzan Saleh", entity_id="b")) == []


def test_an_abbreviation_is_proposed_to_the_body_whose_initials_it_has() -> None:
    short, full = Entity("actor-1", "GRL", BODY), Entity("actor-2", "Gerakan Rakyat Lestari", BODY)
    (pair,) = proposed(short, full)
    assert (pair.left, pair.right) == ("actor-1", "actor-2")
    assert "initials fit" in pair.reason


def test_a_person_is_never_a_body() -> None:
    assert proposed(person("Karim Barzan"), Entity("actor-9", "Karim Barzan", BODY)) == []


def test_actors_that_nobody_asked_about_are_not_compared() -> None:
    actors = [person("Karim Barzan"), person("Karim Barzan Saleh")]
    assert list(merge_candidates([], actors)) == []


def test_a_ministry_of_no_country_is_not_proposed_to_that_of_any() -> None:
    bare = Entity("actor-ministry", "Kementerian Perikanan", EntityKind.GOVERNMENT_BODY)
    zargan = Entity("actor-zarga", "Kementerian Perikanan Zarga", EntityKind.GOVERNMENT_BODY, "IRQ")
    assert proposed(bare, zargan) == []


def test_initials_alone_join_no_two_kinds_of_bodies() -> None:
    council = Entity("actor-council", "Dewan Pekerja Revolusioner", EntityKind.ORGANISATION)
    house = Entity("house", "DPR", EntityKind.GOVERNMENT_BODY, "IDN")
    assert proposed(council, house) == []


def test_a_family_name_is_proposed_to_the_full_name_in_the_same_article() -> None:
    pair = (person("Halenskyy"), person("Petro Halenskyy"))
    ids = [actor.id for actor in pair]
    assert list(merge_candidates(ids, pair)) == []
    (found,) = merge_candidates(ids, pair, {frozenset(ids)})
    assert (found.left, found.right, found.score) == ("actor-Halenskyy", "actor-Petro Halenskyy", 0.65)
    assert found.reason.endswith("one may be the family name; in one article")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Petro", "Petro Halenskyy"), ("Karimov", "Petro Halenskyy"), ("Halenskyy", "Halenskyy Petro")],
)
def test_being_in_one_article_makes_no_double_of_other_names(one: str, other: str) -> None:
    pair = (person(one), person(other))
    ids = [actor.id for actor in pair]
    assert list(merge_candidates(ids, pair, {frozenset(ids)})) == []


def test_a_long_name_without_its_last_word_is_proposed_to_the_curated_body() -> None:
    short = Entity("actor-short", "Gerakan Perlawanan Islam", BODY, "PSE")
    aliases = ("Islamic Resistance Movement", "Gerakan Perlawanan Islam Hamas")
    hamas = Entity("hamas", "Hamas", EntityKind.ARMED_GROUP, "PSE", aliases)
    (pair,) = proposed(short, hamas)
    assert (pair.left, pair.right, pair.score) == ("actor-short", "hamas", 0.6)
    assert proposed(replace(short, country="LBN"), hamas) == []


def test_two_ministries_in_one_article_are_not_one() -> None:
    ministry = EntityKind.GOVERNMENT_BODY
    one = Entity("actor-one", "Kementerian Luar Negeri", ministry)
    other = Entity("chinese-ministry", "Kementerian Luar Negeri China", ministry, "CHN")
    assert list(merge_candidates([one.id], (one, other), {frozenset((one.id, other.id))})) == []
