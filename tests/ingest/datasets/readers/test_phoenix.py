from __future__ import annotations

from pathlib import Path

import pytest

from cypher.errors import InputError
from ingest.datasets.coded import CodedEvent, CodedParty, CodedPlace, CodedReport, Rejected
from ingest.datasets.parties.resolution import resolve
from ingest.datasets.readers.phoenix import COLUMNS, read_phoenix
from tests.ingest.datasets.made_files import DAMAGE, events, rejected, tab_file

ARREST = {
    "event id": "17_v0.3.1",
    "date": "20150802",
    "year": "2015",
    "month": "08",
    "day": "02",
    "source": "FJICOP",
    "source entity": "FJI",
    "source role": "COP",
    "target": "---CVL",
    "target role": "CVL",
    "code": "173",
    "root code": "17",
    "quad class": "4",
    "goldstein": "-5.0",
    "issues": "NAMED_TERROR_GROUP,1;ID_CYBER,2",
    "latitude": "-18.14",
    "longitude": "178.44",
    "location": "Suva",
    "state": "Central",
    "country": "FJI",
    "sentences": "55be01_4;55be02_1",
    "addresses": "http://tide.example/a;http://www.harbour.example/b",
    "publishers": "tide_world;harbour",
}


def row(**changed: str) -> list[str]:
    told = ARREST | {name.replace("_", " "): value for name, value in changed.items()}
    return [told.get(name, "") for name in COLUMNS]


def phoenix(folder: Path, *lines: list[str] | bytes) -> Path:
    return tab_file(folder, "events.full.20150802.txt", lines)


def test_reads_a_row_with_a_report_for_each_story(tmp_path: Path) -> None:
    [found] = events(read_phoenix, phoenix(tmp_path, row()))
    assert found == CodedEvent(
        key="17_v0.3.1-2015-08-02",
        code="173",
        label="Arrest, detain, or charge with legal action",
        event_type="COERCE",
        mode="arrest",
        date="2015-08-02",
        actors=(CodedParty(code="FJICOP"),),
        recipients=(CodedParty(code="---CVL"),),
        intensity=-5.0,
        place=CodedPlace("Suva, Central", "FJI", -18.14, 178.44),
        reports=(
            CodedReport(
                key="tide.example/a",
                document="tide.example/a",
                url="http://tide.example/a",
                publisher="tide_world",
                published_on="2015-08-02",
                sentence=4,
            ),
            CodedReport(
                key="harbour.example/b",
                document="harbour.example/b",
                url="http://www.harbour.example/b",
                publisher="harbour",
                published_on="2015-08-02",
                sentence=1,
            ),
        ),
    )


def test_an_unknown_country_in_a_code_is_nobody_else(tmp_path: Path) -> None:
    [found] = events(read_phoenix, phoenix(tmp_path, row()))
    assert resolve(found.recipients[0]) is None
    assert resolve(found.actors[0]) is not None


@pytest.mark.parametrize(
    ("changed", "reports"),
    [
        (
            {"sentences": "1a_1;1a_3;2b_2"},
            [("tide.example/a", "tide_world", 1), ("harbour.example/b", "harbour", 2)],
        ),
        (
            {"sentences": "1a_1;1a_3"},
            [("tide.example/a", "tide_world", 0), ("harbour.example/b", "harbour", 0)],
        ),
        (
            {"addresses": "http://tide.example/a;https://m.tide.example/a", "publishers": "x;y"},
            [("tide.example/a", "x", 4)],
        ),
        ({"addresses": "", "publishers": "x;y"}, [("55be01", "x", 4), ("55be02", "y", 1)]),
        (
            {"publishers": ""},
            [("tide.example/a", "tide.example", 4), ("harbour.example/b", "harbour.example", 1)],
        ),
        ({"addresses": "", "publishers": "", "sentences": ""}, [("2015-08-02", None, 0)]),
    ],
)
def test_stories_addresses_and_publishers_are_paired(
    tmp_path: Path, changed: dict[str, str], reports: list[tuple[str, str | None, int]]
) -> None:
    [found] = events(read_phoenix, phoenix(tmp_path, row(**changed)))
    assert [(each.document, each.publisher, each.sentence) for each in found.reports] == reports


def test_a_place_may_be_missing_or_a_name(tmp_path: Path) -> None:
    nowhere = dict.fromkeys(("latitude", "longitude", "location", "state", "country"), "")
    found = events(read_phoenix, phoenix(tmp_path, row(**nowhere), row(**{**nowhere, "country": "Fiji"})))
    assert [each.place for each in found] == [None, CodedPlace("Fiji", "FJI")]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"date": "20151301"}, "has no id, or no date but “20151301”"),
        ({"event_id": ""}, "has no id, or no date but “20150802”"),
        ({"code": "17"}, "has the unknown event code “17”"),
        ({"code": ""}, "has no event code"),
        ({"source": ""}, "names no source"),
        ({"goldstein": "low"}, "has no number in “goldstein”, but “low”"),
        ({"latitude": "-118"}, "has a place that is not on Earth: -118.0, 178.44"),
    ],
)
def test_rejects_a_row_that_says_too_little(tmp_path: Path, changed: dict[str, str], reason: str) -> None:
    path = phoenix(tmp_path, row(**changed), row())
    assert rejected(read_phoenix, path) == [(1, reason)]


@pytest.mark.parametrize("damage", DAMAGE)
def test_rejects_a_damaged_line_and_reads_the_rest(tmp_path: Path, damage: str) -> None:
    line, reason = DAMAGE[damage]
    path = phoenix(tmp_path, line, row(), [*row(), "x"])
    found = list(read_phoenix([path]))
    bad = [each for each in found if isinstance(each, Rejected)]
    assert [each.line for each in bad] == [1, 3]
    assert bad[0].reason.startswith(reason)
    assert bad[1].reason == "has 27 cells instead of 26"
    assert sum(isinstance(each, CodedEvent) for each in found) == 1


def test_a_file_of_something_else_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file of Phoenix"):
        list(read_phoenix([phoenix(tmp_path, ["date", "source"])]))


def test_an_empty_file_holds_no_events(tmp_path: Path) -> None:
    assert events(read_phoenix, phoenix(tmp_path)) == []
