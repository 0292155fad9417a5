"""Historical Phoenix, in rows made up after its columns."""

from __future__ import annotations

from pathlib import Path

import pytest

from cypher.errors import InputError
from ingest.datasets.coded import CodedEvent, CodedParty, CodedPlace, CodedReport
from ingest.datasets.parties.resolution import resolve
from ingest.datasets.readers.phoenix import read_phoenix
from tests.ingest.datasets.made_files import read, reasons, table_text, usable

COLUMNS = (
    *("eid", "story_date", "year", "month", "day"),
    *("source", "source_root", "source_agent", "source_others"),
    *("target", "target_root", "target_agent", "target_others"),
    *("code", "root_code", "quad_class", "goldstein", "joined_issues", "lat", "lon"),
    *("placename", "statename", "countryname", "aid", "process"),
)
VISIT = {
    "eid": "FBIS0900100",
    "story_date": "02/11/1998",
    "source": "FJIGOV",
    "source_root": "FJI",
    "source_agent": "GOV",
    "target": "---MIL",
    "code": "042",
    "root_code": "04",
    "goldstein": "1.9",
    "joined_issues": "TERROR,1;SECURITY_SERVICES,1",
    "lat": "-18.14",
    "lon": "178.44",
    "placename": "Suva",
    "countryname": "FJI",
    "aid": "8123456",
    "process": "FBIS__v1",
}


def phoenix(folder: Path, *rows: dict[str, str], columns: tuple[str, ...] = COLUMNS) -> list[CodedEvent]:
    return usable(read_phoenix, folder, table_text(columns, rows))


def test_a_row_is_an_event_of_one_story(tmp_path: Path) -> None:
    [found] = phoenix(tmp_path, VISIT)
    assert found == CodedEvent(
        key="FBIS0900100",
        code="042",
        label="Make a visit",
        event_type="CONSULT",
        mode="visit",
        date="1998-02-11",
        actors=(CodedParty(code="FJIGOV"),),
        recipients=(CodedParty(code="---MIL"),),
        intensity=1.9,
        place=CodedPlace("Suva", "FJI", -18.14, 178.44),
        reports=(
            CodedReport(
                key="FBIS 8123456",
                document="FBIS 8123456",
                publisher="Foreign Broadcast Information Service",
                published_on="1998-02-11",
            ),
        ),
    )
    assert resolve(found.recipients[0]) is None


@pytest.mark.parametrize(
    ("code", "root", "meant"),
    [
        ("40", "4", "040"),
        ("040", "04", "040"),
        ("20", "2", "020"),
        ("311", "3", "0311"),
        ("190", "19", "190"),
        ("101", "10", "101"),
        ("1011", "10", "1011"),
        ("173", "", "173"),
    ],
)
def test_the_root_tells_a_code_that_lost_its_zero(tmp_path: Path, code: str, root: str, meant: str) -> None:
    [found] = phoenix(tmp_path, VISIT | {"code": code, "root_code": root})
    assert found.code == meant


@pytest.mark.parametrize(
    ("key", "publisher", "document"),
    [
        ("NYT0000017", "The New York Times", "NYT 8123456"),
        ("BLN-NYT17", "The New York Times", "BLN-NYT 8123456"),
        ("SWB0000017", "BBC Summary of World Broadcasts", "SWB 8123456"),
        ("WSJ17", "The Wall Street Journal", "WSJ 8123456"),
        ("Tide_17", "Tide", "Tide 8123456"),
        ("17", None, "8123456"),
    ],
)
def test_the_letters_of_an_id_tell_the_publisher(
    tmp_path: Path, key: str, publisher: str | None, document: str
) -> None:
    [found] = phoenix(tmp_path, VISIT | {"eid": key})
    assert (found.reports[0].publisher, found.reports[0].document) == (publisher, document)


def test_columns_may_be_in_another_order_and_in_capitals_and_quoted(tmp_path: Path) -> None:
    shuffled = tuple(reversed(COLUMNS))
    text = table_text(shuffled, [VISIT]).replace("placename", '"placeName"', 1)
    text = text.replace("countryname", '"countryName"', 1).replace("eid", '"EID"', 1)
    assert usable(read_phoenix, tmp_path, "﻿" + text) == phoenix(tmp_path, VISIT)


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"story_date": "01/01/1970"}, "has the day 1970-01-01, which stands for an unknown one"),
        ({"story_date": "13/01/1998"}, "has no id, or no date but “13/01/1998”"),
        ({"eid": ""}, "has no id, or no date but “02/11/1998”"),
        ({"source": ""}, "names no source"),
        ({"code": "40", "root_code": ""}, "has the unknown event code “40”"),
        ({"code": "40", "root_code": "9"}, "has the unknown event code “40”"),
        ({"code": ""}, "has no event code"),
        ({"lat": "95"}, "has a place that is not on Earth: 95.0, 178.44"),
    ],
)
def test_rejects_a_historical_row_that_says_too_little(
    tmp_path: Path, changed: dict[str, str], reason: str
) -> None:
    found, rejected = read(read_phoenix, tmp_path, table_text(COLUMNS, [VISIT | changed, VISIT]))
    assert (len(found), reasons(rejected)) == (1, [(2, reason)])


@pytest.mark.parametrize(
    ("header", "said"),
    [
        (
            "aid,title,pubdate,original_source",
            "lists the stories of Historical Phoenix, without their events",
        ),
        (
            "eid,story_date,source,target",
            "is no file of Historical Phoenix: its first line has no column “code”",
        ),
    ],
)
def test_files_beside_the_events_are_refused(tmp_path: Path, header: str, said: str) -> None:
    path = tmp_path / "MetaDataNYT.csv"
    path.write_text(f"{header}\n1,a,b,c\n", encoding="utf-8")
    with pytest.raises(InputError, match=said):
        list(read_phoenix([path]))
