"""``konstelasi evaluate``: scores the extraction on gold sentences."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.errors import UsageError

# What is heavy (spaCy) is imported where it is used, so that help and wrong use answer at once.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from ingest.evaluation import Selection


def evaluate(  # noqa: PLR0913, PLR0917 - one parameter an option
    gold: Annotated[list[Path], typer.Argument(metavar="GOLD…", help="JSON Lines of gold sentences.")],
    split: Annotated[str | None, typer.Option(help="Only rows of this split.")] = None,
    language: Annotated[str | None, typer.Option(help="Only rows in this language.")] = None,
    part: Annotated[str, typer.Option(help="K/N: of each N rows only the K-th, as in 1/2.")] = "1/1",
    texts: Annotated[
        Path | None, typer.Option(help="Folder of the files that gold without texts refers to.")
    ] = None,
    errors: Annotated[
        bool, typer.Option("--errors", help="Also print the sentences that are wrong.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="The report as JSON.")] = False,
    folder: Annotated[
        Path | None, typer.Option("--report", help="Also write report.md and report.json into this folder.")
    ] = None,
) -> None:
    """Score the extraction on gold sentences: figures with intervals and floors, by type, and confusions.

    Gold may be annotated in full (countries, entities, events), name one event with its parties, answer
    one question, or be parallel sentences in two languages; docs/extraction.md shows the rows.

    Example: konstelasi evaluate samples/gold.jsonl --language id --errors
    """
    from ingest.evaluation import evaluate as score

    report = score(gold, _selection(split, language, part), texts)
    if as_json:
        typer.echo(report.json())
    else:
        typer.echo("\n".join(report.lines(mistakes=errors)))
    if folder is not None:
        page, data = report.write(folder)
        typer.echo(f"wrote {page} and {data}", err=True)


def _selection(split: str | None, language: str | None, part: str) -> Selection:
    from ingest.evaluation import Selection

    match = re.fullmatch(r"([1-9]\d{0,8})/([1-9]\d{0,8})", part)
    if match is None or int(match[1]) > int(match[2]):
        raise UsageError(f"--part {part!r} is no part: give K/N, such as 1/2 for every other row")
    return Selection(split, language, int(match[1]) - 1, int(match[2]))
