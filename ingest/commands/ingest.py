"""``konstelasi ingest``: loads articles into the graph, with a summary on standard error."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from ingest.commands.inputs import Map, Paths
from ingest.commands.summary import progress, report

# What is heavy (spaCy, the driver) is imported where it is used, so that help and wrong use answer at once.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cypher.database import Database
    from ingest.documents import Incoming, Skipped
    from ingest.loading.load import LoadSummary
    from ingest.pipeline import Tally


def ingest(
    paths: Paths,
    as_json: Annotated[bool, typer.Option("--json", help="The summary as JSON on standard output.")] = False,
    if_empty: Annotated[bool, typer.Option("--if-empty", help="Do nothing when the graph has news.")] = False,
    columns: Map = None,
) -> None:
    """Extract articles and load them into the graph; loading the same articles again changes nothing.

    The database is the embedded one, or that of KONSTELASI_URI. The exit code is 1 if an input was skipped.

    Example: konstelasi ingest news/ today.jsonl
    """
    from cypher.bolt.settings import Role, Settings
    from cypher.database import connect
    from cypher.engine.loading import announced
    from ingest.documents import read
    from ingest.documents.formats.columns import stated_columns

    stated = stated_columns(columns or [])
    settings = Settings.from_environment()
    with announced(settings.home), connect(settings, Role.ANALYST) as database:
        if if_empty and _has_loaded(database):
            typer.echo("The graph has news already; nothing was loaded.", err=True)
            return
        tally, loaded = _load(database, read(paths, stated))
    counts = _loaded_counts(loaded)
    report(tally, counts, loaded.skipped)
    if as_json:
        typer.echo(json.dumps(_json_summary(tally, loaded), ensure_ascii=False))
    raise typer.Exit(1 if tally.skipped or loaded.skipped else 0)


def _load(database: Database, results: Iterator[Incoming | Skipped]) -> tuple[Tally, LoadSummary]:
    from ingest.loading.load import load
    from ingest.pipeline import Tally, run

    tally = Tally()
    with progress("loaded") as done:
        extractions = (extracted.extraction for extracted in run(results, tally))
        return tally, load(database, extractions, done)


def _has_loaded(database: Database) -> bool:
    """Return whether any document was loaded completely; an interrupted first load must be completed."""
    from cypher.records.explore import GraphCounts

    (counts,) = database.rows(GraphCounts, "explore/counts")
    return counts.loaded


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
    ids = sorted(tally.documents)
    return {
        **counts,
        "document_ids": ids,
        "removed": loaded.removed,
        "skipped": [*unread, *unloaded],
        "warnings": tally.warnings,
    }
