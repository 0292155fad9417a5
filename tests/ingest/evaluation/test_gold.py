"""Our own gold is sound and covers what it promises; the extraction does not fall below its floors."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from babel.core import get_global

from cypher.model.graph import EntityKind, EventStatus
from cypher.model.ontology import event_types
from ingest.evaluation import Report, Selection, evaluate

pytestmark = pytest.mark.slow

SAMPLES = Path(__file__).parents[3] / "samples"
FILES = [SAMPLES / f"{name}.jsonl" for name in ("gold", "sentences", "mediation")]
RELATIONS = SAMPLES / "relations.jsonl"
_ALL: dict[str, dict[str, float]] = tomllib.loads((SAMPLES / "floors.toml").read_text(encoding="utf-8"))
RELATION_FLOORS = {title: floors for title, floors in _ALL.items() if "relations" in floors}
FLOORS = {title: floors for title, floors in _ALL.items() if title not in RELATION_FLOORS}
CONSTRUCTIONS = {
    "active", "passive", "nominal", "light verb", "coordination", "apposition", "relative clause",
    "reported speech", "negation", "plan", "hypothetical", "denial", "metonymy", "unnamed collective", "date",
    "pronoun",
}  # fmt: skip
UNUSED = {("SANCTION", "convict")}
"""A sentence by a court is coded as COERCE (samples/README.md)."""


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for path in FILES for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def report() -> Report:
    return evaluate([*FILES, SAMPLES / "chains.jsonl"])


@pytest.mark.parametrize("title", FLOORS)
def test_the_extraction_stays_above_its_floors(report: Report, title: str) -> None:
    section = next(section for section in report.sections if section.title == title)
    found = {name: section.figure(name).value for name in FLOORS[title]}
    fallen = {name: value for name, value in found.items() if value < FLOORS[title][name]}
    assert not fallen, f"{title} fell below samples/floors.toml"


def test_confidence_means_what_it_says(report: Report) -> None:
    told = [section for section in report.sections if not section.title.startswith("chains")]
    errors = {section.title: section.figure("calibration error").value for section in told}
    assert {title: error for title, error in errors.items() if error > 0.2} == {}


@pytest.mark.parametrize("title", RELATION_FLOORS)
def test_relations_stay_above_their_floors(title: str) -> None:
    (section,) = evaluate([RELATIONS], Selection(language=title[-3:-1])).sections
    assert section.figure("relations").value >= RELATION_FLOORS[title]["relations"]
    assert section.figure("calibration error").value < 0.2


def test_every_file_and_language_has_floors(report: Report) -> None:
    assert {section.title for section in report.sections} == set(FLOORS)


def test_gold_names_only_what_stands_in_its_sentence() -> None:
    for row in rows():
        parties = [
            party
            for event in row["events"]
            for side in ("actor", "recipient", "mediator")
            for party in event.get(side, ())
        ]
        spans = [item["text"] for item in (*row["entities"], *parties)]
        spans += [event["trigger"] for event in row["events"]]
        assert [span for span in spans if span not in row["text"]] == [], row["id"]


def test_gold_uses_only_known_types_modes_kinds_statuses_and_countries() -> None:
    known = {code for code in get_global("territory_aliases") if len(code) == 3} | {"XKX"}
    for row in rows():
        for event in row["events"]:
            kind = event_types()[event["type"]]
            assert not kind.imported
            assert event.get("mode") is None or event["mode"] in kind.modes, row["id"]
            assert event["status"] in set(EventStatus)
        assert {entity["kind"] for entity in row["entities"]} <= set(EntityKind)
        assert set(row["countries"]) <= known, row["id"]


@pytest.mark.parametrize("language", ["id", "en"])
def test_gold_shows_each_type_mode_and_construction_in_each_language(language: str) -> None:
    own = [row for row in rows() if row["language"] == language]
    told = {(event["type"], event.get("mode")) for row in own for event in row["events"]}
    modes = {(kind.code, mode) for kind in event_types().values() if not kind.imported for mode in kind.modes}
    assert modes - told == UNUSED
    assert {kind.code for kind in event_types().values() if not kind.imported} == {kind for kind, _ in told}
    shown = Counter(name for row in own for name in row.get("constructions", ()))
    assert set(shown) == CONSTRUCTIONS
    assert min(shown.values()) >= 3


def test_no_sentence_is_gold_twice() -> None:
    counts = Counter(row["text"] for row in rows())
    assert [text for text, count in counts.items() if count > 1] == []
    assert [name for name, count in Counter(row["id"] for row in rows()).items() if count > 1] == []
