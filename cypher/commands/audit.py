"""``konstelasi audit`` checks and exports the record of who read and changed what."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from cypher.audit.checking import check as check_record
from cypher.audit.reading import Only
from cypher.audit.table import csv_lines, json_lines
from cypher.bolt.settings import home_from_environment
from cypher.commands.telling import AsJson, say
from cypher.database.export import safe_cell
from cypher.errors import UsageError

app = typer.Typer(
    help="Check and export the record of who read and changed what.\n\nExample: konstelasi audit check",
    no_args_is_help=True,
)


@app.command()
def check(
    noted: Annotated[
        str | None,
        typer.Option(metavar="HASH", help="A hash that an earlier check printed; it must still be there."),
    ] = None,
    begins_at: Annotated[
        int, typer.Option(min=1, metavar="NUMBER", help="The first line, if earlier ones are in an archive.")
    ] = 1,
    as_json: AsJson = False,
) -> None:
    """Check that no line was altered, removed or added; the exit code is 1 if one was.

    Keep the printed hash on another machine, and give it to a later check.

    Example: konstelasi audit check
    """
    found = check_record(home_from_environment(), begins_at=begins_at, noted=noted)
    remarks, faults = "".join(f"{each}\n" for each in found.remarks), "\n".join(found.faults)
    if faults:
        text = f"{remarks}{faults}\nThe audit record is not as it was written."
    elif found.lines == 0:
        text = f"{remarks}There is no audit record in {home_from_environment()} yet."
    else:
        text = (
            f"{remarks}The audit record is whole: {found.lines:,} lines. The hash of the last: {found.last}"
        )
    answer = {"lines": found.lines, "faults": found.faults, "remarks": found.remarks, "last": found.last}
    say(answer, text, as_json=as_json, asked=True)
    if faults:
        raise typer.Exit(1)


@app.command()
def export(
    *,
    since: Annotated[str | None, typer.Option(metavar="DAY", help="From this day in UTC on.")] = None,
    until: Annotated[str | None, typer.Option(metavar="DAY", help="Until this day in UTC, included.")] = None,
    who: Annotated[str | None, typer.Option(metavar="NAME", help="Only what this person did.")] = None,
    what: Annotated[
        str | None, typer.Option(metavar="ACT", help="Only this act, or only acts on what has this id.")
    ] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table as CSV.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print a line of JSON each; the default.")] = False,
) -> None:
    """Print the record, oldest first: one line of JSON or CSV for each entry.

    Example: konstelasi audit export --since 2026-11-01 --who anna@example.org --csv
    """
    if as_csv and as_json:
        raise UsageError("Give only one of --csv and --json.")
    only = Only(_day("--since", since), _day("--until", until), who, what)
    if only.since and only.until and only.since > only.until:
        raise UsageError(f"--since {since} is after --until {until}. Exchange them.")
    home = home_from_environment()
    for line in csv_lines(home, only, safe_cell) if as_csv else json_lines(home, only):
        typer.echo(line, nl=False)


def _day(option: str, text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(f"{option} {text} is no day. Write it like 2026-11-30.") from None
