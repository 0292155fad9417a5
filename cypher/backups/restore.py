"""Restores a backup: unpacks it, tries it out in a separate engine, then puts it in the database's place."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from cypher.backups.archive import DATA, Archive, opened
from cypher.backups.manifest import About
from cypher.backups.trial import Found, TrialError, declared, tried
from cypher.engine.folder import DATABASE, EngineFolder
from cypher.engine.interrupted import arriving, clear, settle, swap
from cypher.engine.java import runtime
from cypher.engine.processes import Server
from cypher.errors import DatabaseError, UsageError

_ROOM = 128 * 2**20
"""Bytes that must stay free on the disk, because the engine that tries out the backup writes, too."""


@dataclass(frozen=True, slots=True)
class Restored:
    """The backup that was restored, what an engine counted in it, and where the former database is now."""

    about: About
    found: Found
    former: Path | None


def restore(home: Path, source: Path) -> Restored:
    """Replace the database of `home` by the backup `source`; the former one is moved aside.

    The backup is verified and opened in a separate engine before the present database is touched. Raises
    `UsageError` when the file cannot be restored or the engine on `home` is running, `DatabaseError` when
    the disk is full or no engine is installed. After an error, or if the process is killed, the former
    database is kept.
    """
    folder = EngineFolder(home)
    runtime()  # a missing engine must not be reported as a damaged backup
    with opened(source) as archive:
        folder.prepare()
        with folder.locked():
            _refuse_a_running_engine(folder)
            settle(folder)
            clear(folder)
            _refuse_a_full_disk(folder, archive)
            try:
                return _restored(folder, archive)
            finally:
                clear(folder)


def _restored(folder: EngineFolder, archive: Archive) -> Restored:
    with folder.disk_errors("database"):
        trial = arriving(folder)
        data = trial.databases / DATABASE
        _unpack(archive, data)
    try:
        found = tried(trial, declared(data))
    except TrialError as error:
        raise UsageError(
            f"{archive.source} cannot be restored: {error}. Nothing was changed; use another backup."
        ) from error
    with folder.disk_errors("database"):
        return Restored(archive.about, found, swap(folder, data))


def _refuse_a_running_engine(folder: EngineFolder) -> None:
    server = Server.read(folder)
    if server is not None and (server.java.alive() or server.supervisor.alive()):
        raise UsageError(f"The engine on {folder.root} is running. Stop it first: 'konstelasi db stop'.")


def _refuse_a_full_disk(folder: EngineFolder, archive: Archive) -> None:
    free, wanted = shutil.disk_usage(folder.root).free, archive.size + _ROOM
    if wanted > free:
        raise DatabaseError(
            f"{archive.source} needs {wanted:,} bytes on the disk of {folder.root}, but {free:,} are free. "
            "Nothing was changed; free some space, or set KONSTELASI_HOME to a folder on another disk."
        )


def _unpack(archive: Archive, data: Path) -> None:
    data.mkdir(mode=0o700)
    for name in archive.entries:
        with (data / name.removeprefix(DATA)).open("xb") as file:
            for chunk in archive.chunks(name):
                file.write(chunk)
            file.flush()
            os.fsync(file.fileno())
