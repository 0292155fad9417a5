"""A process that extracts: it gets documents, answers with what became of them, and ends with its parent."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread

from cypher.errors import KonstelasiError
from cypher.model.graph import Document
from ingest.pipeline.chunks import Outcome

# ruff: noqa: PLC0415 - spaCy is imported in the worker only

_SPAWN = get_context("spawn")
"""Threads of the driver must not be forked."""

_OUT_OF_MEMORY = 137
"""The exit code of a worker that got no more memory, as if the system had killed it."""

_FIRST_TO_GO = "500"
"""Tells Linux to end workers, who lose nothing, before the writer or the engine when memory runs out."""


Work = Callable[[Connection], None]
"""What a process does with the connection to its parent: `serve`, or something else in tests."""


class WorkerKilledError(Exception):
    """The process was ended from outside, or crashed; `how` is its signal or exit code in words."""

    def __init__(self, how: str) -> None:
        super().__init__(how)
        self.how = how


class WorkerError(KonstelasiError):
    """A worker failed for a reason that another one would fail for, too."""


class Worker:
    """One process that extracts, from its construction until it is ended."""

    def __init__(self, work: Work | None = None) -> None:
        self._connection, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=work or serve, args=(theirs,), daemon=True)
        with _without_interrupts():
            self._process.start()
        theirs.close()  # so that its end is noticed
        self._ready: bool = False

    def wait_until_ready(self) -> None:
        """Wait until the process has started.

        Raises:
            WorkerKilledError: the process has gone.
            WorkerError: the process cannot start.
        """
        try:
            self._ready = self._ready or self._connection.recv()
        except (EOFError, OSError):
            raise self._gone() from None

    def extract(self, documents: Sequence[Document]) -> Outcome:
        """Return what became of documents, once the process is ready.

        Raises:
            WorkerKilledError: the process has gone; its documents are safe to give to another one.
            WorkerError: there is a fault in the program; the process has printed which.
        """
        try:
            self._connection.send(documents)
            outcome: Outcome = self._connection.recv()
        except (EOFError, OSError):
            raise self._gone() from None
        return outcome

    def end(self) -> None:
        """End the process, whatever it does; it has nothing to lose."""
        self._process.kill()

    def join(self) -> None:
        """Wait for the end of the process."""
        self._process.join()
        self._connection.close()

    def _gone(self) -> WorkerKilledError | WorkerError:
        self.join()
        code = self._process.exitcode or 0
        if code == 1:
            return WorkerError("A process that extracts failed. What it printed says why; report it.")
        if not self._ready and code >= 0:
            return WorkerError(
                f"A process that extracts ended with exit code {code} when it started. Use --jobs 1."
            )
        return WorkerKilledError(
            signal.strsignal(-code) or f"signal {-code}" if code < 0 else f"exit code {code}"
        )


def serve(connection: Connection) -> None:
    """Serve the parent until it closes the connection or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(OSError):  # not on Linux
        Path("/proc/self/oom_score_adj").write_text(_FIRST_TO_GO, encoding="ascii")
    Thread(target=_end_with_parent, daemon=True).start()
    from ingest.pipeline.extracting import outcome_of

    with suppress(EOFError, OSError):  # the parent is gone, or needs no more
        connection.send(True)
        while True:
            documents = connection.recv()
            try:
                outcome = outcome_of(documents)
            except MemoryError:
                os._exit(_OUT_OF_MEMORY)
            connection.send(outcome)


def _end_with_parent() -> None:
    """End this process when its parent is gone, even in the middle of a long article."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Let a process that starts here never get Ctrl-C, not even before it can ignore it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
