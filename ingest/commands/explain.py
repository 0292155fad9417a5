"""``konstelasi explain``: shows why each claim of an article was made."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from cypher.errors import InputError
from ingest.commands.inputs import Map, PathsOrInput
from ingest.commands.summary import report

# What is heavy (spaCy, rich) is imported where it is used, so that help and wrong use answer at once.
# ruff: noqa: PLC0415


def explain(
    paths: PathsOrInput = None,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE.html", help="Write one offline page instead.")
    ] = None,
    claim: Annotated[str | None, typer.Option(metavar="ID", help="Only the claim with this id.")] = None,
    columns: Map = None,
) -> None:
    """Show each sentence with its names and events marked, and for each claim why it was made.

    For each claim: trigger, parties with their entities, status, date, speaker, the applied rules, and the
    confidence. Needs no database. The exit code is 1 if an input was skipped.

    Example: konstelasi explain article.txt --html why.html
    """
    from rich.console import Console

    from ingest.documents import read
    from ingest.documents.formats.columns import stated_columns
    from ingest.explanation import explain as explanation_of
    from ingest.explanation import page_of, terminal_of
    from ingest.pipeline import Tally, run

    tally = Tally()
    explained = [
        explanation_of(item.extraction, claim)
        for item in run(read(paths or ["-"], stated_columns(columns or [])), tally)
    ]
    if claim is not None:
        explained = [explanation for explanation in explained if explanation.sentences]
        if not explained:
            raise InputError(
                f"nothing in what was read makes the claim {claim!r}: look its id up without --claim"
            )
    if html is None:
        for explanation in explained:
            Console(soft_wrap=True, highlight=False).print(terminal_of(explanation))
    else:
        html.write_text(page_of(explained), encoding="utf-8")
    report(tally, tally.counts())
    raise typer.Exit(1 if tally.skipped else 0)
