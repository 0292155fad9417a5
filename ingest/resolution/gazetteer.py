"""Finds the names of known entities in a text: longest first, each with the alias that matched.

Works on the characters, not on the tokens, so that every tokenizer gets the same answer: "AS-China",
"Israelnya", "U.S.-backed" and "Amir Abdollahian" are found though they are not tokens.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

from cypher.model import Span
from ingest.knowledge import Alias, KnowledgeBase, KnownEntity, Sense
from ingest.resolution.words import Word, words

_JOINTS = frozenset({"", " ", "-", "–", "\u00a0", "\u2011", " & "})
"""What may stand between two words of one name; a comma, a full stop or a new line may not."""

_HYPHENS = "-–\u2011/"

_ALSO_WORDS = frozenset(
    {"US", "WHO", "IS", "IT", "AS", "CAR", "MEND", "PA", "BIN", "RT", "SANA", "AID", "SPA"}
)
"""Abbreviations that are words too: not believed in a headline that is all in capitals."""

_ARTICLES = frozenset({"al", "el", "the", "an", "ad", "ash", "e", "i", "of", "and", "dan"})
"""Parts of names that are written either way: al-Shabaab, Al-Shabaab."""

_Candidate = tuple[KnownEntity, Alias]


@dataclass(frozen=True, slots=True)
class Match:
    """A known name in a document.

    `start_token` and `end_token` are half-open; `span` is exact to the character, where a token holds more
    than the name ("Israelnya", "AS-China"). `others` share the name but are less likely.
    """

    start_token: int
    end_token: int
    entity: KnownEntity
    alias: Alias
    span: Span
    others: tuple[KnownEntity, ...] = ()


class Gazetteer:
    """All names of a knowledge base that texts of one language use."""

    def __init__(self, knowledge: KnowledgeBase, language: str) -> None:
        self._language = language
        self._candidates: dict[tuple[str, ...], list[_Candidate]] = {}
        self._longest: defaultdict[str, int] = defaultdict(int)
        for key, named in knowledge.names():
            serving = [candidate for candidate in named if candidate[1].serves(language)]
            if key and serving:
                self._add(tuple(key.split()), serving)

    def find(self, doc: Doc) -> tuple[Match, ...]:
        """The names in `doc` from left to right; they do not overlap."""
        found = _without_broken_compounds(self._scan(doc.text), doc.text)
        offsets = [token.idx for token in doc]
        return tuple(_match(span, candidates, offsets) for span, candidates in found)

    def _add(self, keys: tuple[str, ...], candidates: list[_Candidate]) -> None:
        self._candidates[keys] = candidates
        self._longest[keys[0]] = max(self._longest[keys[0]], len(keys))

    def _scan(self, text: str) -> list[tuple[Span, list[_Candidate]]]:
        pieces = list(words(text, self._language))
        found: list[tuple[Span, list[_Candidate]]] = []
        index = 0
        while index < len(pieces):
            length, hit = self._longest_at(pieces, index, text)
            if hit is not None:
                found.append(hit)
            index += length
        return found

    def _longest_at(
        self, pieces: Sequence[Word], index: int, text: str
    ) -> tuple[int, tuple[Span, list[_Candidate]] | None]:
        """How many words to go on, and the longest name that starts at this word."""
        longest = max(self._longest.get(key, 0) for key, _ in pieces[index].readings)
        for length in range(min(longest, len(pieces) - index), 0, -1):
            run = pieces[index : index + length]
            for span, candidates in self._named(run, text):
                return length, (span, candidates)
        return 1, None

    def _named(self, run: Sequence[Word], text: str) -> Iterator[tuple[Span, list[_Candidate]]]:
        if any(text[left.end : right.start] not in _JOINTS for left, right in pairwise(run)):
            return
        head = tuple(word.key for word in run[:-1])
        for number, (key, _) in enumerate(run[-1].readings):
            span = run[0].span_to(run[-1], number)
            candidates = [
                candidate
                for candidate in self._candidates.get((*head, *key.split()), ())
                if _is_written_like(candidate[1], span, text)
            ]
            if candidates:
                yield span, candidates


def _is_written_like(alias: Alias, span: Span, text: str) -> bool:
    """Whether capitals are where the alias has them: "US" is not "us", "Turki" is not "turki"."""
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


def _without_broken_compounds(
    found: list[tuple[Span, list[_Candidate]]], text: str
) -> Iterator[tuple[Span, list[_Candidate]]]:
    """Drop half of a hyphenated name ("Jean-Iran"); keep "Hamas-Israel", "pro-Iran", "Iran-backed"."""
    starts = {span.start for span, _ in found}
    ends = {span.end for span, _ in found}
    for span, candidates in found:
        before, after = text[: span.start][-2:], text[span.end : span.end + 2]
        broken_before = (
            _is_hyphenated(before[::-1]) and span.start - 1 not in ends and _starts_upper_before(span, text)
        )
        broken_after = _is_hyphenated(after) and span.end + 1 not in starts and after[1:].isupper()
        if not (broken_before or broken_after):
            yield span, candidates


def _is_hyphenated(pair: str) -> bool:
    """Whether a hyphen and then, with no blank between, a letter or digit follow."""
    return len(pair) == 2 and pair[0] in _HYPHENS and pair[1].isalnum()


def _starts_upper_before(span: Span, text: str) -> bool:
    start = span.start - 1
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    return text[start].isupper()


def _match(span: Span, candidates: list[_Candidate], offsets: list[int]) -> Match:
    start_token = bisect_right(offsets, span.start) - 1
    end_token = bisect_left(offsets, span.end)
    entity, alias = candidates[0]
    others = dict.fromkeys(other.id for other, _ in candidates[1:] if other.id != entity.id)
    by_id = {other.id: other for other, _ in candidates}
    return Match(start_token, end_token, entity, alias, span, tuple(by_id[name] for name in others))
