"""Whether the app can serve readers: the graph answers, and its shape is that of this version."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from cypher.bolt.cancelling import Work
from cypher.database import Database
from cypher.errors import KonstelasiError, NewerGraphError, OlderGraphError, UnfinishedGraphError
from cypher.judging.opening import refuse_older_graph
from cypher.records.explore import GraphCounts

PATIENCE = 5.0
"""Seconds that a look may take before its answer is that the database does not answer."""

KEPT = 2.0
"""Seconds for which a look is used again, so that many probes do not become many queries."""

NO_ANSWER = "the database does not answer"

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Health:
    """The result of a look at the graph: why the app is not ready (empty if it is), and what is in it."""

    reason: str = ""
    counts: GraphCounts | None = None

    @property
    def ready(self) -> bool:
        """Whether the app can serve readers."""
        return not self.reason


class Doctor:
    """Looks at the graph that `reach` opens. At most one look runs at a time."""

    def __init__(self, reach: Callable[[], Database]) -> None:
        self._reach = reach
        self._lock = threading.Lock()
        self._look: Work[Health] | None = None
        self._began = 0.0

    def look(self) -> Health:
        """Return how the graph is, after at most `PATIENCE` seconds.

        The reason names no address: everybody who can reach the app may read it. The log has the error.
        """
        with self._lock:
            if self._look is None or (self._look.wait(0) and time.monotonic() > self._began + KEPT):
                self._look, self._began = Work(self._examined), time.monotonic()
            look = self._look
        return look.result() if look.wait(PATIENCE) else Health(NO_ANSWER)

    def _examined(self) -> Health:
        try:
            return _examined(self._reach())
        except (NewerGraphError, OlderGraphError) as error:
            return _ill("the graph was made by another version of Konstelasi", error)
        except UnfinishedGraphError as error:
            return _ill("the graph is being filled by a copy or a restore", error)
        except KonstelasiError as error:
            return _ill(NO_ANSWER, error)


def _examined(database: Database) -> Health:
    database.check_access()
    database.refuse_newer_graph()
    database.refuse_unfinished_graph()
    refuse_older_graph(database)
    if missing := database.missing_schema():
        return Health(f"the graph lacks {len(missing)} of its constraints and indexes")
    (counts,) = database.rows(GraphCounts, "explore/counts")
    return Health(counts=counts)


def _ill(reason: str, error: KonstelasiError) -> Health:
    _log.warning("Not ready: %s", error)
    return Health(reason)
