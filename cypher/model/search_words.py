"""The words of sentences as a search finds them: without endings, accents and frequent words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from simplemma import lemmatize

from cypher.model.graph import Span
from cypher.model.ids import alias_key

STEMMED = ("en", "id")
"""Languages whose words are found in any form; words of other languages are found as they stand."""

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_SHORTEST = 2

_EVERYWHERE = frozenset(
    word
    for words in tomllib.loads(Path(__file__).with_name("frequent_words.toml").read_text("utf-8")).values()
    for word in words.split()
)


def words_of(text: str, language: str) -> tuple[str, ...]:
    """Return the different words of a sentence under which a search finds it, in their order."""
    keys = (_key(word, language) for word in _WORD.findall(_POSSESSIVE.sub("", text)))
    return tuple(dict.fromkeys(key for key in keys if _counts(key)))


def forms_of(text: str) -> list[list[str]]:
    """Return for each typed word the words that it may be, one for each language; none for frequent words."""
    typed = dict.fromkeys(word.lower() for word in _WORD.findall(_POSSESSIVE.sub("", text)))
    return [_forms(word) for word in typed if _counts(alias_key(word))]


def hits(text: str, forms: list[list[str]]) -> Iterator[Span]:
    """Yield where the searched words stand in a sentence."""
    wanted = {key for each in forms for key in each}
    for found in _WORD.finditer(text):
        if wanted.intersection(_forms(found.group().lower())):
            yield Span(found.start(), found.end())


def _forms(word: str) -> list[str]:
    """A word as it stands and without endings; a frequent word is not one of them, as no sentence has it."""
    keys = dict.fromkeys((alias_key(word), *(_key(word, language) for language in STEMMED)))
    return [key for key in keys if _counts(key)]


def _counts(key: str) -> bool:
    return len(key) >= _SHORTEST and key not in _EVERYWHERE


@lru_cache(maxsize=100_000)
def _key(word: str, language: str) -> str:
    written = word.lower()
    return alias_key(lemmatize(written, lang=language) if language in STEMMED else written)
