"""The command line's ``extract`` and ``ingest``: results on standard output, all else on standard error."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

# What is heavy (spaCy, the driver) is imported where it is used, so that help and wrong use answer at once.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from cypher.database import Database
    from ingest.load import LoadSummary
    from ingest.pipeline import Tally

_SHOWN = 20
"""Warnings and skipped inputs that the summary lists one by one; the JSON summary has all."""


def extract(
    paths: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH…|-]", help="Files and folders; - or nothing: standard input."),
    ] = None,
) -> None:
    """Extract entities, events and relations as JSON Lines on standard output; needs no database.

    Reads text, HTML, and JSON Lines rows with a "text". The exit code is 1 when something was skipped.

    Example: konstelasi extract samples/articles.jsonl > claims.jsonl
    """
    from ingest.documents import read
    from ingest.output import write_row
    from ingest.pipeline import Tally, run

    tally = Tally()
    with _progress("extracted") as progress:
        for extracted in run(read(paths or ["-"]), tally):
            typer.echo(write_row(extracted.extraction, extracted.incoming.given_id))
            progress(1)
    _report(tally, tally.counts())
    raise typer.Exit(1 if tally.skipped else 0)


def ingest(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH…", help="Files and folders; - is standard input.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="The summary as JSON on standard output.")] = False,
    if_empty: Annotated[
        bool, typer.Option("--if-empty", help="Do nothing when the graph has documents.")
    ] = False,
) -> None:
    """Extract articles and load them into the graph; loading the same again changes nothing.

    The database is the embedded one, or that of KONSTELASI_URI. The exit code is 1 when
    something was skipped.

    Example: konstelasi ingest news/ today.jsonl
    """
    from cypher.database import connect
    from cypher.settings import Role, Settings

    with connect(Settings.from_environment(), Role.ANALYST) as database:
        if if_empty and _has_documents(database):
            typer.echo("The graph has documents already; nothing was loaded.", err=True)
            return
        tally, loaded = _load(database, paths)
    counts = _loaded_counts(loaded)
    _report(tally, counts, loaded.skipped)
    if as_json:
        typer.echo(json.dumps(_json_summary(tally, loaded), ensure_ascii=False))
    raise typer.Exit(1 if tally.skipped or loaded.skipped else 0)


def _load(database: Database, paths: list[str]) -> tuple[Tally, LoadSummary]:
    from ingest.documents import read
    from ingest.load import load
    from ingest.pipeline import Tally, run

    tally = Tally()
    with _progress("loaded") as progress:
        extractions = (extracted.extraction for extracted in run(read(paths), tally))
        return tally, load(database, extractions, progress)


def _has_documents(database: Database) -> bool:
    counts = database.read("explore/counts").records()
    return bool(counts and counts[0]["documents"])


def _loaded_counts(loaded: LoadSummary) -> dict[str, int]:
    names = ("documents", "entities", "events", "relations", "claims")
    return {name: getattr(loaded, name).new + getattr(loaded, name).known for name in names}


def _json_summary(tally: Tally, loaded: LoadSummary) -> dict[str, object]:
    names = ("documents", "sentences", "entities", "events", "relations", "claims")
    counts = {
        name: {"new": getattr(loaded, name).new, "known": getattr(loaded, name).known} for name in names
    }
    unread = [{"input": lost.origin, "reason": lost.reason, "hint": lost.hint} for lost in tally.skipped]
    unloaded = [{"input": None, "reason": reason, "hint": None} for reason in loaded.skipped]
    return {**counts, "removed": loaded.removed, "skipped": [*unread, *unloaded], "warnings": tally.warnings}


def _report(tally: Tally, counts: dict[str, int], unloaded: tuple[str, ...] = ()) -> None:
    """The summary for a person, on standard error."""
    skipped = [*map(str, tally.skipped), *unloaded]
    _list("warning", tally.warnings)
    _list("skipped", skipped)
    found = ", ".join(f"{count:,} {name}" for name, count in counts.items())
    typer.echo(f"{found}; {len(skipped):,} skipped, {len(tally.warnings):,} warnings", err=True)


def _list(label: str, lines: list[str]) -> None:
    for line in lines[:_SHOWN]:
        typer.echo(f"{label}: {line}", err=True)
    if len(lines) > _SHOWN:
        typer.echo(f"{label}: … and {len(lines) - _SHOWN:,} more", err=True)


@contextmanager
def _progress(verb: str) -> Iterator[Callable[[int], None]]:
    """Shows how far it is on standard error where that is a terminal; give it what more is done."""
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.completed:,} documents " + verb), TimeElapsedColumn())
    with Bar(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task(verb, total=None)
        yield lambda documents: bar.advance(task, documents)
