"""The open corpus: its files are gold, no sentence is in two of them, and sealed rows have the same form."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from ingest.evaluation.gold import Annotated, read_gold

ROOT = Path(__file__).parents[3]
SENTENCES = {
    "learning_id": 500, "learning_en": 200,
    "sealed_a_id": 350, "sealed_a_en": 160,
    "sealed_b_id": 350, "sealed_b_en": 158,
}  # fmt: skip
ORIGINS = {"idner-news-2k", "NERGrit", "UD_Indonesian-CSUI", "UD_Indonesian-PUD", "UD_English-EWT"}
TRIGGERED = {"type", "status", "actor", "recipient", "trigger"}


def rows(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (ROOT / path).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("part", SENTENCES)
def test_a_part_is_whole_and_gold(part: str) -> None:
    read = [row for row, _ in read_gold(ROOT / "corpus" / f"{part}.jsonl")]
    assert [type(row) for row in read] == [Annotated] * SENTENCES[part]
    assert {row.language for row in read} == {part[-2:]}
    assert len({row.id for row in read}) == SENTENCES[part]


@pytest.mark.parametrize("part", SENTENCES)
def test_what_is_annotated_stands_in_the_sentence(part: str) -> None:
    missing = []
    for row in rows(f"corpus/{part}.jsonl"):
        events = row["events"]
        parties = [party for event in events for side in ("actor", "recipient") for party in event[side]]
        mediators = [party for event in events for party in event.get("mediator", ())]
        texts = [each["text"] for each in (*row["entities"], *parties, *mediators)]
        missing += [
            row["id"] for text in (*texts, *(e["trigger"] for e in events)) if text not in row["text"]
        ]
        assert row["origin"] in ORIGINS
        assert all(set(event) - {"mediator"} == TRIGGERED for event in events)
    assert missing == []


def test_no_sentence_is_in_two_parts_or_in_the_samples() -> None:
    texts = [row["text"] for part in SENTENCES for row in rows(f"corpus/{part}.jsonl")]
    samples = ("gold", "sentences", "mediation")
    own = {row["text"] for name in samples for row in rows(f"samples/{name}.jsonl")}
    assert [text for text, times in Counter(texts).items() if times > 1] == []
    assert set(texts) & own == set()
