"""Reads files, folders and standard input with the readers of their formats; failures become `Skipped`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from io import BufferedReader
from pathlib import Path

from cypher.model.formats import ending_of, endings
from ingest.documents.articles import finish
from ingest.documents.characters import shown
from ingest.documents.encoding import opening
from ingest.documents.formats.columns import Columns
from ingest.documents.inside import INSIDE
from ingest.documents.readers import reader_of
from ingest.documents.records import Found, Incoming, RawArticle, Skipped, Source, UnusableError

STANDARD_INPUT = "-"

_LONGEST_NAME = 300
"""The maximum number of characters of a path in a message."""

_OPENING = 4096
"""The number of bytes from which the format is detected."""

Result = Incoming | Skipped
Finishing = Callable[[RawArticle, str], Incoming]
"""Makes the document of an article, named by its origin; raises `UnusableError` if it cannot be used."""


def read(paths: Iterable[str | Path], columns: Columns | None = None) -> Iterator[Result]:
    """Yield the articles of files and folders (``-`` is standard input), or why they were skipped, in order.

    Files of a folder are sorted by name; hidden files are ignored. An input that cannot be used raises
    nothing, so that the rest of a batch is read. `columns` are the stated columns of tables
    (`ingest.documents.formats.columns`).
    """
    stated = columns or {}
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from _read_standard_input(stated)
        elif not str(path):
            yield Skipped("an empty path", "names no file", "Name a file or folder, or - for standard input.")
        elif _is_folder(Path(path)):
            yield from _read_folder(Path(path), stated)
        else:
            yield from read_file(Path(path), stated)


def _read_standard_input(columns: Columns) -> Iterator[Result]:
    if sys.stdin is None or sys.stdin.closed:
        yield Skipped("standard input", "is closed", "Give it something to read, or name a file.")
        return
    try:
        with open(sys.stdin.fileno(), "rb", closefd=False) as stream:
            yield from _read_source(Source(stream, columns, INSIDE), "standard input")
    except OSError as error:
        yield Skipped("standard input", f"cannot be read ({error.strerror})", "Name a file instead.")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name that is too long; opening it says so
        return False


def _read_folder(folder: Path, columns: Columns) -> Iterator[Result]:
    unread: list[Result] = []
    files = sorted(_files_below(folder, unread))
    yield from unread
    if not files and not unread:
        yield Skipped(_named(folder), "is a folder without files", "Name a folder that contains articles.")
    for path in files:
        if (ending := ending_of(path.name)) and ending not in endings():
            yield _unknown(path)
        elif path.exists() and not path.is_file():
            yield Skipped(_named(path), "is neither a file nor a folder", "Name it by itself to read it.")
        else:
            yield from read_file(path, columns)


def _unknown(path: Path) -> Skipped:
    return Skipped(
        _named(path),
        f"has the ending “{shown(path.suffix)}”, which is none of: {' '.join(endings())}",
        "Rename it, or name the file by itself to read it whatever it is called.",
    )


def _files_below(folder: Path, unread: list[Result]) -> Iterator[Path]:
    """Yield all files that are not hidden; links to folders are not followed."""

    def lose(error: OSError) -> None:
        unread.append(_unreadable(Path(error.filename), error))

    for place, folders, names in os.walk(folder, onerror=lose):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in names if not name.startswith("."))


def read_file(path: Path, columns: Columns | None = None, finishing: Finishing = finish) -> Iterator[Result]:
    """Yield the articles of one file, or why they were skipped; `finishing` makes them documents."""
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        yield _unreadable(path, error)
        return
    with stream:
        try:
            source = Source(stream, columns or {}, INSIDE)
            yield from _read_source(source, _named(path), ending_of(path.name), finishing)
        except OSError as error:
            yield _unreadable(path, error)


def read_stream(stream: BufferedReader, name: str, finishing: Finishing = finish) -> Iterator[Result]:
    """Yield the articles of a stream of bytes; its name has the ending of its format."""
    yield from _read_source(
        Source(stream, {}, INSIDE), shown(name, _LONGEST_NAME), ending_of(name), finishing
    )


def _unreadable(path: Path, error: OSError | ValueError) -> Skipped:
    said = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return Skipped(_named(path), f"cannot be read ({said})", "Check the path and its permissions.")


def _named(path: Path) -> str:
    return shown(str(path), _LONGEST_NAME)


def _read_source(
    source: Source, name: str, ending: str = "", finishing: Finishing = finish
) -> Iterator[Result]:
    start = opening(source.stream.peek(_OPENING))
    reader = reader_of(ending, start, has_columns=bool(source.columns))
    try:
        for found in reader.read(source):
            yield _finished(found, f"{name}, {found.place}" if found.place else name, finishing)
    except UnusableError as error:
        yield Skipped(name, error.reason, error.hint)


def _finished(found: Found, origin: str, finishing: Finishing) -> Result:
    title = None
    try:
        if isinstance(found.article, UnusableError):
            raise found.article
        title = found.article.title
        return finishing(found.article, origin)
    except UnusableError as error:
        return Skipped(origin, error.reason, error.hint, title)
