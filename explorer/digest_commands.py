"""``konstelasi digest``: writes what came into the graph as a page or as an Atom feed."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from cypher.arrivals.collecting import arrivals, with_failures
from cypher.arrivals.items import Asked
from cypher.arrivals.moments import before_newest_load, before_now, moment_of
from cypher.bolt.settings import Role, Settings
from cypher.commands.printing import safe
from cypher.commands.telling import tell
from cypher.database import Database
from cypher.desk.watching import last_seen, watches
from cypher.errors import UsageError
from cypher.judging.opening import opened
from cypher.model.graph import USUAL_LEVEL, Lens, Level
from cypher.model.lens import lens_parameter
from explorer.digest.addresses import App
from explorer.digest.atom import digest_feed
from explorer.digest.document import digest_page
from explorer.elements.element import is_web_address
from explorer.panels.arrivals.head import summary
from explorer.phrases import said
from explorer.reads.local_names import InLanguage, read_names
from explorer.words import Words, refuse_unknown_language

_WRITERS = {".html": digest_page, ".htm": digest_page, ".atom": digest_feed, ".xml": digest_feed}
"""What writes a file, by the ending of its name."""

DAY = timedelta(days=1)


def digest(  # noqa: PLR0913, PLR0917 - one parameter an option
    out: Annotated[Path, typer.Option(help="The file: .html for a page, .atom for a feed. It is replaced.")],
    since: Annotated[
        str | None,
        typer.Option(
            help="A day, or a date and time (UTC). Otherwise the author's last visit, or a day ago."
        ),
    ] = None,
    author: Annotated[str | None, typer.Option(help="Whose watches and last visit count.")] = None,
    lens: Annotated[Lens, typer.Option(help="Which claims are shown.")] = Lens.TRUSTED,
    level: Annotated[Level, typer.Option(help="Whose ties.")] = USUAL_LEVEL,
    language: Annotated[str, typer.Option(help="The language of labels and dates: en or id.")] = "en",
    app: Annotated[str, typer.Option(help="The address of the app, for links.")] = "http://127.0.0.1:8501",
) -> None:
    """Write what came into the graph: by source and topic, new, reversed, denied, and what it touches.

    Each statement has its sentences, with source and day. No visit is recorded.

    Example: konstelasi digest --author siti --out morning.html
    """
    _refuse_unfit(out, since, lens, author, language, app)
    words = Words(language)
    settings = Settings.from_environment()
    with opened(settings, Role.READER, tell) as database:
        reading = InLanguage(database, read_names(database, language))
        moment = moment_of(since) or _since(database, author)
        asked = Asked(moment, lens_parameter(lens, author or ""), level.value, author or "")
        found = arrivals(reading, asked, watches(database, author) if author else ())
    found = with_failures(found, settings.home)
    place = App(app, lens.value, level.value, language)
    _replace(out, _WRITERS[out.suffix.lower()](found, place, words))
    tell(f"{safe(said(summary(found), words))}: {out}")


def _since(database: Database, author: str | None) -> str:
    """Return the author's last visit, or a week before the newest load; without an author, a day ago."""
    if author is None:
        return before_now(DAY)
    return last_seen(database, author) or before_newest_load(database)


def _replace(out: Path, content: bytes) -> None:
    """Write a file so that a reader finds the old one or the new one."""
    beside = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(out)
    finally:
        beside.unlink(missing_ok=True)


def _refuse_unfit(
    out: Path, since: str | None, lens: Lens, author: str | None, language: str, app: str
) -> None:
    """Refuse what cannot be written, before the graph is opened."""
    if out.suffix.lower() not in _WRITERS:
        raise UsageError(f"{out} is neither a page nor a feed. End its name with .html or .atom.")
    if since is not None and moment_of(since) is None:
        raise UsageError(f"{since[:40]!r} is no day or moment. Write it as 2026-03-02 or 2026-03-02T08:00.")
    if lens is Lens.MINE and author is None:
        raise UsageError("The lens mine shows the verdicts of an author. Name one with --author.")
    refuse_unknown_language(language)
    if not is_web_address(app):
        raise UsageError(f"{app[:80]!r} is no address of the web. Write it as http://127.0.0.1:8501.")
