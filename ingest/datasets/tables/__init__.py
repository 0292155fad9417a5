"""Reads the tables of this folder: codes of data sets, and what they mean in ours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ingest.knowledge.tables import rows_of

_FOLDER = Path(__file__).parent


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table in this folder, by column name."""
    return rows_of(_FOLDER / name)
