"""The front of the readers: walks folders, tells formats apart, and turns every failure into a `Skipped`."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from io import BufferedReader
from pathlib import Path

from ingest.documents.articles import finish
from ingest.documents.encoding import decode
from ingest.documents.jsonl import lines, read_row
from ingest.documents.records import MAX_CHARACTERS, Incoming, RawArticle, Skipped, UnusableError

STANDARD_INPUT = "-"

_MAX_FILE = 8 * MAX_CHARACTERS
"""Bytes of a text or web page: no encoding makes more of an article that may be read, markup included."""

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
            with open(sys.stdin.fileno(), "rb", closefd=False) as stream:
                yield from _read_stream(stream, "standard input")
        elif Path(path).is_dir():
            yield from _read_folder(Path(path))
        else:
            yield from _read_file(Path(path))


def _read_folder(folder: Path) -> Iterator[Result]:
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not _is_hidden(path, folder))
    if not files:
        yield Skipped(str(folder), "is a folder without files", "Name a folder that holds articles.")
    for path in files:
        if path.suffix.lower() in _SUFFIXES or not path.suffix:
            yield from _read_file(path)
        else:
            known = " ".join(sorted(_SUFFIXES))
            yield Skipped(str(path), f"has the unknown ending {path.suffix!r}", f"Known are: {known}")


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _read_file(path: Path) -> Iterator[Result]:
    try:
        with path.open("rb") as stream:
            yield from _read_stream(stream, str(path), path.suffix.lower() in _ROWS)
    except OSError as error:
        yield Skipped(str(path), f"cannot be read ({error.strerror})", "Check the path and its permissions.")


def _read_stream(stream: BufferedReader, name: str, has_rows: bool = False) -> Iterator[Result]:
    start = stream.peek(1024).removeprefix(codecs.BOM_UTF8).lstrip()
    if has_rows or start.startswith(b"{"):
        yield from _read_rows(stream, name)
    else:
        yield _attempt(partial(_read_article, stream), name)


def _read_rows(stream: BufferedReader, name: str) -> Iterator[Result]:
    for number, line in lines(stream):
        origin = f"{name}, line {number}"
        yield _attempt(partial(read_row, line), origin)


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
