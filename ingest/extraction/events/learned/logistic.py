"""A logistic model: log-odds that evidence adds to, with stored weights."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Logistic:
    """A logistic model: the log-odds without evidence and the weight of each piece of evidence."""

    intercept: float
    weights: Mapping[str, float]

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Logistic:
        """Build a model from a stored table with the keys ``intercept`` and ``weights``."""
        return cls(table["intercept"], table["weights"])

    def probability(self, evidence: Mapping[str, float]) -> float:
        """Return the probability (0-1) given this evidence; evidence without a weight does not count."""
        odds = self.intercept + sum(self.weights.get(name, 0.0) * value for name, value in evidence.items())
        return 1 / (1 + math.exp(-odds))
