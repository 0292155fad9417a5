"""``konstelasi mapping``: proposes a mapping of a table's columns, for ``konstelasi import csv``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.errors import UsageError

# The words of events are found with the extraction, which is imported where it is used.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from ingest.datasets.own_tables.csv_table import FirstRows
    from ingest.datasets.own_tables.mapping import TableMapping

_SHOWN_ROWS = 5
_SHOWN_WORDS = 10
_PROPOSED_BY = 200
"""The number of rows by which columns are told."""

_READ = 20_000
"""The number of rows whose words for events are gathered."""


def mapping(
    table: Annotated[Path, typer.Argument(metavar="TABLE", help="A table in CSV, with a header.")],
    encoding: Annotated[
        str | None, typer.Option(help="Its encoding, if it is neither UTF-8 nor Windows-1252.")
    ] = None,
    draft: Annotated[
        Path | None,
        typer.Option(
            "--mapping",
            metavar="FILE",
            help="A mapping to complete in place of a proposal: TOML, or the draft that --json prints.",
        ),
    ] = None,
    as_json: Annotated[
        bool,
        typer.Option("--json", help="The mapping, what it lacks, and what the first rows become, as JSON."),
    ] = False,
) -> None:
    """Propose a mapping for a table of events, from the names of its columns and its first rows.

    The mapping is printed as TOML, for you to check and complete; docs/mapping.md explains it. What it lacks
    is said on standard error: fields without a column, and words for events without a type.

    Example: konstelasi mapping incidents.csv > incidents.toml
    """
    from ingest.datasets.own_tables.csv_table import first_rows
    from ingest.datasets.own_tables.mapping import TableMapping
    from ingest.datasets.own_tables.mapping_files import as_toml, read_draft
    from ingest.datasets.own_tables.proposals import proposed
    from ingest.datasets.own_tables.table_words import counted_words, with_words
    from ingest.datasets.recognition import likely

    given = TableMapping() if draft is None else read_draft(draft)
    given = replace(given, encoding=_known(encoding) or given.encoding)
    first = first_rows(table, _READ, given.encoding, given.separator)
    if draft is None:
        given = replace(proposed(first.columns, first.rows[:_PROPOSED_BY]), encoding=encoding)
    counted = counted_words(given, first)
    proposal = with_words(given, counted)
    if as_json:
        told = _told(proposal, first, as_toml(proposal)) | {"words": counted}
        rows = list(_preview(table, proposal, (draft or table).stem))
        fitting = likely(table)
        told |= {"preview": rows, "data_set": fitting.dataset.name if fitting else ""}
        typer.echo(json.dumps(told, ensure_ascii=False))
    else:
        typer.echo(as_toml(proposal), nl=False)
    for lack in _lacks(proposal, first):
        typer.echo(lack, err=True)


def _preview(path: Path, proposal: TableMapping, title: str) -> Iterator[dict[str, object]]:
    """Yield what the first rows become by the mapping as a file has it; nothing if it is incomplete."""
    from ingest.commands.preview import previewed
    from ingest.datasets.own_tables.mapping_files import as_toml, parsed
    from ingest.datasets.sources import own_table

    if not proposal.missing():
        dataset = own_table(title, parsed(as_toml(proposal), "The mapping"))
        yield from previewed(dataset.reader([path]), dataset)


def _known(encoding: str | None) -> str | None:
    from ingest.datasets.own_tables.mapping_checks import FaultyMappingError, check_encoding

    try:
        check_encoding(encoding or "utf-8")
    except FaultyMappingError as error:
        raise UsageError(f"--encoding: {error}") from None
    return encoding


def _told(proposal: TableMapping, first: FirstRows, text: str) -> dict[str, object]:
    from ingest.datasets.own_tables.mapping import FIELDS, NEEDED

    return {
        "mapping": text,
        "draft": {name: value for name, value in asdict(proposal).items() if value is not None},
        "fields": dict(FIELDS),
        "needed": list(NEEDED),
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
