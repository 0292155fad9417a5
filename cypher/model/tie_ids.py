"""The ids of ties."""

from __future__ import annotations

from cypher.model.graph import Level, Sign
from cypher.model.ids import content_id


def tie_id(ends: tuple[str, str], sign: Sign, relation_type: str | None, level: Level) -> str:
    """Return the id of the tie from the first of `ends` to the second one."""
    raised = () if level is Level.ACTOR else (level,)
    return content_id("tie", *ends, sign, relation_type, *raised)
