"""``konstelasi brief``: lists the briefs of the graph, and writes one to a file."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table as Grid

from cypher.audit.commanded import about
from cypher.bolt.settings import Role, Settings
from cypher.briefs.reading import BriefEntry, briefs
from cypher.commands.printing import safe
from cypher.commands.telling import tell
from cypher.errors import UsageError
from cypher.judging.opening import opened
from explorer.briefs.files import FileFormat, brief_file, shown_brief
from explorer.words import Words, refuse_unknown_language

app = typer.Typer(
    help="List briefs, and write them as files.\n\n"
    'Example: konstelasi brief export "Iran and Israel" --output iran-israel.md',
    no_args_is_help=True,
)

_LISTED = 6
"""Briefs that a message lists."""


@app.command("list")
def list_briefs() -> None:
    """List the newest version of each brief: its id, title, owner, version, and when it was saved.

    Private briefs are listed too: a command is run by whoever owns the graph.
    """
    with opened(Settings.from_environment(), Role.READER, tell) as database:
        found = briefs(database)
    grid = Grid("id", "title", "owner", "version", "parts", "saved")
    grid.columns[0].no_wrap = True
    for each in found:
        numbers = (str(each.version), str(len(each.items)))
        grid.add_row(each.brief, safe(each.title), safe(each.owner), *numbers, each.created_at[:10])
    Console().print(grid)


@app.command()
def export(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The title or id of the brief.")],
    form: Annotated[FileFormat, typer.Option("--format", "-f", help="The format.")] = FileFormat.MARKDOWN,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="The file; a new one. Without it, text is printed.")
    ] = None,
    version: Annotated[int | None, typer.Option(min=1, help="A version; the newest if not given.")] = None,
    language: Annotated[str, typer.Option(help="The language of labels and dates: en or id.")] = "en",
) -> None:
    """Write a brief, with what has changed in the graph since its parts were collected.

    Example: konstelasi brief export "Iran and Israel" --format markdown --output iran-israel.md
    """
    _refuse_unfit(output, language, form)
    with opened(Settings.from_environment(), Role.READER, tell) as database:
        chosen = named(name, briefs(database))
        about(chosen.brief, format=form.value)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        shown = shown_brief(database, chosen.brief, version, Words(language), now)
    written = brief_file(shown, form)
    if output is None:
        typer.echo(written.decode(), nl=False)
        return
    with output.open("xb") as file:
        file.write(written)
    tell(f"{safe(chosen.title)}: {output}")


def named(name: str, found: list[BriefEntry]) -> BriefEntry:
    """Return the brief with this id or title; raises `UsageError` if there is none, or several."""
    matching = [each for each in found if name == each.brief] or [
        each for each in found if each.title.casefold() == name.strip().casefold()
    ]
    if len(matching) == 1:
        return matching[0]
    listed = ", ".join(f"{safe(each.title)} ({each.brief})" for each in (matching or found)[:_LISTED])
    if matching:
        raise UsageError(f"{len(matching)} briefs are called {name[:80]!r}: {listed}. Give the id of one.")
    known = f" There are {listed}." if listed else " No brief has been saved yet."
    raise UsageError(f"There is no brief called {name[:80]!r}.{known}")


def _refuse_unfit(output: Path | None, language: str, form: FileFormat) -> None:
    """Refuse what cannot be written, before the graph is opened."""
    refuse_unknown_language(language)
    if output is None and form is FileFormat.DOCX:
        raise UsageError("A Word document cannot be printed. Name a file with --output.")
    if output is not None and output.exists():
        raise UsageError(f"{output} exists. Name a new file.")
