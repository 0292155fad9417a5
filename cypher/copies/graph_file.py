"""The file of a graph: compressed lines of JSON. What is read may be truncated, foreign or malicious.

The first line says what it is, and the last one the hash of the graph. Between them is a line for each node,
``[label, properties]``, and for each relationship, ``[label, type, key, label of the other end, its id,
properties]``; it follows the node that it is written with.
"""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from cypher.backups.reading import opened_file
from cypher.copies.content import Content
from cypher.copies.pages import Page, Row
from cypher.copies.shapes import SHAPE_OF, Shape
from cypher.errors import UsageError
from cypher.model.release import GRAPH_RELEASE, VERSION

FORMAT = 1
_LINES = 2000
"""Lines of a page that is read."""

_LONGEST = 2**26
"""The most bytes that a line may have."""

_line = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


@dataclass(frozen=True, slots=True)
class Kind:
    """What a file has in it, the command that writes it, and whether it is compressed."""

    what: str
    command: str
    packed: bool


GRAPH = Kind("graph of Konstelasi", "konstelasi db backup", packed=True)
JUDGEMENTS = Kind("judgements of Konstelasi", "konstelasi judgements export", packed=False)


@dataclass(frozen=True, slots=True)
class Header:
    """The format of the file, the release and version of the program that wrote it, and when (ISO, UTC)."""

    format: int
    release: int
    version: str
    created_at: str


def begins_like_one(path: Path) -> bool:
    """Whether a file is compressed as files of graphs are."""
    try:
        with opened_file(path, GRAPH.command) as file:
            return file.read(2) == b"\x1f\x8b"
    except (UsageError, OSError):
        return False


def write(file: BinaryIO, pages: Iterable[Page], kind: Kind = GRAPH) -> Content:
    """Write a file of pages, and return their content."""
    content = Content()
    header = Header(FORMAT, GRAPH_RELEASE, VERSION, datetime.now(UTC).isoformat(timespec="seconds"))
    with _packing(file, kind) as packed:
        packed.write(_bytes({"what": kind.what, **asdict(header)}))
        for page in pages:
            content.add(page)
            for told in _told(page):
                packed.write(_bytes(told))
        packed.write(_bytes({"hash": content.hash}))
    return content


def verified(path: Path, file: BinaryIO, kind: Kind = GRAPH) -> tuple[Header, Content]:
    """Read all of a file; raises `UsageError` if it is not a whole file of this kind."""
    content = Content()
    with _lines(path, file, kind) as lines:
        header = _header(path, next(lines, None), kind)
        for page in _pages(path, lines, content):
            content.add(page)
    return header, content


def pages_of(path: Path, kind: Kind = GRAPH) -> Iterator[Page]:
    """Yield the pages of a file that was verified; raises `UsageError` if it has changed since."""
    content = Content()
    with path.open("rb") as file, _lines(path, file, kind) as lines:
        _header(path, next(lines, None), kind)
        for page in _pages(path, lines, content):
            content.add(page)
            yield page


@contextmanager
def _packing(file: BinaryIO, kind: Kind) -> Iterator[BinaryIO | gzip.GzipFile]:
    if not kind.packed:
        yield file
        return
    with gzip.GzipFile(fileobj=file, mode="wb", compresslevel=1, mtime=0) as packed:
        yield packed


def damaged(path: Path, how: str) -> UsageError:
    """Return the error for a file that cannot be restored."""
    return UsageError(f"{path} is damaged: {how}. Nothing was changed; use another backup.")


def _told(page: Page) -> Iterator[object]:
    label = page.shape.label
    for node in page.nodes:
        yield [label, node]
    for link, rows in page.links.items():
        for row in rows:
            yield [label, link.type, *row]


def _bytes(told: object) -> bytes:
    return (_line(told) + "\n").encode()


@contextmanager
def _lines(path: Path, file: BinaryIO, kind: Kind) -> Iterator[Iterator[Any]]:
    """Within the block, turn all errors of unpacking into one that says that the file is damaged."""
    try:
        if not kind.packed:
            yield _decoded(path, file)
            return
        with gzip.GzipFile(fileobj=file, mode="rb") as packed:
            yield _decoded(path, packed)
    except (zlib.error, EOFError, gzip.BadGzipFile, UnicodeError, ValueError, RecursionError) as error:
        raise damaged(path, f"it cannot be unpacked ({error})") from error


