"""``konstelasi extract``: prints extractions on standard output, and messages on standard error."""

from __future__ import annotations

from contextlib import closing

import typer

from ingest.commands.inputs import Jobs, Map, PathsOrInput
from ingest.commands.summary import progress, report

# What is heavy (spaCy) is imported where it is used, so that help and wrong use answer at once.
# ruff: noqa: PLC0415


def extract(
    paths: PathsOrInput = None,
    columns: Map = None,
    jobs: Jobs = None,
) -> None:
    """Extract entities, events and relations as JSON Lines on standard output; needs no database.

    The exit code is 1 if an input was skipped.

    Example: konstelasi extract samples/articles.jsonl > claims.jsonl
    """
    from ingest.contract import write_row
    from ingest.documents import read
    from ingest.documents.formats.columns import stated_columns
    from ingest.pipeline import Tally, run

    tally = Tally()
    inputs = read(paths or ["-"], stated_columns(columns or []))
    with progress("extracted") as done, closing(run(inputs, tally, jobs)) as results:
        for extracted in results:
            typer.echo(write_row(extracted.extraction, extracted.incoming.given_id))
            done(1)
    report(tally, tally.counts())
    raise typer.Exit(1 if tally.skipped else 0)
