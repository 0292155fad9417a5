"""``konstelasi import``: loads the events of a data set, such as ICEWS or ACLED, into the graph."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.errors import UsageError
from ingest.commands.import_runs import added, made
from ingest.commands.rejects import Rejects

# The readers and the driver are imported where they are used, so that help and wrong use answer at once.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from ingest.datasets.sources import DataSet
    from ingest.loading.coded.load import CodedSummary

_NAMES = "icews, gdelt, acled, ucdp, polecat, phoenix, or csv for a table of your own"


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
            help="Where rows that cannot be used are written (CSV): rejected-NAME.csv, if nothing is said. "
            "The list of an earlier import is replaced.",
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
            help="Make a new graph from one data set at once, which is faster; the embedded engine's must be "
            "empty. Further data sets are added without this.",
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
    uploaded: Annotated[
        bool, typer.Option("--uploaded", hidden=True, help="The files are copies of those of a reader.")
    ] = False,
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
    from cypher.audit.commanded import note_numbers

    given, lists = paths or [], withdrawn or []
    dataset = _dataset(name, given, mapping)
    makes_new = offline or neo4j_files is not None
    _refuse(dataset, given, lists, dry_run=dry_run, makes_new=makes_new)
    if dry_run:
        _preview(dataset, given, as_json=as_json)
        return
    refused = Rejects(rejects or Path(f"rejected-{name.strip().lower()}.csv"))
    is_noted = bool(given) and neo4j_files is None
    noted = _noted(refused, dataset, given, uploaded=uploaded) if is_noted else nullcontext()
    with noted, refused.opened():
        if makes_new:
            removed, summary = 0, made(dataset, given, refused, neo4j_files, in_lines=in_lines)
        else:
            removed, summary = added(dataset, given, lists, refused, in_lines=in_lines)
    note_numbers(summary.new + summary.known + summary.changed, refused.count)
    if lists:
        _tell_withdrawn(removed)
    if given:
        _tell(dataset, summary, refused)
    if as_json:
        counts = asdict(summary) | {"rejected": refused.count, "withdrawn": removed}
        listed = {"rejects": str(refused.path) if refused.count else None, "first_rejected": refused.first}
        typer.echo(json.dumps(counts | listed))
    raise typer.Exit(1 if refused.count else 0)


def _noted(
    refused: Rejects, dataset: DataSet, paths: list[Path], *, uploaded: bool
) -> AbstractContextManager[None]:
    """Return the block at whose end the data folder keeps what was rejected."""
    from cypher.bolt.settings import Settings
    from ingest.commands.kept_rejects import kept

    return kept(Settings.from_environment().home, refused, dataset.title, paths, uploaded=uploaded)


def _refuse(
    dataset: DataSet, paths: list[Path], lists: list[Path], *, dry_run: bool, makes_new: bool
) -> None:
    """Raise `UsageError` for what does not go together."""
    _refuse_second(dataset, paths, makes_new=makes_new)
    if not paths and (makes_new or dry_run or not lists):
        raise UsageError(f"Name the files of {dataset.title} that are to be imported.")
    if lists and dry_run:
        raise UsageError("--dry-run shows what rows become, and removes nothing: leave out --withdrawn.")
    if lists and makes_new:
        raise UsageError("A new graph has no events to withdraw: leave out --withdrawn.")


def _refuse_second(dataset: DataSet, paths: list[Path], *, makes_new: bool) -> None:
    """Raise `UsageError` if a second data set is named among the files."""
    from ingest.datasets.sources import OWN_TABLE, data_sets

    names = {*data_sets(), OWN_TABLE}
    second = next((path for path in paths if str(path).lower() in names and not path.exists()), None)
    if second is not None:
        then = ", without --offline, when the graph is made" if makes_new else ""
        raise UsageError(
            f"One command imports one data set, here {dataset.title}. "
            f"Import the files of {second} by a command of their own{then}."
        )


def _dataset(name: str, paths: list[Path], mapping: Path | None) -> DataSet:
    from ingest.datasets.own_tables.mapping_files import read_mapping
    from ingest.datasets.sources import OWN_TABLE, data_sets, own_table

    chosen, known = name.strip().lower(), data_sets()
    if chosen not in known and chosen != OWN_TABLE:
        raise UsageError(_unknown(name))
    if mapping is None and chosen == OWN_TABLE:
        raise UsageError(_without_mapping(paths))
    if mapping is None:
        return known[chosen]
    if chosen != OWN_TABLE:
        raise UsageError("--mapping is for tables of your own: konstelasi import csv PATH… --mapping FILE")
    return own_table(mapping.stem, read_mapping(mapping))


def _unknown(name: str) -> str:
    from ingest.datasets.sources import OWN_TABLE, data_sets
    from ingest.documents.characters import shown

    known = f"Name one of {', '.join(data_sets())}, or {OWN_TABLE}"
    if not Path(name).is_file():
        return f"There is no data set {shown(name)!r}. {known}."
    told = _title_of(Path(name))
    return f"{shown(name, 300)} is a file. {known}, and then the file{told}."


def _without_mapping(paths: list[Path]) -> str:
    from ingest.documents.characters import shown

    file = str(paths[0]) if paths else "TABLE"
    told = _title_of(paths[0]) if paths and paths[0].is_file() else ""
    return (
        "Say with --mapping FILE what the columns of the table are. "
        f"konstelasi mapping {shown(file, 300)} proposes that{told}."
    )


def _title_of(path: Path) -> str:
    """Return which data set a file looks like, as the end of a sentence; empty if like none."""
    from ingest.datasets.recognition import likely
    from ingest.documents.characters import shown

    found = likely(path)
    if found is None:
        return ""
    line = f"konstelasi import {found.dataset.name} {shown(str(path), 300)}"
    return f"; it looks like {found.dataset.title}: {line}"


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


def _tell_withdrawn(removed: int) -> None:
    none = "" if removed else "; the graph has none of the events in the list"
    _say(f"{removed:,} claims of withdrawn events removed{none}")


def _tell(dataset: DataSet, summary: CodedSummary, refused: Rejects) -> None:
    said = f"{summary.read:,} events of {dataset.title}: {summary.new:,} new claims, {summary.known:,} known"
    changed = f", {summary.changed:,} replaced" if summary.changed else ""
    _say(f"{said}{changed}; {refused.count:,} rows rejected")
    for each in refused.first:
        _say(f"rejected: {each}")
    if refused.count:
        _say(f"All rejected rows, with their reasons: {refused.path}")


def _say(text: str) -> None:
    typer.echo(text, err=True)
