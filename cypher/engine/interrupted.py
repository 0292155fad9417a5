"""Replaces one graph by another, of a backup or an import, and recovers when that was interrupted.

Two folders are renamed, one after the other. A note in ``run/`` is written before the first and deleted
after the second. Whatever starts, copies or replaces the database next finds the note and cleans up.
"""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from cypher.engine.folder import DATABASE, EngineFolder, read_record, write_record
from cypher.engine.processes import Identity, Server, stop_process
from cypher.errors import DatabaseError

_FORMER = "replaced-"
_ARRIVING = "restoring-"
_IMPORTED = "importing-"
_OWNER = "owner.json"

_log = logging.getLogger(__name__)


def arriving(folder: EngineFolder) -> EngineFolder:
    """Create a data folder inside `folder`, in which a backup is unpacked and tried out."""
    trial = EngineFolder(folder.root / f"{_ARRIVING}{_now()}")
    trial.prepare()
    trial.databases.mkdir(mode=0o700)
    return trial


@contextmanager
def importing(folder: EngineFolder) -> Iterator[EngineFolder]:
    """Create a data folder inside `folder`, in which a graph is made beside the present one.

    It is removed after the block, or by the next program that starts the engine if this process is killed.
    """
    beside = EngineFolder(folder.root / f"{_IMPORTED}{_now()}")
    beside.prepare()
    write_record(beside.run / _OWNER, asdict(Identity.of()))
    beside.databases.mkdir(mode=0o700)
    try:
        yield beside
    finally:
        _remove(beside.root)


def swap(folder: EngineFolder, data: Path) -> Path | None:
    """Make the folder `data` the database of the locked `folder`; return where the former one is now.

    On failure the former database is put back and `OSError` raised; `DatabaseError`, which says where it is,
    if putting it back fails as well.
    """
    present = folder.databases / DATABASE
    former = folder.root / f"{_FORMER}{_now()}" if present.exists() else None
    folder.databases.mkdir(mode=0o700, exist_ok=True)
    write_record(_note(folder), {"former": former and former.name})
    try:
        if former is not None:
            present.replace(former)
        data.replace(present)
    finally:
        settle(folder)
    return former


def settle(folder: EngineFolder) -> None:
    """Put back the database that an interrupted restore had moved aside.

    The caller holds the lock of `folder`, so no restore is running. Raises `DatabaseError`, which says where
    the former database is, when it was moved aside and cannot be put back.
    """
    present, note = folder.databases / DATABASE, _note(folder)
    if note.exists() and not present.exists():
        _put_back(folder, read_record(note).get("former"))
    elif not present.exists() and (aside := sorted(folder.root.glob(f"{_FORMER}*"))):
        raise _lost(folder, aside[-1])
    note.unlink(missing_ok=True)


def clear(folder: EngineFolder) -> None:
    """Remove what restores and imports that were killed left beside the database of the locked `folder`."""
    for root in folder.root.glob(f"{_ARRIVING}*"):
        _remove(root)
    for root in folder.root.glob(f"{_IMPORTED}*"):
        owner = Identity.read(read_record(EngineFolder(root).run / _OWNER))
        if owner is None or not owner.alive():
            _remove(root)


def _remove(root: Path) -> None:
    """Remove a data folder with all that is in it, and stop its engine."""
    if server := Server.read(EngineFolder(root)):
        stop_process(server.supervisor)
        stop_process(server.java)
    shutil.rmtree(root, ignore_errors=True)


def _put_back(folder: EngineFolder, name: object) -> None:
    present = folder.databases / DATABASE
    if name is None:
        return  # there was no database before
    former = folder.root / str(name)
    try:
        former.replace(present)
    except OSError as error:
        raise _lost(folder, former, error.strerror) from error
    _log.warning("A restore was interrupted; %s holds the former database again.", folder.root)


def _lost(folder: EngineFolder, former: Path, reason: str | None = None) -> DatabaseError:
    problem = f"and the former one could not be put back ({reason})" if reason else "but one was moved aside"
    return DatabaseError(
        f"There is no database in {folder.root}, {problem}: it is in {former}. Rename that folder to "
        f"{folder.databases / DATABASE}, or move it elsewhere to begin with an empty graph."
    )


def _note(folder: EngineFolder) -> Path:
    return folder.run / "restore.json"


def _now() -> str:
    return f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
