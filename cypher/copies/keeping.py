"""Backs up the graph of a server to a file, and restores such a file into an empty graph."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cypher.backups.new_file import disk_errors, new_file, taken
from cypher.backups.reading import opened_file
from cypher.copies.content import Content, refuse_strangers
from cypher.copies.filling import fill
from cypher.copies.graph_file import GRAPH, Header, pages_of, verified, write
from cypher.copies.pages import pages
from cypher.database import Database, Role, Settings, connect
from cypher.errors import DatabaseError

READINGS = 4
"""How often a graph is read until two readings in a row are equal."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The header of a file of a graph, and its content."""

    header: Header
    content: Content


def keep(source: Settings, target: Path) -> Kept:
    """Write the graph of `source` to the new file `target`, completely or not at all.

    The graph is read until two readings in a row are equal, so that the file has it as it was between them.
    Raises `UsageError` if the file exists, and `DatabaseError` if it cannot be written, or if somebody wrote
    to the graph during all of the readings.
    """
    if target.exists():
        raise taken(target)
    with connect(source, Role.READER) as database, disk_errors(target), new_file(target) as file:
        refuse_strangers(database)
        _write_twice(database, file)
        file.seek(0)
        return Kept(*verified(target, file))


def _write_twice(database: Database, file: BinaryIO) -> None:
    """Write a graph to a file until what is written is what was written before."""
    before = None
    for _ in range(READINGS):
        file.seek(0)
        file.truncate()
        content = write(file, pages(database))
        if content == before:
            return
        before = content
    raise DatabaseError(
        f"Somebody wrote to the graph during all {READINGS} readings of it, so no backup was kept. Try again "
        "when fewer people work, or use the server's own tools."
    )


def bring_back(source: Path, target: Settings) -> Kept:
    """Restore the file `source` into the empty graph of `target`; see `fill` for what an error leaves.

    Raises `UsageError` if the file is damaged or foreign, or the graph is not empty.
    """
    with opened_file(source, GRAPH.command) as file:
        header, content = verified(source, file)
    fill(target, lambda: pages_of(source), lambda _content: None)
    return Kept(header, content)
