"""Folders on this machine: reads each file once it rests, and again when it changes.

A file is known by its path, size and time of change. What it holds is known by the documents, so a file that
is read again, after a kill or a change, adds only what is new in it. An article that has changed is known by
the path of the file, or by its id within the file, and takes the place of its earlier version.
"""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from cypher.model.ids import content_id
from cypher.sources.source import Source
from ingest.documents import Incoming, Skipped
from ingest.documents.records import Remark
from ingest.documents.sources import read_file
from ingest.following.fetched import Fetched, FetchError, Memory, document_of
from ingest.following.kinds.whole_files import KnownFiles, is_unfinished, items_of, unknown_format

REST = 3.0
"""The seconds for which a file must not have changed."""

_LOOKS = 2
"""How often a fetch looks at files that do not rest yet."""


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    size: int
    changed_at: int  # nanoseconds

    @property
    def key(self) -> str:
        """The key of the file as it is now."""
        return content_id("file", str(self.path), str(self.size), str(self.changed_at))

    def rests(self) -> bool:
        """Whether nothing has been written to it for a while; a time ahead of the clock counts as now."""
        return time.time() - self.changed_at / 1e9 >= REST


def fetch(source: Source, memory: Memory) -> Iterator[Fetched]:
    """Yield the articles of new and changed files; raises `FetchError` if the folder cannot be read."""
    folder = Path(source.address).expanduser()
    if not folder.is_dir():
        raise FetchError("is no folder that can be read", "Check its path and its permissions.")
    for look in range(_LOOKS):
        restless = yield from _new(source, folder, memory)
        if not restless:
            return
        if look + 1 < _LOOKS:
            time.sleep(REST)
    memory.remark(Remark("files are still being written: they are read when they rest"))


def _new(source: Source, folder: Path, memory: Memory) -> Generator[Fetched, None, bool]:
    """Yield the articles of files that rest and are not known; return whether others do not rest."""
    restless = False
    known = KnownFiles(source, memory)
    for file in _files(folder, memory):
        if not file.rests():
            restless = True
        elif file.key not in known:
            yield from _articles(source, file)
    return restless


def _files(folder: Path, memory: Memory) -> Iterator[_File]:
    """Yield the files of a folder in the order of their names, without hidden and unfinished ones."""

    def lose(error: OSError) -> None:
        memory.remark(Remark(f"{error.filename} cannot be read ({error.strerror})"))

    for place, folders, names in os.walk(folder, onerror=lose):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if is_unfinished(name):
                continue
            found = _file(Path(place, name))
            if found is not None:
                yield found


def _file(path: Path) -> _File | None:
    """Return a file as it is now, None if it has gone or is no file."""
    try:
        stated = path.stat()
    except OSError:
        return None
    return _File(path, stated.st_size, stated.st_mtime_ns) if path.is_file() else None


def _articles(source: Source, file: _File) -> Iterator[Fetched]:
    """Yield the articles of a file, which is then known as it is now."""
    yield from items_of(_results(source, file), str(file.path), file.key, lambda: _file(file.path) == file)


def _results(source: Source, file: _File) -> Iterator[Incoming | Skipped]:
    unknown = unknown_format(str(file.path))
    if unknown is not None:
        return iter([unknown])
    return read_file(file.path, finishing=partial(document_of, source))
