"""Copies of the embedded engine's data: one zip file, taken while the engine stands still.

A backup holds the database's files and ``backup.json``, which says what made it. Passwords are not in it:
they belong to a data folder.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path, PurePosixPath

from cypher.engine.client import stop_locked
from cypher.engine.folder import DATABASE, EngineFolder
from cypher.engine.processes import Server
from cypher.errors import DatabaseError, UsageError

FORMAT = 1
"""The layout of a backup that this version writes; it reads this one and older ones."""

_ABOUT = "backup.json"
_DATA = "data/"


@dataclass(frozen=True, slots=True)
class About:
    """What a backup says of itself: the layout, the engine's version, when it was made (ISO, UTC), bytes."""

    format: int
    engine: str
    created_at: str
    size: int


def back_up(home: Path, target: Path) -> About:
    """Write the database of `home` to `target`, at once or not at all.

    A running engine is stopped for the copy; programs that use it wait, and start it again with their next
    statement. Raises `UsageError` when there is nothing to copy or `target` exists, `DatabaseError` when
    the copy cannot be written.
    """
    folder = EngineFolder(home)
    if not (folder.databases / DATABASE).is_dir():
        raise UsageError(f"There is no database in {home} yet, so there is nothing to back up.")
    if target.exists():
        raise UsageError(f"{target} exists. Name a new file; a backup never replaces another.")
    folder.prepare()
    with folder.locked():
        stop_locked(folder)
        with _disk_errors(target):
            return _write(folder.databases / DATABASE, target)


def restore(home: Path, source: Path) -> tuple[About, Path | None]:
    """Make the backup `source` the database of `home`; also gives where the former one was put.

    Raises `UsageError` when the file is not a backup of ours, was made by a newer version, or the engine
    on `home` is running; nothing is changed then.
    """
    about = read_about(source)
    folder = EngineFolder(home)
    folder.prepare()
    with folder.locked(), _disk_errors(home):
        server = Server.read(folder)
        if server is not None and server.java.alive():
            raise UsageError(f"The engine on {home} is running. Stop it first: 'konstelasi db stop'.")
        folder.databases.mkdir(mode=0o700, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.root, prefix="restoring-") as arriving:
            data = Path(arriving) / "data"
            _extract(source, data)
            former = _put_aside(folder)
            data.replace(folder.databases / DATABASE)
    return about, former


def read_about(source: Path) -> About:
    """What the backup `source` says of itself; raises `UsageError` when this version cannot restore it."""
    try:
        with zipfile.ZipFile(source) as archive:
            about = About(**json.loads(archive.read(_ABOUT)))
            damaged = archive.testzip()
    except FileNotFoundError:
        raise UsageError(f"There is no file {source}.") from None
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError) as error:
        raise UsageError(f"{source} is not a backup made by 'konstelasi db backup'.") from error
    if damaged is not None:
        raise UsageError(f"{source} is damaged ({damaged}). Take another backup.")
    if about.format > FORMAT or _numbers(about.engine) > _numbers(engine_version()):
        raise UsageError(
            f"{source} was made by a newer version (engine {about.engine}, here {engine_version()}). "
            "Update Konstelasi, then restore it."
        )
    return about


def engine_version() -> str:
    """The version of the installed engine."""
    return version("arcadedb-embedded")


def _write(data: Path, target: Path) -> About:
    files = sorted(path for path in data.rglob("*") if path.is_file() and path.name != "database.lck")
    created_at = datetime.now(UTC).isoformat(timespec="seconds")
    about = About(FORMAT, engine_version(), created_at, sum(path.stat().st_size for path in files))
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    temporary = Path(name)
    try:
        with (
            os.fdopen(descriptor, "wb") as file,
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        ):
            archive.writestr(_ABOUT, json.dumps(asdict(about), indent=1))
            for path in files:
                archive.write(path, _DATA + path.relative_to(data).as_posix())
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)
    return about


def _extract(source: Path, target: Path) -> None:
    with zipfile.ZipFile(source) as archive:
        for entry in archive.infolist():
            inside = PurePosixPath(entry.filename.removeprefix(_DATA))
            if entry.is_dir() or not entry.filename.startswith(_DATA):
                continue
            if inside.is_absolute() or ".." in inside.parts:
                raise UsageError(f"{source} is not a backup of ours: it holds {entry.filename!r}.")
            path = target / inside
            path.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(entry) as packed, path.open("wb") as unpacked:
                shutil.copyfileobj(packed, unpacked)


def _put_aside(folder: EngineFolder) -> Path | None:
    present = folder.databases / DATABASE
    if not present.exists():
        return None
    former = folder.root / f"replaced-{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
    present.replace(former)
    return former


@contextmanager
def _disk_errors(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise DatabaseError(
            f"{place} cannot be written ({error.strerror}). Choose a folder of yours on a disk with space."
        ) from error


def _numbers(text: str) -> tuple[int, ...]:
    """The leading numbers of a version, e.g. (26, 10, 2) of ``26.10.2.post1``."""
    parts = []
    for part in text.split("."):
        if not part.isdigit():
            break
        parts.append(int(part))
    return tuple(parts)
