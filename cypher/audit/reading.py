"""Reads the entries of the audit record, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from cypher.audit.chain import files_of
from cypher.audit.entry import Entry, read_entry


@dataclass(frozen=True, slots=True)
class Only:
    """Which entries are wanted: days in UTC, both included; a person; an act, or the id of its object."""

    since: date | None = None
    until: date | None = None
    who: str | None = None
    what: str | None = None

    def has(self, entry: Entry) -> bool:
        """Whether an entry is wanted."""
        day = entry.time.date()
        return (
            (self.since is None or day >= self.since)
            and (self.until is None or day <= self.until)
            and self.who in (None, entry.who)
            and self.what in (None, entry.act, entry.object_id)
        )


EVERYTHING = Only()


def entries(home: Path, only: Only = EVERYTHING) -> Iterator[Entry]:
    """Yield the entries in the order in which they were written; lines that were cut off are left out."""
    return (entry for _, entry in lines(home, only))


def lines(home: Path, only: Only = EVERYTHING) -> Iterator[tuple[bytes, Entry]]:
    """Yield the lines as they stand in the files, each with its entry. Raises `OSError`."""
    for file in files_of(home):
        if only.since is not None and file.stem < f"{only.since:%Y-%m}":
            continue
        with file.open("rb") as content:
            for line in content:
                found = read_entry(line)
                if found is not None and only.has(found[0]):
                    yield line.rstrip(b"\n"), found[0]


def latest(home: Path, most: int = 2**20) -> list[Entry]:
    """Return the entries in the last `most` bytes of the newest file and the one before, the oldest first."""
    found: list[Entry] = []
    for file in files_of(home)[-2:]:
        with file.open("rb") as content:
            content.seek(max(0, content.seek(0, 2) - most))
            read = (read_entry(line) for line in content.read().split(b"\n"))
            found += [each[0] for each in read if each]
    return found


def size(home: Path) -> int:
    """Return the bytes of all files of the record."""
    return sum(file.stat().st_size for file in files_of(home))
