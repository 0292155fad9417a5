"""Checks that unpacked files are a complete database: by the engine's own lists, and by opening it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cypher.catalog.catalog import statement
from cypher.database import Database, Role, Settings, connect
from cypher.engine.client import stop
from cypher.engine.folder import EngineFolder
from cypher.errors import DatabaseError, StatementTimeoutError

_READ_SECONDS = 60.0
_LARGE = 2**30  # bytes; a smaller database that takes longer than `_READ_SECONDS` to read is refused
_EDGES_OF_A_NODE = ("_in_edges", "_out_edges")
_SCHEMA = "schema.json"
_DICTIONARY = "dictionary."
_COUNTS = "statistics.json"  # the engine writes it when it closes a database and deletes it when it opens one


class TrialError(Exception):
    """The files are not a complete database; the text is the reason, as part of a sentence."""


@dataclass(frozen=True, slots=True)
class Found:
    """The nodes and relationships that an engine counted; `None` if counting took too long."""

    nodes: int | None
    relationships: int | None


@dataclass(frozen=True, slots=True)
class Declared:
    """What the engine's own files say: indexes as (type, property), and the counts when it was last closed.

    The counts are `None` if the engine did not write them. `size` is the size of all files in bytes.
    """

    indexes: frozenset[tuple[str, str]]
    nodes: int | None
    relationships: int | None
    size: int


def declared(data: Path) -> Declared:
    """Read the engine's own lists in `data`; raises `TrialError` if a file that they name is missing."""
    types = _types(data)
    names = {path.name.rsplit(".", 4)[0] for path in data.iterdir()}  # NAME.12.65536.v0.bucket
    wanted = [bucket for kind in types.values() for bucket in _buckets(kind)]
    if missing := [name for name in wanted if name not in names]:
        raise TrialError(f"the file of {missing[0]} is missing")
    if not any(path.name.startswith(_DICTIONARY) for path in data.iterdir()):
        raise TrialError("the engine's dictionary file is missing")
    indexes = {
        (label, field)
        for label, kind in types.items()
        for index in kind["indexes"].values()
        for field in index["properties"]
    }
    size = sum(path.stat().st_size for path in data.iterdir())
    return Declared(frozenset(indexes), _counted(data, types, "v"), _counted(data, types, "e"), size)


def tried(trial: EngineFolder, expected: Declared) -> Found:
    """Start an engine on the database in `trial`, read all of it, and stop the engine.

    Raises `TrialError` if that fails, or if the numbers of nodes or relationships differ from those that the
    engine wrote down when it closed the database.
    """
    try:
        with connect(Settings(trial.root), Role.READER) as database:
            found = _read(database, expected)
    except DatabaseError as error:
        raise TrialError(f"the engine cannot read it ({_reason(error, trial)})") from error
    finally:
        stop(trial.root)
    for what in ("nodes", "relationships"):
        there, before = getattr(found, what), getattr(expected, what)
        if None not in {there, before} and there != before:
            raise TrialError(f"it holds {there:,} {what}, but {before:,} were backed up")
    return found


def _read(database: Database, expected: Declared) -> Found:
    present = {
        (label, field) for index in database.indexes() for label in index.labels for field in index.fields
    }
    if missing := sorted(expected.indexes - present):
        raise TrialError("the index of {}.{} is missing".format(*missing[0]))
    large = expected.size > _LARGE
    return Found(*(_total(database, f"check/{name}", large=large) for name in ("nodes", "relationships")))


def _total(database: Database, name: str, *, large: bool) -> int | None:
    """Return the total of the counting statement `name`; `None` if a large database takes too long.

    It runs as a typed query, because these have a time limit.
    """
    try:
        table = database.read_text(statement(name).text, timeout=_READ_SECONDS)
    except StatementTimeoutError as error:
        if large:
            return None  # being slow does not prove damage
        raise TrialError(f"the engine could not read it within {_READ_SECONDS:.0f} s") from error
    return sum(int(row[1]) for row in table.rows)


def _types(data: Path) -> dict[str, dict[str, Any]]:
    """The engine's types by name, each with its buckets and indexes."""
    try:
        types: dict[str, dict[str, Any]] = json.loads((data / _SCHEMA).read_bytes())["types"]
        for kind in types.values():
            _ = kind["type"], [*kind["buckets"]], [index["properties"] for index in kind["indexes"].values()]
    except FileNotFoundError:
        raise TrialError(f"its {_SCHEMA} is missing") from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise TrialError(f"its {_SCHEMA} was not written by the engine") from error
    return types


def _buckets(kind: dict[str, Any]) -> list[str]:
    ends = ("", *_EDGES_OF_A_NODE) if kind["type"] == "v" else ("",)
    return [f"{bucket}{end}" for bucket in kind["buckets"] for end in ends]


def _counted(data: Path, types: dict[str, dict[str, Any]], sort: str) -> int | None:
    """The number of nodes (`sort`: ``v``) or relationships (``e``) that the engine wrote down, if it did."""
    try:
        counts = json.loads((data / _COUNTS).read_bytes())
        buckets = [bucket for kind in types.values() if kind["type"] == sort for bucket in kind["buckets"]]
        return sum(int(counts[bucket]["count"]) for bucket in buckets)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _reason(error: DatabaseError, trial: EngineFolder) -> str:
    """Describe `error` with the last exception in the engine's log, which is deleted after the trial."""
    happened = " ".join(str(error).partition(". Its log ends with:")[0].split())
    thrown = [line.strip() for line in trial.log_tail(200).splitlines() if "Exception" in line]
    return "; ".join([happened.rstrip("."), *(line[:200] for line in thrown[-1:])])
