"""``konstelasi follow``: fetches sources again and again, and loads the articles that are new."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING, Annotated

import typer

from cypher.commands.telling import tell

# What is heavy (spaCy, the driver) is imported where it is used, so that help and wrong use answer at once.
# ruff: noqa: PLC0415

if TYPE_CHECKING:
    from cypher.database import Database
    from cypher.sources.store import Store
    from ingest.following.follower import Follower


def follow(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCES.toml|FEEDS.opml|FOLDER|ADDRESS]…",
            help="Sources to add first; the list is kept.",
        ),
    ] = None,
    once: Annotated[bool, typer.Option("--once", help="Fetch what is due once, load it, and end.")] = False,
    every: Annotated[
        str,
        typer.Option(
            metavar="TIME", help="How often sources without an interval of their own are fetched: 90, 5m, 1h."
        ),
    ] = "1m",
    private: Annotated[
        bool, typer.Option("--private", help="The addresses given may be in a private network.")
    ] = False,
    until_closed: Annotated[
        bool, typer.Option("--until-closed", hidden=True, help="End when standard input is closed.")
    ] = False,
) -> None:
    """Follow feeds and other sources: fetch them, and load what is new, until interrupted.

    The list of sources and their state are kept in the data folder; the page Sources shows them.
    With --once the exit code is 1 if a source could not be fetched.

    Example: konstelasi follow https://www.antaranews.com/rss/top-news --every 5m
    """
    from cypher.bolt.settings import Settings
    from cypher.sources.running import only_follower
    from cypher.sources.source import Source
    from cypher.sources.store import Store
    from ingest.following.adding import UNNAMED, add_given
    from ingest.following.lists import seconds_of

    settings = Settings.from_environment()
    store = Store(settings.home)
    like = Source(UNNAMED, UNNAMED, every=seconds_of(every), private=private)
    added = list(add_given(store, sources or [], like))
    for each in added:
        tell(each.line())
    follower = _follower(store)
    if until_closed:
        Thread(target=_wait_for_parent, args=(follower.ended,), daemon=True).start()
    with only_follower(settings.home), _ended_by_signals(follower.ended):
        if once:
            follower.once()
        else:
            follower.forever()
    raise typer.Exit((_report(store) or any(each.reason for each in added)) if once else 0)


def _wait_for_parent(ended: Event) -> None:
    """Set the event when the program that started this one has ended."""
    while os.read(0, 4096):
        pass
    ended.set()


@contextmanager
def _ended_by_signals(ended: Event) -> Iterator[None]:
    """Set the event when the process is asked to end, within the block."""
    before = {each: signal.signal(each, lambda *_: ended.set()) for each in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def _follower(store: Store) -> Follower:
    from cypher.bolt.settings import Role, Settings
    from cypher.judging.opening import opened
    from ingest.following.follower import Follower
    from ingest.second_reader import second_reader

    reader = second_reader(Settings.from_environment().home)
    return Follower(
        store, lambda: opened(Settings.from_environment(), Role.ANALYST, tell), tell, reader, _send_alerts
    )


def _send_alerts(database: Database) -> int:
    """Send the alerts that are due; return the number of rules."""
    from cypher.alerts.destinations import destinations
    from cypher.bolt.settings import Settings
    from ingest.alerting.sending import send_all

    return send_all(database, Settings.from_environment().home, destinations(), tell).rules


def _report(store: Store) -> bool:
    """Print the state of each source; return whether one could not be fetched."""
    from cypher.audit.commanded import note_numbers
    from cypher.sources.states import states

    found = states(store)
    for each in found:
        tell(each.line())
    failing = sum(bool(each.failures) for each in found)
    note_numbers(len(found) - failing, failing)
    return failing > 0
