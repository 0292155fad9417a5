"""One form for the spellings of a transliterated name: Zelensky, Zelenskyy; Abdollahian, Abdullahian.

Only what transcriptions from Arabic, Persian, Russian and old Indonesian spelling really vary in is folded:
names that sound different (Hassan, Hussein) stay different.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cypher.ids import alias_key

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
