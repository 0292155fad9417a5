"""Finds the names of known entities in a text: longest first, each with the alias that matched.

It works on characters, not on tokens, so the result does not depend on the tokenizer: "AS-China",
"Israelnya", "U.S.-backed" and "Amir Abdollahian" are found although they are not single tokens.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from spacy.tokens import Doc

from cypher.model.graph import EntityKind, Span
from cypher.model.ids import alias_key
from ingest.knowledge import Alias, KnowledgeBase, KnownEntity, Sense, load_knowledge
from ingest.resolution.words import Word, words

_JOINTS = frozenset({"", " ", "-", "–", "\u00a0", "\u2011", " & ", "' ", "’ "})
"""Text allowed between two words of one name; a comma, a full stop or a line break is not allowed."""

_PREFIXES = frozenset({"pro", "anti", "non", "ex", "post", "pre", "mid", "eks", "pasca", "pra", "arab"})
"""Words that may precede a name with a hyphen, in lower case or capitalised: Pro-Iran, Arab-Israel."""

_HYPHENS = "-–\u2011/"

_ALSO_WORDS = frozenset(
    {"US", "WHO", "IS", "IT", "AS", "CAR", "MEND", "PA", "BIN", "RT", "SANA", "AID", "SPA", "ITU"}
)
"""Abbreviations that are also words; ignored in a headline written all in capitals."""

_ARTICLES = frozenset({"al", "el", "the", "an", "ad", "ash", "e", "i", "of", "and", "dan"})
"""Parts of names written with or without a capital: al-Shabaab, Al-Shabaab."""

_WITH_THEIR_COUNTRY = frozenset({EntityKind.GOVERNMENT_BODY, EntityKind.ARMED_GROUP})
"""Kinds whose names also mention the country they contain; "Israel Katz" and "China Daily" do not."""

_POLITICAL = frozenset({"partai", "party", "koalisi", "coalition", "liga", "league", "front", "gerakan"})
"""First or last words of organisations whose names also mention the country they contain."""

_Candidate = tuple[KnownEntity, Alias]


class _Hit(NamedTuple):
    span: Span
    candidates: list[_Candidate]


@dataclass(frozen=True, slots=True)
class Match:
    """A known name in a document.

    `start_token` and `end_token` are half-open. `span` is exact to the character, even if a token contains
    more than the name ("Israelnya", "AS-China"). `others` are less probable entities with the same name.
    """

    start_token: int
    end_token: int
    entity: KnownEntity
    alias: Alias
    span: Span
    others: tuple[KnownEntity, ...] = ()


@cache
def load_gazetteer(code: str) -> Gazetteer:
    """Return the names used in texts of a language, read once per process."""
    return Gazetteer(load_knowledge(), code)


class Gazetteer:
    """All names in a knowledge base that are used in texts of one language."""

    def __init__(self, knowledge: KnowledgeBase, language: str) -> None:
        self._language = language
        self._candidates: dict[tuple[str, ...], list[_Candidate]] = {}
        self._longest: dict[str, int] = {}
        for key, named in knowledge.names():
            serving = [candidate for candidate in named if candidate[1].serves(language)]
            if key and serving:
                self._add(tuple(key.split()), serving)

    def find(self, doc: Doc, text: str) -> tuple[Match, ...]:
        """Return the names in `doc`, a parsed `text`, from left to right.

        They do not overlap, with one exception: a country inside the name of a government body or armed group
        ("Kongres AS") follows the longer name.
        """
        hits = list(self._scan(text))
        offsets = doc.to_array("IDX").tolist() if hits else []
        return tuple(_match(hit, offsets) for hit in _without_broken_compounds(hits, text))

    def spans(self, text: str) -> Iterator[Span]:
        """Yield the spans of the known names in a text that is not parsed yet, from left to right."""
        return (hit.span for hit in self._scan(text))

    def _add(self, keys: tuple[str, ...], candidates: list[_Candidate]) -> None:
        self._candidates[keys] = candidates
        self._longest[keys[0]] = max(self._longest.get(keys[0], 0), len(keys))

    def _scan(self, text: str) -> Iterator[_Hit]:
        pieces = list(words(text, self._language))
        index = 0
        while index < len(pieces):
            length, hit = self._longest_at(pieces, index, text)
            if hit is not None:
                yield hit
                yield from self._countries_in(pieces[index : index + length], hit, text)
            index += length

    def _countries_in(self, run: Sequence[Word], hit: _Hit, text: str) -> Iterator[_Hit]:
        entity = hit.candidates[0][0]
        if len(run) == 1 or not (entity.kind in _WITH_THEIR_COUNTRY or _is_party(entity, run)):
            return
        for index in range(len(run)):
            _, inner = self._longest_at(run[: len(run) - (index == 0)], index, text)
            if inner is not None and inner.candidates[0][0].kind is EntityKind.COUNTRY:
                yield inner
                return

    def _longest_at(self, pieces: Sequence[Word], index: int, text: str) -> tuple[int, _Hit | None]:
        """Return how many words to advance, and the longest name that starts at this word."""
        longest = max([self._longest.get(key, 0) for key, _ in pieces[index].readings])
        if not longest:
            return 1, None
        for length in range(min(longest, len(pieces) - index), 0, -1):
            hit = self._named(pieces[index : index + length], text)
            if hit is not None:
                return length, hit
        return 1, None

    def _named(self, run: Sequence[Word], text: str) -> _Hit | None:
        """Return the name that these words form; the last word is tried with and without its ending."""
        if any(text[left.end : right.start] not in _JOINTS for left, right in pairwise(run)):
            return None
        head = tuple(word.key for word in run[:-1])
        for key, length in run[-1].readings:
            candidates = self._candidates.get((*head, key))
            if candidates is None:
                continue
            span = Span(run[0].start, run[-1].start + length)
            written = [candidate for candidate in candidates if _is_written_like(candidate[1], span, text)]
            if written:
                return _Hit(span, written)
        return None


def _is_party(entity: KnownEntity, run: Sequence[Word]) -> bool:
    """Return whether a name is that of a political party or a league, which may name its country."""
    return entity.kind is EntityKind.ORGANISATION and not _POLITICAL.isdisjoint((run[0].key, run[-1].key))


def _is_written_like(alias: Alias, span: Span, text: str) -> bool:
    """Return whether capitals are where the alias has them: "US" is not "us", "Turki" is not "turki"."""
    surface = span.of(text)
    if alias.sense is Sense.ABBREVIATION:
        return _letters(surface) == _letters(alias.text) and not _is_shouted_word(surface, span, text)
    firsts = zip(_parts(alias.text), _parts(surface), strict=False)
    return all(
        seen[0].isupper() or not wanted[0].isupper() or wanted.lower() in _ARTICLES for wanted, seen in firsts
    )


def _is_shouted_word(surface: str, span: Span, text: str) -> bool:
    if surface not in _ALSO_WORDS:
        return False
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    line = text[start : len(text) if end < 0 else end]
    return line.isupper() and len(line.split()) > 3


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _parts(text: str) -> list[str]:
    return text.replace("-", " ").replace("–", " ").split()


def _without_broken_compounds(hits: Sequence[_Hit], text: str) -> Iterator[_Hit]:
    """Yield hits without halves of a hyphenated name.

    "Jean-Iran" is dropped; "Hamas-Israel", "pro-Iran" and "Ahok-Djarot" are kept.
    """
    starts = {hit.span.start for hit in hits}
    ends = {hit.span.end for hit in hits}
    for hit in hits:
        start, end = hit.span.start, hit.span.end
        has_left = _is_hyphenated(text[max(start - 2, 0) : start][::-1]) and start - 1 not in ends
        has_right = _is_hyphenated(text[end : end + 2]) and end + 1 not in starts
        left = _word_before(start - 1, text) if has_left else ""
        broken_left = left[:1].isupper() and left.lower() not in _PREFIXES
        broken_right = has_right and text[end + 1].isupper()
        if _is_of_a_pair(hit) or not (broken_left or broken_right):
            yield hit


def _is_of_a_pair(hit: _Hit) -> bool:
    """Return whether a person may be one of a hyphenated pair ("Ahok-Djarot"), not half of a double surname.

    A name of several words is never half of a surname. Neither is a nickname that is not a word of the full
    name.
    """
    entity, alias = hit.candidates[0]
    if entity.kind is not EntityKind.PERSON:
        return False
    return " " in alias.text or alias_key(alias.text) not in alias_key(entity.name).split()


def _is_hyphenated(pair: str) -> bool:
    """Return whether a text is a hyphen followed by a letter or digit."""
    return len(pair) == 2 and pair[0] in _HYPHENS and pair[1].isalnum()


def _word_before(end: int, text: str) -> str:
    start = end
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    return text[start:end]


def _match(hit: _Hit, offsets: list[int]) -> Match:
    span, candidates = hit
    entity, alias = candidates[0]
    others = {other.id: other for other, _ in candidates if other.id != entity.id}
    start_token = bisect_right(offsets, span.start) - 1
    end_token = bisect_left(offsets, span.end)
    return Match(start_token, end_token, entity, alias, span, tuple(others.values()))
