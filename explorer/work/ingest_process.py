"""Adds articles from the app, by running ``konstelasi ingest`` as a child process.

The language models are loaded in that process, so the app gets their memory back when it ends. One process
runs at a time; other runs wait in line. A run continues if its reader closes the tab: a thread waits for its
end and starts the next one. Articles of a stopped run can be added again, which completes their load.
"""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
import tempfile
import threading
import time
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cypher.bolt.cancelling import Work
from cypher.errors import InputError, UsageError
from cypher.model.formats import TEXT, endings

TIME_OUT = 600.0
"""Seconds after which the process is killed."""

MOST_WAITING = 8
"""The maximum number of runs that wait for the running one."""

STOP_LIMIT = 10.0
"""Seconds after which a process that was asked to stop is killed."""

_LOOK = 0.5  # seconds between two checks of the time limit
_MOST_KEPT = 100


@dataclass(frozen=True, slots=True)
class Article:
    """A file with articles: `name` is the reader's name for it, whose ending gives its format."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a run reads. `columns` are those of tables with other names, as ``--map`` takes them."""

    articles: Sequence[Article]
    columns: str = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What the command says of an input, in English: why it was skipped, or what it remarks on it.

    `name` is the reader's name for the file, `place` the article in it such as ``line 3``. `hint` is a fix. A
    reason that is not of an input has no name.
    """

    name: str
    place: str
    reason: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class IngestResult:
    """The result of a run: `troubles` are the inputs that were skipped, `remarks` those on the others."""

    documents: tuple[str, ...]
    counts: Mapping[str, tuple[int, int]]
    """New and known documents, entities, events, relations and claims."""
    troubles: tuple[Trouble, ...] = ()
    remarks: tuple[Trouble, ...] = ()


def pasted(text: str, about: Mapping[str, str | None]) -> Article:
    """Make an article of pasted text; `about` may have its title, published_on, publisher and url.

    Raises `UsageError` if there is no text.
    """
    if not text.strip():
        raise UsageError("There is no text yet. Paste the article, or choose files.")
    row = {name: value for name, value in about.items() if value} | {"text": text}
    return Article("pasted.jsonl", json.dumps(row).encode())


class IngestRun:
    """A run of the command, which waits until the runs before it have ended.

    Raises `UsageError` if `MOST_WAITING` runs wait already.
    """

    def __init__(self, inputs: Inputs) -> None:
        self.started = time.monotonic()
        self._articles = inputs.articles
        self._columns = inputs.columns
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = self._late = False
        with _moved:
            if len(_line) > MOST_WAITING:
                raise UsageError(
                    f"Other articles are being read, and {MOST_WAITING} others wait. Try again in a minute."
                )
            _line.append(self)
        self._work = Work(self._read_in_turn)

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for another run."""
        return self in _line[1:]

    @property
    def seconds_of_first(self) -> float:
        """The seconds for which the present run has been running."""
        return time.monotonic() - (_line or [self])[0].started

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

    def result(self) -> IngestResult:
        """Wait for the end and return the result; raises `InputError` if the run was stopped or failed."""
        return self._work.result()

    def _read_in_turn(self) -> IngestResult:
        try:
            with _moved:
                _moved.wait_for(lambda: _line[0] is self or self._stopped)
                self.started = time.monotonic()
            with tempfile.TemporaryDirectory(prefix="konstelasi-") as folder:
                return self._read(Path(folder))
        except OSError as error:
            raise InputError(f"The articles could not be handed over: {error}. Try again.") from error
        finally:
            self._articles = ()  # frees their memory, as the run is kept until its result was shown
            with _moved:
                _line.remove(self)
                _moved.notify_all()

    def _read(self, folder: Path) -> IngestResult:
        paths = [folder / _file_name(number, each) for number, each in enumerate(self._articles)]
        for path, article in zip(paths, self._articles, strict=True):
            path.write_bytes(article.content)
        with _moved:
            if self._stopped:
                raise InputError(self._failure("", 0))
            self._process = _process(folder, paths, self._columns)
        code = self._exit_code(self._process)
        said = (folder / "said").read_text(encoding="utf-8", errors="replace").strip()
        summary = (folder / "summary").read_text(encoding="utf-8", errors="replace").strip()
        if self._stopped or code not in (0, 1) or not summary:
            raise InputError(self._failure(said, code))
        names = {str(path): each.name for path, each in zip(paths, self._articles, strict=True)}
        return _fed(json.loads(summary), names)

    def _exit_code(self, process: subprocess.Popen[bytes]) -> int:
        """Wait for the process; kill it if it takes too long or does not stop when asked to."""
        while process.poll() is None:
            if time.monotonic() - self.started > TIME_OUT:
                self._late = True
                process.kill()
            try:
                process.wait(STOP_LIMIT if self._stopped else _LOOK)
            except subprocess.TimeoutExpired:
                if self._stopped:
                    process.kill()
        return process.returncode

    def _failure(self, said: str, code: int) -> str:
        again = "Add the same articles again: that completes their load and adds nothing twice."
        if self._stopped:
            return f"It was stopped. {again}"
        if self._late:
            return (
                f"It took longer than {TIME_OUT / 60:.0f} minutes and was ended. Add fewer articles at once."
            )
        message = said.rpartition("konstelasi: ")[2][-600:] or f"exit code {code}."
        return f"Reading failed: {message} {again}"


