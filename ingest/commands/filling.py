"""Loads documents for the commands that fill the graph, and reports what was found and skipped."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import typer

from ingest.commands.summary import progress, report

# ruff: noqa: PLC0415 - spaCy is imported where it is used, so that help and wrong use answer at once

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from cypher.database import Database
    from ingest.loading.load import LoadSummary
    from ingest.pipeline import Extracted, Tally

    Extracting = Callable[[Tally], Generator[Extracted, None, None]]
    """Yields extractions, and adds these and the skipped inputs to a tally."""


def fill(database: Database, extracted: Extracting, *, as_json: bool) -> int:
    """Load what `extracted` yields, and report; return the exit code: 1 if an input was skipped."""
    tally, loaded = _loaded(database, extracted)
    report(tally, _counts(loaded), loaded.skipped.values())
    if as_json:
        typer.echo(json.dumps(_json_summary(tally, loaded), ensure_ascii=False))
    return 1 if tally.skipped or loaded.skipped else 0


def _loaded(database: Database, extracted: Extracting) -> tuple[Tally, LoadSummary]:
    from ingest.loading.load import load
    from ingest.pipeline import Tally

    tally = Tally()
    with progress("loaded") as done, closing(extracted(tally)) as results:
        return tally, load(database, (each.extraction for each in results), done)


def _counts(loaded: LoadSummary) -> dict[str, int]:
    names = ("documents", "entities", "events", "relations", "claims")
    return {name: getattr(loaded, name).new + getattr(loaded, name).known for name in names}


def _json_summary(tally: Tally, loaded: LoadSummary) -> dict[str, object]:
    names = ("documents", "sentences", "entities", "events", "relations", "claims")
    counts = {
        name: {"new": getattr(loaded, name).new, "known": getattr(loaded, name).known} for name in names
    }
    unread = [{"input": lost.origin, "reason": lost.reason, "hint": lost.hint} for lost in tally.skipped]
    unloaded = [{"input": None, "reason": reason, "hint": None} for reason in loaded.skipped.values()]
    ids = sorted(tally.documents)
    return {
        **counts,
        "document_ids": ids,
        "removed": loaded.removed,
        "skipped": [*unread, *unloaded],
        "warnings": [{"input": each.origin, "remark": each.remark} for each in tally.warnings],
    }
