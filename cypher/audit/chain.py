"""What holds the lines of the audit record together: each names the hash of what stands before it.

The file ``last`` beside the lines notes the last one, so that the next writer need not read them all, and so
that a removed end is found.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from cypher.audit.entry import read_entry

ORIGIN = "0" * 64
"""What the first line of all names as the hash before it."""

_ROOM = 256  # bytes of the note, which is written over in place


@dataclass(frozen=True, slots=True)
class Last:
    """The last line of a record: its file, the size of that file after it, its number and its hash."""

    file: str = ""
    size: int = 0
    number: int = 0
    hash: str = ORIGIN

    def then(self, file: str, size: int, line: bytes) -> Last:
        """Return the note after one more whole line, with which `file` has `size` bytes."""
        found = read_entry(line)
        return Last(file, size, found[1]["number"] if found else self.number + 1, hash_of(line))


def folder_of(home: Path) -> Path:
    """Return the folder of the record below a data folder."""
    return home / "audit"


def files_of(home: Path) -> list[Path]:
    """Return the files of the record, the oldest first; empty if there are none."""
    return sorted(folder_of(home).glob("[0-9][0-9][0-9][0-9]-[0-9][0-9].jsonl"))


def hash_of(line: bytes) -> str:
    """Return the hash by which the next line names this one, which has no line break at its end."""
    return hashlib.sha256(line).hexdigest()


def read_last(folder: Path) -> Last | None:
    """Return the note of the last line; None if there is none that can be read."""
    try:
        return Last(**json.loads((folder / "last").read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def write_last(folder: Path, last: Last) -> None:
    """Write the note over the one before, in one call."""
    descriptor = os.open(folder / "last", os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, json.dumps(asdict(last)).encode().ljust(_ROOM - 1) + b"\n")
    finally:
        os.close(descriptor)


@dataclass(frozen=True, slots=True)
class Piece:
    """A whole line, or what lies between two whole lines because its writer was cut off.

    `first` is the number of its first line in the file, `ends` where it ends in the file, in bytes.
    """

    content: bytes
    first: int
    ends: int
    whole: bool


def pieces(content: bytes) -> Iterator[Piece]:
    """Return what a file, or the end of one, consists of; lines that follow a cut one belong to it."""
    torn: list[bytes] = []
    at = 0
    lines = content.split(b"\n")
    if not lines[-1]:
        lines.pop()
    for number, line in enumerate(lines, start=1):
        end = min(at + len(line) + 1, len(content))
        if read_entry(line) is None:
            torn.append(line)
        else:
            if torn:
                yield Piece(b"\n".join(torn), number - len(torn), at, whole=False)
                torn = []
            yield Piece(line, number, end, whole=True)
        at = end
    if torn:
        yield Piece(b"\n".join(torn), len(lines) - len(torn) + 1, at, whole=False)
