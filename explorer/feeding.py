"""Adding articles from the app: the public command ``konstelasi ingest`` in a process of its own.

The app itself reads no language: the models are loaded there, and their memory is given back at its end. One
runs at a time in this app. What it loads is whole or, when it is stopped, completed by adding it again.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cypher.errors import InputError, UsageError

TIME_OUT = 600.0
"""Seconds after which the process is ended."""

ENDINGS = ("txt", "html", "htm", "jsonl")
"""What the command reads."""

_one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class Article:
    """Something to read: `name` is what its reader calls it, its ending says how it is read."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Fed:
    """What came of it. `troubles` are inputs that were left out, each with the reason and what to do."""

    documents: tuple[str, ...]
    counts: Mapping[str, tuple[int, int]]
    """New and known documents, entities, events, relations and claims."""
    troubles: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def pasted(text: str, about: Mapping[str, str | None]) -> Article:
    """An article that somebody pasted; `about` may have its title, published_on, publisher and url.

    Raises `UsageError` when there is no text.
    """
    if not text.strip():
        raise UsageError("There is no text yet. Paste the article, or choose files.")
    row = {name: value for name, value in about.items() if value} | {"text": text}
    return Article("pasted.jsonl", json.dumps(row).encode())


@dataclass(slots=True)
class Feeding:
    """A run of the command; `start` begins it."""

    articles: Sequence[Article]
    process: subprocess.Popen[bytes]
    folder: tempfile.TemporaryDirectory[str]
    started: float = field(default_factory=time.monotonic)
    stopped: bool = False
    _released: bool = False

    @property
    def seconds(self) -> float:
        """Since it began."""
        return time.monotonic() - self.started

    def wait(self, seconds: float) -> bool:
        """Wait at most so long; whether it has ended. One that takes too long is ended."""
        if self.seconds > TIME_OUT:
            self.process.kill()
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

    def cancel(self) -> None:
        """End it."""
        self.stopped = True
        self.process.terminate()

    def result(self) -> Fed:
        """What came of it, once it has ended; raises `InputError` when nothing did."""
        try:
            folder = Path(self.folder.name)
            said = (folder / "said").read_text(encoding="utf-8", errors="replace").strip()
            summary = (folder / "summary").read_text(encoding="utf-8", errors="replace").strip()
        finally:
            self._release()
        if self.stopped or self.process.returncode not in (0, 1) or not summary:
            raise InputError(self._failure(said))
        return _fed(json.loads(summary), self._named)

    def _failure(self, said: str) -> str:
        again = "Add the same again: what was begun is then completed, and nothing is there twice."
        if self.stopped:
            return f"It was stopped. {again}"
        if self.seconds > TIME_OUT:
            return (
                f"It took longer than {TIME_OUT / 60:.0f} minutes and was ended. Add fewer articles at once."
            )
        return f"Reading failed: {said[-600:] or f'exit code {self.process.returncode}'}. {again}"

    def _named(self, text: str) -> str:
        """A message with the reader's names for the files."""
        for number, article in enumerate(self.articles):
            text = text.replace(str(Path(self.folder.name) / _file_name(number, article)), article.name)
        return text

    def _release(self) -> None:
        if not self._released:
            self._released = True
            self.folder.cleanup()
            _one_at_a_time.release()


def start(articles: Sequence[Article]) -> Feeding:
    """Begin to read and load `articles`; raises `UsageError` when somebody else's are being read."""
    if not _one_at_a_time.acquire(blocking=False):
        raise UsageError("Other articles are being read just now. Try again in a minute.")
    folder = tempfile.TemporaryDirectory(prefix="konstelasi-")
    try:
        paths = [Path(folder.name) / _file_name(number, each) for number, each in enumerate(articles)]
        for path, article in zip(paths, articles, strict=True):
            path.write_bytes(article.content)
        return Feeding(articles, _process(Path(folder.name), paths), folder)
    except OSError as error:
        folder.cleanup()
        _one_at_a_time.release()
        raise InputError(f"The articles could not be handed over: {error}. Try again.") from error


def _process(folder: Path, paths: Sequence[Path]) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "konstelasi", "ingest", "--json", *map(str, paths)]
    with (folder / "summary").open("wb") as out, (folder / "said").open("wb") as err:
        return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=err)


def _file_name(number: int, article: Article) -> str:
    """A name of ours: nothing of the reader's but the ending reaches the file system or the command line."""
    ending = article.name.rpartition(".")[2].lower()
    return f"{number:03}.{ending if ending in ENDINGS else 'txt'}"


def _fed(summary: Mapping[str, Any], named: Any) -> Fed:  # noqa: ANN401 - a function from text to text
    kinds = ("documents", "entities", "events", "relations", "claims")
    troubles = (
        ". ".join(filter(None, (each["input"] and f"{each['input']}: {each['reason']}", each["hint"])))
        or each["reason"]
        for each in summary["skipped"]
    )
    return Fed(
        documents=tuple(summary["document_ids"]),
        counts={kind: (summary[kind]["new"], summary[kind]["known"]) for kind in kinds},
        troubles=tuple(map(named, troubles)),
        remarks=tuple(map(named, summary["warnings"])),
    )
