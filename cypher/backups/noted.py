"""Notes in the data folder which backups were made, so that somebody sees when the last one is long ago."""

from __future__ import annotations

import contextlib
import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from cypher.engine.folder import write_record

_MOST = 20


@dataclass(frozen=True, slots=True)
class NotedBackup:
    """A backup that was written and verified: its file, its bytes, and when, in seconds since 1970."""

    file: str
    size: int
    made_at: float


def note_backup(home: Path, file: Path) -> None:
    """Note a backup that was just verified; a data folder that cannot be written to is ignored."""
    with contextlib.suppress(OSError):
        made = NotedBackup(str(file), file.stat().st_size, time.time())
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept = [made, *backups_noted(home)][:_MOST]
        write_record(_path(home), {"backups": [asdict(each) for each in kept]})


def backups_noted(home: Path) -> list[NotedBackup]:
    """Return the last backups, the latest first; empty if none was made with this data folder."""
    try:
        found = json.loads(_path(home).read_text(encoding="utf-8"))["backups"]
        return [NotedBackup(str(each["file"]), int(each["size"]), float(each["made_at"])) for each in found]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def _path(home: Path) -> Path:
    return home / "backups.json"
