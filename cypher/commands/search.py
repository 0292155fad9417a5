"""``konstelasi search``: finds sentences by their words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.text import Text

from cypher.audit.commanded import about
from cypher.bolt.table import Table
from cypher.catalog.catalog import statement
from cypher.commands.printing import safe
from cypher.commands.query import Format
from cypher.commands.telling import tell
from cypher.database import Role, Settings
from cypher.database.export import as_csv, as_json
from cypher.desk.resolving import resolved
from cypher.desk.searching import SENTENCES, asked_in
from cypher.errors import UsageError
from cypher.judging.opening import opened
from cypher.model.graph import DatePrecision
from cypher.model.search_words import forms_of, hits

_LENGTHS: Mapping[str, int] = {DatePrecision.YEAR: len("2023"), DatePrecision.MONTH: len("2023-10")}
"""The part of a date that is known, in characters."""


def search(  # noqa: PLR0913, PLR0917 - one parameter an option
    words: Annotated[list[str], typer.Argument(help='The words, such as: mengecam serangan "Jalur Gaza".')],
    actor: Annotated[str | None, typer.Option(help="Only sentences that name this actor.")] = None,
    publisher: Annotated[str | None, typer.Option(help="Only articles of this publisher.")] = None,
    language: Annotated[str | None, typer.Option(help="Only articles in this language, id or en.")] = None,
    since: Annotated[str | None, typer.Option(help="Only articles from this day on.")] = None,
    until: Annotated[str | None, typer.Option(help="Only articles up to this day.")] = None,
    limit: Annotated[int, typer.Option(help="Maximum number of sentences.")] = 20,
    form: Annotated[Format, typer.Option("--format", "-f", help="table, json or csv.")] = Format.TABLE,
) -> None:
    """Find the newest sentences that use all of the words, in any form of Indonesian and English.

    Words in quotes must stand as they are. Example:
    konstelasi search 'mengecam serangan' --actor Iran --since 2023-10-01
    """
    if form is Format.GRAPHML:
        raise UsageError("Sentences are no network. Choose the format table, json or csv.")
    asked = asked_in(" ".join(words))
    chosen = {"entity": actor, "publisher": publisher, "languages": language, "since": since, "until": until}
    values = {
        **asked.parameters(),
        **{name: value for name, value in chosen.items() if value},
        "limit": limit,
    }
    statement(SENTENCES).bind(values)
    about(**{key: str(value) for key, value in values.items()})
    with opened(Settings.from_environment(), Role.READER, tell) as database:
        found = database.read(SENTENCES, **resolved(database, statement(SENTENCES), values))
    if form is Format.TABLE:
        _print(found, forms_of(asked.words))
        tell(_counted(len(found.rows), limit))
    else:
        typer.echo(as_json(found) if form is Format.JSON else as_csv(found), nl=form is Format.JSON)


def _counted(number: int, limit: int) -> str:
    if number and number == limit:
        return f"The newest {number:,}; there may be more, which a higher --limit shows."
    return f"{number:,} {'sentence' if number == 1 else 'sentences'}"


def _print(found: Table, forms: list[list[str]]) -> None:
    console = Console()
    for row in found.records():
        about = (_published(row), row["publisher"] or "unnamed publisher", row["title"] or "untitled")
        console.print(safe(" · ".join(about)), style="dim")
        console.print(_marked(row["sentence"], forms))


def _published(row: Mapping[str, Any]) -> str:
    """Return when an article was published, no finer than is known: a month, for example, as 2023-10."""
    day = row["published_on"]
    if not day:
        return "undated"
    known = day[: _LENGTHS.get(row["published_precision"], len(day))]
    return f"about {known}" if row["published_guessed"] else known


def _marked(sentence: str, forms: list[list[str]]) -> Text:
    """Return a sentence with the found words in bold."""
    text = safe(sentence)
    for span in hits(sentence, forms):
        text.stylize("bold", span.start, span.end)
    return text
