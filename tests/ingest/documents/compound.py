"""Writes OLE files, which mails of Outlook are: folders and streams in chains of sectors."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

_SECTOR, _MINI, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_ROOT, _FOLDER, _STREAM = 5, 1, 2

Tree = Mapping[str, "bytes | Tree"]


@dataclass
class _Writer:
    entries: list[list[object]] = field(default_factory=list)
    sectors: list[bytes] = field(default_factory=list)
    fat: list[int] = field(default_factory=list)
    small: bytearray = field(default_factory=bytearray)
    small_fat: list[int] = field(default_factory=list)

    def add(self, tree: Tree) -> int:
        """Add the entries of a folder; return the number of the first, each of which names the next."""
        first = _FREE
        for name, content in reversed(list(tree.items())):
            number = len(self.entries)
            self.entries.append([])
            if isinstance(content, bytes):
                start = self.chain(content)
                self.entries[number] = [name, _STREAM, first, _FREE, start, len(content)]
            else:
                self.entries[number] = [name, _FOLDER, first, self.add(content), 0, 0]
            first = number
        return first

    def chain(self, data: bytes) -> int:
        """Write a stream in sectors, or in the small ones; return the first."""
        if len(data) < _CUTOFF:
            start = len(self.small_fat)
            count = max(1, -(-len(data) // _MINI))
            self.small += data.ljust(count * _MINI, b"\0")
            self.small_fat += [*range(start + 1, start + count), _END]
            return start
        return self.large(data)

    def large(self, data: bytes) -> int:
        start = len(self.sectors)
        count = max(1, -(-len(data) // _SECTOR))
        self.sectors += [data[at * _SECTOR : (at + 1) * _SECTOR].ljust(_SECTOR, b"\0") for at in range(count)]
        self.fat += [*range(start + 1, start + count), _END]
        return start


def ole(tree: Tree) -> bytes:
    """Return an OLE file with folders and streams."""
    writer = _Writer()
    writer.entries.append([])
    child = writer.add(tree)
    small = writer.large(bytes(writer.small))
    writer.entries[0] = ["Root Entry", _ROOT, _FREE, child, small, len(writer.small)]
    small_fat = writer.large(
        b"".join(struct.pack("<I", each) for each in writer.small_fat).ljust(_SECTOR, b"\xff")
    )
    small_count = len(writer.sectors) - small_fat
    directory = writer.large(b"".join(map(_entry, writer.entries)))
    fat_start = len(writer.sectors)
    count = -(-(len(writer.fat) + 20) // 128)
    fat = [*writer.fat, *[_FAT] * count]
    table = b"".join(struct.pack("<I", each) for each in fat).ljust(count * _SECTOR, b"\xff")
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, count, directory, 0, _CUTOFF, small_fat, small_count, _END, 0,
    )  # fmt: skip
    places = [fat_start + at for at in range(count)]
    difat = b"".join(struct.pack("<I", each) for each in places).ljust(109 * 4, b"\xff")
    return head + difat + b"".join(writer.sectors) + table


def _entry(values: list[object]) -> bytes:
    name, kind, following, child, start, size = values
    text = f"{name}\0".encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16xI16xIQ", text, len(text), kind, 1, _FREE, following, child, 0, start, size
    )


def msg(texts: Mapping[str, str], sent: datetime | None, files: Mapping[str, bytes]) -> bytes:
    """Return a mail of Outlook with texts by the tags of MAPI, such as ``1000`` for the body, and files."""
    ticks = int((sent - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10_000_000 if sent else 0
    properties = b"\0" * 32 + (struct.pack("<HHIQ", 0x40, 0x39, 6, ticks) if sent else b"")
    tree: dict[str, bytes | Tree] = {"__properties_version1.0": properties}
    tree |= {f"__substg1.0_{tag}001F": text.encode("utf-16-le") for tag, text in texts.items()}
    for number, (name, content) in enumerate(files.items()):
        tree[f"__attach_version1.0_#{number:08X}"] = {
            "__properties_version1.0": b"\0" * 8,
            "__substg1.0_3707001F": name.encode("utf-16-le"),
            "__substg1.0_37010102": content,
        }
    return ole(tree)
