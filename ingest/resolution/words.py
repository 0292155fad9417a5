"""Words of a text for look-up: pieces between blanks and hyphens, whatever the tokenizer made of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from cypher.ids import alias_key
from cypher.model import Span

_PIECE = re.compile(r"(?:[^\W_]|[\u0300-\u036f'’‘ʼʻ`´.])+")
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.){2,}")
_EDGES = "'’‘ʼʻ`´."
_ENDINGS = {
    "en": re.compile(r"(?<=\w)(?:['’]s|['’])$"),
    "id": re.compile(r"(?<=\w)(?:nya|lah|kah|pun|['’]s)$"),
}
"""Endings that are no part of a name: Iran's; Israelnya, Iranlah."""


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of the text with the keys under which it may be looked up, and where each reading ends."""

    text: str
    start: int
    readings: tuple[tuple[str, int], ...]

    @property
    def key(self) -> str:
        """The key of the whole piece."""
        return self.readings[0][0]

    @property
    def end(self) -> int:
        """Where the whole piece ends."""
        return self.readings[0][1]

    def span_to(self, last: Word, reading: int) -> Span:
        """The characters from this word to the given reading of `last`."""
        return Span(self.start, last.readings[reading][1])


def words(text: str, language: str) -> Iterator[Word]:
    """The words of `text` in order, without punctuation; "U.S.-backed" gives "U.S." and "backed"."""
    for match in _PIECE.finditer(text):
        piece, start = _trimmed(match.group(), match.start())
        if piece:
            readings = tuple((key, start + length) for key, length in _readings(piece, language))
            yield Word(piece, start, readings)


def _trimmed(piece: str, start: int) -> tuple[str, int]:
    """Without the quotes around it and the full stop behind it, which abbreviations keep."""
    left = piece.lstrip(_EDGES)
    start += len(piece) - len(left)
    return (left if _ABBREVIATION.fullmatch(left) else left.rstrip(_EDGES)), start


@lru_cache(maxsize=50_000)
def _readings(piece: str, language: str) -> tuple[tuple[str, int], ...]:
    readings = [(alias_key(piece), len(piece))]
    ending = _ENDINGS.get(language, _ENDINGS["en"]).search(piece)
    if ending is not None:
        readings.append((alias_key(piece[: ending.start()]), ending.start()))
    return tuple(readings)
