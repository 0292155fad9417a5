"""Whether the sources of a data folder are followed: one process at a time does so."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from filelock import FileLock, Timeout

from cypher.engine.folder import read_record, write_record
from cypher.engine.processes import Identity
from cypher.errors import UsageError


@contextmanager
def only_follower(home: Path) -> Iterator[None]:
    """Be the process that follows the sources of a data folder, within the block.

    Raises `UsageError` if another process does.
    """
    folder = home / "run"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        with FileLock(folder / "follow.lock", timeout=0, mode=0o600):
            write_record(_record(home), asdict(Identity.of()))
            try:
                yield
            finally:
                _record(home).unlink(missing_ok=True)
    except Timeout as error:
        raise UsageError(
            f"Another process follows the sources of {home} already. "
            "Stop it on the page Sources, or wait for it."
        ) from error


def follower_of(home: Path) -> Identity | None:
    """Return the process that follows the sources of a data folder; None if none does."""
    identity = Identity.read(read_record(_record(home)))
    return identity if identity is not None and identity.alive() else None


def _record(home: Path) -> Path:
    return home / "run" / "follow.json"
