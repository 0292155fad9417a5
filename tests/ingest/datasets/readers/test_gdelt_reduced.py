"""The reduced file of GDELT, in rows made up after its columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from cypher.errors import InputError
from ingest.datasets.coded import CodedEvent, CodedParty, CodedPlace, CodedReport
from ingest.datasets.readers.gdelt import read_gdelt
from ingest.datasets.readers.gdelt_reduced import COLUMNS
from tests.ingest.datasets.made_files import events, rejected, tab_file
from tests.ingest.datasets.readers.gdelt_rows import event, mention

TALKS = {
    "Date": "19910418",
    "Source": "FJIGOV",
    "Target": "TON",
    "CAMEOCode": "040",
    "NumEvents": "3",
    "NumArts": "7",
    "QuadClass": "1",
    "Goldstein": "1.0",
    "SourceGeoType": "1",
    "SourceGeoLat": "-18",
    "SourceGeoLong": "178",
    "ActionGeoType": "4",
    "ActionGeoLat": "-18.13",
    "ActionGeoLong": "178.42",
}


def row(**changed: str) -> list[str]:
    told = TALKS | changed
    return [told.get(name, "") for name in COLUMNS]


def reduced(folder: Path, *rows: list[str], header: list[str] | None = None) -> Path:
    return tab_file(folder, "GDELT.MASTERREDUCEDV2.TXT", [list(header or COLUMNS), *rows])


def test_a_row_is_an_event_without_an_address_and_without_a_day_on_which_it_was_added(tmp_path: Path) -> None:
    [found] = events(read_gdelt, reduced(tmp_path, row()))
    assert found == CodedEvent(
        key=found.key,
        code="040",
        label="Consult",
        event_type="CONSULT",
        date="1991-04-18",
        actors=(CodedParty(code="FJIGOV"),),
        recipients=(CodedParty(code="TON"),),
        intensity=1.0,
        place=CodedPlace(latitude=-18.13, longitude=178.42),
        reports=(CodedReport("1991-04-18", "1991-04-18"),),
    )


def test_the_header_may_be_missing_or_in_capitals_or_have_fewer_places(tmp_path: Path) -> None:
    bare = tab_file(tmp_path, "part.txt", [row()])
    loud = reduced(tmp_path, row(), header=[name.upper() for name in COLUMNS])
    assert events(read_gdelt, bare) == events(read_gdelt, loud)
    few = [*COLUMNS[:8], *COLUMNS[14:]]
    short = tab_file(tmp_path, "few.txt", [few, [TALKS.get(name, "") for name in few]])
    [found] = events(read_gdelt, short)
    assert found.place == CodedPlace(latitude=-18.13, longitude=178.42)


@pytest.mark.parametrize("kind", ["1", "", "0"])
def test_the_middle_of_a_country_is_no_place_of_an_event(tmp_path: Path, kind: str) -> None:
    [found] = events(read_gdelt, reduced(tmp_path, row(ActionGeoType=kind)))
    assert found.place is None


def test_new_counts_are_the_same_event_and_another_place_is_another(tmp_path: Path) -> None:
    first, again, elsewhere = events(
        read_gdelt, reduced(tmp_path, row(), row(NumEvents="9", NumArts="30"), row(ActionGeoLat="-17"))
    )
    assert first.key == again.key != elsewhere.key


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"CAMEOCode": "40"}, "has the unknown event code “40”"),
        ({"Source": ""}, "names no source"),
        ({"Date": "19910431"}, "has no date but “19910431”"),
        ({"ActionGeoLat": "-118"}, "has a place that is not on Earth: -118.0, 178.42"),
    ],
)
def test_rejects_a_reduced_row_that_says_too_little(
    tmp_path: Path, changed: dict[str, str], reason: str
) -> None:
    assert rejected(read_gdelt, reduced(tmp_path, row(), row(**changed), row()[:9])) == [
        (3, reason),
        (4, "has 9 cells instead of 17"),
    ]


def test_a_target_may_be_missing_and_other_events_may_stand_in_other_files(tmp_path: Path) -> None:
    single, full = events(
        read_gdelt, reduced(tmp_path, row(Target="")), tab_file(tmp_path, "new.CSV", [event()])
    )
    assert (single.recipients, full.key) == ((), "900100")


def test_mentions_do_not_go_with_the_reduced_file(tmp_path: Path) -> None:
    told = tab_file(tmp_path, "x.mentions.CSV", [mention()])
    with pytest.raises(InputError, match="have mentions, but not their events"):
        list(read_gdelt([reduced(tmp_path, row()), told]))


@pytest.mark.parametrize(
    "rows",
    [
        [["20190504121500-T12", "20190504121500", "1", "harbour-post.example", *[""] * 23]],
        [["20190504121500-0", "20190504121500", *["x" * 30_000] * 25]],
        [["DATE", "NUMARTS", "COUNTS", "THEMES"], ["20130401", "2", "", "TAX"]],
        [["DATE", "NUMARTS", "COUNTTYPE"], ["20130401", "2", "KILL"]],
    ],
    ids=["2.1", "long cells", "1.0", "counts"],
)
def test_the_knowledge_graph_gives_no_events_and_it_is_said_why(
    tmp_path: Path, rows: list[list[str]]
) -> None:
    path = tab_file(tmp_path, "20190504121500.gkg.csv", rows)
    with pytest.raises(
        InputError, match=r"Global Knowledge Graph.*so it gives no events.*Download \*.export"
    ):
        list(read_gdelt([path]))
