"""How sure a relation is: the share of the relations of its type that are right.

The shares lie in ``confidence.json`` beside this file, counted on gold by
``python -m models.confidence.fit_relations``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from cypher.model.graph import RelationType


def confidence_of(relation: RelationType) -> float:
    """The chance in 0-1 that a relation of this type is what its sentence says."""
    return _shares()[relation.value]


@cache
def _shares() -> Mapping[str, float]:
    table: dict[str, Any] = json.loads(files(__package__).joinpath("confidence.json").read_text("utf-8"))
    shares: dict[str, float] = table["shares"]
    return shares
