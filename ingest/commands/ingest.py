"""``konstelasi ingest``: loads articles into the graph, with a summary on standard error."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from ingest.commands.filling import fill
from ingest.commands.inputs import Jobs, Map, Paths

# What is heavy (spaCy, the driver) is imported where it is used, so that help and wrong use answer at once.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from cypher.database import Database


def ingest(
    paths: Paths,
    as_json: Annotated[bool, typer.Option("--json", help="The summary as JSON on standard output.")] = False,
    if_empty: Annotated[bool, typer.Option("--if-empty", help="Do nothing when the graph has news.")] = False,
    columns: Map = None,
    jobs: Jobs = None,
) -> None:
    """Extract articles and load them into the graph; loading the same articles again changes nothing.

    The database is the embedded one, or that of KONSTELASI_URI. The exit code is 1 if an input was skipped.

    Example: konstelasi ingest news/ today.jsonl
    """
    from cypher.bolt.settings import Role, Settings
    from cypher.commands.telling import tell
    from cypher.engine.loading import announced
    from cypher.judging.opening import opened
    from ingest.documents import read
    from ingest.documents.formats.columns import stated_columns
    from ingest.pipeline import run

    stated = stated_columns(columns or [])
    settings = Settings.from_environment()
    with announced(settings.home), opened(settings, Role.ANALYST, tell) as database:
        if if_empty and _has_loaded(database):
            typer.echo("The graph has news already; nothing was loaded.", err=True)
            return
        code = fill(database, lambda tally: run(read(paths, stated), tally, jobs), as_json=as_json)
    raise typer.Exit(code)


def _has_loaded(database: Database) -> bool:
    """Return whether any document was loaded completely; an interrupted first load must be completed."""
    from cypher.records.explore import GraphCounts

    (counts,) = database.rows(GraphCounts, "explore/counts")
    return counts.loaded
