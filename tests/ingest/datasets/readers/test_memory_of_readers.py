"""Readers hold a bounded part of a file, however long it is."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest.datasets.coded import Reader
from ingest.datasets.readers.gdelt import read_gdelt
from ingest.datasets.readers.icews import COLUMNS, read_icews
from tests.ingest.datasets.made_files import tab_file
from tests.ingest.datasets.readers.gdelt_rows import event, mention

FEW, MANY = 5000, 15_000
GROWTH = 1_000_000
"""The most bytes by which the peak may grow from few to many rows, whose events are many times that."""


def _icews(folder: Path, rows: int) -> list[Path]:
    def lines() -> Iterator[list[str]]:
        yield [name.title() for name in COLUMNS]
        for number in range(rows):
            told = {"event id": str(number), "event date": "2018-03-05", "source name": "Japan"}
            told |= {"target name": "Peru", "cameo code": "040", "story id": str(number)}
            yield [told.get(name, "NA") for name in COLUMNS]

    return [tab_file(folder, f"{rows}.tab", lines())]


def _gdelt(folder: Path, rows: int) -> list[Path]:
    events = (event(c0=str(number)) for number in range(rows // 2))
    mentions = (mention(str(number), f"https://a.example/{number}") for number in range(rows))
    return [tab_file(folder, f"{rows}.e.CSV", events), tab_file(folder, f"{rows}.m.CSV", mentions)]


def _peak(reader: Reader, paths: list[Path]) -> int:
    tracemalloc.start()
    try:
        for _ in reader(paths):
            pass
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.slow
@pytest.mark.parametrize(("reader", "made"), [(read_icews, _icews), (read_gdelt, _gdelt)])
def test_memory_does_not_grow_with_the_file(
    tmp_path: Path, reader: Reader, made: Callable[[Path, int], list[Path]]
) -> None:
    few, many = made(tmp_path, FEW), made(tmp_path, MANY)
    _peak(reader, few)
    assert _peak(reader, many) - _peak(reader, few) < GROWTH
