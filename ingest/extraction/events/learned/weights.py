"""Linear classifiers over hashed features: stored as small arrays, read and applied with numpy alone."""

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
    """The 32-bit key under which a feature's weights are stored; the texts of features are not."""
    return crc32(feature.encode("utf-8"))


def keys_of(features: Iterable[str]) -> frozenset[int]:
    """The keys of features, by which all classifiers of a language are asked."""
    return frozenset(map(key_of, features))


@dataclass(frozen=True, slots=True)
class Linear:
    """One row of weights a feature, one column a class; features without row weigh nothing."""

    rows: Mapping[int, int]
    weights: Floats
    bias: Floats

    @classmethod
    def of(cls, keys: NDArray[np.uint32], weights: NDArray[np.float16], bias: Floats) -> Linear:
        """From arrays of shapes (features,), (features, classes) and (classes,)."""
        rows = {int(key): row for row, key in enumerate(keys)}
        return cls(rows, weights.astype(np.float32), bias.astype(np.float32))

    def sums(self, keys: frozenset[int]) -> Floats:
        """The log-odds of the classes, shape (classes,), by the keys of what is seen."""
        rows = {self.rows.get(key, -1) for key in keys} - {-1}
        total: Floats = self.weights[sorted(rows)].sum(axis=0) + self.bias
        return total


@dataclass(frozen=True, slots=True)
class Weights:
    """The classifiers of one language: whether a word tells an event, and of which of `types` it is.

    `annotated` says that the types were learnt from hand-made answers, not from another language's rules.
    """

    types: tuple[str, ...]
    annotated: bool
    of_type: Linear
    of_event: Linear

    def chances(self, keys: frozenset[int]) -> dict[str, float]:
        """The probability in 0-1 of each type, given that there is an event."""
        odds = self.of_type.sums(keys)
        raised = np.exp(odds - odds.max())
        return dict(zip(self.types, map(float, raised / raised.sum()), strict=True))

    def chance_of_event(self, keys: frozenset[int]) -> float:
        """The probability in 0-1 that a word tells an event at all."""
        return float(1 / (1 + np.exp(-self.of_event.sums(keys)[0])))


@cache
def load_weights(code: str) -> Weights | None:
    """The classifiers that come with the package for a language, read once a process; None without any."""
    path = files(__package__).joinpath("weights", f"{code}.npz")
    if not path.is_file():
        return None
    with as_file(path) as file, np.load(file, allow_pickle=False) as stored:
        linear = [
            Linear.of(*(stored[f"{name}_{part}"] for part in ("keys", "weights", "bias")))
            for name in ("type", "event")
        ]
        return Weights(tuple(map(str, stored["types"])), bool(stored["annotated"]), *linear)