_moved = threading.Condition()
"""Guards `_line`; notified when it changes."""

_line: list[IngestRun] = []
"""The runs of this app, in order; the first one is running."""

_kept: OrderedDict[str, IngestRun] = OrderedDict()
"""The last run of each browser, until its result was shown."""


def start(inputs: Inputs, browser: str | None = None) -> IngestRun:
    """Start a run, or put it in line; with `browser`, `begun_by` finds it again."""
    run = IngestRun(inputs)
    if browser:
        _kept[browser] = run
        while len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    return run


def begun_by(browser: str | None) -> IngestRun | None:
    """Return the run that this browser has started in any tab and whose result it has not seen."""
    return _kept.get(browser) if browser else None


def seen_by(browser: str | None) -> None:
    """Forget the run of this browser, because its result was shown."""
    if browser:
        _kept.pop(browser, None)


@atexit.register
def end_all() -> None:
    """Cancel all runs and wait for their processes, when the app ends."""
    for run in tuple(_line):
        run.cancel()
    with _moved:
        _moved.wait_for(lambda: not _line, timeout=STOP_LIMIT + 1)


def _process(folder: Path, paths: Sequence[Path], columns: str) -> subprocess.Popen[bytes]:
    stated = [f"--map={columns}"] if columns else []
    command = [sys.executable, "-m", "konstelasi", "ingest", "--json", *stated, *map(str, paths)]
    with (folder / "summary").open("wb") as out, (folder / "said").open("wb") as err:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)


def _file_name(number: int, article: Article) -> str:
    """Return a safe file name: only a known ending of the reader's file name is used."""
    ending = Path(article.name).suffix.lower()
    return f"{number:03}{ending if ending in endings() else TEXT.endings[0]}"


def _fed(summary: Mapping[str, Any], names: Mapping[str, str]) -> IngestResult:
    """Return the result in the command's summary; `names` maps its files to the reader's names for them."""
    kinds = ("documents", "entities", "events", "relations", "claims")
    skipped, warned = summary["skipped"], summary["warnings"]
    return IngestResult(
        documents=tuple(summary["document_ids"]),
        counts={kind: (summary[kind]["new"], summary[kind]["known"]) for kind in kinds},
        troubles=tuple(
            Trouble(*_named(each["input"], names), each["reason"], each["hint"] or "") for each in skipped
        ),
        remarks=tuple(Trouble(*_named(each["input"], names), each["remark"]) for each in warned),
    )


def _named(origin: str | None, names: Mapping[str, str]) -> tuple[str, str]:
    """Return the reader's name for a file, and the place in it, of an input such as ``/x/1.csv, line 3``."""
    origin = origin or ""
    path = next((each for each in names if origin.startswith(each)), "")
    return names.get(path, ""), origin.removeprefix(path).removeprefix(", ")
