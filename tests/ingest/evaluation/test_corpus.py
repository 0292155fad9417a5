"""The open corpus: its files are gold of one form, and no sentence is in two of them.

Half of the files are sealed, so a failure names rows by their ids and never shows a sentence.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from cypher.model.graph import EntityKind
from ingest.evaluation.gold import Annotated, read_gold
from ingest.knowledge.countries import countries

ROOT = Path(__file__).parents[3]
SENTENCES = {
    "learning_id": 500, "learning_en": 200,
    "sealed_a_id": 350, "sealed_a_en": 156,
    "sealed_b_id": 350, "sealed_b_en": 162,
}  # fmt: skip
FIELDS = {
    "id", "language", "origin", "place", "trained_on", "text", "countries", "entities", "events",
}  # fmt: skip
KINDS = {kind.value for kind in EntityKind} - {"country", "group"}
CAPITAL = re.compile(r"(DKI )?Jakarta( (Pusat|Utara|Timur|Selatan|Barat))?")


@cache
def rows(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (ROOT / path).read_text(encoding="utf-8").splitlines()]


def part_rows(part: str) -> list[dict[str, Any]]:
    return rows(f"corpus/{part}.jsonl")


def parties(row: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for event in row["events"]:
        for role in ("actor", "recipient", "mediator"):
            yield from event.get(role, ())


def bare(text: str) -> str:
    """The letters and digits of a sentence, because sources differ in the spaces around punctuation."""
    return "".join(filter(str.isalnum, text.casefold()))


@pytest.mark.parametrize("part", SENTENCES)
def test_a_part_is_whole_and_gold(part: str) -> None:
    read = [row for row, _ in read_gold(ROOT / "corpus" / f"{part}.jsonl")]
    assert {type(row) for row in read} == {Annotated}
    assert {row.language for row in read} == {part[-2:]}
    assert len(read) == len({row.id for row in read}) == SENTENCES[part]


@pytest.mark.parametrize("part", SENTENCES)
def test_rows_have_the_fields_of_the_readme(part: str) -> None:
    event_fields = {"type", "status", "actor", "recipient", "trigger"}
    statuses = {"actual", "planned", "hypothetical", "negated"}
    for row in part_rows(part):
        fields = [set(event) - {"mediator"} for event in row["events"]]
        assert set(row) == FIELDS, row["id"]
        assert set(row["trained_on"]) <= {"names", "syntax"}, row["id"]
        assert all(set(entity) == {"text", "kind", "country"} for entity in row["entities"]), row["id"]
        assert {entity["kind"] for entity in row["entities"]} <= KINDS, row["id"]
        assert all(of == event_fields for of in fields), row["id"]
        assert {event["status"] for event in row["events"]} <= statuses, row["id"]
        assert all(set(party) == {"text", "country"} for party in parties(row)), row["id"]


@pytest.mark.parametrize("part", SENTENCES)
def test_every_country_is_an_iso_code(part: str) -> None:
    known = {country.id for country in countries()}
    for row in part_rows(part):
        of_names = {each["country"] for each in (*row["entities"], *parties(row))}
        assert {*row["countries"], *of_names} - {None} <= known, row["id"]
        assert len(row["countries"]) == len(set(row["countries"])), row["id"]


@pytest.mark.parametrize("part", SENTENCES)
def test_what_is_annotated_is_copied_from_the_sentence(part: str) -> None:
    missing = []
    for row in part_rows(part):
        triggers = [event["trigger"] for event in row["events"]]
        texts = [*triggers, *(each["text"] for each in (*row["entities"], *parties(row)))]
        missing += [row["id"] for text in texts if not text or text not in row["text"]]
    assert missing == []


@pytest.mark.parametrize("part", SENTENCES)
def test_the_capital_and_its_parts_mention_the_country(part: str) -> None:
    silent = [
        row["id"]
        for row in part_rows(part)
        if any(CAPITAL.fullmatch(entity["text"]) for entity in row["entities"])
        and "IDN" not in row["countries"]
    ]
    assert silent == []


@pytest.mark.parametrize("part", SENTENCES)
def test_both_annotators_answered_every_sentence(part: str) -> None:
    texts = {row["id"]: row["text"] for row in part_rows(part)}
    for annotator in "ab":
        answered = {row["id"]: row["text"] for row in rows(f"corpus/annotators/{part}.{annotator}.jsonl")}
        assert set(answered) == set(texts)
        assert [name for name in texts if texts[name] != answered[name]] == []


def test_no_sentence_is_in_two_parts_or_in_the_samples() -> None:
    names: dict[str, list[str]] = {}
    sources = [*(f"corpus/{part}.jsonl" for part in SENTENCES)]
    sources += [f"samples/{name}.jsonl" for name in ("gold", "sentences", "mediation")]
    for source in sources:
        for row in rows(source):
            names.setdefault(bare(row["text"]), []).append(f"{source} {row['id']}")
    in_corpus = [of for of in names.values() if any(name.startswith("corpus/") for name in of)]
    assert [of for of in in_corpus if len(of) > 1] == []


def test_a_sentence_in_two_languages_is_in_the_same_part() -> None:
    places: dict[str, set[str]] = {}
    for part in SENTENCES:
        for row in part_rows(part):
            if row["origin"] == "UD_Indonesian-PUD":
                places.setdefault(row["place"], set()).add(part[:-3])
    assert [place for place, of in places.items() if len(of) > 1] == []


def test_the_readme_says_the_licence_of_every_source() -> None:
    readme = (ROOT / "corpus/README.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| ([^|]+) \| (\d+ [^|]+) \| ([^|]+) \| [^|]{20,} \|$", readme, re.MULTILINE)
    said = {source.split(",")[0]: (sentences, licence) for source, sentences, licence in table}
    counts = Counter((row["origin"], row["language"]) for part in SENTENCES for row in part_rows(part))
    assert set(said) == {origin for origin, _ in counts}
    for (origin, language), count in counts.items():
        sentences, licence = said[origin]
        assert f"{count} {'Indonesian' if language == 'id' else 'English'}" in sentences
        assert licence in {"MIT", "Apache-2.0", "CC BY-SA 3.0", "CC BY-SA 4.0"}
