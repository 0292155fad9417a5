"""Fetches the sources that are due, each in a thread of its own, and loads what they give."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from cypher.database import Database
from cypher.errors import DatabaseError
from cypher.model.counted import counted
from cypher.review.source_grades import apply_grades
from cypher.sources import grades, listing, notes
from cypher.sources.source import Source
from cypher.sources.store import Store
from ingest.following import queue
from ingest.following.fetching import fetch
from ingest.following.loading import load_waiting
from ingest.second_reader import SecondReader

_AT_ONCE = 8
"""The maximum number of sources that are fetched at the same time."""

_LOOK = 0.5  # seconds between two looks at what is due
_AGAIN = 30.0  # seconds after which a graph that failed is tried again
_ALERT = 60.0  # seconds between two looks at the alerts without a load

Open = Callable[[], AbstractContextManager[Database]]


@dataclass(slots=True)
class Follower:
    """Follows the sources of a data folder. `open_graph` opens the graph when something is to be loaded."""

    store: Store
    open_graph: Open
    tell: Callable[[str], None]
    reader: SecondReader | None = None
    send_alerts: Callable[[Database], int] | None = None
    """Sends the alerts that are due, and returns the number of their rules."""
    ended: threading.Event = field(default_factory=threading.Event)
    _fetching: dict[str, tuple[threading.Thread, str]] = field(default_factory=dict)
    _failed: list[DatabaseError] = field(default_factory=list)
    _alerted_at: float = float("-inf")

    def once(self) -> None:
        """Fetch all sources that are due, load what they give, and return.

        Raises `DatabaseError` if the graph or the state cannot be written to.
        """
        left = listing.due(self.store, time.time())
        while left or self._running():
            left = self._begin(left)
            self._raise_failure()
            self._load()
            self.ended.wait(_LOOK)
        self._raise_failure()
        self._load()
        self._alert()

    def forever(self) -> None:
        """Fetch and load until `ended` is set. A graph that fails is noted, and tried again.

        Raises `DatabaseError` if the state cannot be written to.
        """
        tried_at = float("-inf")
        while not self.ended.is_set():
            self._begin_due()
            if time.monotonic() - tried_at > _AGAIN:
                try:
                    self._load(self._begin_due)
                    self._alert()
                except DatabaseError as error:
                    tried_at = time.monotonic()
                    notes.write(self.store, notes.GRAPH_FAILED, str(error))
                    self.tell(str(error))
            self.ended.wait(_LOOK)

    def _begin(self, sources: list[Source]) -> list[Source]:
        """Begin to fetch sources, one of a host at a time; return those that have to wait."""
        left: list[Source] = []
        running = self._running()
        for source in sources:
            if source.name in running:
                continue
            if len(running) >= _AT_ONCE or _place(source) in running.values():
                left.append(source)
                continue
            running[source.name] = _place(source)
            thread = threading.Thread(target=self._fetch, args=(source,), name=source.name, daemon=True)
            self._fetching[source.name] = (thread, _place(source))
            thread.start()
        return left

    def _running(self) -> dict[str, str]:
        """Return the names of the sources that are being fetched, with their places."""
        self._fetching = {name: each for name, each in self._fetching.items() if each[0].is_alive()}
        return {name: place for name, (_, place) in self._fetching.items()}

    def _fetch(self, source: Source) -> None:
        try:
            fetch(self.store, source)
        except DatabaseError as error:
            self._failed.append(error)

    def _raise_failure(self) -> None:
        if self._failed:
            raise self._failed[0]

    def _begin_due(self) -> None:
        self._raise_failure()
        self._begin(listing.due(self.store, time.time()))

    def _load(self, between: Callable[[], None] = lambda: None) -> None:
        """Load all that waits, calling `between` now and then; the graph is opened only if something does."""
        if not queue.waiting(self.store, 1) and not grades.outdated(self.store, 1):
            return
        with self.open_graph() as database:
            while not self.ended.is_set() and (done := load_waiting(database, self.store, self.reader)):
                self.tell(f"{counted(done, 'article')} loaded")
                between()
            if self.reader:
                self.tell(f"second reader, since the start: {self.reader.spent}")
            if changed := apply_grades(database, self.store):
                self.tell(f"{counted(changed, 'article has', 'articles have')} another grade now")
            self._send_alerts(database)
        notes.forget(self.store, notes.GRAPH_FAILED)

    def _alert(self) -> None:
        """Send the alerts that are due since the last load, if there are rules of any."""
        is_due = time.monotonic() - self._alerted_at > _ALERT
        if self.send_alerts and is_due and notes.read(self.store, notes.ALERTS):
            with self.open_graph() as database:
                self._send_alerts(database)

    def _send_alerts(self, database: Database) -> None:
        """Send the alerts that are due. Whatever fails is told, and never stops the follower."""
        if self.send_alerts is None:
            return
        self._alerted_at = time.monotonic()
        try:
            rules = self.send_alerts(database)
        except Exception as error:  # noqa: BLE001 - alerts must not keep news from being loaded
            self.tell(f"Alerts could not be sent: {error}")
            return
        if rules:
            notes.write(self.store, notes.ALERTS, str(rules))
        else:
            notes.forget(self.store, notes.ALERTS)


def _place(source: Source) -> str:
    """Return the host of a source; for one without a host, its own name."""
    return urlsplit(source.address).hostname or source.name
