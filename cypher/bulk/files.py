"""Files with the nodes and relationships of a new graph, written one after the other in bounded memory.

A node has a number of its own among those of its label (`number_of`), by which relationships name it. For
each label there is a file of JSON lines with the properties of its nodes, and a binary file with their
numbers; for each type of relationship between two labels, one with pairs of numbers, and one of JSON lines.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import IO, NamedTuple

_BUFFER = 2**18
_NOTHING = "{}\n"
_HELD = 2**13  # numbers that are held before they are written
_REMEMBERED = 2**16  # numbers of nodes: each is asked for several times, mostly at once

Properties = Mapping[str, object]
"""The properties of a node or a relationship: texts, numbers, booleans, lists of them; null is left out."""


class End(NamedTuple):
    """An end of a relationship: the label and the number of a node."""

    label: str
    number: int


class Kind(NamedTuple):
    """The relationships of a type from nodes of one label to nodes of another."""

    type: str
    start: str
    end: str


@lru_cache(_REMEMBERED)
def number_of(identity: str) -> int:
    """Return the number of a node by its id: a hash of 60 bits, which no two of a million nodes share."""
    return int.from_bytes(hashlib.blake2b(identity.encode(), digest_size=8).digest()) >> 4


@dataclass(slots=True)
class _Written:
    """The two files of a label or kind, and the numbers that are not written yet."""

    lines: IO[str]
    numbers: IO[bytes]
    held: array[int] = field(default_factory=lambda: array("Q"))
    count: int = 0

    def add(self, numbers: tuple[int, ...], line: str) -> None:
        self.lines.write(line)
        self.held.extend(numbers)
        self.count += 1
        if len(self.held) >= _HELD:
            self.flush()

    def flush(self) -> None:
        self.held.tofile(self.numbers)
        del self.held[:]

    def close(self) -> None:
        self.flush()
        self.lines.close()
        self.numbers.close()


class GraphFiles:
    """The files of a graph in `folder`, which is created. They are complete after a ``with`` block."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(mode=0o700, parents=True)
        self._nodes: dict[str, _Written] = {}
        self._relationships: dict[Kind, _Written] = {}

    def node(self, label: str, properties: Properties, key: str = "id") -> End:
        """Add a node and return it as an end; no other node of its label has the same property `key`."""
        number = number_of(str(properties[key]))
        written = self._nodes.get(label) or self._opened(self._nodes, label, label)
        written.add((number,), as_line(properties))
        return End(label, number)

    def relationship(self, kind: str, start: End, end: End, properties: Properties | None = None) -> None:
        """Add a relationship of the type `kind` between two nodes, which may be added later."""
        key = Kind(kind, start.label, end.label)
        written = self._relationships.get(key) or self._opened(self._relationships, key, ".".join(key))
        written.add((start.number, end.number), as_line(properties) if properties else _NOTHING)

    def amend(self, label: str, properties: Iterable[Properties]) -> None:
        """Give all nodes of a label more properties, in the order in which the nodes were added."""
        written = self._nodes.get(label)
        if written is None:
            return
        written.lines.close()
        path = self.folder / f"{label}.jsonl"
        before = path.replace(path.with_suffix(".before"))
        with before.open(encoding="utf-8") as lines, path.open("x", encoding="utf-8") as amended:
            for line, more in zip(lines, properties, strict=True):
                amended.write(f"{line[:-2]}{',' if len(line) > 3 else ''}{as_line(more)[1:]}")
        before.unlink()
        written.lines = path.open("a", encoding="utf-8", buffering=_BUFFER)

    def __enter__(self) -> GraphFiles:
        return self

    def __exit__(self, failed: object, *_: object) -> None:
        """Write what is held, and unless something failed, the list of the files."""
        for written in (*self._nodes.values(), *self._relationships.values()):
            written.close()
        if failed is None:
            self._list()

    def _list(self) -> None:
        listed = {
            "nodes": {label: written.count for label, written in self._nodes.items()},
            "relationships": [[*kind, written.count] for kind, written in self._relationships.items()],
        }
        (self.folder / "files.json").write_text(json.dumps(listed), encoding="utf-8")

    def _opened(self, files: dict, key: str | Kind, name: str) -> _Written:  # type: ignore[type-arg]
        lines = (self.folder / f"{name}.jsonl").open("x", encoding="utf-8", buffering=_BUFFER)
        files[key] = _Written(lines, (self.folder / f"{name}.numbers").open("xb"))
        return files[key]  # type: ignore[no-any-return]


def as_line(properties: Properties) -> str:
    """Return properties as a line of JSON, without those that are null; raises `ValueError` for NaN."""
    told = {name: value for name, value in properties.items() if value is not None}
    return _encoded(told) + "\n"


_encoded = json.JSONEncoder(ensure_ascii=True, allow_nan=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class ClosedFiles:
    """The files of a graph that are complete; numbers of nodes by label, and of relationships by kind."""

    folder: Path
    nodes: Mapping[str, int]
    relationships: Mapping[Kind, int]

    @classmethod
    def in_folder(cls, folder: Path) -> ClosedFiles:
        """Return the files that `GraphFiles` completed in `folder`."""
        listed = json.loads((folder / "files.json").read_text(encoding="utf-8"))
        kinds = {Kind(*names): count for *names, count in listed["relationships"]}
        return cls(folder, listed["nodes"], kinds)

    def lines(self, name: str, size: int) -> Iterator[list[str]]:
        """Yield the lines of a label or kind (its names with points between), at most `size` at once."""
        with (self.folder / f"{name}.jsonl").open(encoding="utf-8", buffering=_BUFFER) as file:
            while piece := list(islice(file, size)):
                yield piece

    def numbers(self, name: str) -> Path:
        """The file with the numbers of a label's nodes, or the pairs of numbers of a kind: 64 bits each."""
        return self.folder / f"{name}.numbers"
