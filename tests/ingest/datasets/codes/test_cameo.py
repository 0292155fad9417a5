from __future__ import annotations

import pytest

from cypher.model.ontology import event_types
from ingest.datasets.codes.cameo import Coding, code_of, coding, label
from ingest.datasets.tables import rows


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("010", Coding("STATEMENT")),
        ("028", Coding("APPEAL")),
        ("036", Coding("AGREE")),
        ("041", Coding("CONSULT", "phone")),
        ("043", Coding("CONSULT", "visit")),
        ("044", Coding("CONSULT")),
        ("0841", Coding("RETREAT", "release")),
        ("085", Coding("RETREAT")),
        ("1053", Coding("REQUEST", "yield")),
        ("105", Coding("REQUEST", "change")),
        ("1641", Coding("SANCTION", "withdraw")),
        ("1722", Coding("COERCE")),
        ("172", Coding("COERCE", "restrict")),
        ("186", Coding("ASSAULT", "targeted")),
        ("191", Coding("COERCE", "restrict")),
        ("195", Coding("ASSAULT", "aerial")),
        ("1959", Coding("ASSAULT", "aerial")),
        ("18x", Coding("ASSAULT")),
        ("2042", Coding("ASSAULT", "unconventional")),
    ],
)
def test_gives_type_and_mode(code: str, expected: Coding) -> None:
    assert coding(code) == expected


@pytest.mark.parametrize("code", ["", "1", "10", "40", "04", "211", "000", "990", "---", "X", "abc"])
def test_a_code_that_is_none_or_lost_its_zero_means_nothing(code: str) -> None:
    assert coding(code) is None


def test_every_type_and_mode_is_one_of_the_ontology() -> None:
    for row in rows("cameo.csv"):
        kind = event_types()[row["type"]]
        assert not row["mode"] or row["mode"] in kind.modes, row


def test_every_text_has_a_code_that_means_something() -> None:
    listed = list(rows("cameo_texts.csv"))
    assert len({row["text"].casefold() for row in listed}) == len(listed) > 300
    assert all(coding(row["code"]) for row in listed)


def test_words_and_codes_lead_to_each_other() -> None:
    assert code_of("Meet at a 'third' location") == "044"
    assert code_of("reduce OR stop material aid") == "162"
    assert code_of("Whistle") is None
    assert label("162") == "Reduce or stop material aid"
    assert label("0209") == "Make an appeal or request"
    assert label("x") == ""
