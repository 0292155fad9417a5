"""``konstelasi query``: runs a statement of the catalogue and prints its result."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table as Grid
from rich.text import Text

from cypher.audit.commanded import about
from cypher.catalog.catalog import Statement, catalog, statement
from cypher.commands.printing import print_table
from cypher.commands.telling import tell
from cypher.database import Role, Settings, Table
from cypher.database.export import as_csv, as_json
from cypher.database.graphml import as_graphml
from cypher.database.tie_rows import tie_rows
from cypher.desk.fitting import refuse_misfits
from cypher.desk.lifting import lifted
from cypher.desk.resolving import resolved
from cypher.errors import UsageError
from cypher.judging.opening import opened
from cypher.model.release import PROGRAM
from cypher.records.explore import CountedFor

READABLE = ("saved", "explore")
"""The folders whose statements may be run; a name is looked up in this order."""


class Format(StrEnum):
    """The format of a printed result."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    GRAPHML = "graphml"


def query(  # noqa: PLR0913 - one parameter an option
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="The query, such as bilateral/history.")
    ] = None,
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter.")
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to print the result.")] = Format.TABLE,
    lens: Annotated[str | None, typer.Option(help="trusted, not_rejected, all, or mine:AUTHOR.")] = None,
    *,
    list_all: Annotated[bool, typer.Option("--list", help="List the queries and their parameters.")] = False,
    as_machine: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    wide: Annotated[bool, typer.Option("--wide", help="Print all columns of ties as a table.")] = False,
) -> None:
    """Run a saved query and print its result.

    Entities may be given by id or by any of their names. Example:
    konstelasi query bilateral/history -p first=Iran -p second="Amerika Serikat" --format csv
    """
    chosen = Format.JSON if as_machine else form
    if list_all or name is None:
        _list(chosen)
        return
    wanted = readable_statement(name)
    values = given_values(param or [], lens, wanted)
    about(wanted.name, **{key: str(value) for key, value in values.items()})
    with opened(Settings.from_environment(), Role.READER, tell) as database:
        asked = resolved(database, wanted, values)
        refuse_misfits(wanted, wanted.bind(asked))
        result = database.read(wanted.name, **asked)
        counting = partial(database.rows, CountedFor, "explore/counts_for")
        instead = lifted(counting, wanted, wanted.bind(asked))
    print_result(wanted.title, result, chosen, wide=wide)
    for each in instead:
        typer.echo(
            f"{each.asked} counts for {each.answered} at this level: the answer is about that.", err=True
        )


def print_result(title: str, result: Table, chosen: Format, *, wide: bool) -> None:
    """Print rows in a format, and on standard error what is missing from them."""
    if chosen is Format.TABLE:
        print_table(title, result, wide=wide)
        tell(f"{len(result.rows)} rows")
    else:
        typer.echo(_PRINTERS[chosen](result), nl=chosen is not Format.CSV)
    if chosen is Format.GRAPHML:
        _say_left_out(result)


_PRINTERS: Mapping[Format, Callable[[Table], str]] = {
    Format.JSON: as_json,
    Format.CSV: as_csv,
    Format.GRAPHML: lambda table: as_graphml(table, {"made by": PROGRAM}),
}


def readable_statement(name: str) -> Statement:
    """Return the statement called `name`, with or without its first folder; raises `UsageError` for others.

    Only statements in the folders `READABLE` can be run.
    """
    candidates = [name, *(f"{folder}/{name}" for folder in READABLE)]
    found = next((candidate for candidate in candidates if candidate in catalog()), name)
    wanted = statement(found)
    if not wanted.name.startswith(tuple(f"{folder}/" for folder in READABLE)):
        raise UsageError(f"{wanted.name} is not a query. `konstelasi query --list` shows the queries.")
    return wanted


def given_values(pairs: list[str], lens: str | None, wanted: Statement) -> dict[str, object]:
    """Return the values of ``NAME=VALUE`` pairs; raises `UsageError` if they do not fit the statement."""
    values: dict[str, object] = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise UsageError(f"--param {pair!r} is not NAME=VALUE, such as limit=10.")
        values[name.strip()] = value
    if lens is not None:
        values["lens"] = lens
    wanted.bind(values)
    return values


def _list(chosen: Format) -> None:
    queries = [s for folder in READABLE for s in catalog().values() if s.name.startswith(f"{folder}/")]
    if chosen is Format.JSON:
        typer.echo(json.dumps([_described(query) for query in queries], ensure_ascii=False, indent=2))
        return
    grid = Grid("query", "title", "parameters")
    grid.columns[0].no_wrap = True
    for found in queries:
        takes = ", ".join(p.name if p.required else f"[{p.name}]" for p in found.parameters)
        grid.add_row(Text(found.name), Text(found.title), Text(takes))
    Console().print(grid)


def _described(found: Statement) -> dict[str, object]:
    return {
        "name": found.name,
        "titles": dict(found.titles),
        "description": found.description,
        "returns": found.returns.kind.value,
        "parameters": [
            {
                "name": p.name,
                "type": p.type.value,
                "required": p.required,
                "default": p.default,
                "help": p.help,
            }
            for p in found.parameters
        ],
    }


def _say_left_out(result: Table) -> None:
    """List on standard error the rows that are left out because they are not valid ties."""
    for each in tie_rows(result).left_out:
        rows = "1 row is" if len(each.rows) == 1 else f"{len(each.rows):,} rows are"
        must_be = f"{each.column!r} must be {each.expected.value}, not {each.value!r}"
        typer.echo(f"{rows} left out, the first is row {each.rows[0]}: {must_be}.", err=True)
