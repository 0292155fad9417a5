"""Names that are nearly what was typed."""

from __future__ import annotations

import pytest

from explorer.reads.similar import by_spelling, nearest

SPELT = by_spelling(
    [
        ("taliban", "taliban"),
        ("muttaqi", "muttaqi"),
        ("amir khan muttaqi", "muttaqi"),
        ("benjamin netanyahu", "netanyahu"),
        ("as", "USA"),
        ("amerika serikat", "USA"),
    ]
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("talibon", "taliban"), ("mutaqi", "muttaqi"), ("netanjahu", "netanyahu"), ("amerka serikat", "USA")],
)
def test_a_name_is_found_in_spite_of_a_wrong_letter(typed: str, meant: str) -> None:
    assert SPELT[nearest(typed, SPELT)[0]] == (meant,)


def test_what_is_like_nobody_finds_nobody() -> None:
    assert nearest("atlantis", SPELT) == []


def test_short_spellings_are_near_to_too_many_to_count() -> None:
    assert "as" not in SPELT
    assert "khan" in SPELT
