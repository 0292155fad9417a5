"""JSON as other programs write it: arrays, spread objects, other names of fields, days as numbers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ingest.documents import Incoming, Skipped, read

ROW = {"text": "The president of Chile met the prime minister of Norway in Oslo.", "language": "en"}


def results(path: Path, content: str) -> list[Incoming | Skipped]:
    path.write_text(content, encoding="utf-8")
    return list(read([path]))


@pytest.mark.parametrize(
    "content",
    [
        json.dumps([ROW, ROW]),
        json.dumps([ROW, ROW], indent=2),
        "[\n" + ",\n".join(json.dumps(ROW) for _ in range(2)) + "\n]\n",
        json.dumps(ROW, indent=4) + "\n" + json.dumps(ROW, indent=4),
        "\ufeff" + json.dumps([ROW, ROW], indent="\t"),
    ],
)
@pytest.mark.parametrize("name", ["a.json", "a.jsonl", "a.txt"])
def test_an_array_and_spread_objects_are_read(tmp_path: Path, name: str, content: str) -> None:
    found = results(tmp_path / name, content)
    assert [each.document.text for each in found if isinstance(each, Incoming)] == [ROW["text"]] * 2
    assert found[1].origin.endswith("item 2")


def test_an_array_that_breaks_off_says_where(tmp_path: Path) -> None:
    (found,) = results(tmp_path / "a.json", json.dumps([ROW, ROW], indent=2)[:-20])
    assert isinstance(found, Skipped)
    assert "not JSON at character" in found.reason


def test_an_item_that_is_no_article_costs_the_others_nothing(tmp_path: Path) -> None:
    first, second, third = results(tmp_path / "a.json", json.dumps([ROW, 7, {"body": "x"}]))
    assert isinstance(first, Incoming)
    assert isinstance(second, Skipped)
    assert "a number" in second.reason
    assert isinstance(third, Skipped)
    assert 'Rename "body" to "text"' in third.hint


@pytest.mark.parametrize(
    ("number", "day"),
    [
        (20240302, "2024-03-02"),
        (1709337600, "2024-03-02"),
        (1709337600000, "2024-03-02"),
        (1709337600.5, "2024-03-02"),
    ],
)
def test_a_day_as_a_number_is_read_and_a_time_is_said(tmp_path: Path, number: float, day: str) -> None:
    (found,) = results(tmp_path / "a.jsonl", json.dumps({**ROW, "published_on": number}))
    assert isinstance(found, Incoming)
    assert found.document.published_on == day
    assert any("since 1970" in remark for remark in found.remarks) == (number != 20240302)


@pytest.mark.parametrize("number", [7, -20240302, 2024, 1e300, float("nan")])
def test_a_number_that_can_be_no_day_is_refused(tmp_path: Path, number: float) -> None:
    (found,) = results(tmp_path / "a.jsonl", json.dumps({**ROW, "published_on": number}))
    assert isinstance(found, Skipped)
    assert "published_on" in found.reason


def test_unknown_fields_are_named_once_in_a_file(tmp_path: Path) -> None:
    row = json.dumps({**ROW, "headline": "Oslo", "wordcount": 11})
    first, second = results(tmp_path / "a.jsonl", f"{row}\n{row}\n")
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    said = "; ".join(first.remarks)
    assert '"headline" is ignored; if it is the "title", rename it' in said
    assert '"wordcount" is ignored' in said
    assert not any("ignored" in remark for remark in second.remarks)
