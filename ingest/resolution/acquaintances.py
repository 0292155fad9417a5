"""An index of the people named in a document, by the words of their names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

_SAME_SPELLING = 90.0
"""Minimum similarity (0-100) of two full names of one person; determined on transliterated names."""


@dataclass(slots=True)
class Acquaintances:
    """Names indexed by their words, each with the id of its person; one person may have several names."""

    _ids: list[str] = field(default_factory=list)
    _by_word: defaultdict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    _full_names: dict[int, str] = field(default_factory=dict)
    _met: set[tuple[frozenset[str], str]] = field(default_factory=set)

    def __len__(self) -> int:
        """Return the number of names."""
        return len(self._ids)

    def meet(self, words: frozenset[str], person: str) -> None:
        """Add a name of `person` to the index; a name that recurs is added once."""
        if (words, person) in self._met:
            return
        self._met.add((words, person))
        number = len(self._ids)
        self._ids.append(person)
        for word in words:
            self._by_word[word].add(number)
        if len(words) > 1:
            self._full_names[number] = _sorted(words)

    def with_all(self, words: frozenset[str]) -> set[str]:
        """Return the people whose name contains all of these words; empty without words."""
        numbers = sorted((self._by_word.get(word, set()) for word in words), key=len)
        return {self._ids[number] for number in set.intersection(*numbers)} if numbers else set()

    def spelt_like(self, words: frozenset[str]) -> str | None:
        """Return the person with the most similar full name, if it differs by only a letter or two."""
        found = process.extractOne(
            _sorted(words), self._full_names, scorer=fuzz.ratio, score_cutoff=_SAME_SPELLING
        )
        return self._ids[found[2]] if found else None


def _sorted(words: frozenset[str]) -> str:
    return " ".join(sorted(words))
