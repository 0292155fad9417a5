"""Why an engine ended, left by its supervisor for those whose statements were running."""

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
    """Why an engine ended, and when each typed query that it was running had begun (seconds since 1970)."""

    cause: Cause
    queries: tuple[float, ...]


def note(folder: EngineFolder, java: Identity, cause: Cause) -> None:
    """Remember that `java` ends because of `cause`; authors free their slots only after that."""
    queries = [slot.began for slot in taken(folder) if slot.engine == java.pid]
    endings = read_record(folder.run / "endings.json").get("endings", [])
    entry = {**asdict(java), "cause": cause, "queries": queries}
    write_record(folder.run / "endings.json", {"endings": [*endings, entry][-_KEPT:]})


def ending_of(folder: EngineFolder, java: Identity) -> Ending | None:
    """How `java` ended; `None` when no supervisor has seen it end."""
    for entry in read_record(folder.run / "endings.json").get("endings", []):
        if Identity.read(entry) == java:
            return Ending(Cause(entry["cause"]), tuple(entry.get("queries", ())))
    return None
