"""Adds lines to the audit record: one file a month for all processes that share a data folder.

One file, and not one a process: its chain then orders all that happened, and the lines of one process cannot
be removed together with their file. A lock lets one writer in at a time, for the time of one short write.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from cypher.audit.chain import Last, folder_of, hash_of, pieces, read_last, write_last
from cypher.audit.entry import Entry
from cypher.errors import KonstelasiError

PATIENCE = 5.0
"""Seconds that a writer waits for others."""

LEAST_ROOM = 2**20
"""Free bytes of the disk below which no change is begun, so that it can be recorded when it is done."""

_POLL = 0.0005  # seconds


class AuditError(KonstelasiError):
    """The audit record cannot be written."""


class AuditLog:
    """The record in the data folder `home`. It may be used by several threads and processes."""

    def __init__(self, home: Path) -> None:
        self._folder = folder_of(home)
        self._threads = threading.Lock()

    def append(self, entry: Entry, *, durable: bool = False) -> None:
        """Add a line; `durable` waits until the disk has it. Raises `AuditError` if it cannot be written."""
        with self._errors():
            descriptor = -1
            try:
                with self._alone():
                    last = self._last(f"{entry.time:%Y-%m}.jsonl")
                    descriptor, is_new = self._opened(last.file)
                    self._write(descriptor, entry, last)
                if durable:
                    os.fsync(descriptor)
                if is_new:
                    _sync_folder(self._folder)
            finally:
                if descriptor >= 0:
                    os.close(descriptor)

    def check_room(self) -> None:
        """Raise `AuditError` if a line could hardly be added now."""
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(self._folder / "lock", os.O_WRONLY | os.O_CREAT, 0o600))
            if shutil.disk_usage(self._folder).free < LEAST_ROOM:
                raise OSError(0, "less than 1 MB is free")
        except OSError as error:
            raise AuditError(
                f"Nothing was changed, because the audit record in {self._folder} cannot be written to "
                f"({error.strerror}). Make room on the disk, and let the user of the program write there."
            ) from error

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except Timeout:
            raise AuditError(
                f"The audit record in {self._folder} is held by another process. Look for one that hangs."
            ) from None
        except OSError as error:
            raise AuditError(
                f"The audit record in {self._folder} cannot be written to ({error.strerror}). "
                "Make room on the disk, and let the user of the program write there."
            ) from error

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with self._threads:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with FileLock(self._folder / "lock", PATIENCE, 0o600).acquire(poll_interval=_POLL):
                yield

    def _last(self, month: str) -> Last:
        """Return the last line, and in its `file` and `size` where the next one goes.

        What stands after the line that is noted as the last was written by a process that was killed before
        it noted it. A whole line counts; the hash of a piece of one becomes that before the next line.
        """
        last = read_last(self._folder) or Last()
        for file in dict.fromkeys((last.file, month)):
            if file and file >= last.file:
                last = self._caught_up(last, file)
        return last

    def _caught_up(self, last: Last, file: str) -> Last:
        began = last.size if file == last.file else 0
        try:
            size = (self._folder / file).stat().st_size
        except OSError:
            size = 0
        if size <= began:
            return Last(file, began, last.number, last.hash)
        with (self._folder / file).open("rb") as lines:
            lines.seek(began)
            rest = lines.read()
        for piece in pieces(rest):
            if piece.whole:
                last = last.then(file, began + piece.ends, piece.content)
            else:
                last = Last(file, began + piece.ends, last.number, hash_of(piece.content))
        return last

    def _opened(self, file: str) -> tuple[int, bool]:
        path = self._folder / file
        is_new = not path.exists()
        return os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600), is_new

    def _write(self, descriptor: int, entry: Entry, last: Last) -> None:
        line = entry.as_line(last.number + 1, last.hash)
        size = os.fstat(descriptor).st_size
        cut_off = size > 0 and os.pread(descriptor, 1, size - 1) != b"\n"
        written = b"\n" * cut_off + line + b"\n"
        if os.write(descriptor, written) < len(written):
            raise OSError(0, "the disk is full")
        write_last(self._folder, last.then(last.file, size + len(written), line))


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
