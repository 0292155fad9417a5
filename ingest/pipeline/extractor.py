"""Extracts in a worker that is replaced when it is killed; only what kills again and again is skipped."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

from cypher.model.graph import Document
from ingest.pipeline.chunks import Outcome, Refused
from ingest.pipeline.worker import Work, Worker, WorkerError, WorkerKilledError

TRIES = 2
"""How often documents may end a worker before they are extracted one by one, or one of them is skipped."""

STARTS = 5
"""How many workers in a row may be killed while they start, before an article can be the reason."""

_HINT = "Split it, or make sure that there is enough memory, and read it again."


class ClosedError(Exception):
    """Nothing is extracted any more."""


class Extractor:
    """A worker, and its successors."""

    def __init__(self, work: Work | None = None) -> None:
        self._work = work
        self._worker: Worker | None = None
        self._closed = False
        self._changing = Lock()

    def outcome_of(self, documents: Sequence[Document]) -> Outcome:
        """Return what became of documents.

        Documents that end `TRIES` workers are extracted one by one. A document that ends as many when it is
        alone is refused.

        Raises:
            WorkerError: no worker can do it.
            ClosedError: this extractor was closed.
        """
        how = ""
        for _ in range(TRIES):
            try:
                return self._ready().extract(documents)
            except WorkerKilledError as error:
                how = error.how
                self._worker = None
        if len(documents) > 1:
            return self._one_by_one(documents)
        refused = Refused(f"ended the process that extracts it, {TRIES} times ({how})", _HINT)
        return Outcome({}, {each.id: refused for each in documents})

    def _one_by_one(self, documents: Sequence[Document]) -> Outcome:
        outcome = Outcome()
        for each in documents:
            outcome |= self.outcome_of([each])
        return outcome

    def close(self) -> None:
        """End the worker at once, from any thread; `join` waits for its end."""
        with self._changing:
            self._closed = True
            if self._worker is not None:
                self._worker.end()

    def join(self) -> None:
        """Wait for the end of the worker, once no thread extracts any more."""
        if self._worker is not None:
            self._worker.join()

    def _ready(self) -> Worker:
        how = ""
        for _ in range(STARTS):
            try:
                worker = self._running()
                worker.wait_until_ready()
            except WorkerKilledError as error:
                how = error.how
                self._worker = None
            else:
                return worker
        raise WorkerError(
            f"{STARTS} processes that extract ended while they started ({how}). Make sure that there is "
            "enough memory, or use fewer --jobs."
        )

    def _running(self) -> Worker:
        with self._changing:
            if self._closed:
                raise ClosedError
            if self._worker is None:
                self._worker = Worker(self._work)
            return self._worker
