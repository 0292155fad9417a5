"""Folds the spellings of transliterated names: Zelensky, Zelenskyy; Abdollahian, Abdullahian.

Only variations found in transcriptions from Arabic, Persian and Russian and in old Indonesian spelling are
folded. Names that sound different (Hassan, Hussein) stay different.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from cypher.model.ids import alias_key

_FOLDS = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        (r"sch|sh|sy|sj", "s"),
        (r"tch|tj|ch", "c"),
        (r"dj", "j"),
        (r"kh|q|ck", "k"),
        (r"gh", "g"),
        (r"dh", "d"),
        (r"th", "t"),
        (r"ph|ff", "f"),
        (r"w", "v"),
        (r"ou|oo|oe|o", "u"),
        (r"ee|ie|ei|iy|ij|yi|y", "i"),
        (r"e(?=[iu])", ""),
        (r"(.)\1+", r"\1"),
    )
)
_ALIKE = 72.0
"""Minimum similarity (0-100, rapidfuzz) of two spellings of a folded word: "kursid", "kurshed"."""
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "ben", "the"})
"""Parts of a name that are often left out: al-Maliki, Maliki."""


@lru_cache(maxsize=100_000)
def folded_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name in text order, without particles unless it has no other words."""
    words = [_folded(word) for word in alias_key(name).split()]
    return tuple(word for word in words if word not in _PARTICLES) or tuple(words)


def folded(name: str) -> str:
    """Return one form for all spellings and word orders of a name; entity ids are made from it."""
    return " ".join(sorted(folded_words(name)))


def _folded(word: str) -> str:
    for pattern, letters in _FOLDS:
        word = pattern.sub(letters, word)
    return word


def may_be_spelt(name: str, spellings: Iterable[str]) -> bool:
    """Return whether a name can be another spelling of one of these names.

    Each word of the shorter name must be similar to a word of the longer one: "Khursheed Mehmood Kasuri" can
    be "Khurshid Mahmud Kasuri"; "Wali Karzai" cannot be "Hamid Karzai".
    """
    words = folded_words(name)
    full = [other for spelling in spellings if len(other := folded_words(spelling)) > 1]
    return len(words) < 2 or not full or any(_fits(words, other) for other in full)


def _fits(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return all(any(_alike(word, match) for match in longer) for word in shorter)


def _alike(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    return (len(short) == 1 and long.startswith(short)) or fuzz.ratio(word, other) >= _ALIKE
