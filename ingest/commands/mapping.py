"""``konstelasi mapping``: proposes a mapping of a table's columns, for ``konstelasi import csv``."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.errors import UsageError

# The words of events are found with the extraction, which is imported where it is used.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from ingest.datasets.csv_table import FirstRows
    from ingest.datasets.mapping import TableMapping

_SHOWN_ROWS = 5
_SHOWN_WORDS = 10


def mapping(
    table: Annotated[Path, typer.Argument(metavar="TABLE", help="A table in CSV, with a header.")],
    encoding: Annotated[
        str | None, typer.Option(help="Its encoding, if it is neither UTF-8 nor Windows-1252.")
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="The mapping, what it lacks and the first rows as JSON.")
    ] = False,
) -> None:
    """Propose a mapping for a table of events, from the names of its columns and its first rows.

    The mapping is printed as TOML, for you to check and complete; docs/mapping.md explains it. What it lacks
    is said on standard error: fields without a column, and words for events without a type.

    Example: konstelasi mapping incidents.csv > incidents.toml
    """
    from ingest.datasets.csv_table import first_rows
    from ingest.datasets.mapping_files import as_toml
    from ingest.datasets.proposals import proposed

    first = first_rows(table, encoding=_known(encoding))
    proposal = replace(proposed(first.columns, first.rows), encoding=encoding)
    if as_json:
        typer.echo(json.dumps(_told(proposal, first, as_toml(proposal)), ensure_ascii=False))
    else:
        typer.echo(as_toml(proposal), nl=False)
    for lack in _lacks(proposal, first):
        typer.echo(lack, err=True)


def _known(encoding: str | None) -> str | None:
    from ingest.datasets.mapping_checks import FaultyMappingError, check_encoding

    try:
        check_encoding(encoding or "utf-8")
    except FaultyMappingError as error:
        raise UsageError(f"--encoding: {error}") from None
    return encoding


def _told(proposal: TableMapping, first: FirstRows, text: str) -> dict[str, object]:
    return {
        "mapping": text,
        "missing": list(proposal.missing()),
        "undecided": list(proposal.undecided()),
        "columns": list(first.columns),
        "rows": [list(row) for row in first.rows[:_SHOWN_ROWS]],
    }


def _lacks(proposal: TableMapping, first: FirstRows) -> list[str]:
    columns = ", ".join(f"“{name}”" for name in first.columns)
    lacks = [
        f"No column is found for the {field} of events. Add it below [columns]; the table has {columns}."
        for field in proposal.missing()
    ]
    words = list(proposal.undecided())
    if words:
        named = ", ".join(f"“{word}”" for word in words[:_SHOWN_WORDS])
        more = f" and {len(words) - _SHOWN_WORDS} more" if len(words) > _SHOWN_WORDS else ""
        said = "Give them types below [words]; the rows of the others are rejected."
        lacks.append(f"No event type is found for {named}{more}. {said}")
    return lacks
