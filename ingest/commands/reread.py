"""``konstelasi reread``: extracts the articles in the graph again, by the rules of this version."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from ingest.commands.filling import fill
from ingest.commands.inputs import Jobs

# ruff: noqa: PLC0415 - the driver is imported where it is used, so that help and wrong use answer at once

if TYPE_CHECKING:
    from cypher.database import Database
    from ingest.documents import Incoming


def reread(
    as_json: Annotated[bool, typer.Option("--json", help="The summary as JSON on standard output.")] = False,
    jobs: Jobs = None,
) -> None:
    """Extract the articles in the graph again, by the rules of this version; judgements and notes stay.

    Do this after an update: older rules may have missed mediators or speakers, or drawn ties that the news
    does not tell. Claims that are no longer made are removed; what analysts said of them is kept.

    Example: konstelasi reread
    """
    from cypher.bolt.settings import Role, Settings
    from cypher.commands.telling import tell
    from cypher.engine.loading import announced
    from cypher.judging.opening import opened
    from ingest.commands.skips import Skips
    from ingest.pipeline import run

    settings = Settings.from_environment()
    with announced(settings.home), opened(settings, Role.ANALYST, tell) as database:
        skips = Skips(settings.home, "reread")
        code = fill(database, lambda tally: run(_stored(database), tally, jobs), skips, as_json=as_json)
    raise typer.Exit(code)


def _stored(database: Database) -> Iterator[Incoming]:
    """Yield the documents of the graph, page by page."""
    from cypher.database.documents import document_of
    from cypher.records.explore import StoredDocument
    from ingest.documents import Incoming

    after: str | None = None
    while page := database.rows(StoredDocument, "explore/stored_documents", after=after):
        for row in page:
            document = document_of(row)
            yield Incoming(document, row.title or row.id)
        after = page[-1].id
