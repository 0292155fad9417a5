"""Blame without a verb of blame in English: who is responsible or behind an act, as another says."""

from __future__ import annotations

import pytest

from tests.ingest.extraction.conftest import Told


def _accusations(told: Told, sentence: str) -> list[tuple[str, str, str]]:
    return [event for event in told(sentence, "en") if event[0] == "ACCUSE"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chad said Norway was responsible for the attack.",
        "Chad said that Norway was behind the bombing in Oslo.",
        "Norway is responsible for the massacre, Chad said on Monday.",
        "According to Chad, Norway was behind the killing of two monks.",
        "Chad says Norway is to blame for the violence.",
        "Chad says Norway had a hand in the coup.",
        "Chad held Norway responsible for the attack.",
        "Chad holds Norway accountable for the famine.",
    ],
)
def test_who_is_responsible_as_another_says_is_accused(told: Told, sentence: str) -> None:
    assert _accusations(told, sentence) == [("ACCUSE", "Chad", "Norway")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway was responsible for the attack.",
        "Chad said Norway was responsible for its own security.",
        "Chad said those responsible for the attack in Norway had been arrested.",
        "Chad said it was responsible for the attack on Norway.",
        "Chad said Norway was behind schedule.",
        "Chad held talks with Norway on a responsible budget.",
    ],
)
def test_nobody_is_accused_where_nobody_else_is_blamed(told: Told, sentence: str) -> None:
    assert not [event for event in _accusations(told, sentence) if event[1] and event[2]]
