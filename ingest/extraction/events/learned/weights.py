"""Linear classifiers over hashed features, stored as small arrays and applied with numpy alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def key_of(feature: str) -> int:
    """Return the 32-bit key under which a feature's weights are stored; its text is not stored."""
    return crc32(feature.encode("utf-8"))


def keys_of(features: Iterable[str]) -> frozenset[int]:
    """Return the keys of features; all classifiers of a language use the same keys."""
    return frozenset({crc32(feature.encode("utf-8")) for feature in features})


@dataclass(frozen=True, slots=True)
class Linear:
    """A linear classifier: one row of weights per feature, one column per class.

    Unknown features have no weight.
    """

    rows: Mapping[int, int]
    weights: Floats
    bias: Floats

    @classmethod
    def of(cls, keys: NDArray[np.uint32], weights: NDArray[np.float16], bias: Floats) -> Linear:
        """Build a classifier from arrays of shapes (features,), (features, classes) and (classes,)."""
        rows = {int(key): row for row, key in enumerate(keys)}
        return cls(rows, weights.astype(np.float32), bias.astype(np.float32))

    def sums(self, keys: frozenset[int]) -> Floats:
        """Return the log-odds of the classes, shape (classes,), for the keys of the features present."""
        rows = sorted([self.rows[key] for key in keys if key in self.rows])
        total: Floats = self.weights[rows].sum(axis=0) + self.bias
        return total


@dataclass(frozen=True, slots=True)
class Weights:
    """The classifiers of one language: whether a word expresses an event, and which of `types` it is.

    `annotated` means that the types were learnt from manual annotations, not from another language's rules.
    """

    types: tuple[str, ...]
    annotated: bool
    of_type: Linear
    of_event: Linear

    def chances(self, keys: frozenset[int]) -> dict[str, float]:
        """Return the probability (0-1) of each type, given that the word expresses an event."""
        odds = self.of_type.sums(keys)
        raised = np.exp(odds - odds.max())
        return dict(zip(self.types, (raised / raised.sum()).tolist(), strict=True))

    def chance_of_event(self, keys: frozenset[int]) -> float:
        """Return the probability (0-1) that a word expresses an event."""
        return float(1 / (1 + np.exp(-self.of_event.sums(keys)[0])))


@cache
def load_weights(code: str) -> Weights | None:
    """Return the packaged classifiers of a language, read once per process; None if there are none."""
    path = files(__package__).joinpath("weights", f"{code}.npz")
    if not path.is_file():
        return None
    with as_file(path) as file, np.load(file, allow_pickle=False) as stored:
        linear = [
            Linear.of(*(stored[f"{name}_{part}"] for part in ("keys", "weights", "bias")))
            for name in ("type", "event")
        ]
        return Weights(tuple(map(str, stored["types"])), bool(stored["annotated"]), *linear)
