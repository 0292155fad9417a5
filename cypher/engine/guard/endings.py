"""Records why an engine ended: its supervisor writes it for the authors of the queries that were running."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum

from cypher.engine.folder import EngineFolder, read_record, write_record
from cypher.engine.guard.slots import taken
from cypher.engine.processes import Identity

_KEPT = 20


class Cause(StrEnum):
    """Why a Java process ended."""

    MEMORY = "memory"
    STUCK = "stuck"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Ending:
    """Why an engine ended, and when each typed query that it was running began (seconds since 1970)."""

    cause: Cause
    queries: tuple[float, ...]


def note(folder: EngineFolder, java: Identity, cause: Cause) -> None:
    """Record that `java` ended because of `cause`, with its running queries.

    The authors of these queries free their slots only after that.
    """
    queries = [slot.began for slot in taken(folder) if slot.engine == java.pid]
    endings = read_record(folder.run / "endings.json").get("endings", [])
    entry = {**asdict(java), "cause": cause, "queries": queries}
    write_record(folder.run / "endings.json", {"endings": [*endings, entry][-_KEPT:]})


def ending_of(folder: EngineFolder, java: Identity) -> Ending | None:
    """Return how `java` ended; `None` if no supervisor recorded its end."""
    for entry in read_record(folder.run / "endings.json").get("endings", []):
        if Identity.read(entry) == java:
            return Ending(Cause(entry["cause"]), tuple(entry.get("queries", ())))
    return None
