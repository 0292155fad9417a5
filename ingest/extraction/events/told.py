"""An event as one sentence tells it, before it becomes a claim."""

from __future__ import annotations

from dataclasses import dataclass

from cypher.model.graph import Entity, EventStatus
from ingest.extraction.events.learned.opinion import Opinion
from ingest.extraction.events.roles import Roles
from ingest.extraction.events.timing import When
from ingest.extraction.events.triggers import Trigger
from ingest.extraction.scene import Odds


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one sentence tells it.

    `pointed` marks a noun that refers back to an earlier event, `doubtful` an event in a sentence about
    leisure. `opinion` is that of the classifiers and `odds` those that its text is about acts of states, in
    languages that have them.
    """

    trigger: Trigger
    roles: Roles
    status: EventStatus
    when: When
    speaker: Entity | None
    pointed: bool = False
    doubtful: bool = False
    opinion: Opinion | None = None
    odds: Odds | None = None
