"""Inputs become extractions in their order; what is lost is tallied, and the rest goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.documents import Incoming, Skipped, read
from ingest.pipeline import Extracted, Tally, run

ARTICLES = {
    "satu": ("id", "Presiden Brasil bertemu Perdana Menteri Portugal di Lisabon pada hari Selasa."),
    "two": ("en", "The president of Brazil met the prime minister of Portugal in Lisbon on Tuesday."),
    "tiga": ("id", "Menteri Luar Negeri Mesir mengecam serangan roket ke Sudan."),
    "four": ("en", "Egypt's foreign minister condemned the rocket attack on Sudan."),
}


@pytest.fixture(scope="module")
def mixed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of rows in two languages, with a broken line and the first article once more."""
    path = tmp_path_factory.mktemp("mixed") / "rows.jsonl"
    rows = [
        json.dumps({"id": name, "language": code, "text": text}) for name, (code, text) in ARTICLES.items()
    ]
    again = json.dumps({"id": "again", "language": "id", "text": ARTICLES["satu"][1]})
    path.write_text("\n".join([*rows[:2], "{broken", *rows[2:], again]), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def finished(mixed: Path) -> tuple[list[Extracted], Tally]:
    tally = Tally()
    return list(run(read([mixed]), tally)), tally


def test_extractions_come_in_the_order_of_the_input_whatever_their_language(
    finished: tuple[list[Extracted], Tally],
) -> None:
    extracted, _ = finished
    assert [item.incoming.given_id for item in extracted] == [*ARTICLES, "again"]
    assert [item.extraction.document.language for item in extracted] == ["id", "en", "id", "en", "id"]


def test_each_extraction_is_that_of_its_input(finished: tuple[list[Extracted], Tally]) -> None:
    extracted, _ = finished
    for item in extracted:
        assert item.extraction.document == item.incoming.document
        assert item.extraction.entities


def test_the_same_article_twice_gives_two_results_and_counts_once(
    finished: tuple[list[Extracted], Tally],
) -> None:
    extracted, tally = finished
    assert extracted[0].extraction == extracted[-1].extraction
    assert tally.counts()["documents"] == 4


def test_what_was_lost_and_remarked_is_in_the_tally(finished: tuple[list[Extracted], Tally]) -> None:
    _, tally = finished
    assert [item.origin.rsplit(", ")[-1] for item in tally.skipped] == ["line 3"]
    assert any("no date" in each.remark for each in tally.warnings)


def test_both_languages_find_the_same_countries(finished: tuple[list[Extracted], Tally]) -> None:
    extracted, _ = finished
    countries = [
        {entity.id for entity in item.extraction.entities if entity.kind.value == "country"}
        for item in extracted
    ]
    assert countries[0] == countries[1] == {"BRA", "PRT"}
    assert countries[2] == countries[3] == {"EGY", "SDN"}


def test_results_come_before_all_inputs_were_read(mixed: Path) -> None:
    seen = 0

    def many() -> object:
        nonlocal seen
        first = next(iter(read([mixed])))
        assert isinstance(first, Incoming)
        for _ in range(1000):
            seen += 1
            yield first

    next(run(many(), Tally()))  # type: ignore[arg-type]
    assert seen < 1000


def test_inputs_that_were_all_skipped_give_no_extraction() -> None:
    tally = Tally()
    assert list(run([Skipped("a.txt", "is empty", "Remove it.")], tally)) == []
    assert tally.counts()["documents"] == 0
    assert len(tally.skipped) == 1
