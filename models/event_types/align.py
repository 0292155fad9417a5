"""Aligns the words of a sentence with those of its translation: IBM model 1 both ways, over stems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]
Matrix = NDArray[np.float64]
_ROUNDS = 6
_BASE = 1 << 20
_NEARNESS = 4.0
"""How fast the weight of a link falls with the distance of its words' relative positions."""


def align(left: Sequence[Sequence[str]], right: Sequence[Sequence[str]]) -> list[Matrix]:
    """Return for each pair of sentences the weights of links between words: (left words, right words)."""
    one, two = _numbered(left), _numbered(right)
    forth, back = _translations(one, two), _translations(two, one)
    return [_links(a, b, forth, back) for a, b in zip(one, two, strict=True)]


def _numbered(sentences: Sequence[Sequence[str]]) -> list[Ids]:
    numbers: dict[str, int] = {}
    return [
        np.array([numbers.setdefault(word, len(numbers) + 1) for word in words], dtype=np.int64)
        for words in sentences
    ]


def _translations(source: Sequence[Ids], target: Sequence[Ids]) -> Mapping[int, float]:
    """Return p(target word | source word), keyed by ``source * _BASE + target``; word 0 is no word."""
    pairs, places = [], []
    seen = 0
    for words, others in zip(source, target, strict=True):
        sources = np.concatenate([[0], words])
        pairs.append((sources[:, None] * _BASE + others[None, :]).ravel())
        places.append(np.tile(np.arange(seen, seen + len(others)), len(sources)))
        seen += len(others)
    keys, pair = np.unique(np.concatenate(pairs), return_inverse=True)
    place = np.concatenate(places)
    chance = np.ones(len(keys))
    for _ in range(_ROUNDS):
        share = chance[pair] / np.bincount(place, chance[pair], seen)[place]
        count = np.bincount(pair, share)
        chance = count / np.bincount(keys // _BASE, count)[keys // _BASE]
    return dict(zip(map(int, keys), map(float, chance), strict=True))


def _links(one: Ids, two: Ids, forth: Mapping[int, float], back: Mapping[int, float]) -> Matrix:
    mutual = [
        [(forth.get(int(a * _BASE + b), 0.0) * back.get(int(b * _BASE + a), 0.0)) ** 0.5 for b in two]
        for a in one
    ]
    away = np.abs(np.arange(len(one))[:, None] / len(one) - np.arange(len(two))[None, :] / len(two))
    links: Matrix = np.array(mutual).reshape(len(one), len(two)) * np.exp(-_NEARNESS * away)
    return links
