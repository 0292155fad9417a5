"""The people whom a document has named, found by the words of their names without going through them all."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

_SAME_SPELLING = 90.0
"""Similarity (0-100) of two full names from which they are one person; found on transliterated names."""


@dataclass(slots=True)
class Acquaintances:
    """Names by their words, each with the id of its person; one person may have several names."""

    _ids: list[str] = field(default_factory=list)
    _by_word: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    _full_names: dict[int, str] = field(default_factory=dict)

    def meet(self, words: frozenset[str], person: str) -> None:
        """From now on somebody with this name is `person`."""
        number = len(self._ids)
        self._ids.append(person)
        for word in words:
            self._by_word[word].add(number)
        if len(words) > 1:
            self._full_names[number] = _sorted(words)

    def with_all(self, words: frozenset[str]) -> set[str]:
        """The people in whose name all of these words stand; nobody, without words."""
        numbers = sorted((self._by_word.get(word, set()) for word in words), key=len)
        return {self._ids[number] for number in set.intersection(*numbers)} if numbers else set()

    def spelt_like(self, words: frozenset[str]) -> str | None:
        """The person whose full name differs by a letter or two; of several, the most alike."""
        found = process.extractOne(
            _sorted(words), self._full_names, scorer=fuzz.ratio, score_cutoff=_SAME_SPELLING
        )
        return self._ids[found[2]] if found else None


def _sorted(words: frozenset[str]) -> str:
    return " ".join(sorted(words))
