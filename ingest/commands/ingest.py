"""``konstelasi ingest``: loads articles into the graph, with a summary on standard error."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.errors import UsageError
from ingest.commands.filling import fill
from ingest.commands.inputs import Jobs, Map, Paths

# What is heavy (spaCy, the driver) is imported where it is used, so that help and wrong use answer at once.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from cypher.database import Database
    from ingest.commands.filling import Extracting
    from ingest.documents.formats.columns import Columns


class Engine(StrEnum):
    """Where articles are extracted: by processes of this machine, or on a Ray cluster."""

    LOCAL = "local"
    RAY = "ray"


def ingest(  # noqa: PLR0913, PLR0917 - one parameter an option
    paths: Paths,
    as_json: Annotated[bool, typer.Option("--json", help="The summary as JSON on standard output.")] = False,
    if_empty: Annotated[bool, typer.Option("--if-empty", help="Do nothing when the graph has news.")] = False,
    columns: Map = None,
    jobs: Jobs = None,
    engine: Annotated[Engine, typer.Option(help="Where articles are extracted; ray needs make ray.")] = (
        Engine.LOCAL
    ),
    address: Annotated[
        str | None,
        typer.Option(metavar="HOST:PORT", help="A running Ray cluster; by default one is started here."),
    ] = None,
    called: Annotated[
        list[str] | None,
        typer.Option("--called", hidden=True, help="How a reader calls each path; empty for a pasted text."),
    ] = None,
) -> None:
    """Extract articles and load them into the graph; loading the same articles again changes nothing.

    The database is the embedded one, or that of KONSTELASI_URI. The exit code is 1 if an input was skipped.

    Example: konstelasi ingest news/ today.jsonl
    """
    from cypher.bolt.settings import Role, Settings
    from cypher.commands.telling import tell
    from cypher.engine.loading import announced
    from cypher.judging.opening import opened
    from ingest.commands.skips import Skips
    from ingest.documents.formats.columns import stated_columns

    if address is not None and engine is not Engine.RAY:
        raise UsageError("--address is the address of a Ray cluster: give it together with --engine ray.")
    if called and len(called) != len(paths):
        raise UsageError("Give --called once for each path, or not at all.")
    stated = stated_columns(columns or [])
    extracted = _on_ray(paths, stated, jobs, address) if engine is Engine.RAY else _here(paths, stated, jobs)
    settings = Settings.from_environment()
    with announced(settings.home), opened(settings, Role.ANALYST, tell) as database:
        if if_empty and _has_loaded(database):
            tell("The graph has news already; nothing was loaded.")
            return
        skips = Skips(settings.home, "ingest", paths, called or ())
        code = fill(database, extracted, skips, as_json=as_json)
    raise typer.Exit(code)


def _here(paths: list[str], columns: Columns, jobs: int | None) -> Extracting:
    from ingest.documents import read
    from ingest.pipeline import run

    return lambda tally: run(read(paths, columns), tally, jobs)


def _on_ray(paths: list[str], columns: Columns, jobs: int | None, address: str | None) -> Extracting:
    """Check what Ray needs before anything is opened."""
    from ingest.pipeline.cluster.on_ray import check, on_ray
    from ingest.pipeline.run import tallied

    check(paths)
    return lambda tally: tallied(on_ray(paths, columns, jobs, address), tally)


def _has_loaded(database: Database) -> bool:
    """Return whether any document was loaded completely; an interrupted first load must be completed."""
    from cypher.records.explore import GraphCounts

    (counts,) = database.rows(GraphCounts, "explore/counts")
    return counts.loaded
