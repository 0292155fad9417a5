"""Opens the files of a data set: plain, packed by gzip, bzip2 or xz, or the members of ZIP archives."""

from __future__ import annotations

import bz2
import gzip
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import IO, Protocol, cast

from cypher.errors import InputError
from ingest.documents.characters import shown

READ_ERRORS = (OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile)
"""What reading a damaged file or archive raises."""


class Unpacking(Protocol):
    """A file that is unpacked while it is read."""

    def read1(self, size: int = -1, /) -> bytes:
        """Return the bytes of one step of unpacking, at most `size`."""


class _Steps(RawIOBase):
    """Gives unpacked bytes step by step, so that an archive that breaks off still gives all before."""

    def __init__(self, unpacking: Unpacking) -> None:
        self._unpacking = unpacking

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._unpacking.read1(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class _Beginning(RawIOBase):
    """Gives the first bytes of a file, and then says that it has ended."""

    def __init__(self, whole: BufferedReader, most: int) -> None:
        self._whole = whole
        self._left = most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._whole.read1(min(len(buffer), self._left))
        buffer[: len(data)] = data
        self._left -= len(data)
        return len(data)


_BUFFER = 1 << 18
_BEGINNING = 1 << 16
"""The bytes of a file's beginning: enough for its header and its first hundred rows."""

_only_beginnings: ContextVar[bool] = ContextVar("only the beginnings of files are read", default=False)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED = 0x1
_OFFICE = ("[Content_Types].xml", "mimetype")
"""Members of the archives in which office programs save."""

_ADDRESSES = ("http:/", "https:/")

_PACKED: Mapping[bytes, Callable[[IO[bytes]], Unpacking]] = {
    b"\x1f\x8b": lambda file: gzip.GzipFile(fileobj=file),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ": lzma.LZMAFile,
}


@dataclass(frozen=True, slots=True)
class Opened:
    """A file, or a member of an archive, at its beginning; `name` is for messages."""

    name: str
    stream: BufferedReader


@contextmanager
def only_beginnings() -> Iterator[None]:
    """Have all files that are opened in the block end after their first `_BEGINNING` bytes."""
    token = _only_beginnings.set(True)
    try:
        yield
    finally:
        _only_beginnings.reset(token)


def all_opened(paths: Sequence[Path]) -> Iterator[Opened]:
    """Yield what `opened` gives for each path, after a look whether all of them exist."""
    for path in paths:
        if str(path).startswith(_ADDRESSES):
            raise InputError(f"{shown(str(path), 300)} is an address. Download the file, and name that.")
        if not path.exists():
            raise InputError(f"{shown(str(path), 300)} does not exist. Check the path.")
    for path in paths:
        yield from opened(path)


def opened(path: Path) -> Iterator[Opened]:
    """Yield a file, unpacked, or each member of a ZIP archive; a stream is valid until the next one.

    The first bytes tell how the file is packed, not its ending. Hidden members and folders are left out.

    Raises:
        InputError: the file does not exist, cannot be opened, or is an archive that cannot be read.
    """
    name = shown(str(path), 300)
    if path.is_dir():
        raise InputError(f"{name} is a folder. Name the files in it.")
    try:
        with path.open("rb") as file:
            start = file.peek(8)[:8]
            if start.startswith(_ZIP):
                yield from _members(file, name)
            else:
                yield _given(name, _unpacked(file, start))
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{name} cannot be read ({said}). Check the path and its permissions.") from error


def _given(name: str, whole: BufferedReader) -> Opened:
    """Return a file as the readers get it."""
    return Opened(name, BufferedReader(_Beginning(whole, _BEGINNING)) if _only_beginnings.get() else whole)


def _unpacked(file: BufferedReader, start: bytes) -> BufferedReader:
    unpack = next((unpack for magic, unpack in _PACKED.items() if start.startswith(magic)), None)
    return BufferedReader(_Steps(unpack(file)), _BUFFER) if unpack else file


def _members(file: BufferedReader, name: str) -> Iterator[Opened]:
    with _archive(file, name) as archive:
        if any(member in archive.namelist() for member in _OFFICE):
            raise InputError(f"{name} is a file of an office program. Save its table as CSV first.")
        for member in archive.infolist():
            parts = Path(member.filename).parts
            if member.is_dir() or not parts or parts[0] == "__MACOSX" or parts[-1].startswith("."):
                continue
            inside = f"{name}, {shown(member.filename, 100)}"
            if member.flag_bits & _ENCRYPTED:
                raise InputError(f"{inside} is encrypted. Unpack the archive first.")
            try:
                stream = archive.open(member)
            except (NotImplementedError, zipfile.BadZipFile) as error:
                raise InputError(
                    f"{inside} cannot be unpacked ({error}). Unpack the archive first."
                ) from error
            with stream:
                yield _given(inside, BufferedReader(_Steps(cast(Unpacking, stream)), _BUFFER))


@contextmanager
def _archive(file: BufferedReader, name: str) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(file)
    except zipfile.BadZipFile as error:
        raise InputError(f"{name} is a damaged ZIP archive ({error}). Download it again.") from error
    with archive:
        yield archive
