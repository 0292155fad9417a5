"""Why an engine ended, left by its supervisor for those whose statements were running."""

from __future__ import annotations

from dataclasses import asdict
from enum import StrEnum

from cypher.engine.folder import EngineFolder, read_record, write_record
from cypher.engine.processes import Identity

_KEPT = 20


class Cause(StrEnum):
    """Why a Java process ended."""

    MEMORY = "memory"
    STUCK = "stuck"
    UNKNOWN = "unknown"


def note(folder: EngineFolder, java: Identity, cause: Cause) -> None:
    """Remember that `java` ended because of `cause`."""
    endings = read_record(folder.run / "endings.json").get("endings", [])
    entry = {**asdict(java), "cause": cause}
    write_record(folder.run / "endings.json", {"endings": [*endings, entry][-_KEPT:]})


def cause_of(folder: EngineFolder, java: Identity) -> Cause | None:
    """Why `java` ended; `None` when no supervisor has seen it end."""
    for entry in read_record(folder.run / "endings.json").get("endings", []):
        if Identity.read(entry) == java:
            return Cause(entry["cause"])
    return None
