"""The confidence of a relation: the share of correct relations of its type.

The shares are stored in ``confidence.json`` beside this file; ``python -m models.confidence.fit_relations``
counts them on gold.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from cypher.model.graph import RelationType


def confidence_of(relation: RelationType) -> float:
    """Return the probability (0-1) that a relation of this type is what its sentence says."""
    return _shares()[relation.value]


@cache
def _shares() -> Mapping[str, float]:
    table: dict[str, Any] = json.loads(files(__package__).joinpath("confidence.json").read_text("utf-8"))
    shares: dict[str, float] = table["shares"]
    return shares
