"""Lets a process of its own parse files, within limits of time and memory.

The process (`worker`) serves one file after another. It is replaced when it takes too long, stops, or has
served many. It gets the bytes of a file and gives JSON, so nothing that a file holds is run here.
"""

from __future__ import annotations

import atexit
import json
import signal
import subprocess
import sys
import threading
from typing import Any

from ingest.documents.records import UnusableError

SECONDS = 30.0
"""The longest time of processor for one file."""

_PATIENCE = 4
"""How many times longer a file may take by the clock: other programs may keep the machine busy."""

_OUT_OF_TIME = -getattr(signal, "SIGPROF", 0)
"""How the process ends when its time of processor is over."""

_SERVED = 500
"""The number of files after which the process is replaced, in case it leaks memory."""

READY = b"ready\n"
"""What the process says first."""

_INSTALL = "Install Konstelasi again, with all that it needs."
_HINT = "Open it in its own program, and save its text."


class Parsers:
    """The process that parses files; it is started when it is needed."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._served = 0

    def parse(self, parser: str, data: bytes) -> dict[str, Any]:
        """Return what a parser gives for the bytes of a file.

        Raises:
            UnusableError: the parser refuses the file, takes too long, needs too much memory or stops.
        """
        with self._lock:
            try:
                answer = self._answer(parser, data)
            except _StoppedError as error:
                if not error.has_served:
                    raise
                answer = self._answer(parser, data)  # something else may have ended the process
        if "refused" in answer:
            reason, hint = answer["refused"]
            raise RefusedError(reason, hint)
        parsed: dict[str, Any] = answer["parsed"]
        return parsed

    def stop(self) -> None:
        """End the process, if there is one."""
        process, self._process, self._served = self._process, None, 0
        if process is not None:
            process.kill()
            process.communicate()

    def _answer(self, parser: str, data: bytes) -> dict[str, Any]:
        process = self._running()
        late = threading.Event()

        def end() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self.seconds * _PATIENCE, end)
        timer.start()
        try:
            line = _exchange(process, parser, data)
        finally:
            timer.cancel()
        if not line.endswith(b"\n"):
            has_served = self._served > 0
            self.stop()
            if late.is_set() or process.returncode == _OUT_OF_TIME:
                raise UnusableError(f"takes longer than {self.seconds:.0f} s to read", _HINT)
            raise _StoppedError(has_served)
        answer: dict[str, Any] = json.loads(line)
        self._served += 1
        if self._served >= _SERVED or answer.get("ends"):
            self.stop()
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.stop()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "ingest.documents.binary.worker", str(self.seconds)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            if self._process.stdout is None or self._process.stdout.readline() != READY:
                self.stop()
                raise UnusableError("cannot be read: the program for such files does not start", _INSTALL)
        return self._process


class _StoppedError(UnusableError):
    """The process stopped; `has_served` says that it has parsed other files before."""

    def __init__(self, has_served: bool) -> None:
        stopped = UnusableError("is damaged, or harmful: the program that reads it stopped", _HINT)
        super().__init__(stopped.reason, stopped.hint)
        self.has_served = has_served


class RefusedError(UnusableError):
    """A reason and a hint that the other process has stated."""


def _exchange(process: subprocess.Popen[bytes], parser: str, data: bytes) -> bytes:
    """Send a file, and return the line of the answer; it has no end if the process stopped."""
    assert process.stdin is not None  # noqa: S101 - both are pipes
    assert process.stdout is not None  # noqa: S101
    try:
        process.stdin.write(json.dumps([parser, len(data)]).encode() + b"\n")
        process.stdin.write(data)
        process.stdin.flush()
        return process.stdout.readline()
    except OSError:
        return b""


PARSERS = Parsers()
atexit.register(PARSERS.stop)
