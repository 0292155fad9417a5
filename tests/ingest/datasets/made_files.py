"""Writes made-up rows into files in the layouts of data sets, and reads files with a reader."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from ingest.datasets.coded import CodedEvent, Read, Reader, Rejected

DAMAGE = {
    "a truncated row": (b"1\t2", "has 2 cells instead of"),
    "a NUL character": (b"a\0b", "holds a NUL character"),
    "neither encoding": (b"\x81\x8d", "is neither UTF-8 nor Windows-1252"),
    "two encodings": ("Köln".encode() + b" M\xfcnchen", "is damaged: only a part of it is UTF-8"),
    "a huge line": (b"x" * 3_000_000, "is longer than 1,048,576 bytes"),
}
"""Lines that no reader can use, and the beginning of the reason."""


def tab_file(folder: Path, name: str, rows: Iterable[Sequence[str] | bytes]) -> Path:
    """Write rows with tabs, or lines as they are, and return the path."""
    path = folder / name
    lines = (row if isinstance(row, bytes) else "\t".join(row).encode() for row in rows)
    path.write_bytes(b"".join(line + b"\n" for line in lines))
    return path


def table_text(columns: Sequence[str], rows: Iterable[Mapping[str, object]], delimiter: str = ",") -> str:
    """Rows as a table with a header; what a row does not have is empty."""
    file = io.StringIO()
    table = csv.DictWriter(file, columns, delimiter=delimiter, lineterminator="\n", extrasaction="ignore")
    table.writeheader()
    table.writerows(rows)
    return file.getvalue()


def events(reader: Reader, *paths: Path) -> list[CodedEvent]:
    """Read files of which every row can be used."""
    found = list(reader(paths))
    assert not [each for each in found if isinstance(each, Rejected)]
    return _placed(found)


def rejected(reader: Reader, *paths: Path) -> list[tuple[int, str]]:
    """Read files and return the lines and reasons of the rejected rows."""
    return reasons(each for each in reader(paths) if isinstance(each, Rejected))


def read(reader: Reader, folder: Path, *texts: str | bytes) -> tuple[list[CodedEvent], list[Rejected]]:
    """The events and the rejected rows of files with these texts."""
    found = list(reader(_written(folder, texts)))
    return _placed(found), [each for each in found if isinstance(each, Rejected)]


def usable(reader: Reader, folder: Path, *texts: str | bytes) -> list[CodedEvent]:
    """The events of files with these texts, of which every row can be used."""
    return events(reader, *_written(folder, texts))


def reasons(rejected: Iterable[Rejected]) -> list[tuple[int, str]]:
    """Lines and reasons of rejected rows."""
    return [(each.line, each.reason) for each in rejected]


def _placed(found: Iterable[Read]) -> list[CodedEvent]:
    """The events among what a reader gives; each says from which file and line it is."""
    used = [each for each in found if isinstance(each, CodedEvent)]
    assert all(each.origin and each.origin.file and each.origin.line for each in used)
    return used


def _written(folder: Path, texts: Iterable[str | bytes]) -> list[Path]:
    """Write files with these texts, and return their paths."""
    paths = []
    for number, text in enumerate(texts, 1):
        paths.append(folder / f"{number}.txt")
        paths[-1].write_bytes(text.encode() if isinstance(text, str) else text)
    return paths
