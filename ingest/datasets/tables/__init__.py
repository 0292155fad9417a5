"""Reads the tables of this folder: codes of data sets, and what they mean in ours."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from cypher.errors import InputError

_FOLDER = Path(__file__).parent


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table in this folder, by column name."""
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, strict=True):
            if None in row or None in row.values():
                raise InputError(f"{name}: {next(iter(row.values()))!r} has too many or too few columns.")
            yield row
