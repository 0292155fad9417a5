"""Estimates from its words whether a text is about acts of states, or about sport, fiction, trade and nature.

A linear classifier, trained by ``python -m models.sense.train``. Names of countries, people and places are
replaced by their kinds, so that it cannot learn who is at war. A language without weights gets no estimate.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import as_file, files
from itertools import chain

import numpy as np

from cypher.model.graph import EntityKind
from ingest.extraction.events.learned.weights import key_of
from ingest.extraction.scene import Odds
from ingest.extraction.syntax.sentence import Parse

_MASKED = frozenset(
    {
        EntityKind.COUNTRY,
        EntityKind.PERSON,
        EntityKind.PLACE,
        EntityKind.ARMED_GROUP,
        EntityKind.GOVERNMENT_BODY,
    }
)
_COUNTRY = f"<{EntityKind.COUNTRY.value}>"
_STEM = 5
"""Length of the beginning of a word that stands for its stem."""

_GRAMS = (4, 5)
_SHORTEST = 4
_REMEMBERED = 50_000
"""Number of words whose weight is kept in memory."""


def words_of(parse: Parse) -> Iterator[str]:
    """Yield the words of a sentence in lower case; names are replaced by their kinds."""
    index = 0
    while index < len(parse):
        name = parse.name_at.get(index)
        if name is not None and name.kind in _MASKED:
            yield f"<{name.kind.value}>"
            index = name.end
        else:
            word = parse.lower[index]
            if not word.isnumeric() and any(map(str.isalpha, word)):
                yield word
            index += 1


def features_of(word: str) -> Iterator[str]:
    """Yield the features of one word: itself, its beginning and its runs of four and five letters."""
    yield f"w {word}"
    if not word.isalpha() or len(word) < _SHORTEST:
        return
    yield f"p {word[:_STEM]}"
    edged = f"^{word}$"
    for size in _GRAMS:
        for start in range(len(edged) - size + 1):
            yield f"c {edged[start : start + size]}"


@dataclass(frozen=True, slots=True)
class Sense:
    """The classifier of one language: a weight for each feature, by key."""

    weights: Mapping[int, float]
    bias: float
    _known: dict[str, tuple[float, int]] = field(default_factory=dict, init=False, repr=False)

    def log_odds(self, words: Iterable[str]) -> float:
        """Return the log-odds that a text with these words is about acts of states."""
        total, count = 0.0, 0
        for word in set(words):
            weight, features = self._of(word)
            total += weight
            count += features
        return total / math.sqrt(count) + self.bias if count else self.bias

    def _of(self, word: str) -> tuple[float, int]:
        """Return the sum of the weights of a word's known features, and their number."""
        found = self._known.get(word)
        if found is None:
            known = [self.weights[key] for key in map(key_of, features_of(word)) if key in self.weights]
            found = (sum(known), len(known))
            if len(self._known) < _REMEMBERED:
                self._known[word] = found
        return found


@cache
def load_sense(code: str) -> Sense | None:
    """Return the packaged classifier of a language, read once per process; None if there is none."""
    path = files(__package__).joinpath("weights", f"sense-{code}.npz")
    if not path.is_file():
        return None
    with as_file(path) as file, np.load(file, allow_pickle=False) as stored:
        weights = dict(zip(map(int, stored["keys"]), map(float, stored["weights"]), strict=True))
        return Sense(weights, float(stored["bias"][0]))


def odds_of_acts(parses: Iterable[Parse]) -> dict[str, Odds]:
    """Return the odds of each sentence of a document, by its id; empty in a language without a classifier."""
    parses = tuple(parses)
    sense = load_sense(parses[0].language.code) if parses else None
    if sense is None:
        return {}
    found = odds_of([frozenset(words_of(parse)) for parse in parses], sense)
    return {parse.record.id: odds for parse, odds in zip(parses, found, strict=True)}


def odds_of(sentences: Sequence[frozenset[str]], sense: Sense) -> Iterator[Odds]:
    """Yield the odds of each sentence of a document, given their words."""
    known = frozenset(chain.from_iterable(sentences))
    whole = sense.log_odds(known)
    countries = all(word == _COUNTRY for word in known if word.startswith("<"))
    for words in sentences:
        yield Odds(whole, sense.log_odds(words), len(sentences) == 1, countries)
