"""Backs up the embedded database to one zip file, while the engine is stopped.

A backup contains the database's files and ``backup.json``, which lists them with their sizes and hashes. It
contains no passwords: these belong to the data folder.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from cypher.backups.archive import ABOUT, CHUNK, DATA, reopened
from cypher.backups.manifest import FORMAT, About, Packed, engine_version
from cypher.backups.new_file import disk_errors, new_file, taken
from cypher.engine.client import stop_locked
from cypher.engine.folder import DATABASE, EngineFolder
from cypher.engine.interrupted import settle
from cypher.errors import UsageError

Progress = Callable[[int, int], None]
"""A callback that gets the bytes done and the bytes in total."""

_LOCK = "database.lck"  # names the process that has the database open


def back_up(home: Path, target: Path, progress: Progress = lambda _done, _total: None) -> About:
    """Write the database of `home` to `target`, completely or not at all.

    A running engine is stopped for the copy; programs that use it wait, and start it again with their next
    statement. The copy is read and verified before it gets the name `target`. Raises `UsageError` when there
    is nothing to copy or `target` exists, `DatabaseError` when the copy cannot be written.
    """
    folder = EngineFolder(home)
    if target.exists():
        raise taken(target)
    if not folder.run.is_dir():
        raise _nothing(home)
    folder.prepare()
    with disk_errors(target), new_file(target) as file:
        with folder.locked(last=True):
            about = _copy(folder, file, progress)
        _verify(target, file)
        return about


def _copy(folder: EngineFolder, file: BinaryIO, progress: Progress) -> About:
    """Stop the engine of the locked `folder` and pack its database into `file`."""
    settle(folder)
    data = folder.databases / DATABASE
    if not data.is_dir():
        raise _nothing(folder.root)
    stop_locked(folder)
    paths = sorted(path for path in data.iterdir() if path.is_file() and path.name != _LOCK)
    total, done = sum(path.stat().st_size for path in paths), 0
    files = {}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as zipped:
        for path in paths:
            files[DATA + path.name] = packed = _pack(path, zipped)
            done += packed.size
            progress(done, total)
        created_at = datetime.now(UTC).isoformat(timespec="seconds")
        size = sum(packed.size for packed in files.values())
        about = About(FORMAT, engine_version(), created_at, size, files)
        zipped.writestr(ABOUT, about.text())
    return about


def _pack(path: Path, zipped: zipfile.ZipFile) -> Packed:
    digest, size = hashlib.sha256(), 0
    entry = zipfile.ZipInfo.from_file(path, DATA + path.name, strict_timestamps=False)
    entry.compress_type = zipfile.ZIP_DEFLATED
    with path.open("rb") as unpacked, zipped.open(entry, "w", force_zip64=True) as packed:
        while chunk := unpacked.read(CHUNK):
            digest.update(chunk)
            size += packed.write(chunk)
    return Packed(size, digest.hexdigest())


def _verify(target: Path, file: BinaryIO) -> None:
    """Read and verify the whole backup in `file`, as a restore would."""
    file.seek(0)
    with reopened(target, file) as archive:
        for name in archive.entries:
            for _ in archive.chunks(name):
                pass


def _nothing(home: Path) -> UsageError:
    return UsageError(f"There is no database in {home} yet, so there is nothing to back up.")
