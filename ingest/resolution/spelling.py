"""One form for the spellings of a transliterated name: Zelensky, Zelenskyy; Abdollahian, Abdullahian.

Only what transcriptions from Arabic, Persian, Russian and old Indonesian spelling really vary in is folded:
names that sound different (Hassan, Hussein) stay different.
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
"""Similarity (0-100, rapidfuzz) from which two folded words may be one: "kursid", "kurshed"."""
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "ben", "the"})
"""Parts of a name that are often left out: al-Maliki, Maliki."""


@lru_cache(maxsize=100_000)
def folded_words(name: str) -> tuple[str, ...]:
    """The words of a name in the order of the text, folded, without particles (but never without words)."""
    words = [_folded(word) for word in alias_key(name).split()]
    return tuple(word for word in words if word not in _PARTICLES) or tuple(words)


def folded(name: str) -> str:
    """One form for all spellings and word orders of a name: what its entity's id is made of."""
    return " ".join(sorted(folded_words(name)))


def _folded(word: str) -> str:
    for pattern, letters in _FOLDS:
        word = pattern.sub(letters, word)
    return word


def may_be_spelt(name: str, spellings: Iterable[str]) -> bool:
    """Whether a person can have this name too: no word of the shorter of two names is foreign to the longer.

    "Khursheed Mehmood Kasuri" may be "Khurshid Mahmud Kasuri"; "Wali Karzai" is not "Hamid Karzai".
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
