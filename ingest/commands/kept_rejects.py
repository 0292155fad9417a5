"""Keeps which rows an import rejected in the data folder, for the page *Operations*."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from cypher.audit.commanded import who
from cypher.commands.telling import tell
from cypher.errors import DatabaseError
from cypher.sources import rejected
from cypher.sources.rejected import RejectedRows
from cypher.sources.store import Store
from ingest.commands.rejects import Rejects


@contextmanager
def kept(
    home: Path, refused: Rejects, dataset: str, paths: Sequence[Path], *, uploaded: bool
) -> Iterator[None]:
    """Keep at the end of the block what an import of these paths rejected until then.

    If the files are copies of what a reader `uploaded`, they are known by their names, and the reader gets
    the list. A data folder that cannot keep it is told, and is no error: the events are in the graph.
    """
    ended = False
    try:
        yield
        ended = True
    finally:
        run = RejectedRows(
            dataset,
            tuple(path.name if uploaded else _absolute(path) for path in paths),
            refused.count,
            tuple(_said(each, paths) if uploaded else each for each in refused.first),
            "" if uploaded else _absolute(refused.path),
            who(),
            uploaded,
        )
        try:
            rejected.keep(Store(home), run, ended=ended)
        except (DatabaseError, OSError) as error:
            tell(str(error))


def _said(text: str, paths: Sequence[Path]) -> str:
    """Return what is said of a row with the name of its file only."""
    for path in paths:
        text = text.replace(str(path), path.name)
    return text


def _absolute(path: Path) -> str:
    """Return a path as it is from any folder; links are not followed."""
    return os.path.normpath(path.absolute())
