"""``konstelasi alerts``: sends alerts, and lists and removes their rules."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.commands.telling import tell

# What is heavy (the driver) is imported where it is used, so that help and wrong use answer at once.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from cypher.database import Database

app = typer.Typer(
    help="Send alerts on what analysts watch; list and remove their rules.\n\n"
    "Example: konstelasi alerts send --once",
    no_args_is_help=True,
)

_AGAIN = 30.0  # seconds between two rounds


@app.command()
def send(
    once: Annotated[bool, typer.Option("--once", help="Look and send once, and end.")] = False,
) -> None:
    """Look for what came in, and send what waits, until interrupted. `konstelasi follow` does this too.

    With --once the exit code is 1 if an alert was not accepted.

    Example: KONSTELASI_ALERTS=alerts.toml konstelasi alerts send --once
    """
    from cypher.alerts.destinations import destinations
    from cypher.audit.commanded import note_numbers
    from cypher.bolt.settings import Settings
    from ingest.alerting.sending import send_all

    home, listed = Settings.from_environment().home, destinations()
    with _opened() as database:
        while True:
            done = send_all(database, home, listed, tell)
            tell(
                f"{done.rules} rules: {done.found} alerts found, {done.sent} sent, {done.failed} not accepted"
            )
            if once:
                note_numbers(done.sent, done.failed)
                raise typer.Exit(1 if done.failed else 0)
            time.sleep(_AGAIN)


@app.command("list")
def list_() -> None:
    """Print the rules of all people as JSON, one a line, with the newest failure of each.

    Example: konstelasi alerts list
    """
    from cypher.alerts.outbox import newest
    from cypher.alerts.rules import rules
    from cypher.bolt.settings import Settings
    from ingest.alerting.feed import feed_path

    home = Settings.from_environment().home
    with _opened() as database:
        for rule in rules(database):
            found = newest(database, rule.id)
            line = {
                "id": rule.id,
                "author": rule.author,
                "case": rule.case_id or None,
                "every_seconds": int(rule.pace),
                "destination": rule.destination,
                "language": rule.language,
                "feed": str(feed_path(home, rule.id)) if rule.destination == "feed" else None,
                "looked_until": rule.through,
                "waiting": sum(not each.sent_at for each in found),
                "failure": next((each.failure for each in found if each.failure), None),
            }
            typer.echo(json.dumps(line, ensure_ascii=False))


@app.command()
def remove(rule: Annotated[str, typer.Argument(metavar="ID", help="The id that the list shows.")]) -> None:
    """Remove a rule of anybody, with what it has not sent yet.

    Example: konstelasi alerts remove rule-1a2b3c
    """
    from cypher.alerts.rules import end_rule, rules
    from cypher.audit.commanded import about
    from cypher.errors import UsageError

    about(rule)
    with _opened() as database:
        found = next((each for each in rules(database) if each.id == rule), None)
        if found is None:
            raise UsageError(f"There is no alert {rule[:80]!r}. `konstelasi alerts list` lists them.")
        end_rule(database, found.author, rule)


@contextmanager
def _opened() -> Iterator[Database]:
    from cypher.bolt.settings import Role, Settings
    from cypher.judging.opening import opened

    settings = Settings.from_environment()
    with opened(settings, Role.ANALYST, tell) as database:
        yield database
