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
    from ingest.commands.skips import Skips
    from ingest.loading.load import LoadSummary
    from ingest.pipeline import Extracted, Tally
    from ingest.second_reader import SecondReader

    Extracting = Callable[[Tally], Generator[Extracted, None, None]]
    """Yields extractions, and adds these and the skipped inputs to a tally."""


def fill(database: Database, extracted: Extracting, skips: Skips, *, as_json: bool) -> int:
    """Load what `extracted` yields, and report; return the exit code: 1 if an input was skipped."""
    from cypher.audit.commanded import note_numbers
    from ingest.pipeline import Tally

    reader, tally = _second_reader(), Tally()
    with skips.kept(tally):
        loaded = _loaded(database, skips.seen(extracted(tally)), reader)
        skips.refused = loaded.skipped
    counts, left = _counts(loaded), len(tally.skipped) + len(loaded.skipped)
    note_numbers(counts["documents"], left)
    report(tally, counts, loaded.skipped.values())
    if reader:
        typer.echo(f"second reader {reader.service.model}: {reader.spent}", err=True)
    if as_json:
        again = {"second_reader": reader.counts()} if reader else {}
        typer.echo(json.dumps({**_json_summary(tally, loaded), **again}, ensure_ascii=False))
    return 1 if left else 0


def _second_reader() -> SecondReader | None:
    from cypher.bolt.settings import Settings
    from ingest.second_reader import second_reader

    return second_reader(Settings.from_environment().home)


def _loaded(
    database: Database, extracted: Generator[Extracted, None, None], reader: SecondReader | None
) -> LoadSummary:
    from ingest.loading.load import load

    with progress("loaded") as done, closing(extracted) as results:
        extractions = (each.extraction for each in results)
        return load(database, reader.again(extractions) if reader else extractions, done)


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
