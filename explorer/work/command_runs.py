"""Runs commands of ``konstelasi`` that load something, as child processes, one after the other.

The language models are loaded in that process, so the app gets their memory back when it ends. One process
runs at a time; other runs wait in line. A run continues if its reader closes the tab: a thread waits for its
end and starts the next one. A stopped run can be started again, which completes its load.
"""

from __future__ import annotations

import atexit
import subprocess
import sys
import tempfile
import threading
import time
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar

from cypher.audit.commanded import signed
from cypher.bolt.cancelling import Work
from cypher.errors import InputError, UsageError
from explorer.view.audited import Signature

MOST_WAITING = 8
"""The maximum number of runs that wait for the running one."""

STOP_LIMIT = 10.0
"""Seconds after which a process that was asked to stop is killed."""

AGAIN = "Add the same again: that completes the load and adds nothing twice."
"""What to do about a run that did not end, if it loads piece by piece."""

_LOOK = 0.5  # seconds between two checks of the time limit
_MOST_KEPT = 100
_LAST_LINE = 300  # bytes that are read of what a process said last

Result = TypeVar("Result")
Result_co = TypeVar("Result_co", covariant=True)


class Job(Protocol[Result_co]):
    """What a run does."""

    @property
    def kind(self) -> str:
        """Which page has started it."""

    @property
    def time_out(self) -> float:
        """Seconds after which the process is killed."""

    @property
    def advice(self) -> str:
        """What to do if the run was stopped or has failed."""

    def arguments(self, folder: Path) -> Sequence[str]:
        """Write the inputs into a folder; return the command, which prints a summary, with its arguments."""

    def result(self, summary: str, folder: Path) -> Result_co:
        """Return the result that the summary of the command, and the folder, give."""


class CommandRun(Generic[Result]):
    """A run of a command, which waits until the runs before it have ended.

    The audit record names `by` as who runs it. Raises `UsageError` if `MOST_WAITING` runs wait already.
    """

    def __init__(self, job: Job[Result], by: Signature | None = None) -> None:
        self._by = by
        self.started = time.monotonic()
        self._job: Job[Result] | None = job
        self._limit = job.time_out
        self._process: subprocess.Popen[bytes] | None = None
        self._said: Path | None = None
        self._stopped = self._late = False
        with _moved:
            if len(_line) > MOST_WAITING:
                raise UsageError(
                    f"Other inputs are being read, and {MOST_WAITING} others wait. Try again in a minute."
                )
            _line.append(self)
        self._work = Work(self._run_in_turn)

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for another run."""
        return self in _line[1:]

    @property
    def seconds_of_first(self) -> float:
        """The seconds for which the present run has been running."""
        return time.monotonic() - (_line or [self])[0].started

    def said_last(self) -> str:
        """Return the last line that the process has said so far, empty if it has said nothing."""
        try:
            said = self._said.read_bytes() if self._said else b""
        except OSError:  # the run has just ended
            return ""
        return said[-_LAST_LINE:].decode("utf-8", "replace").strip().rpartition("\n")[2]

    def wait(self, seconds: float) -> bool:
        """Wait for at most `seconds`; return whether the run has ended."""
        return self._work.wait(seconds)

    def cancel(self) -> None:
        """Stop the run, or take it out of the line."""
        with _moved:
            self._stopped = True
            _moved.notify_all()
            if self._process is not None:
                self._process.terminate()

    def result(self) -> Result:
        """Wait for the end and return the result; raises `InputError` if the run was stopped or failed."""
        return self._work.result()

    def _run_in_turn(self) -> Result:
        try:
            with _moved:
                _moved.wait_for(lambda: _line[0] is self or self._stopped)
                self.started = time.monotonic()
            with tempfile.TemporaryDirectory(prefix="konstelasi-") as folder:
                return self._run(Path(folder))
        except OSError as error:
            raise InputError(f"The files could not be handed over: {error}. Try again.") from error
        finally:
            self._job = None  # frees the memory of its inputs: the run is kept until its result was shown
            with _moved:
                _line.remove(self)
                _moved.notify_all()

    def _run(self, folder: Path) -> Result:
        assert self._job is not None  # noqa: S101 - it is given away at the end of the only run
        arguments = self._job.arguments(folder)
        with _moved:
            if self._stopped:
                raise InputError(self._failure(self._job.advice, "", 0))
            self._said = folder / "said"
            self._process = begin_process(arguments, folder / "summary", self._said, self._by)
        code = self._exit_code(self._process)
        said = self._said.read_text(encoding="utf-8", errors="replace").strip()
        summary = (folder / "summary").read_text(encoding="utf-8", errors="replace").strip()
        if self._stopped or code not in (0, 1) or not summary:
            raise InputError(self._failure(self._job.advice, said.replace(f"{folder}/", ""), code))
        return self._job.result(summary, folder)

    def _exit_code(self, process: subprocess.Popen[bytes]) -> int:
        """Wait for the process; kill it if it takes too long or does not stop when asked to."""
        while process.poll() is None:
            if time.monotonic() - self.started > self._limit:
                self._late = True
                process.kill()
            try:
                process.wait(STOP_LIMIT if self._stopped else _LOOK)
            except subprocess.TimeoutExpired:
                if self._stopped:
                    process.kill()
        return process.returncode

    def _failure(self, advice: str, said: str, code: int) -> str:
        if self._stopped:
            return f"It was stopped. {advice}"
        if self._late:
            return f"It took longer than {self._limit / 60:.0f} minutes and was ended. Add less at once."
        message = error_in(said)[-600:] or f"exit code {code}."
        return f"Reading failed: {message} {advice}"


_moved = threading.Condition()
"""Guards `_line`; notified when it changes."""

_line: list[CommandRun[Any]] = []
"""The runs of this app, in order; the first one is running."""

_kept: OrderedDict[tuple[str, str], CommandRun[Any]] = OrderedDict()
"""The last run of each kind and browser, until its result was shown."""


def start(job: Job[Result], browser: str | None = None, by: Signature | None = None) -> CommandRun[Result]:
    """Start a run, or put it in line; with `browser`, `begun_by` finds it again."""
    run = CommandRun(job, by)
    if browser:
        _kept[job.kind, browser] = run
        while len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    return run


def begun_by(browser: str | None, kind: str) -> CommandRun[Any] | None:
    """Return the run that this browser has started in any tab and whose result it has not seen."""
    return _kept.get((kind, browser)) if browser else None


def seen_by(browser: str | None, kind: str) -> None:
    """Forget the run of this browser, because its result was shown."""
    if browser:
        _kept.pop((kind, browser), None)


@atexit.register
def end_all() -> None:
    """Cancel all runs and wait for their processes, when the app ends."""
    for run in tuple(_line):
        run.cancel()
    with _moved:
        _moved.wait_for(lambda: not _line, timeout=STOP_LIMIT + 1)


def begin_process(
    arguments: Sequence[str], out: Path, err: Path, by: Signature | None = None
) -> subprocess.Popen[bytes]:
    """Start the command line in a process of its own, which writes to these files."""
    command = [sys.executable, "-m", "konstelasi", *arguments]
    environment = signed(by.who, by.role) if by else signed("", "")
    with out.open("wb") as to_out, err.open("wb") as to_err:
        return subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=to_out, stderr=to_err, env=environment
        )


def error_in(said: str) -> str:
    """Return the error that a command has printed last, without its name; all of `said` if it names none."""
    return said.rpartition("konstelasi: ")[2].strip()
