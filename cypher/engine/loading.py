"""Tells whether a process of this machine is loading articles, so that the app can say so.

Each load keeps a note in the data folder while it runs. Loads by other machines are not detected.
"""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from cypher.engine.folder import read_record, write_record
from cypher.engine.processes import Identity


@contextlib.contextmanager
def announced(home: Path) -> Iterator[None]:
    """Note in the data folder `home`, within the block, that this process is loading articles.

    A folder that cannot be written to is ignored: the database may be elsewhere.
    """
    note = _notes(home) / f"{uuid.uuid4().hex}.json"
    with contextlib.suppress(OSError):
        note.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_record(note, asdict(Identity.of()))
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            note.unlink(missing_ok=True)


def under_way(home: Path) -> bool:
    """Whether a process of this machine is loading articles; killed processes do not count."""
    return any(map(_is_alive, _notes(home).glob("*.json")))


def _notes(home: Path) -> Path:
    return home / "run" / "loads"


def _is_alive(note: Path) -> bool:
    process = Identity.read(read_record(note))
    return process is not None and process.alive()
