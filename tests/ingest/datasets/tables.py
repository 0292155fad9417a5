"""Writes invented rows as files in the layouts of data sets, and parts what a reader gives for them."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ingest.datasets.coded import CodedEvent, Reader, Rejected


def written(columns: Sequence[str], rows: Iterable[Mapping[str, object]], delimiter: str = ",") -> str:
    """Rows as a table with a header; what a row does not have is empty."""
    file = io.StringIO()
    table = csv.DictWriter(file, columns, delimiter=delimiter, lineterminator="\n", extrasaction="ignore")
    table.writeheader()
    table.writerows(rows)
    return file.getvalue()


def read(reader: Reader, folder: Path, *texts: str | bytes) -> tuple[list[CodedEvent], list[Rejected]]:
    """The events and the rejected rows of files with these texts."""
    paths = [folder / f"{number}.txt" for number in range(1, len(texts) + 1)]
    for path, text in zip(paths, texts, strict=True):
        path.write_bytes(text.encode() if isinstance(text, str) else text)
    found = list(reader(paths))
    events = [each for each in found if isinstance(each, CodedEvent)]
    return events, [each for each in found if isinstance(each, Rejected)]


def reasons(rejected: Iterable[Rejected]) -> list[tuple[int, str]]:
    """Lines and reasons of rejected rows."""
    return [(each.line, each.reason) for each in rejected]
