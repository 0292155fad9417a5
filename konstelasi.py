"""Konstelasi in Python and on the command line.

``konstelasi.query(name, **parameters)`` and ``konstelasi.cypher(text)`` ask the graph from a script or a
notebook. `main` combines the commands of the three packages. Only what is used is imported: ``--help`` is
fast, and ``extract`` needs neither a database driver nor Streamlit.
"""

from __future__ import annotations

import codecs
import json
import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING, Annotated

import typer

from cypher import logs
from cypher.errors import KonstelasiError, UsageError
from cypher.model.release import VERSION

if TYPE_CHECKING:
    from explorer.scripting import Result, cypher, query

__all__ = ["KonstelasiError", "Result", "cypher", "main", "query"]

_SCRIPTING = frozenset({"Result", "cypher", "query"})


def __getattr__(name: str) -> object:
    """Import what scripts use when it is first asked for."""
    if name in _SCRIPTING:
        return getattr(import_module("explorer.scripting"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


@dataclass(frozen=True, slots=True)
class Command:
    """A command: the place of its code, and its summary in the overview."""

    name: str
    module: str
    attribute: str
    summary: str

    def register(self, group: typer.Typer) -> None:
        """Import the command, a function or a group of commands, and add it to `group`."""
        command = getattr(import_module(self.module), self.attribute)
        if isinstance(command, typer.Typer):
            group.add_typer(command, name=self.name)
        else:
            group.command(self.name)(command)

    def announce(self, group: typer.Typer) -> None:
        """Add only name and summary to `group`, for the overview."""
        group.command(self.name, help=self.summary)(_announced)


COMMANDS = (
    Command(
        "extract",
        "ingest.commands.extract",
        "extract",
        "Extract entities, events and relations as JSON Lines.",
    ),
    Command("ingest", "ingest.commands.ingest", "ingest", "Extract articles and load them into the graph."),
    Command("follow", "ingest.commands.follow", "follow", "Follow feeds: load what is new, again and again."),
    Command("alerts", "ingest.commands.alerts", "app", "Send alerts on what analysts watch."),
    Command("sources", "ingest.commands.sources", "app", "Show and change the list of sources."),
    Command("import", "ingest.commands.import_", "import_", "Load the events of a data set, such as ICEWS."),
    Command("mapping", "ingest.commands.mapping", "mapping", "Propose a mapping for a table of events."),
    Command("datasets", "ingest.commands.datasets", "datasets", "List the data sets that can be imported."),
    Command("reread", "ingest.commands.reread", "reread", "Extract the articles in the graph again."),
    Command("explain", "ingest.commands.explain", "explain", "Show why each claim of an article was made."),
    Command("evaluate", "ingest.commands.evaluate", "evaluate", "Score the extraction on gold sentences."),
    Command("query", "cypher.commands.query", "query", "Run a saved query: table, JSON, CSV or GraphML."),
    Command("cypher", "cypher.commands.typed", "cypher", "Run typed Cypher, read-only, and print its rows."),
    Command("search", "cypher.commands.search", "search", "Find sentences by their words."),
    Command("annotate", "cypher.commands.annotate", "annotate", "Judge a claim or a tie, or take that back."),
    Command("note", "cypher.commands.notes", "note", "Write a note, question or tag without a verdict."),
    Command(
        "claim", "ingest.commands.claim", "claim", "Claim by hand who did what, from a source you quote."
    ),
    Command("notes", "cypher.commands.notes", "notes", "List the notes of analysts: table, JSON or CSV."),
    Command("verdicts", "cypher.commands.verdicts", "verdicts", "Write judged claims as training data."),
    Command("judgements", "cypher.commands.judgements", "app", "Export all that people made; bring it back."),
    Command("learn", "cypher.commands.learn", "learn", "Learn from verdicts how far claims can be trusted."),
    Command("brief", "explorer.brief_commands", "app", "List briefs, and write them as files."),
    Command("digest", "explorer.digest_commands", "digest", "Write what came in as a page or an Atom feed."),
    Command("db", "cypher.commands.db", "app", "Start, stop, check, back up and restore the database."),
    Command("audit", "cypher.commands.audit", "app", "Check and export who read and changed what."),
    Command(
        "tokens",
        "explorer.token_commands",
        "app",
        "Make, list and revoke tokens of programs.",
    ),
    Command("app", "explorer.commands", "app", "Open the explorer in the browser."),
)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0, or 1 after errors or skipped inputs, or 2 for wrong use."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _print_in_any_encoding()
    logs.set_up()
    try:
        with import_module("cypher.audit.commanded").commanded(given):
            command_line(given)(given, prog_name="konstelasi")
    except KonstelasiError as error:
        logs.say(f"konstelasi: {error}", logging.ERROR)
        raise SystemExit(2 if isinstance(error, UsageError) else 1) from None
    except OSError as error:
        if error.filename is None:
            raise
        said = f"{error.filename} cannot be used ({error.strerror}). Check the path and its permissions."
        logs.say(f"konstelasi: {said}", logging.ERROR)
        raise SystemExit(1) from None


def _print_in_any_encoding() -> None:
    """Escape characters that the output's encoding lacks, in the way of JSON, so that JSON stays valid."""
    codecs.register_error("json", _escaped)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="json")


def _escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


def command_line(given: Sequence[str]) -> typer.Typer:
    """Return all commands; only the one that `given` begins with is imported and can run."""
    group = typer.Typer(
        help="From news to a graph of who did what to whom, with the sentence behind every edge.\n\n"
        "Example: konstelasi ingest samples/articles.jsonl && konstelasi app",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    group.callback()(_options)
    for command in COMMANDS:
        if given[:1] == [command.name]:
            command.register(group)
        else:
            command.announce(group)
    return group


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"konstelasi {VERSION}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version.")
    ] = False,
) -> None:
    """Declare the options before a command; the group keeps its own help."""


def _announced() -> None:
    """A placeholder for commands in the overview, which is never run."""


if __name__ == "__main__":
    main()
