"""Extracts chunks in several processes and returns them in order, a few chunks ahead of who takes them."""

from __future__ import annotations

from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from queue import SimpleQueue

from ingest.pipeline.ahead import Ahead
from ingest.pipeline.chunks import Chunk, Outcome, Outcomes
from ingest.pipeline.extractor import Extractor
from ingest.pipeline.worker import Work

AHEAD = 4
"""How many chunks per worker are read and extracted before they are taken, while a batch is loaded."""


def in_processes(ahead: Ahead, jobs: int, work: Work | None = None) -> Outcomes:
    """Yield each chunk, in order, with what became of it; `jobs` processes extract.

    Each process has a thread that talks to it, so that it never waits for who takes the outcomes. Raises
    `WorkerError` if no process can extract a chunk.
    """
    pending: deque[tuple[Chunk, Future[Outcome]]] = deque()
    with closing(_Pool(jobs, work)) as pool:
        while True:
            while len(pending) < AHEAD * jobs and (chunk := ahead.take()) is not None:
                pending.append((chunk, pool.submit(chunk)))
            if not pending:
                break
            chunk, outcome = pending.popleft()
            yield chunk, outcome.result()
    ahead.finish()


class _Pool:
    """Threads, each with an extractor of its own for as long as it works on a chunk."""

    def __init__(self, jobs: int, work: Work | None) -> None:
        self._threads = ThreadPoolExecutor(jobs, "konstelasi-worker")
        self._extractors = [Extractor(work) for _ in range(jobs)]
        self._idle: SimpleQueue[Extractor] = SimpleQueue()
        for each in self._extractors:
            self._idle.put(each)

    def submit(self, chunk: Chunk) -> Future[Outcome]:
        """Extract a chunk as soon as an extractor is idle."""
        return self._threads.submit(self._extract, chunk)

    def _extract(self, chunk: Chunk) -> Outcome:
        extractor = self._idle.get()
        try:
            return extractor.outcome_of(chunk.documents)
        finally:
            self._idle.put(extractor)

    def close(self) -> None:
        """End all processes and threads, and wait for their end."""
        for each in self._extractors:
            each.close()
        self._threads.shutdown(cancel_futures=True)
        for each in self._extractors:
            each.join()
