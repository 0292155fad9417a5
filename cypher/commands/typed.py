"""``konstelasi cypher``: runs typed Cypher, read-only, and prints its rows."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from cypher.audit.commanded import about
from cypher.bolt.table import Table
from cypher.catalog.parameters import ParameterType, read_value
from cypher.commands.query import Format, given_values, print_result
from cypher.commands.telling import tell
from cypher.database import Database, Role, Settings
from cypher.database.elements import elements_of
from cypher.database.graphml import as_graphml
from cypher.database.tie_rows import has_ties
from cypher.desk.asking import ROW_CAP, TIME_OUT
from cypher.desk.drawing import Look, drawing_of
from cypher.desk.fitting import refuse_misfits, typed_misfits
from cypher.desk.own_queries import typed_statement
from cypher.desk.resolving import resolved
from cypher.desk.unknown_names import unknown_names
from cypher.errors import UsageError
from cypher.judging.opening import opened
from cypher.model.graph import USUAL_LEVEL, Lens
from cypher.model.release import PROGRAM
from cypher.records.explore import KnownName
from cypher.records.shared import DrawnTie


def cypher(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="The query, or - to read it from standard input.")
    ],
    param: Annotated[
        list[str] | None, typer.Option("--param", "-p", metavar="NAME=VALUE", help="A parameter.")
    ] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to print the result.")] = Format.TABLE,
    lens: Annotated[str | None, typer.Option(help="trusted, not_rejected, all, or mine:AUTHOR.")] = None,
    *,
    as_machine: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    wide: Annotated[bool, typer.Option("--wide", help="Print all columns of ties as a table.")] = False,
) -> None:
    """Run typed Cypher and print its result: read-only, for at most 20 seconds, up to 5,000 rows.

    Each $name in the text takes the parameter of that name. Names that the graph does not have are listed on
    standard error. Example: konstelasi cypher "MATCH (c:Country) RETURN c.name LIMIT 5"
    """
    chosen = Format.JSON if as_machine else form
    written = sys.stdin.read() if text == "-" else text
    wanted = typed_statement("typed", written)
    takes_lens = any(parameter.name == "lens" for parameter in wanted.parameters)
    if lens is not None and not takes_lens:
        _refuse_idle_lens(lens, chosen)
    values = given_values(param or [], lens if takes_lens else None, wanted)
    about(cypher=written, **{key: str(value) for key, value in values.items()})
    with opened(Settings.from_environment(), Role.READER, tell) as database:
        bound = wanted.bind(resolved(database, wanted, values))
        refuse_misfits(wanted, bound)
        result = database.read_text(written, bound, timeout=TIME_OUT, row_cap=ROW_CAP)
        for each in (
            *unknown_names(written, database.rows(KnownName, "explore/names")),
            *typed_misfits(written),
        ):
            tell(str(each))
        if chosen is Format.GRAPHML and not has_ties(result):
            typer.echo(_drawn(database, result, Look(lens or Lens.TRUSTED, USUAL_LEVEL)))
        else:
            print_result(wanted.title, result, chosen, wide=wide)
            if lens is not None and not takes_lens:
                tell("--lens had no effect: the query returns its ties itself and does not use $lens.")
    if result.truncated:
        tell(f"Only the first {ROW_CAP:,} rows were read; narrow the query.")


def _refuse_idle_lens(lens: str, chosen: Format) -> None:
    """Raise `UsageError` for an unknown lens, and if neither the text nor the format uses it."""
    try:
        read_value(ParameterType.LENS, lens)
    except ValueError as problem:
        raise UsageError(f"--lens must be {problem}, not {lens!r}.") from None
    if chosen is not Format.GRAPHML:
        raise UsageError("--lens has no effect: the query does not use $lens. Add it, or leave out --lens.")


def _drawn(database: Database, result: Table, look: Look) -> str:
    """Return as GraphML what is drawn of the nodes, relationships and paths of a result."""
    drawing = drawing_of(elements_of(result), look, database.rows)
    if not drawing.entities:
        raise UsageError(
            "The result has no entities or ties. Return nodes, relationships or paths, or use json or csv."
        )
    columns = DrawnTie.__match_args__
    rows = tuple(tuple(getattr(tie, name) for name in columns) for tie in drawing.ties)
    alone = (
        {"id": each.id, "name": each.name, "kind": each.kind, "country": each.country}
        for each in drawing.entities
    )
    return as_graphml(Table(columns, rows), {"made by": PROGRAM}, alone)
