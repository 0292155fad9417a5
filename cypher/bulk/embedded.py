"""Fills the empty graph of the embedded engine from files: beside it, and then in its place."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from cypher.bulk.files import GraphFiles
from cypher.database import Database, Role, Settings, connect
from cypher.engine.client import stop, stop_locked
from cypher.engine.folder import DATABASE, EngineFolder
from cypher.engine.heap import bulk_heap_mb
from cypher.engine.interrupted import clear, importing, settle, swap
from cypher.engine.java import runtime
from cypher.errors import DatabaseError, UsageError
from cypher.records.check import LabelCount

_OF_EMPTY_GRAPHS = frozenset({"Mark"})
"""Labels of nodes that a graph has before anything is loaded."""


def fill(home: Path, write: Callable[[GraphFiles], None], finish: Callable[[Database], object]) -> None:
    """Make the graph of `home` from the nodes and relationships that `write` adds to files.

    `finish` gets the new graph, with its constraints and indexes, before others see it. Until then the
    present graph stays as it is; programs that use it go on with the new one. Raises `UsageError` if the
    present graph is not empty, and `DatabaseError` if the engine cannot import the files or the disk is full.
    If the process is killed, the present graph is kept.
    """
    runtime()
    folder = EngineFolder(home)
    folder.prepare()
    refuse_a_full_graph(home)
    with folder.locked():
        settle(folder)
        clear(folder)
    with folder.disk_errors("graph"), importing(folder) as beside:
        with GraphFiles(beside.root / "files") as files:
            write(files)
        _import(beside, files.folder)
        shutil.rmtree(files.folder)
        with connect(Settings(beside.root), Role.ANALYST) as database:
            finish(database)
        stop(beside.root)
        refuse_a_full_graph(home)
        _put_in_place(folder, beside)


def refuse_a_full_graph(home: Path) -> None:
    """Raise `UsageError` if the graph of the embedded engine on `home` has been loaded before."""
    if not (EngineFolder(home).databases / DATABASE).exists():
        return
    with connect(Settings(home), Role.READER) as database:
        refuse_what_is_loaded(database)


def refuse_what_is_loaded(database: Database) -> None:
    """Raise `UsageError` if there is anything in a graph besides its own marks."""
    if loaded := what_is_loaded(database):
        label, count = max(loaded.items(), key=lambda each: each[1])
        raise UsageError(
            f"The graph is not empty: it has {count:,} nodes of {label}. An offline load makes a new graph "
            "from one data set. Leave out --offline to add to this graph, or name an empty data folder with "
            "KONSTELASI_HOME."
        )


def what_is_loaded(database: Database) -> dict[str, int]:
    """Return the number of nodes of each label in a graph, besides its own marks."""
    found = {row.label: row.nodes for row in database.rows(LabelCount, "check/nodes")}
    return {label: count for label, count in found.items() if label not in _OF_EMPTY_GRAPHS}


def _import(beside: EngineFolder, files: Path) -> None:
    """Run the engine's bulk path on `files`; its output goes to the log of the folder `beside`."""
    packages = str(Path(__file__).resolve().parents[2])
    database = beside.databases / DATABASE
    words = [str(files), str(database), str(bulk_heap_mb())]
    with beside.log.open("wb") as log:
        child = subprocess.Popen(
            [sys.executable, "-m", "cypher.bulk.child", *words],
            stdin=subprocess.PIPE,  # its end tells the child that this process is gone
            stdout=log,
            stderr=log,
            cwd=beside.root,
            env={**os.environ, "PYTHONPATH": packages, "LC_ALL": "C.UTF-8"},
        )
        try:
            code = child.wait()
        finally:
            if child.poll() is None:
                child.kill()
            child.communicate()
    if code != 0:
        raise DatabaseError(
            f"The engine could not import the files, and the graph is unchanged. Its log ends with:\n"
            f"{beside.log_tail()}\nCheck that the disk is not full; KONSTELASI_HEAP_MB gives it more memory."
        )


def _put_in_place(folder: EngineFolder, beside: EngineFolder) -> None:
    with folder.locked():
        stop_locked(folder)
        settle(folder)
        former = swap(folder, beside.databases / DATABASE)
    if former is not None:
        shutil.rmtree(former)  # it was empty
