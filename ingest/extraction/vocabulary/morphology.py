"""Generates the forms of a stem by a language's rules, and removes clitics from words.

All forms of the few hundred stems of a lexicon are generated once, so finding them is exact and a dictionary
look-up. Guessing the stem of every word in a text would be inexact and slower.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

_SHORTEST_STEM = 4
_REMEMBERED = 50_000
"""Maximum number of cached words: enough for news, limited against hostile texts."""


class Voice(StrEnum):
    """The grammatical voice of a trigger; for `PARSED`, the parse decides between active and passive."""

    ACTIVE = "active"
    PASSIVE = "passive"
    BARE = "bare"
    PARSED = "parsed"
    NOUN = "noun"  # the possessor acts: "Israel's attack"
    UNDERGONE = "undergone"  # the possessor is acted on: "the killing of a journalist"

    @property
    def nominal(self) -> bool:
        """Whether the trigger is a noun."""
        return self in (Voice.NOUN, Voice.UNDERGONE)


@dataclass(frozen=True, slots=True)
class Prefix:
    """A rule that replaces the first `drop` letters of stems that begin with one of `before` with `text`."""

    voice: Voice
    before: tuple[str, ...]
    text: str
    drop: int


@dataclass(frozen=True, slots=True)
class Forms:
    """The word formation rules of a language.

    Without prefixes (`by_lemma`), the pipeline's lemma is looked up instead. `parts_hyphens` means that the
    pipeline's tokenizer splits "cease-fire" into three tokens.
    """

    prefixes: tuple[Prefix, ...]
    clitics: tuple[str, ...]
    by_lemma: bool
    parts_hyphens: bool = False
    _keys: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, main: Mapping[str, Any]) -> Forms:
        """Build the rules from a language's ``language.yaml``."""
        rules = main.get("forms") or {}
        prefixes = tuple(_prefix(Voice(voice), rule) for voice, group in rules.items() for rule in group)
        clitics = tuple(sorted(main.get("clitics", ()), key=len, reverse=True))
        return cls(prefixes, clitics, by_lemma=not rules, parts_hyphens=bool(main.get("parts_hyphens")))

    def spell(self, stem: str) -> Iterator[tuple[str, Voice]]:
        """Yield all (form, voice) pairs of a stem; ``kirim(kan)`` stands for ``kirim`` and ``kirimkan``."""
        for variant in _variants(stem):
            if self.by_lemma:
                yield variant, Voice.PARSED
            for prefix in self.prefixes:
                if not prefix.before or variant.startswith(prefix.before):
                    yield prefix.text + variant[prefix.drop :], prefix.voice

    def tokens(self, phrase: str) -> tuple[str, ...]:
        """Split a phrase into words as the pipeline's tokenizer does."""
        return tuple((phrase.replace("-", " - ") if self.parts_hyphens else phrase).split())

    def is_passive(self, word: str) -> bool:
        """Return whether a lower-case word has a passive prefix; False in languages without prefixes."""
        return any(rule.voice is Voice.PASSIVE and word.startswith(rule.text) for rule in self.prefixes)

    def is_active(self, word: str) -> bool:
        """Return whether a lower-case word has an active prefix; False in languages without prefixes."""
        active = (rule.text for rule in self.prefixes if rule.voice is Voice.ACTIVE)
        return any(word.startswith(text) for text in active)

    def keys(self, word: str) -> tuple[str, ...]:
        """Return the look-up keys of a lower-case word: itself, without reduplication, without clitics."""
        known = self._keys.get(word)
        if known is None:
            if len(self._keys) >= _REMEMBERED:
                self._keys.clear()
            known = self._keys[word] = self._without_clitics(word)
        return known

    def _without_clitics(self, word: str) -> tuple[str, ...]:
        single = _unreduplicated(word)
        bare = next((single.removesuffix(c) for c in self.clitics if single.endswith(c)), single)
        keys = (word, single) if len(bare) < _SHORTEST_STEM else (word, single, bare)
        return tuple(dict.fromkeys(keys))


def _prefix(voice: Voice, rule: Mapping[str, Any]) -> Prefix:
    return Prefix(voice, tuple(str(rule["before"]).split()), rule["prefix"], rule.get("drop", 0))


def _variants(stem: str) -> tuple[str, ...]:
    if not stem.endswith(")"):
        return (stem,)
    base, _, suffix = stem[:-1].partition("(")
    return base, base + suffix


def _unreduplicated(word: str) -> str:
    first, hyphen, second = word.partition("-")
    return first if hyphen and len(first) > 2 and second.startswith(first) else word
