"""The front of the readers: walks folders, tells formats apart, and turns every failure into a `Skipped`."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import BufferedReader
from pathlib import Path

from ingest.documents.articles import finish
from ingest.documents.characters import shown
from ingest.documents.encoding import decode
from ingest.documents.jsonl import lines, read_row
from ingest.documents.records import MAX_CHARACTERS, Incoming, RawArticle, Skipped, UnusableError

STANDARD_INPUT = "-"

_MAX_FILE = 8 * MAX_CHARACTERS
"""Bytes of a text or web page: no encoding makes more of an article that may be read, markup included."""

_LONGEST_NAME = 300
"""Characters of a path that a message shows."""

_ROWS = frozenset({".jsonl", ".ndjson", ".json"})
_SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"}) | _ROWS
_WEB = (b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body")

Result = Incoming | Skipped


def read(paths: Iterable[str | Path]) -> Iterator[Result]:
    """Every article of the files and folders (``-``: standard input), or why it was skipped, in order.

    Files of one folder come in order of their names; hidden files are passed over. Nothing is raised for an
    input that cannot be used, so that the rest of a batch goes on.
    """
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from _read_standard_input()
        elif not str(path):
            yield Skipped("an empty path", "names no file", "Name a file or folder, or - for standard input.")
        elif _is_folder(Path(path)):
            yield from _read_folder(Path(path))
        else:
            yield from _read_file(Path(path))


def _read_standard_input() -> Iterator[Result]:
    if sys.stdin is None or sys.stdin.closed:
        yield Skipped("standard input", "is closed", "Give it something to read, or name a file.")
        return
    try:
        with open(sys.stdin.fileno(), "rb", closefd=False) as stream:
            yield from _read_stream(stream, "standard input")
    except OSError as error:
        yield Skipped("standard input", f"cannot be read ({error.strerror})", "Name a file instead.")


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name that is too long; opening it says so
        return False


def _read_folder(folder: Path) -> Iterator[Result]:
    unread: list[Result] = []
    files = sorted(_files_below(folder, unread))
    yield from unread
    if not files and not unread:
        yield Skipped(_named(folder), "is a folder without files", "Name a folder that holds articles.")
    for path in files:
        if path.suffix.lower() not in _SUFFIXES and path.suffix:
            known = " ".join(sorted(_SUFFIXES))
            yield Skipped(
                _named(path), f"has the unknown ending “{shown(path.suffix)}”", f"Known are: {known}"
            )
        elif path.exists() and not path.is_file():
            yield Skipped(_named(path), "is neither a file nor a folder", "Name it by itself to read it.")
        else:
            yield from _read_file(path)


def _files_below(folder: Path, unread: list[Result]) -> Iterator[Path]:
    """Everything that is neither hidden nor a folder; links to folders are not followed."""

    def lose(error: OSError) -> None:
        unread.append(_unreadable(Path(error.filename), error))

    for place, folders, names in os.walk(folder, onerror=lose):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(place, name) for name in names if not name.startswith("."))


def _read_file(path: Path) -> Iterator[Result]:
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        yield _unreadable(path, error)
        return
    with stream:
        try:
            yield from _read_stream(stream, _named(path), path.suffix.lower() in _ROWS)
        except OSError as error:
            yield _unreadable(path, error)


def _unreadable(path: Path, error: OSError | ValueError) -> Skipped:
    said = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return Skipped(_named(path), f"cannot be read ({said})", "Check the path and its permissions.")


def _named(path: Path) -> str:
    return shown(str(path), _LONGEST_NAME)


def _read_stream(stream: BufferedReader, name: str, has_rows: bool = False) -> Iterator[Result]:
    start = stream.peek(1024).removeprefix(codecs.BOM_UTF8).lstrip()
    if has_rows or start.startswith(b"{"):
        yield from _read_rows(stream, name)
    else:
        yield _attempt(partial(_read_article, stream), name)


def _read_rows(stream: BufferedReader, name: str) -> Iterator[Result]:
    is_empty = True
    for number, line in lines(stream):
        is_empty = False
        yield _attempt(partial(read_row, line), f"{name}, line {number}")
    if is_empty:
        yield Skipped(name, "has no rows", "Remove it, or check how it was exported.")


def _read_article(stream: BufferedReader) -> RawArticle:
    data = stream.read(_MAX_FILE + 1)
    if len(data) > _MAX_FILE:
        raise UnusableError(
            f"has more than {_MAX_FILE:,} bytes; one article has at most {MAX_CHARACTERS:,} characters",
            "Split it into its articles: one a file, or one a row of JSON Lines.",
        )
    text, remarks = decode(data)
    if text.lstrip()[:200].lower().encode(errors="replace").startswith(_WEB):
        from ingest.documents.html import read_html  # noqa: PLC0415  trafilatura takes a second to import

        return read_html(text)
    return RawArticle(text=text, title=_headline(text), remarks=remarks)


def _headline(text: str) -> str | None:
    """The first line, where it looks like one: short, without a full stop, and with more text below."""
    first, _, rest = text.strip().partition("\n")
    first = first.strip()
    is_headline = 0 < len(first) <= 160 and first[-1] not in ".,;:!" and len(rest.strip()) > len(first)
    return first if is_headline else None


def _attempt(read_article: Callable[[], RawArticle], origin: str) -> Result:
    try:
        return finish(read_article(), origin)
    except UnusableError as error:
        return Skipped(origin, error.reason, error.hint)
