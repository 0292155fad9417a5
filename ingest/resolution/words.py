"""Splits a text into words for look-up, at blanks and hyphens, independent of the tokenizer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from cypher.model.ids import alias_key

_PIECE = re.compile(r"(?:[^\W_]|[\u0300-\u036f'’‘ʼʻ`´.])+")
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.){2,}")
_EDGES = "'’‘ʼʻ`´."
_ENDINGS = {
    "en": re.compile(r"(?<=[\w.])(?:['’]s|['’])$"),
    "id": re.compile(r"(?<=[\w.])(?:nya|lah|kah|pun|['’]s)$"),
}
"""Endings that are not part of a name: Iran's; Israelnya, Iranlah."""

Readings = tuple[tuple[str, int], ...]


class Word(NamedTuple):
    """A piece of the text: its start, and its look-up keys, each with its length.

    The first reading is the whole piece, the second the piece without its ending.
    """

    start: int
    readings: Readings

    @property
    def key(self) -> str:
        """The key of the whole piece."""
        return self.readings[0][0]

    @property
    def end(self) -> int:
        """The end of the whole piece."""
        return self.start + self.readings[0][1]


def words(text: str, language: str) -> Iterator[Word]:
    """Yield the words of `text` in order, without punctuation; "U.S.-backed" gives "U.S." and "backed"."""
    for match in _PIECE.finditer(text):
        skipped, readings = _read(match.group(), language)
        if readings:
            yield Word(match.start() + skipped, readings)


@lru_cache(maxsize=100_000)
def _read(piece: str, language: str) -> tuple[int, Readings]:
    """Return the number of characters to skip at the start, and the readings of the rest.

    The result is cached, because words recur.
    """
    bare = piece.lstrip(_EDGES)
    skipped = len(piece) - len(bare)
    if not _ABBREVIATION.fullmatch(bare):
        bare = bare.rstrip(_EDGES)
    key = alias_key(bare)
    if not key:
        return skipped, ()
    ending = _ENDINGS.get(language, _ENDINGS["en"]).search(bare)
    if ending is None:
        return skipped, ((key, len(bare)),)
    return skipped, ((key, len(bare)), (alias_key(bare[: ending.start()]), ending.start()))
