"""What runs in the processes of a Ray cluster: reading files, and extracting. Rows hold pickled values."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping
from contextlib import chdir, nullcontext
from pathlib import Path
from typing import Any

from ingest.documents.formats.columns import Columns
from ingest.documents.sources import read
from ingest.pipeline.chunks import Chunk, Outcome, chunks_of
from ingest.pipeline.extractor import Extractor

Batch = Mapping[str, Iterable[Any]]
"""A batch as Ray Data gives it: the values of each column."""

Rows = dict[str, list[Any]]


def read_chunks(batch: Batch, folder: str, columns: Columns) -> Iterator[Rows]:
    """Yield the articles of files and folders (the column `path`) in chunks (`chunk`), in order.

    Relative paths start at `folder`.
    """
    for path in batch["path"]:
        with nullcontext() if Path(path).is_absolute() else chdir(folder):
            for chunk in chunks_of(read([path], columns)):
                yield {"chunk": [pickle.dumps(chunk)]}


class Extracting:
    """An actor that extracts chunks in a worker process of its own, as local runs do.

    So an article that ends this process is found and skipped. If the actor itself is lost, Ray starts another
    one, which gets its chunk.
    """

    def __init__(self) -> None:
        self._extractor = Extractor()

    def __call__(self, batch: Batch) -> Rows:
        """Return chunks with what became of them (`result`)."""
        chunks: list[Chunk] = [pickle.loads(each) for each in batch["chunk"]]  # noqa: S301 - our own
        found = [(chunk, self._extractor.outcome_of(chunk.documents)) for chunk in chunks]
        return {"result": [pickle.dumps(each) for each in found]}


def result_of(row: Mapping[str, bytes]) -> tuple[Chunk, Outcome]:
    """Return a chunk, with what became of it, from a row of results."""
    chunk, outcome = pickle.loads(row["result"])  # noqa: S301 - written by Extracting
    return chunk, outcome
