"""``konstelasi notes`` lists the notes of analysts, and ``konstelasi note`` writes or withdraws one."""

from __future__ import annotations

import getpass
import json
from enum import StrEnum
from typing import Annotated

import typer

from cypher.audit.commanded import about
from cypher.bolt.table import Table
from cypher.commands.printing import print_table
from cypher.commands.telling import tell
from cypher.database import Role, Settings
from cypher.database.export import as_csv
from cypher.desk.notes import Note, listed_notes
from cypher.desk.noting import edit_note, reply, withdraw_note, write_note
from cypher.errors import UsageError
from cypher.judging.opening import opened
from cypher.model.notes import NoteKind

_COLUMNS = (
    *("note", "kind", "text", "tags", "author", "written_at", "created_at"),
    *("target_kind", "target", "about", "answers"),
)
_SHOWN = ("note", "kind", "text", "tags", "author", "created_at", "about")


class Format(StrEnum):
    """The format of a printed list."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def notes(  # noqa: PLR0913 - one parameter an option
    about: Annotated[
        str | None, typer.Argument(metavar="SUBJECT", help="Only on this tie, claim, entity or article.")
    ] = None,
    *,
    kind: Annotated[NoteKind | None, typer.Option(help="Only notes of this kind.")] = None,
    tag: Annotated[str | None, typer.Option(help="Only notes with this tag.")] = None,
    author: Annotated[str | None, typer.Option(help="Only notes of this analyst.")] = None,
    since: Annotated[str | None, typer.Option(help="Only written or changed on this day or later.")] = None,
    form: Annotated[Format, typer.Option("--format", "-f", help="How to print the list.")] = Format.TABLE,
    as_machine: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
) -> None:
    """List notes, questions, tags and replies of all analysts, the latest first.

    Example: konstelasi notes --tag "to check" --since 2026-11-01
    """
    only = {"about": about, "kind": kind and kind.value, "tag": tag, "author": author, "since": since}
    with opened(Settings.from_environment(), Role.READER, tell) as database:
        found = listed_notes(database, **only)
    if as_machine or form is Format.JSON:
        typer.echo(json.dumps(_table(found, _COLUMNS).records(), ensure_ascii=False, indent=1))
    elif form is Format.CSV:
        typer.echo(as_csv(_table(found, _COLUMNS)), nl=False)
    else:
        print_table("Notes", _table(found, _SHOWN), wide=True)
        tell(f"{len(found):,} notes")


def note(  # noqa: PLR0913 - one parameter an option
    subject: Annotated[
        str,
        typer.Argument(
            metavar="SUBJECT",
            help="A tie, claim, entity or article; with --reply, --edit or --withdraw, a note.",
        ),
    ],
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The note; may be left out with --tag.")] = "",
    *,
    tag: Annotated[list[str] | None, typer.Option(help="A tag; may be repeated.")] = None,
    question: Annotated[bool, typer.Option("--question", help="It is a question.")] = False,
    answer: Annotated[bool, typer.Option("--reply", help="Reply to a note.")] = False,
    edit: Annotated[bool, typer.Option("--edit", help="Give your note this text and these tags.")] = False,
    withdraw: Annotated[bool, typer.Option("--withdraw", help="Withdraw your note.")] = False,
    author: Annotated[str | None, typer.Option(help="Who writes; your user name by default.")] = None,
) -> None:
    """Write a note without a verdict; print its id, which --reply, --edit and --withdraw take.

    Example: konstelasi note tie-3f9a0c… "Which talks are these?" --question --tag "to check"
    """
    if question + answer + edit + withdraw > 1:
        raise UsageError("Give only one of --question, --reply, --edit and --withdraw.")
    who, tags = author or getpass.getuser(), tag or ()
    about(subject, author=who)
    with opened(Settings.from_environment(), Role.ANALYST, tell) as database:
        if withdraw:
            done = withdraw_note(database, subject, author=who)
        elif edit:
            done = edit_note(database, subject, text, author=who, tags=tags)
        elif answer:
            done = reply(database, subject, text, author=who, tags=tags)
        else:
            done = write_note(database, subject, text, author=who, tags=tags, question=question)
    typer.echo(done.note)


def _table(found: list[Note], columns: tuple[str, ...]) -> Table:
    return Table(columns, tuple(tuple(getattr(note, name) for name in columns) for note in found))
