"""Who is tied to whom: joint actors to a third party, parties of a mutual act to each other."""

from __future__ import annotations

import pytest

from cypher.model.assertions import ties_of
from cypher.model.graph import Event, Level
from ingest.loading.unnamed_groups import without_unnamed_groups
from tests.ingest.extraction.conftest import Extract


def ties(extracted: Extract, sentence: str, language: str) -> set[str]:
    """The ties of a sentence, as they are loaded: "Norway>Mali", "Denmark=Norway" without direction."""
    extraction = without_unnamed_groups(extracted(sentence, language))
    names = {entity.id: entity.name for entity in extraction.entities}
    return {
        f"{names[str(tie['actor'])]}{'>' if tie['directed'] else '='}{names[str(tie['recipient'])]}"
        for claim in extraction.claims
        if isinstance(claim.asserts, Event)
        for tie in ties_of(claim.asserts)
        if tie["level"] == Level.ACTOR
    }


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Norway and Denmark condemned the attack."),
        ("id", "Norwegia dan Denmark mengutuk serangan itu."),
        ("id", "Norwegia, Denmark, dan Swedia menyatakan keprihatinan."),
        ("en", "Ghana and Togo called for a ceasefire."),
        ("id", "Ghana dan Togo menyerukan gencatan senjata."),
        ("id", "Kanada dan Meksiko memberikan bantuan pangan."),
        ("en", "Canada and Mexico imposed sanctions."),
        ("id", "Rapat itu digelar atas permintaan Peru dan Cile."),
        ("en", "The measure was backed by Kenya, Uganda and Rwanda."),
        ("en", "Spain and Portugal mobilised their troops."),
        ("id", "Spanyol dan Portugal menolak usul itu."),
        ("id", "Ghana dan Togo berjanji mengirim pasukan ke Mali."),
        ("id", "Eritrea dan Ethiopia berperang di Somalia."),
    ],
)
def test_joint_actors_are_not_tied_to_each_other(extracted: Extract, language: str, sentence: str) -> None:
    assert ties(extracted, sentence, language) == set()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Kenya and Uganda condemned Rwanda."),
        ("id", "Kenya dan Uganda mengecam Rwanda."),
        ("en", "Kenya and Uganda pledged to send troops to Rwanda."),
    ],
)
def test_joint_actors_are_tied_to_the_third_party(extracted: Extract, language: str, sentence: str) -> None:
    assert ties(extracted, sentence, language) == {"Kenya>Rwanda", "Uganda>Rwanda"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Ghana and Togo signed a fishing agreement."),
        ("id", "Ghana dan Togo menandatangani perjanjian perikanan."),
        ("en", "Ghana and Togo held joint naval exercises."),
        ("id", "Ghana dan Togo menggelar latihan bersama."),
        ("en", "Ghana and Togo exchanged prisoners."),
        ("en", "Ghana and Togo each freed six prisoners."),
        ("id", "Ghana dan Togo bertukar tahanan."),
        ("id", "Ghana dan Togo masing-masing membebaskan enam tahanan."),
        ("en", "Ghana and Togo restored diplomatic relations."),
        ("id", "Ghana dan Togo memulihkan hubungan diplomatik."),
        ("en", "Fighting between Ghana and Togo broke out on Monday."),
        ("en", "The war between Ghana and Togo has killed thousands."),
        ("id", "Pertempuran antara Ghana dan Togo pecah pada Senin."),
        ("id", "Ghana dan Togo terlibat bentrokan di perbatasan."),
    ],
)
def test_who_does_it_to_each_other_is_tied_without_direction(
    extracted: Extract, language: str, sentence: str
) -> None:
    assert ties(extracted, sentence, language) == {"Ghana=Togo"}


def test_the_armies_of_two_states_clash_and_not_with_their_own_state(extracted: Extract) -> None:
    found = ties(extracted, "Tentara Eritrea dan Ethiopia bentrok di perbatasan.", "id")
    assert found == {"forces of Eritrea=forces of Ethiopia"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Ghana and Togo cut ties with each other."),
        ("en", "Ghana and Togo accused each other of spying."),
        ("en", "Ghana and Togo praised each other."),
        ("id", "Ghana dan Togo saling menuduh."),
        ("id", "Ghana dan Togo saling memuji."),
    ],
)
def test_each_other_is_told_in_both_directions(extracted: Extract, language: str, sentence: str) -> None:
    assert ties(extracted, sentence, language) == {"Ghana>Togo", "Togo>Ghana"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "The truce was brokered by Norway and Oman."),
        ("id", "Gencatan senjata itu ditengahi Norwegia dan Oman."),
    ],
)
def test_mediators_are_not_tied_to_each_other(extracted: Extract, language: str, sentence: str) -> None:
    assert ties(extracted, sentence, language) == set()


def test_an_agreement_is_not_made_by_its_broker(extracted: Extract) -> None:
    found = ties(extracted, "Norway brokered an agreement between Ghana and Togo.", "en")
    assert found == {"Norway>Ghana", "Norway>Togo", "Ghana=Togo"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("id", "Ghana dan Togo mengikuti latihan bersama Singa Laut di Lome."),
        ("id", "Ghana dan Togo mengikuti latihan bersama Sea Lion."),
        ("en", "Ghana and Togo joined the Western Shield exercise."),
        ("en", "Ghana and Togo took part in Exercise Western Shield."),
    ],
)
def test_the_name_of_an_exercise_is_no_party(extracted: Extract, language: str, sentence: str) -> None:
    assert ties(extracted, sentence, language) == {"Ghana=Togo"}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Sergei Lavrov arrived for the East Asia Summit."),
        ("id", "Sergei Lavrov tiba di Bali untuk mengikuti KTT Asia Timur."),
    ],
)
def test_the_region_in_the_name_of_a_summit_is_no_party(
    extracted: Extract, language: str, sentence: str
) -> None:
    assert ties(extracted, sentence, language) == set()
