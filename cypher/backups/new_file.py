"""Files that appear whole or not at all, also when the process is killed or the disk runs full."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_UNSUPPORTED = {errno.EOPNOTSUPP, errno.EISDIR, errno.EINVAL}


@contextmanager
def new_file(target: Path) -> Iterator[BinaryIO]:
    """A file to write and read, private to its owner, which is called `target` when the block ends well.

    On Linux it has no name before that, so that the system itself removes it when the process is killed.
    Elsewhere a killed process leaves a hidden file ``.TARGET.….partial`` beside `target`.
    Raises `FileExistsError` when there is a `target` by then, and `OSError` when it cannot be written.
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


def _nameless(folder: Path) -> int | None:
    """A file without a name in `folder`; `None` where system or disk have no such assertion."""
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