def _decoded(path: Path, packed: gzip.GzipFile | BinaryIO) -> Iterator[Any]:
    while line := packed.readline(_LONGEST):
        if not line.endswith(b"\n"):
            raise damaged(path, "a line has no end")
        told = json.loads(line.decode())
        if b"\\ud" in line.lower():
            _line(told).encode()  # raises an error if it escapes half a character
        yield told


def _header(path: Path, line: object, kind: Kind) -> Header:
    if not isinstance(line, dict) or line.get("what") != kind.what:
        raise UsageError(
            f"{path} is not a file with a {kind.what}. Name a file that '{kind.command}' wrote."
            if kind is GRAPH
            else f"{path} is not a file with {kind.what}. Name a file that '{kind.command}' wrote."
        )
    told = {name: line.get(name) for name in ("format", "release", "version", "created_at")}
    header = Header(**told)  # type: ignore[arg-type]
    for number in (header.format, header.release):
        if isinstance(number, bool) or not isinstance(number, int):
            raise damaged(path, "its first line has no format and release")
    if header.format > FORMAT or header.release > GRAPH_RELEASE:
        raise UsageError(
            f"{path} was made by a newer version (Konstelasi {header.version}). Update Konstelasi, then "
            "restore it."
        )
    return header


def _pages(path: Path, lines: Iterator[Any], content: Content) -> Iterator[Page]:
    """Yield pages; the last line must say the hash of the content, to which the caller adds each page."""
    page: Page | None = None
    for line in lines:
        if isinstance(line, dict):
            yield from [page] if page else []
            _check_end(path, line, lines, content)
            return
        shape, is_node = _kind(path, line)
        if page is None or not _goes_on(page, shape, is_node=is_node):
            yield from [page] if page else []
            page = Page(shape, [])
        _add(path, page, line)
    raise damaged(path, "its end is missing")


def _goes_on(page: Page, shape: Shape, *, is_node: bool) -> bool:
    """Whether a page can have one more line; relationships come after all of its nodes."""
    held = len(page.nodes) + sum(map(len, page.links.values()))
    return page.shape == shape and held < _LINES and not (is_node and page.links)


def _check_end(path: Path, line: dict[str, Any], lines: Iterator[Any], content: Content) -> None:
    if line.get("hash") != content.hash:
        raise damaged(path, "its content is not what was backed up")
    if next(lines, None) is not None:
        raise damaged(path, "something follows its last line")


def _kind(path: Path, line: object) -> tuple[Shape, bool]:
    if isinstance(line, list) and len(line) in {2, 6} and isinstance(line[0], str) and line[0] in SHAPE_OF:
        return SHAPE_OF[line[0]], len(line) == 2
    raise damaged(path, f"it has a line that is no node and no relationship: {str(line)[:80]!r}")


def _add(path: Path, page: Page, line: list[Any]) -> None:
    properties = line[-1]
    if not isinstance(properties, dict) or not all(map(_is_value, properties.values())):
        raise damaged(path, f"it has properties that no graph can have: {str(properties)[:80]!r}")
    if len(line) == 2:
        if not isinstance(properties.get(page.shape.key), str):
            raise damaged(path, f"a node of {page.shape.label} has no {page.shape.key}")
        page.nodes.append(properties)
        return
    link = next((each for each in page.shape.links if each.type == line[1]), None)
    row = Row(*line[2:])
    known = all(isinstance(each, str) for each in row[:3]) and row.label in SHAPE_OF
    if link is None or not known:
        raise damaged(path, f"it has a relationship that no graph can have: {str(line)[:80]!r}")
    page.links.setdefault(link, []).append(row)


def _is_value(value: object) -> bool:
    if isinstance(value, list):
        return all(not isinstance(each, list) and _is_value(each) for each in value)
    return isinstance(value, str | float) or (isinstance(value, int) and abs(value) < 2**63)
