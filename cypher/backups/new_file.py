"""Creates a file atomically: it appears complete or not at all, even if the process is killed."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cypher.errors import DatabaseError, UsageError

_UNSUPPORTED = {errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL}


@contextmanager
def new_file(target: Path) -> Iterator[BinaryIO]:
    """Open a file to write and read, private to its owner; it gets the name `target` after the block.

    On Linux it has no name before that, so the system removes it if the process is killed. Elsewhere a killed
    process leaves a hidden file ``.TARGET.….partial`` beside `target`. If the block raises, no file is left.
    Raises `FileExistsError` when `target` exists by then, and `OSError` when it cannot be written.
    """
    descriptor = _nameless(target.parent)
    if descriptor is None:
        yield from _hidden(target)
        return
    with os.fdopen(descriptor, "w+b") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
        _link(file.fileno(), target)


@contextmanager
def disk_errors(target: Path) -> Iterator[None]:
    """Within the block, turn errors of writing `target` into those that say what to do about it."""
    try:
        yield
    except FileExistsError as error:
        raise taken(target) from error
    except OSError as error:
        raise DatabaseError(
            f"{target} cannot be written ({error.strerror}), and no part of it was kept. Choose a folder "
            "that you own, on a disk with free space."
        ) from error


def taken(target: Path) -> UsageError:
    """Return the error for a file that exists."""
    return UsageError(f"{target} exists. Name a new file; a backup never replaces another.")


def _nameless(folder: Path) -> int | None:
    """Open a file without a name in `folder`; `None` if the system or the disk does not support that."""
    flag = getattr(os, "O_TMPFILE", None)
    if flag is None or not Path("/proc/self/fd").is_dir():
        return None
    try:
        return os.open(folder, flag | os.O_RDWR, 0o600)
    except OSError as error:
        if error.errno in _UNSUPPORTED:
            return None
        raise


def _link(descriptor: int, target: Path) -> None:
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.link(f"/proc/self/fd/{descriptor}", target.name, src_dir_fd=folder, dst_dir_fd=folder)
        os.fsync(folder)
    finally:
        os.close(folder)


def _hidden(target: Path) -> Iterator[BinaryIO]:
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".partial")
    partial = Path(name)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            raise FileExistsError(f"{target} exists")
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
