"""Fits logistic models on named evidence with numpy alone, by Newton's method."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from ingest.extraction.events.learned.logistic import Logistic

Floats = NDArray[np.float64]
_ROUNDS = 50
_CONVERGED = 1e-6
_FREE = 0.01
"""L2 penalty of the intercept and of evidence that is not held at zero."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """The settings of a fit: the L2 penalty, evidence exempt from it, and the least cases with evidence."""

    penalty: float
    free: Collection[str] = field(default_factory=frozenset)
    rarest: int = 5


def fit_logistic(
    cases: Sequence[Mapping[str, float]], right: Sequence[bool], importance: Floats, recipe: Recipe
) -> Logistic:
    """Return the model that makes the answers most probable; rare evidence gets no weight."""
    counts = Counter(name for case in cases for name, value in case.items() if value)
    names = sorted(name for name, count in counts.items() if count >= recipe.rarest)
    column = {name: number for number, name in enumerate(names, 1)}
    table = np.zeros((len(cases), len(names) + 1))
    table[:, 0] = 1
    for row, case in enumerate(cases):
        for name, value in case.items():
            if name in column:
                table[row, column[name]] = value
    held = np.array([_FREE, *(_FREE if name in recipe.free else recipe.penalty for name in names)])
    weights = _newton(table, np.array(right, dtype=np.float64), importance, held)
    return Logistic(float(weights[0]), dict(zip(names, map(float, weights[1:]), strict=True)))


def _newton(table: Floats, right: Floats, importance: Floats, held: Floats) -> Floats:
    weights = np.zeros(table.shape[1])
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (importance * (chance - right)) + held * weights
        curvature = (table.T * (importance * chance * (1 - chance))) @ table + np.diag(held)
        step = np.linalg.solve(curvature, slope)
        weights = weights - step
        if np.abs(step).max() < _CONVERGED:
            break
    return weights


def stored(model: Logistic) -> dict[str, object]:
    """Return a model as a table for JSON, largest weights first."""
    weights = sorted(model.weights.items(), key=lambda pair: (-abs(pair[1]), pair[0]))
    return {
        "intercept": round(model.intercept, 3),
        "weights": {name: round(weight, 3) for name, weight in weights if round(weight, 3)},
    }
