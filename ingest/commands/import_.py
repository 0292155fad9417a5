"""``konstelasi import``: loads the events of a data set, such as ICEWS or ACLED, into the graph."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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

_NAMES = "icews, gdelt, acled, ucdp, polecat, phoenix, or csv for a table of your own"


_THEN = """The files are in {folder}. While the server is stopped and its database is empty, run there:
{line}
Then start the server, and run cypher-shell -f finish.cypher there, and konstelasi db check."""


def import_(  # noqa: PLR0913, PLR0917 - one parameter an option
    name: Annotated[str, typer.Argument(metavar="NAME", help=f"The data set: {_NAMES}.")],
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="PATH…", help="Its files, packed (gzip, bzip2, xz, ZIP) or not."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what the first rows become, and load nothing.")
    ] = False,
    rejects: Annotated[
        Path | None,
        typer.Option(
            "--rejects",
            metavar="FILE",
            help="Where rows that cannot be used are written (CSV): rejected-NAME.csv, if nothing is said.",
        ),
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option("--mapping", metavar="FILE", help="For csv: what each column is, as a TOML file."),
    ] = None,
    withdrawn: Annotated[
        list[Path] | None,
        typer.Option(
            "--withdrawn",
            metavar="FILE",
            help="Remove the events in this list, which the data set has deleted: their ids, one a line.",
        ),
    ] = None,
    offline: Annotated[
        bool,
        typer.Option(
            "--offline",
            help="Make a new graph at once, which is faster; the embedded engine's must be empty.",
        ),
    ] = False,
    neo4j_files: Annotated[
        Path | None,
        typer.Option(
            "--neo4j-files",
            metavar="FOLDER",
            help="Load nothing, and write the files of which neo4j-admin makes a new graph.",
        ),
    ] = None,
    in_lines: Annotated[
        bool, typer.Option("--progress", help="Say how far it is in lines, not only in a terminal.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The summary as JSON on standard output.")] = False,
) -> None:
    """Load the events of a data set into the graph; loading the same files again changes nothing.

    Each report of an event becomes a claim, with the code, the place and the address that the source gives.
    Events that the news or another data set reports, too, are joined to these. A row that a later release
    changes replaces its claim. A run that was stopped is completed by running it again.

    The exit code is 1 if a row was rejected.

    Example: konstelasi import icews events.2018.20200427.tab.zip

    Example: konstelasi import acled acled.csv --withdrawn deleted.csv

    Example: konstelasi import gdelt *.export.CSV.zip --offline

    Example: konstelasi import csv incidents.csv --mapping incidents.toml --dry-run
    """
    given, lists = paths or [], withdrawn or []
    dataset = _dataset(name, mapping)
    if not given and not lists:
        raise UsageError(f"Name the files of {dataset.title} that are to be imported.")
    if dry_run:
        _preview(dataset, given, as_json=as_json)
        return
    if (offline or neo4j_files) and lists:
        raise UsageError("A new graph has no events to withdraw: leave out --withdrawn.")
    refused = Rejects(rejects or Path(f"rejected-{name}.csv"))
    if offline or neo4j_files:
        removed, summary = 0, _import_offline(dataset, given, refused, neo4j_files)
    else:
        removed, summary = _import(dataset, given, lists, refused, in_lines=in_lines)
    _tell(dataset, summary, removed, refused)
    if as_json:
        counts = asdict(summary) | {"rejected": refused.count, "withdrawn": removed}
        listed = {"rejects": str(refused.path) if refused.count else None, "first_rejected": refused.first}
        typer.echo(json.dumps(counts | listed))
    raise typer.Exit(1 if refused.count else 0)


def _dataset(name: str, mapping: Path | None) -> DataSet:
    from ingest.datasets.own_tables.mapping_files import read_mapping
    from ingest.datasets.sources import OWN_TABLE, data_sets, own_table

    if (mapping is None) == (name == OWN_TABLE):
        if mapping is None:
            raise UsageError("Say with --mapping FILE what the columns of the table are.")
        raise UsageError("--mapping is for tables of your own: konstelasi import csv PATH… --mapping FILE")
    if mapping is not None:
        return own_table(mapping.stem, read_mapping(mapping))
    known = data_sets()
    if name not in known:
        raise UsageError(f"There is no data set {name!r}. Name one of {', '.join(known)}, or {OWN_TABLE}.")
    return known[name]


def _preview(dataset: DataSet, paths: list[Path], *, as_json: bool) -> None:
    from ingest.commands.preview import line, previewed
    from ingest.datasets.recognition import read

    rows = previewed(read(dataset, paths), dataset)
    if as_json:
        typer.echo(json.dumps(list(rows), ensure_ascii=False))
        return
    for row in rows:
        typer.echo(line(row))
    typer.echo("Nothing was loaded: leave out --dry-run to load all rows.", err=True)


def _import(
    dataset: DataSet, paths: list[Path], lists: list[Path], refused: Rejects, *, in_lines: bool
) -> tuple[int, CodedSummary]:
    from cypher.bolt.settings import Role, Settings
    from cypher.commands.telling import tell
    from cypher.engine.loading import announced
    from cypher.judging.opening import opened
    from ingest.datasets.readers.acled import withdrawn as withdrawn_ids
    from ingest.datasets.recognition import read
    from ingest.loading.coded.load import CodedSummary, load_coded
    from ingest.loading.coded.retiring import withdraw

    settings = Settings.from_environment()
    summary = CodedSummary()
    try:
        with announced(settings.home), opened(settings, Role.ANALYST, tell) as database:
            removed = withdraw(database, dataset, withdrawn_ids(lists)) if lists else 0
            if paths:
                events = refused.without(read(dataset, paths))
                if settings.embedded:
                    events = _within_size(events, _events_in(database))
                with progress("loaded", "events", in_lines=in_lines) as done:
                    summary = load_coded(database, dataset, events, done, reject=refused.refuse)
    finally:
        refused.close()
    return removed, summary


def _import_offline(
    dataset: DataSet, paths: list[Path], refused: Rejects, neo4j_files: Path | None
) -> CodedSummary:
    from cypher.bolt.settings import Settings
    from cypher.engine.loading import announced
    from ingest.datasets.recognition import read
    from ingest.loading.coded.offline.load import load_coded_offline, write_neo4j

    if neo4j_files is not None:
        try:
            with progress("read", "events") as done:
                events = refused.without(read(dataset, paths))
                summary, line = write_neo4j(neo4j_files, dataset, events, done, reject=refused.refuse)
        finally:
            refused.close()
        _say(_THEN.format(folder=neo4j_files, line=line))
        return summary
    settings = Settings.from_environment()
    if not settings.embedded:
        raise UsageError("--offline is for the embedded engine. For Neo4j, there is --neo4j-files FOLDER.")
    try:
        with announced(settings.home), progress("read", "events") as done:
            events = _within_size(refused.without(read(dataset, paths)), 0)
            return load_coded_offline(settings.home, dataset, events, done, reject=refused.refuse)
    finally:
        refused.close()


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


def _tell(dataset: DataSet, summary: CodedSummary, removed: int, refused: Rejects) -> None:
    if removed:
        _say(f"{removed:,} claims of withdrawn events removed")
    said = f"{summary.read:,} events of {dataset.title}: {summary.new:,} new claims, {summary.known:,} known"
    changed = f", {summary.changed:,} replaced" if summary.changed else ""
    _say(f"{said}{changed}; {refused.count:,} rows rejected")
    for each in refused.first:
        _say(f"rejected: {each}")
    if refused.count:
        _say(f"All rejected rows, with their reasons: {refused.path}")


def _say(text: str) -> None:
    typer.echo(text, err=True)
