"""Fits linear classifiers with scikit-learn and converts them into the arrays that the package reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from ingest.extraction.events.learned.weights import Linear, key_of

_ROUNDS = 300
_TOLERANCE = 3e-4
_NEGLIGIBLE = 0.02
"""Features whose weights (log-odds) are all below this are dropped to save space."""


class Example(NamedTuple):
    """One training example; `weight` is its sample weight, 1 for a manual annotation."""

    features: frozenset[str]
    label: str
    weight: float = 1.0


class Arrays(NamedTuple):
    """A fitted classifier: keys (features,), weights (features, classes) and bias (classes,)."""

    keys: NDArray[np.uint32]
    weights: NDArray[np.float16]
    bias: NDArray[np.float32]

    def linear(self) -> Linear:
        """Return the classifier as the package applies it."""
        return Linear.of(self.keys, self.weights, self.bias)


def fit(examples: Sequence[Example], labels: Sequence[str], least: int, strength: float = 1.0) -> Arrays:
    """Fit log-odds of `labels` on features that occur in at least `least` examples.

    For two labels, only the column of the second is kept. `strength` is the inverse of the L2 penalty.
    """
    seen = Counter(key_of(feature) for example in examples for feature in example.features)
    keys = np.array(sorted(key for key, count in seen.items() if count >= least), dtype=np.uint32)
    model = LogisticRegression(C=strength, max_iter=_ROUNDS, tol=_TOLERANCE)
    model.fit(
        _matrix(examples, keys),
        [labels.index(example.label) for example in examples],
        sample_weight=[example.weight for example in examples],
    )
    weights = np.asarray(model.coef_.T, dtype=np.float32)
    kept = np.abs(weights).max(axis=1) >= _NEGLIGIBLE
    bias = np.asarray(model.intercept_, dtype=np.float32)
    return Arrays(keys[kept], weights[kept].astype(np.float16), bias)


def _matrix(examples: Sequence[Example], keys: NDArray[np.uint32]) -> csr_matrix:
    column = {int(key): number for number, key in enumerate(keys)}
    rows = [sorted({column.get(key_of(f), -1) for f in example.features} - {-1}) for example in examples]
    ends = np.cumsum([0, *map(len, rows)])
    flat = np.concatenate([np.array(row, dtype=np.int32) for row in rows])
    return csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(keys)))
