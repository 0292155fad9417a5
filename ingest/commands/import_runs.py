"""The runs of ``konstelasi import``: into the graph, or into a new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cypher.errors import UsageError
from ingest.commands.rejects import Rejects
from ingest.commands.summary import progress

# The readers and the driver are imported where they are used, so that help and wrong use answer at once.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from cypher.database import Database
    from ingest.datasets.coded import CodedEvent
    from ingest.datasets.sources import DataSet
    from ingest.loading.coded.load import CodedSummary

_THEN = """The files are in {folder}. While the server is stopped and its database is empty, run there:
{line}
Then start the server, and run cypher-shell -f finish.cypher there, and konstelasi db check."""


def added(
    dataset: DataSet, paths: list[Path], lists: list[Path], refused: Rejects, *, in_lines: bool
) -> tuple[int, CodedSummary]:
    """Load events from files, then remove those in lists; return how many claims were removed, and the rest.

    Files that were downloaded earlier still have the events that a list names, so the list comes last.
    """
    from cypher.bolt.settings import Role, Settings
    from cypher.commands.telling import tell
    from cypher.engine.loading import announced
    from cypher.judging.opening import opened
    from ingest.datasets.readers.acled import withdrawn as withdrawn_ids
    from ingest.datasets.recognition import look_ahead, read
    from ingest.loading.coded.load import CodedSummary, load_coded
    from ingest.loading.coded.retiring import withdraw

    settings = Settings.from_environment()
    summary = CodedSummary()
    look_ahead(withdrawn_ids, lists)
    with announced(settings.home), opened(settings, Role.ANALYST, tell) as database:
        if paths:
            events = refused.without(read(dataset, paths))
            if settings.embedded:
                events = _within_size(events, _events_in(database))
            with progress("loaded", "events", in_lines=in_lines) as done:
                summary = load_coded(database, dataset, events, done, reject=refused.refuse)
        removed = withdraw(database, dataset, withdrawn_ids(lists)) if lists else 0
    return removed, summary


def made(
    dataset: DataSet, paths: list[Path], refused: Rejects, neo4j_files: Path | None, *, in_lines: bool
) -> CodedSummary:
    """Make a new graph of the embedded engine, or the files of which Neo4j makes one."""
    from cypher.bolt.settings import Settings
    from cypher.engine.loading import announced
    from ingest.datasets.recognition import read
    from ingest.loading.coded.offline.load import load_coded_offline, write_neo4j

    if neo4j_files is not None:
        with progress("read", "events", in_lines=in_lines) as done:
            events = refused.without(read(dataset, paths))
            summary, line = write_neo4j(neo4j_files, dataset, events, done, reject=refused.refuse)
        typer.echo(_THEN.format(folder=neo4j_files, line=line), err=True)
        return summary
    settings = Settings.from_environment()
    if not settings.embedded:
        raise UsageError("--offline is for the embedded engine. For Neo4j, there is --neo4j-files FOLDER.")
    with announced(settings.home), progress("read", "events", in_lines=in_lines) as done:
        events = _within_size(refused.without(read(dataset, paths)), 0)
        return load_coded_offline(settings.home, dataset, events, done, reject=refused.refuse)


def _events_in(database: Database) -> int:
    from cypher.records.explore import GraphCounts

    (counts,) = database.rows(GraphCounts, "explore/counts")
    return counts.events


def _within_size(events: Iterable[CodedEvent], known: int) -> Iterator[CodedEvent]:
    """Pass events on, and say once when they and those `known` are too many for the embedded engine."""
    from cypher.engine.size import MOST_EVENTS

    room = MOST_EVENTS - known
    for number, event in enumerate(events):
        if number == max(room, 0):
            typer.echo(
                f"With more than {MOST_EVENTS:,} events the embedded engine becomes slow. For so many, start "
                "Neo4j and set KONSTELASI_URI (see docs/engines.md), and import into that.",
                err=True,
            )
        yield event
