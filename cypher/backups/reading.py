"""Opens a file that a command wrote before, and says what is wrong with one that cannot be read."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cypher.errors import UsageError


@contextmanager
def opened_file(path: Path, command: str) -> Iterator[BinaryIO]:
    """Open a file that `command` wrote; raises `UsageError` if there is none, or it is none that can be read.

    A pipe is refused before it is opened: that would wait for somebody to write.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UsageError(f"{path} is not a file. Name a file that '{command}' wrote.")
        file = path.open("rb")
    except FileNotFoundError:
        raise UsageError(f"There is no file {path}.") from None
    except OSError as error:
        raise UsageError(f"{path} cannot be read ({error.strerror}).") from error
    with file:
        yield file
