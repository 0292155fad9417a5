"""Whatever stands in a cell, the row is read or rejected with a reason, and the rows after it are read."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from ingest.datasets.coded import CodedEvent, CodedParty, Reader
from ingest.datasets.own_tables.csv_table import table_reader
from ingest.datasets.readers.acled import read_acled
from ingest.datasets.readers.polecat import read_polecat
from ingest.datasets.readers.ucdp import COLUMNS as UCDP
from ingest.datasets.readers.ucdp import read_ucdp
from tests.ingest.datasets.made_files import read, table_text
from tests.ingest.datasets.own_tables import test_csv_table
from tests.ingest.datasets.readers import test_acled, test_polecat, test_ucdp

NASTY = [
    *("", "0", "-1", "1e400", "1e300", "99999999999999999999", "nan", "inf", "-0.0", "２", "²", "1_000"),
    *("9999-12-31", "0001-01-01", "0000-00-00", "2024-02-30", "31/12/9999", "31 Dec 9999", "1 Jan 0000"),
    *("(", ")", "((", "()", "of", "of (1989-)", " of  (1989-)", "a of b (1989-) ", "A: ", ": B", "A:  B"),
    *(";", ";;", "|", "a;|;b", ", ,", "Government of ", "Government of , ", "None", "NA", "﻿", "\u202e", "😀"),
    *('"', '""', "'", "<b>", "a\tb", "a\nb", "a\rb", "é" * 300, "(" * 500, "a of " * 300, "a, " * 300),
]


@pytest.mark.parametrize(
    ("reader", "columns", "row", "delimiter"),
    [
        (read_acled, test_acled.COLUMNS, test_acled.CLASH, ","),
        (read_ucdp, list(UCDP), test_ucdp.BATTLE, ","),
        (table_reader(test_csv_table.PLAIN), test_csv_table.COLUMNS, test_csv_table.RAID, ","),
        (read_polecat, test_polecat.COLUMNS, test_polecat.TALKS, "\t"),
    ],
    ids=["acled", "ucdp", "table", "polecat"],
)
def test_any_text_in_any_cell_is_read_or_rejected(
    tmp_path: Path, reader: Reader, columns: list[str], row: dict[str, str], delimiter: str
) -> None:
    chance, key = random.Random(5), next(iter(row))  # noqa: S311
    rows = [{column: text} for column in columns for text in NASTY]
    rows += [{column: chance.choice(NASTY) for column in chance.sample(columns, 4)} for _ in range(500)]
    rows = [row | {key: f"{row[key]}{number}"} | cells for number, cells in enumerate(rows)]
    if delimiter == "\t":
        rows = [{name: " ".join(text.split()) for name, text in cells.items()} for cells in rows]
    events, rejected = read(reader, tmp_path, table_text(columns, [*rows, row], delimiter))
    assert (events[-1].date, events[-1].actors) == _alone(reader, tmp_path, columns, row, delimiter)
    assert all(_is_sound(event) for event in events)
    assert all(each.reason and each.line for each in rejected)
    assert len(events) > len(rows) / 4


def _alone(
    reader: Reader, folder: Path, columns: list[str], row: dict[str, str], delimiter: str
) -> tuple[str, tuple[CodedParty, ...]]:
    (event,), _ = read(reader, folder, table_text(columns, [row], delimiter))
    return event.date, event.actors


def _is_sound(event: CodedEvent) -> bool:
    parties = (*event.actors, *event.recipients)
    countries = {each.country for each in parties} | ({event.place.country} if event.place else set())
    return bool(
        event.key
        and event.reports
        and event.actors
        and all(each.name or each.code or each.country for each in parties)
        and all(len(country) in (0, 3) for country in countries)
        and len({report.key for report in event.reports}) == len(event.reports)
    )
