"""Names the data set of a file: the one whose reader finds events in it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from cypher.errors import InputError
from ingest.datasets.coded import CodedEvent, Read
from ingest.datasets.files.opening import only_beginnings
from ingest.datasets.files.refusals import NoEventsError, OtherFormatError
from ingest.datasets.sources import DataSet, data_sets
from ingest.documents.characters import shown

_TRIED = 200
"""The number of rows among which one must be an event."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """The data set of a file; `problem` says why the file gives no events, empty if it does."""

    dataset: DataSet
    problem: str = ""


def recognised(path: Path) -> Recognised | None:
    """Return the data set of a file, None if it has none.

    Raises:
        InputError: the file does not exist, cannot be opened, or is a damaged archive.
    """
    refusal: InputError | None = None
    for dataset in data_sets().values():
        try:
            if any(isinstance(row, CodedEvent) for row in islice(dataset.reader([path]), _TRIED)):
                return Recognised(dataset)
        except NoEventsError as error:
            return Recognised(dataset, str(error))
        except OtherFormatError:
            continue
        except InputError as error:
            refusal = error
    if refusal is not None:
        raise refusal
    return None


def likely(path: Path) -> Recognised | None:
    """Return the data set of a file, None if it has none or cannot be read."""
    try:
        return recognised(path)
    except InputError:
        return None


def read(dataset: DataSet, paths: Sequence[Path]) -> Iterator[Read]:
    """Yield what the data set's reader gives; a file of another data set is an error that names the latter.

    The beginnings of all files are read before the first row is given, so that nothing is loaded from files
    of which a later one cannot be used.

    Raises:
        InputError: as the reader does.
    """
    try:
        look_ahead(dataset.reader, paths)
        yield from dataset.reader(paths)
    except OtherFormatError as error:
        meant = [path for path in paths if error.file.startswith(shown(str(path), 300))]
        raise InputError(f"{error} {_advice(meant[-1])}" if meant else str(error)) from error


def look_ahead(reader: Callable[[Sequence[Path]], Iterable[object]], paths: Sequence[Path]) -> None:
    """Have `reader` read the beginnings of files; raises `InputError` as it does. Pipes are left alone."""
    with only_beginnings():
        deque(reader([path for path in paths if path.is_file()]), maxlen=0)


def _advice(path: Path) -> str:
    found = likely(path)
    if found is None:
        return (
            "It looks like none of the data sets. If it is a table of your own, "
            "konstelasi mapping proposes what its columns are."
        )
    title, name = found.dataset.title, found.dataset.name
    return f"It looks like {title}: konstelasi import {name}." if not found.problem else found.problem
