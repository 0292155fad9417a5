"""``konstelasi sources``: shows and changes the list of sources that are followed."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

# What is heavy (lxml, trafilatura) is imported where it is used, so that help and wrong use answer at once.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from cypher.sources.store import Store

app = typer.Typer(
    help="Show and change the list of sources that are followed.\n\nExample: konstelasi sources list",
    no_args_is_help=True,
)

Name = Annotated[str, typer.Argument(metavar="NAME", help="The name of a source.")]
AsJson = Annotated[bool, typer.Option("--json", help="As JSON on standard output.")]


@app.command("list")
def list_(as_json: AsJson = False) -> None:
    """List the sources with the result of their last fetch.

    Example: konstelasi sources list
    """
    from cypher.sources.states import states

    found = states(_store())
    if as_json:
        typer.echo(json.dumps([asdict(each) for each in found], ensure_ascii=False))
        return
    for each in found:
        typer.echo(each.line())


@app.command()
def add(  # noqa: PLR0913, PLR0917 - each is an option
    given: Annotated[
        list[str], typer.Argument(metavar="SOURCES.toml|FEEDS.opml|ADDRESS…", help="Lists, feeds or sites.")
    ],
    name: Annotated[str | None, typer.Option(help="The name of a source.")] = None,
    publisher: Annotated[
        str | None, typer.Option(help="Its publisher, instead of what the feed says.")
    ] = None,
    language: Annotated[str | None, typer.Option(help="The language of its articles: en, id or es.")] = None,
    grade: Annotated[str | None, typer.Option(help="Its reliability, A to F.")] = None,
    every: Annotated[str, typer.Option(metavar="TIME", help="How often it is fetched: 90, 5m, 1h.")] = "1m",
    full_text: Annotated[
        bool, typer.Option("--full-text", help="Also read the pages of articles, where the host allows that.")
    ] = False,
    private: Annotated[bool, typer.Option("--private", help="It may be in a private network.")] = False,
    as_json: AsJson = False,
) -> None:
    """Add sources; the feed of a site is found by the address of its page.

    The exit code is 1 if an address has no feed.

    Example: konstelasi sources add https://www.antaranews.com --grade B --full-text
    """
    from cypher.audit.commanded import about, note_numbers
    from cypher.sources.source import Source
    from ingest.following.adding import UNNAMED, add_given
    from ingest.following.lists import seconds_of

    like = Source(
        name or UNNAMED, UNNAMED, publisher=publisher, language=language, grade=grade,
        every=seconds_of(every), full_text=full_text, private=private,
    )  # fmt: skip
    added = list(add_given(_store(), given, like))
    about(*(each.name for one in added for each in one.sources))
    failed = sum(bool(each.reason) for each in added)
    note_numbers(len(added) - failed, failed)
    if as_json:
        typer.echo(json.dumps([asdict(each) for each in added], ensure_ascii=False))
    else:
        for each in added:
            typer.echo(each.line(), err=True)
    raise typer.Exit(1 if failed else 0)


@app.command()
def remove(name: Name) -> None:
    """Remove a source; articles that were loaded stay.

    Example: konstelasi sources remove Antara
    """
    from cypher.audit.commanded import about
    from cypher.sources import removing

    about(name)
    removing.remove(_store(), name)


@app.command()
def grade(
    name: Name,
    letter: Annotated[str, typer.Argument(metavar="A…F|none", help="Its reliability, A to F, or none.")],
) -> None:
    """Say how reliable a source is; its articles in the graph and their claims follow at once.

    The lens trusted shows claims of sources that are graded D, E or F only once an analyst has verified them.

    Example: konstelasi sources grade Antara B
    """
    from cypher.audit.commanded import about
    from cypher.bolt.settings import Role, Settings
    from cypher.commands.telling import tell
    from cypher.judging.opening import opened
    from cypher.model.counted import counted
    from cypher.review.source_grades import apply_grades
    from cypher.sources import grades

    about(name, grade=letter)
    store, settings = _store(), Settings.from_environment()
    grades.set_grade(store, name, None if letter.lower() == "none" else letter.upper())
    with opened(settings, Role.ANALYST, tell) as database:
        changed = apply_grades(database, store)
    typer.echo(f"{counted(changed, 'article has', 'articles have')} another grade now", err=True)


@app.command()
def stop(name: Name) -> None:
    """Stop fetching a source until it is started again.

    Example: konstelasi sources stop Antara
    """
    from cypher.audit.commanded import about
    from cypher.sources import listing

    about(name)
    listing.stop(_store(), name)


@app.command()
def start(name: Name) -> None:
    """Fetch a stopped or ended source again.

    Example: konstelasi sources start Antara
    """
    from cypher.audit.commanded import about
    from cypher.sources import listing

    about(name)
    listing.start(_store(), name)


def _store() -> Store:
    from cypher.bolt.settings import Settings
    from cypher.sources.store import Store

    return Store(Settings.from_environment().home)
