"""Workers that end in the ways in which processes end, at articles that say so."""

from __future__ import annotations

import os
import signal
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from cypher.model.graph import Document
from ingest.pipeline import extracting
from ingest.pipeline.chunks import Outcome
from ingest.pipeline.worker import serve

KILLS, GREEDY, FAULTY = "https://kills.example/", "https://greedy.example/", "https://faulty.example/"
"""Addresses of articles that end their worker: by a signal, for want of memory, and by a fault."""

ONCE = "KONSTELASI_TEST_ONCE"
"""The variable that names a file; the worker that finds it removes it and is killed."""


def at_articles(connection: Connection) -> None:
    """Serve as workers do, but end at the articles above."""
    real = extracting.outcome_of

    def outcome_of(documents: Sequence[Document]) -> Outcome:
        outcome = real(documents)
        for each in documents:
            _end_at(each.url or "")
        return outcome

    extracting.outcome_of = outcome_of
    serve(connection)


def _end_at(url: str) -> None:
    if url.startswith(KILLS):
        os.kill(os.getpid(), signal.SIGKILL)
    if url.startswith(GREEDY):
        raise MemoryError
    if url.startswith(FAULTY):
        raise KeyError(url)


def once(connection: Connection) -> None:
    """Serve as workers do, but the first one that has extracted something is killed."""
    real = extracting.outcome_of

    def outcome_of(documents: Sequence[Document]) -> Outcome:
        outcome = real(documents)
        marker = Path(os.environ[ONCE])
        if marker.exists():
            marker.unlink()
            os.kill(os.getpid(), signal.SIGKILL)
        return outcome

    extracting.outcome_of = outcome_of
    serve(connection)


def at_once(connection: Connection) -> None:
    """End before anything is extracted, as where a library is missing."""
    connection.close()
    os._exit(3)
