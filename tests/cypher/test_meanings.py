"""A typed name means one entity, one of several, or none; no entity is chosen silently."""

from __future__ import annotations

import pytest

from cypher.desk.meanings import meanings_of
from cypher.records.explore import FoundEntity


def row(name: str, alias: str | None = None, kind: str = "country") -> FoundEntity:
    return FoundEntity(name.lower(), name, kind, None, alias or name, 0)


SUDANS = [row("Sudan"), row("South Sudan")]
KOREAS = [row("South Korea", "Korea Selatan"), row("North Korea")]
CONGOS = [row("DR Congo", "Congo"), row("Republic of the Congo", "Congo")]


@pytest.mark.parametrize(
    ("typed", "rows", "only", "candidates"),
    [
        ("Sudan", SUDANS, "sudan", 1),
        ("SUDAN ", SUDANS, "sudan", 1),
        ("Korea", KOREAS, None, 2),
        ("Congo", CONGOS, None, 2),
        ("Georgia", [row("Georgia"), row("Georgia", kind="place")], None, 2),
        ("Fiji", [row("Fijian Navy", kind="organisation")], "fijian navy", 1),
        ("Atlantis", [], None, 0),
    ],
)
def test_a_name_is_taken_for_an_entity_only_when_no_other_fits_as_well(
    typed: str, rows: list[FoundEntity], only: str | None, candidates: int
) -> None:
    meanings = meanings_of(typed, rows)
    assert (meanings.only and meanings.only.id, len(meanings.candidates)) == (only, candidates)


def test_an_exact_name_is_told_from_one_that_contains_it() -> None:
    assert meanings_of("Congo", CONGOS).exact
    assert not meanings_of("Korea", KOREAS).exact


@pytest.mark.parametrize(
    ("typed", "name", "alias", "label"),
    [
        ("Congo", "DR Congo", "Congo", "DR Congo"),
        ("korea", "South Korea", "Korea Selatan", "South Korea"),
        ("Persia", "Iran", "Persia", "Iran (Persia)"),
    ],
)
def test_a_candidate_shows_its_other_spelling_where_the_name_does_not_say_why(
    typed: str, name: str, alias: str, label: str
) -> None:
    meanings = meanings_of(typed, [row(name, alias)])
    assert meanings.label(meanings.candidates[0]) == label
