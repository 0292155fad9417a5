"""Turns the files of a graph into those that ``neo4j-admin database import full`` reads."""

from __future__ import annotations

import json
import shlex
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from cypher.bulk.files import ClosedFiles

_PIECE = 10_000
_BETWEEN = "\x1f"  # between the members of a list; it never occurs in accepted text
_TYPES: Mapping[type, str] = {bool: "boolean", int: "long", float: "double", str: "string"}
_FINISHING = "finish.cypher"


@dataclass(slots=True)
class _Columns:
    """The properties of a label or kind, with their types, and those that are sometimes an empty list."""

    types: dict[str, str] = field(default_factory=dict)
    emptied: set[str] = field(default_factory=set)
    told: Counter[str] = field(default_factory=Counter)
    rows: int = 0

    def learn(self, properties: Mapping[str, object]) -> None:
        self.rows += 1
        self.told.update(properties.keys())
        for name, value in properties.items():
            told = _type(value)
            if told is None:
                self.emptied.add(name)
                self.types.setdefault(name, "string[]")
            else:
                self.types[name] = _wider(self.types.get(name), told, emptied=name in self.emptied)


def write_neo4j_files(files: ClosedFiles, folder: Path) -> str:
    """Write CSV files and ``finish.cypher`` to `folder`, and return the command line that imports them.

    The names of the files in it are those in `folder`: run it there. ``finish.cypher`` gives nodes their
    empty lists, which the CSV cannot say, once the database has been started.
    """
    folder.mkdir(parents=True, exist_ok=True)
    words, finishing = ["neo4j-admin", "database", "import", "full", "neo4j"], []
    for label in files.nodes:
        columns = _written(files, label, folder, f":ID({label})", _ids)
        words.append(f"--nodes={label}={label}.csv")
        if missing := sorted(name for name in columns.emptied if columns.told[name] < columns.rows):
            raise ValueError(
                f"{label}.{missing[0]} is sometimes null and sometimes empty, which CSV cannot say."
            )
        finishing += [_emptying(label, name) for name in sorted(columns.emptied)]
    for kind in files.relationships:
        name = ".".join(kind)
        _written(files, name, folder, f":START_ID({kind.start}),:END_ID({kind.end})", _pairs)
        words.append(f"--relationships={kind.type}={name}.csv")
    words += ["--array-delimiter=U+001F", "--multiline-fields=true", "--id-type=string"]
    (folder / _FINISHING).write_text("".join(finishing), encoding="utf-8")
    return shlex.join(words)


def _written(
    files: ClosedFiles, name: str, folder: Path, ends: str, told: Callable[[Path], Iterator[str]]
) -> _Columns:
    """Write one CSV file; `told` gives the first columns of each row, from the file of its numbers."""
    columns = _Columns()
    for row in _rows(files, name):
        columns.learn(row)
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(",".join([ends, *(f"{each}:{kind}" for each, kind in columns.types.items())]) + "\n")
        for first, row in zip(told(files.numbers(name)), _rows(files, name), strict=True):
            file.write(",".join([first, *(_cell(row.get(each)) for each in columns.types)]) + "\n")
    return columns


def _rows(files: ClosedFiles, name: str) -> Iterator[Mapping[str, object]]:
    return (json.loads(line) for piece in files.lines(name, _PIECE) for line in piece)


def _ids(path: Path) -> Iterator[str]:
    return map(str, _numbers(path))


def _pairs(path: Path) -> Iterator[str]:
    numbers = _numbers(path)
    return (f"{start},{next(numbers)}" for start in numbers)


def _numbers(path: Path) -> Iterator[int]:
    stored = np.memmap(path, dtype=np.uint64, mode="r")
    return (number for at in range(0, len(stored), _PIECE) for number in stored[at : at + _PIECE].tolist())


def _type(value: object) -> str | None:
    """The type of a column that can hold `value`; None for an empty list, which any list can hold."""
    if isinstance(value, list):
        kinds = {_TYPES[type(each)] for each in value}
        return f"{_widest(kinds)}[]" if kinds else None
    return _TYPES[type(value)]


def _wider(known: str | None, told: str, *, emptied: bool) -> str:
    if known is None or known == told or (emptied and known == "string[]"):
        return told
    if {known, told} in ({"long", "double"}, {"long[]", "double[]"}):
        return known if known.startswith("double") else told
    raise ValueError(f"One property has values of the types {known} and {told}.")


def _widest(kinds: Iterable[str]) -> str:
    found = set(kinds)
    return "double" if found == {"long", "double"} else found.pop() if len(found) == 1 else "string"


def _cell(value: object) -> str:
    """A value as a field: null is an empty field, an empty text a quoted one."""
    if value is None or value == []:
        return ""
    if isinstance(value, list):
        return _quoted(_BETWEEN.join(map(_plain, value)))
    return _quoted(value) if isinstance(value, str) else _plain(value)


def _plain(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _quoted(text: str) -> str:
    escaped = text.replace('"', '""')
    return f'"{escaped}"'


def _emptying(label: str, name: str) -> str:
    return (
        f"MATCH (node:{label}) WHERE node.{name} IS NULL\n"
        f"CALL (node) {{ SET node.{name} = [] }} IN TRANSACTIONS OF 10000 ROWS;\n"
    )
