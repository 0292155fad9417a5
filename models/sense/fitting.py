"""Fits a logistic regression on sparse counts with numpy alone, by accelerated gradient descent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Keys = NDArray[np.int64]

_ROUNDS = 300
_RAREST = 2
"""Minimum number of texts with a feature."""


class Sparse(NamedTuple):
    """The cells of a matrix, by row and column, and its shape."""

    rows: Keys
    columns: Keys
    values: Floats
    shape: tuple[int, int]

    def times(self, weights: Floats) -> Floats:
        """Return the product with a vector of one weight per column."""
        return np.bincount(self.rows, self.values * weights[self.columns], self.shape[0]).astype(np.float64)

    def transposed_times(self, values: Floats) -> Floats:
        """Return the product of the transposed matrix with a vector of one value per row."""
        return np.bincount(self.columns, self.values * values[self.rows], self.shape[1]).astype(np.float64)


def counted(texts: Sequence[Sequence[int]]) -> tuple[Keys, Sparse]:
    """Return the keys that occur in enough texts and their counts; each row has unit length in one norm.

    A count is divided by the square root of the number of known features of its text, as
    `ingest.extraction.events.learned.sense` does.
    """
    seen = Counter(key for text in texts for key in set(text))
    keys = np.array(sorted(key for key, count in seen.items() if count >= _RAREST), dtype=np.int64)
    column = {int(key): number for number, key in enumerate(keys)}
    cells = [Counter(column[key] for key in text if key in column) for text in texts]
    rows = np.repeat(np.arange(len(texts)), [len(cell) for cell in cells])
    columns = np.array([item for cell in cells for item in cell], dtype=np.int64)
    lengths = [max(1, cell.total()) ** 0.5 for cell in cells]
    values = np.array(
        [count / length for cell, length in zip(cells, lengths, strict=True) for count in cell.values()]
    )
    return keys, Sparse(rows, columns, values, (len(texts), len(keys)))


def fit(counts: Sparse, right: Floats, importance: Floats, strength: float) -> tuple[Floats, float]:
    """Return the weights of the columns and the bias; `strength` is the inverse of the L2 penalty."""
    penalty = 1 / strength
    step = 1 / (_curvature(counts, importance) + penalty + importance.sum() / 4)
    weights, bias = np.zeros(counts.shape[1]), 0.0
    ahead, bias_ahead, pace = weights, bias, 1.0
    for _ in range(_ROUNDS):
        error = importance * (_logistic(counts.times(ahead) + bias_ahead) - right)
        new = ahead - step * (counts.transposed_times(error) + penalty * ahead)
        new_bias = bias_ahead - step * float(error.sum())
        next_pace = (1 + (1 + 4 * pace * pace) ** 0.5) / 2
        momentum = (pace - 1) / next_pace
        ahead, bias_ahead = new + momentum * (new - weights), new_bias + momentum * (new_bias - bias)
        weights, bias, pace = new, new_bias, next_pace
    return weights, bias


def _curvature(counts: Sparse, importance: Floats) -> float:
    """Return an upper bound of the loss's curvature, by power iteration."""
    vector = np.ones(counts.shape[1])
    length = 1.0
    for _ in range(20):
        vector = counts.transposed_times(importance * counts.times(vector))
        length = float(np.linalg.norm(vector))
        vector = vector / length
    return length / 4


def _logistic(odds: Floats) -> Floats:
    return 1 / (1 + np.exp(-odds))
