"""Checks that no line of the audit record was altered, removed, added or moved since it was written."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from cypher.audit.chain import ORIGIN, Piece, files_of, folder_of, hash_of, pieces, read_last
from cypher.audit.entry import read_entry


@dataclass(slots=True)
class Checked:
    """What a check found: the number of lines, what is wrong, what is worth knowing, and the last hash."""

    lines: int = 0
    faults: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    last: str = ORIGIN

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults


def check(home: Path, *, begins_at: int = 1, noted: str | None = None) -> Checked:
    """Check the record in the data folder `home`, whose first line should have the number `begins_at`.

    `noted` is a hash that an earlier check gave, which the record must still contain: whoever can write to
    the folder can write the whole chain anew, and only a hash that is kept elsewhere shows that. Raises
    `OSError` if a file cannot be read.
    """
    walk = _Walk(begins_at, noted)
    for file in files_of(home):
        for piece in pieces(file.read_bytes()):
            walk.take(file.name, piece)
    walk.end(folder_of(home))
    return walk.found


class _Walk:
    """Goes through the lines in order."""

    def __init__(self, begins_at: int, noted: str | None) -> None:
        self.found = Checked()
        self._place = ""
        self._number = begins_at - 1
        self._hash: str | None = ORIGIN if begins_at == 1 else None
        self._hashes = [ORIGIN]
        self._torn: tuple[str, str] | None = None  # where lines were cut off, and their hash
        self._noted = noted
        self._has_noted = noted is None

    def take(self, file: str, piece: Piece) -> None:
        """Look at the next piece of the record."""
        if piece.whole:
            self._take_line(f"{file}, line {piece.first}", piece.content)
            return
        many = piece.content.count(b"\n")
        lines = f"lines {piece.first} to {piece.first + many}" if many else f"line {piece.first}"
        self._torn = f"{file}, {lines}", hash_of(piece.content)

    def _take_line(self, place: str, line: bytes) -> None:
        entry = read_entry(line)
        assert entry is not None  # noqa: S101 - it is a whole one
        number, previous = entry[1]["number"], entry[1]["previous"]
        if self._torn is not None:
            self._judge_torn(previous)
        elif number != self._number + 1:
            self.found.faults.append(f"{place}: {self._what_is_wrong(number)}")
        elif self._hash not in (None, previous):
            self.found.faults.append(f"{self._place or place}: it was altered.")
        self.found.lines += 1
        self._place, self._number, self._hash, self._torn = place, number, hash_of(line), None
        self._hashes = [*self._hashes[-1:], self._hash]
        self._has_noted = self._has_noted or self._hash == self._noted

    def _judge_torn(self, previous: str) -> None:
        """Say that a line was cut off if the line after it names it, else that it was made unreadable."""
        assert self._torn is not None  # noqa: S101 - the caller looks
        place, its_hash = self._torn
        if previous == its_hash:
            self.found.remarks.append(f"{place}: cut off, because the program was ended while it wrote.")
        else:
            self.found.faults.append(f"{place}: it was altered, and cannot be read.")

    def _what_is_wrong(self, number: int) -> str:
        missing = number - self._number - 1
        if self.found.lines == 0 and missing > 0:
            return (
                f"the record begins here, and {_lines(missing)} before it are missing. If they are in an "
                f"archive, check this part with --begins-at {number}."
            )
        if missing > 0:
            return f"{_lines(missing)} are missing before it."
        return "it does not belong here: a line was copied, moved or added."

    def end(self, folder: Path) -> None:
        """Look whether the last line is the one that was written last."""
        last = read_last(folder)
        if last is None:
            if self.found.lines > 1:
                self.found.faults.append("The note of the last line is missing: lines may be missing, too.")
        elif last.hash not in self._hashes:
            missing = last.number - self._number
            what = f"{_lines(missing)} are missing at the end." if missing > 0 else "it was altered."
            self.found.faults.append(f"{self._place or 'The record'}: {what}")
        if self._torn is not None:
            self.found.remarks.append(
                f"{self._torn[0]}: cut off, because the program was ended while it wrote."
            )
        if not self._has_noted:
            self.found.faults.append(f"No line has the hash {self._noted}: the record was written anew.")
        self.found.last = self._hash or ORIGIN


def _lines(count: int) -> str:
    return f"{count:,} line" if count == 1 else f"{count:,} lines"
