"""Files with event data: what they become, and their import, by ``konstelasi mapping`` and ``import``."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from cypher.bolt.cancelling import go_on, when_cancelled
from cypher.errors import InputError
from explorer.work.command_runs import AGAIN, begin_process, error_in

KIND = "event data"
"""The kind of these runs."""

OWN_TABLE = "csv"
"""The name of tables of one's own among the data sets, as the command line has it."""

ENDINGS = ("csv", "tsv", "tab", "txt", "gz", "bz2", "xz", "zip")
"""How the names of files end that can be imported."""

MOST_MEGABYTES = 50
"""The maximum size of an uploaded file; larger ones are imported on the command line."""

LONGEST = 3600.0
"""Seconds after which an import is ended."""

MOST_REJECTS = 2_000_000
"""The bytes of the list of rejected rows that are kept for the reader."""

_AT_ONCE = "A graph that is made at once is there whole or not at all: if it is still empty, import again."

_REJECTS = ".rejected.csv"
"""The name of the list of rejected rows. The names of uploaded files are kept without dots before them."""

_UNSAFE = re.compile(r"[^\w.,()+ -]+")
_ENDING = re.compile(rf"(\.({'|'.join(ENDINGS)}))+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DataSet:
    """A data set that can be imported; `home` is an address, and `grade` an Admiralty grade.

    `withdraws` tells whether it lists events that it has deleted.
    """

    name: str
    title: str
    grade: str
    licence: str
    home: str
    withdraws: bool


@dataclass(frozen=True, slots=True)
class DataFile:
    """An uploaded file: the reader's name for it, and its content."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Table:
    """What is known of a table of one's own.

    `draft` is its mapping as JSON, with a meaning for each of the table's `words` for events if it needs
    them; `mapping` is its text. `missing` are needed fields without a column, `preview` is as `previewed`.
    `data_set` is the name of the data set that the table seems to be of, empty if it is of none.
    """

    columns: Sequence[str]
    rows: Sequence[Sequence[str]]
    draft: Mapping[str, Any]
    mapping: str
    missing: Sequence[str]
    words: Mapping[str, int]
    preview: Sequence[Mapping[str, Any]]
    data_set: str


@dataclass(frozen=True, slots=True)
class Imported:
    """The result of an import: numbers of events, and the list of rejected rows as CSV, which may be cut.

    `first_rejected` says of some of them where they stand and why they are rejected. `withdrawn` are claims
    of events that the data set has deleted, None if no such events were named.
    """

    read: int
    new: int
    known: int
    changed: int
    rejected: int
    rejects: bytes
    is_cut: bool
    first_rejected: Sequence[str] = ()
    withdrawn: int | None = None


@dataclass(frozen=True, slots=True)
class Importing:
    """Imports files of a data set, or a table of one's own by the text of its mapping, under its title.

    `withdrawn` are lists of events that the data set has deleted. `at_once` makes the graph, which is empty.
    """

    dataset: str
    files: Sequence[DataFile]
    title: str = ""
    mapping: str = ""
    withdrawn: Sequence[DataFile] = ()
    at_once: bool = False
    kind = KIND
    time_out = LONGEST

    @property
    def advice(self) -> str:
        """What to do if the import was stopped or has failed."""
        return _AT_ONCE if self.at_once else AGAIN

    def arguments(self, folder: Path) -> Sequence[str]:
        """Write the files into a folder; return the command with its arguments."""
        stated = ["--json", "--progress", "--uploaded", f"--rejects={folder / _REJECTS}"]
        if self.dataset == OWN_TABLE:
            path = folder / f"{title_of(self.title)}.toml"
            path.write_text(self.mapping, encoding="utf-8")
            stated.append(f"--mapping={path}")
        if self.at_once:
            stated.append("--offline")
        (lists := folder / "lists").mkdir()
        stated += [f"--withdrawn={path}" for path in _written(self.withdrawn, lists)]
        return ["import", self.dataset, *stated, *_written(self.files, folder)]

    def result(self, summary: str, folder: Path) -> Imported:
        """Return the result in the command's summary, with the list of rejected rows."""
        told = json.loads(summary.replace(f"{folder}/", ""))
        path = folder / _REJECTS
        rejects = path.read_bytes().replace(f"{folder}/".encode(), b"") if path.exists() else b""
        kept = rejects[:MOST_REJECTS]
        is_cut = len(kept) < len(rejects)
        return Imported(
            told["read"],
            told["new"],
            told["known"],
            told["changed"],
            told["rejected"],
            rejects=kept[: kept.rfind(b"\n") + 1] if is_cut else kept,
            is_cut=is_cut,
            first_rejected=told["first_rejected"],
            withdrawn=told["withdrawn"] if self.withdrawn else None,
        )


@cache
def data_sets() -> tuple[DataSet, ...]:
    """Return the data sets that the command line can import, without tables of one's own."""
    fields = ("name", "title", "grade", "licence", "home", "withdraws")
    return tuple(
        DataSet(*(each[name] for name in fields)) for each in json.loads(_told(["datasets", "--json"]))
    )


def table(file: DataFile, title: str, draft: Mapping[str, Any] | str | None = None) -> Table:
    """Return what a table becomes by a mapping, as JSON or as the text of a file, or by a proposed one.

    Raises `InputError` if the file is no table, or the mapping cannot be used.
    """
    with tempfile.TemporaryDirectory(prefix="konstelasi-") as folder:
        arguments = ["mapping", "--json", *_written([file], Path(folder))]
        if draft is not None:
            path = Path(folder) / f"{title_of(title)}.toml"
            path.write_text(draft if isinstance(draft, str) else json.dumps(draft), encoding="utf-8")
            arguments.append(f"--mapping={path}")
        found = json.loads(_told(arguments, folder))
    names = ("columns", "rows", "draft", "mapping", "missing", "words", "preview", "data_set")
    return Table(*(found[name] for name in names))


def previewed(dataset: str, files: Sequence[DataFile]) -> Sequence[Mapping[str, Any]]:
    """Return what the first rows of the files of a data set become, as ``import --dry-run`` prints it.

    Raises `InputError` if a file is not of this data set.
    """
    with tempfile.TemporaryDirectory(prefix="konstelasi-") as folder:
        arguments = ["import", dataset, "--dry-run", "--json", *_written(files, Path(folder))]
        found: Sequence[Mapping[str, Any]] = json.loads(_told(arguments, folder))
    return found


def fitting_data_set(files: Sequence[DataFile]) -> str:
    """Return the name of the data set that all files are of by their columns, empty if there is none."""
    with tempfile.TemporaryDirectory(prefix="konstelasi-") as folder:
        found = json.loads(_told(["datasets", "--json", *_written(files, Path(folder))], folder))
    names = {each["name"] for each in found if not each["problem"]}
    return names.pop() or "" if len(names) == 1 else ""


def title_of(name: str) -> str:
    """Return a title that can be the name of a mapping file, without an ending that a table may have."""
    plain = _ENDING.sub("", _UNSAFE.sub(" ", name).strip(" ."))
    return plain[:60].strip() or "table"


def _written(files: Sequence[DataFile], folder: Path) -> Sequence[str]:
    """Write files under safe names, a second of one name into a folder of its own; return their paths."""
    paths: list[str] = []
    for number, file in enumerate(files):
        name = _UNSAFE.sub("_", Path(file.name).name)[-80:].lstrip(".-") or "table"
        path = folder / name
        if path.exists():
            path = folder / str(number) / name
            path.parent.mkdir(exist_ok=True)
        path.write_bytes(file.content)
        paths.append(str(path))
    return paths


def _told(arguments: Sequence[str], folder: str = "") -> str:
    """Run a command that ends soon, and return what it prints; it ends when the work is cancelled.

    The files are named without their `folder`. Raises `InputError` with what the command says if it fails.
    """
    with tempfile.TemporaryDirectory(prefix="konstelasi-") as own:
        out, err = Path(own) / "out", Path(own) / "err"
        process = begin_process(arguments, out, err)
        with when_cancelled(process.terminate):
            code = process.wait()
        go_on()
        path = err if code else out
        told = path.read_text(encoding="utf-8", errors="replace").strip()
        told = told.replace(f"{folder}/", "") if folder else told
        if code:
            raise InputError(error_in(told) or f"exit code {code}.")
        return told
