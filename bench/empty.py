"""Yields folders for graphs that are measured and then thrown away."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cypher.engine import client


@contextmanager
def empty_home() -> Iterator[Path]:
    """Yield the place of a new graph; after the block, its engine is stopped and its files are deleted."""
    with tempfile.TemporaryDirectory() as name:
        home = Path(name) / "graph"
        try:
            yield home
        finally:
            client.stop(home)
