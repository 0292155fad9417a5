"""Reads and verifies a backup file, which may be truncated, foreign or malicious.

The list of contents is checked before anything is unpacked, and each file's hash while it is unpacked.
"""

from __future__ import annotations

import hashlib
import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cypher.backups.manifest import About, NewerError, UnfitError
from cypher.backups.reading import opened_file
from cypher.errors import UsageError

ABOUT = "backup.json"
DATA = "data/"
CHUNK = 2**20
"""How many bytes are hashed, packed and unpacked at a time."""

_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error)
_LONGEST_ABOUT = 64 * 2**20  # bytes; some 400,000 files
_NAME = re.compile(r"[^/\\:\x00-\x1f]{1,255}")  # the engine keeps its files in one folder and escapes names


@dataclass(frozen=True, slots=True)
class Archive:
    """An open backup whose list of contents was checked."""

    source: Path
    about: About
    entries: dict[str, zipfile.ZipInfo]
    zipped: zipfile.ZipFile

    @property
    def size(self) -> int:
        """The bytes that it unpacks to, by its list of contents."""
        return sum(entry.file_size for entry in self.entries.values())

    def chunks(self, name: str) -> Iterator[bytes]:
        """Yield the content of an entry in pieces; raises `UsageError` if it is not what was backed up."""
        digest, size = hashlib.sha256(), 0
        with _damage(self.source, name), self.zipped.open(self.entries[name]) as packed:
            while chunk := packed.read(CHUNK):
                digest.update(chunk)
                size += len(chunk)
                yield chunk
        listed = self.about.files.get(name)
        if size != self.entries[name].file_size or (listed and digest.hexdigest() != listed.sha256):
            raise damaged(self.source, f"{name} is not what was backed up")


@contextmanager
def opened(source: Path) -> Iterator[Archive]:
    """Open the backup file `source`; raises `UsageError` if this version cannot restore it."""
    with opened_file(source, "konstelasi db backup") as file:
        yield from _archive(source, file)


@contextmanager
def reopened(source: Path, file: BinaryIO) -> Iterator[Archive]:
    """Open a backup as `opened` does, from the `file` that was just written and will be called `source`."""
    yield from _archive(source, file)


def damaged(source: Path, how: str) -> UsageError:
    """Return the error for a backup that was changed or truncated since it was written."""
    return UsageError(f"{source} is damaged: {how}. Nothing was changed; use another backup.")


def _archive(source: Path, file: BinaryIO) -> Iterator[Archive]:
    with _zip(source, file) as zipped:
        about = _about(source, zipped)
        entries = {entry.filename: entry for entry in zipped.infolist() if entry.filename != ABOUT}
        archive = Archive(source, about, entries, zipped)
        _check_list(archive)
        yield archive


def _zip(source: Path, file: BinaryIO) -> zipfile.ZipFile:
    begins_well = file.read(4) == b"PK\x03\x04"
    try:
        zipped = zipfile.ZipFile(file)
    except (*_BROKEN, NotImplementedError, OSError, ValueError) as error:
        if begins_well:
            raise damaged(source, "its list of contents is missing or broken") from error
        raise _foreign(source, "it is not a zip file") from error
    _check_entries(source, zipped.infolist())
    return zipped


def _check_entries(source: Path, entries: list[zipfile.ZipInfo]) -> None:
    """Refuse entries that no backup has: links, folders, paths outside it, a name twice."""
    for name, count in Counter(entry.filename for entry in entries).items():
        if count > 1:
            raise _foreign(source, f"it contains {name!r} {count} times")
    for entry in entries:
        name = entry.filename
        inside = name.removeprefix(DATA)
        ours = name == ABOUT or (name != inside and _NAME.fullmatch(inside) and inside not in {".", ".."})
        if not ours or stat.S_ISLNK(entry.external_attr >> 16):
            raise _foreign(source, f"it contains {name!r}")


def _about(source: Path, zipped: zipfile.ZipFile) -> About:
    try:
        entry = zipped.getinfo(ABOUT)
    except KeyError:
        raise _foreign(source, f"it contains no {ABOUT}") from None
    if entry.file_size > _LONGEST_ABOUT:
        raise _foreign(source, f"{ABOUT} is {entry.file_size:,} bytes long")
    with _damage(source, ABOUT):
        text = zipped.read(entry)
    try:
        return About.parse(text)
    except NewerError as error:
        raise UsageError(
            f"{source} was made by a newer version ({error}). Update Konstelasi, then restore it."
        ) from error
    except UnfitError as error:
        raise _foreign(source, str(error)) from error


def _check_list(archive: Archive) -> None:
    """Compare the archive's list of contents with its manifest."""
    about, entries = archive.about, archive.entries
    if not about.listed:
        if archive.size != about.size:
            raise damaged(
                archive.source, f"it contains {archive.size:,} bytes, but {about.size:,} were backed up"
            )
        return
    if missing := sorted(about.files.keys() - entries.keys()):
        raise damaged(archive.source, f"{len(missing)} of its files are missing, {missing[0]!r} among them")
    if surplus := sorted(entries.keys() - about.files.keys()):
        raise damaged(archive.source, f"it contains {surplus[0]!r}, which was not backed up")
    for name, packed in about.files.items():
        if entries[name].file_size != packed.size:
            raise damaged(archive.source, f"{name} has a different size")


def _foreign(source: Path, reason: str) -> UsageError:
    return UsageError(
        f"{source} is not a backup of Konstelasi: {reason}. Nothing was changed; "
        "name a file that 'konstelasi db backup' wrote."
    )


@contextmanager
def _damage(source: Path, name: str) -> Iterator[None]:
    """Within the block, turn all errors of unpacking into one that says that `name` is damaged."""
    try:
        yield
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        OSError,
        RuntimeError,
        ValueError,
    ) as error:
        raise damaged(source, f"{name} cannot be unpacked ({error})") from error
