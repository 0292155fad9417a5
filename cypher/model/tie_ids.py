"""The ids of ties."""

from __future__ import annotations

from functools import lru_cache

from cypher.model.graph import Level, Sign
from cypher.model.ids import content_id

_REMEMBERED = 2**15
"""How many ids are remembered: the same parties act again and again."""


@lru_cache(_REMEMBERED)
def tie_id(ends: tuple[str, str], sign: Sign, relation_type: str | None, level: Level) -> str:
    """Return the id of the tie from the first of `ends` to the second one."""
    raised = () if level is Level.ACTOR else (level,)
    return content_id("tie", *ends, sign, relation_type, *raised)
