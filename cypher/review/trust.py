"""The confidence of a claim after analysts have judged others: how far rules, senses and sources are trusted.

A logistic model starts from the confidence with which a claim was extracted. It adds a weight for the type of
the claim, for each rule and sense that found it, and for its publisher and language. Without verdicts all
weights are zero and confidence stays as it was; verdicts move it as far as their number allows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from cypher.model.lens import MOST_UNSAID

_LEAST, _MOST = 0.02, 0.98
_QUOTED = re.compile("“[^”]*”")
_SENSE = re.compile("“(?P<word>[^”]*)” means (?P<meaning>.+)")
_SPECIFIC = re.compile(r"\S*[A-Z\d]\S*")
"""Words of a reason that belong to its text: names, types, numbers."""

RAREST = 3
"""Minimum number of articles with a piece of evidence; rarer evidence gets no weight."""

_PRIORS = (2.0, 5.0, 12.0, 30.0, 100.0)
"""How strongly weights may be held at zero: as by normal distributions with these inverse variances.

The one that makes the verdicts most probable is used: a desk with a bad source needs a weak hold, and
verdicts that agree with the confidence a strong one.
"""

_PRIOR_OF_ODDS = 10.0
"""The same for the level and the weight of the extracted confidence, which all verdicts share."""

_STEPS = 50

Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the graph says about how a claim was found; `confidence` is that of the extraction, 0-1."""

    claim: str
    document: str
    confidence: float
    event_type: str
    reasons: tuple[str, ...]
    language: str
    publisher: str | None = None

    def names(self) -> Iterator[str]:
        """Yield what may be trusted more or less: type, rules, senses, language and publisher."""
        yield f"type {self.event_type}"
        yield f"language {self.language}"
        yield f"source {self.publisher or ''}"
        for reason in self.reasons:
            sense = _SENSE.fullmatch(reason)
            if sense is not None:
                yield f"sense “{sense['word'].lower()}” means {sense['meaning']}"
            else:
                rule = _SPECIFIC.sub("", _QUOTED.sub("“…”", reason)).split()
                yield f"rule {' '.join(rule)}"


@dataclass(frozen=True, slots=True)
class Trust:
    """The learned model; the default changes nothing. Weights are log-odds."""

    level: float = 0.0
    slope: float = 1.0
    weights: Mapping[str, float] = field(default_factory=dict)

    @property
    def changes_nothing(self) -> bool:
        """Whether every claim keeps the confidence with which it was extracted."""
        return self.level == 0 and self.slope == 1 and not self.weights

    def confidence(self, evidence: Evidence) -> float:
        """Return the confidence of a claim, 0-1.

        A claim with an unidentified party stays outside the trusted lens, however well it is judged.
        """
        if self.changes_nothing:
            return evidence.confidence
        odds = self.level + self.slope * _odds(evidence.confidence)
        odds += sum(self.weights.get(name, 0.0) for name in sorted(set(evidence.names())))
        chance = float(1 / (1 + np.exp(-odds)))
        most = MOST_UNSAID if evidence.confidence == MOST_UNSAID else _MOST
        return round(min(most, max(_LEAST, chance)), 3)


def _odds(confidence: float) -> float:
    sure = min(_MOST, max(_LEAST, confidence))
    return float(np.log(sure / (1 - sure)))


def fitted(evidence: Sequence[Evidence], right: Sequence[bool]) -> Trust:
    """Return the model that verdicts support: the most probable one, given that most things are as before.

    The result does not depend on the order of the claims, up to rounding.
    """
    names = _frequent(evidence)
    known = {name: place for place, name in enumerate(names, start=2)}
    facts = np.zeros((len(evidence), len(names) + 2))
    for row, each in enumerate(evidence):
        facts[row, :2] = 1, _odds(each.confidence)
        for name in set(each.names()) & known.keys():
            facts[row, known[name]] = 1
    verdicts = np.array(right, dtype=float)
    _, found = max((_most_probable(facts, verdicts, hold) for hold in _PRIORS), key=lambda pair: pair[0])
    level, slope, *weights = (round(float(weight), 4) for weight in found)
    kept = {name: weight for name, weight in zip(names, weights, strict=True) if weight}
    return Trust(level, slope, kept)


def _frequent(evidence: Sequence[Evidence]) -> list[str]:
    articles: defaultdict[str, set[str]] = defaultdict(set)
    for each in evidence:
        for name in each.names():
            articles[name].add(each.document)
    return sorted(name for name, documents in articles.items() if len(documents) >= RAREST)


def _most_probable(facts: Matrix, right: Matrix, hold: float) -> tuple[float, Matrix]:
    """Return the weights with the highest posterior probability, by Newton's method with halved steps.

    Before them is the logarithm of how probable they make the verdicts, by Laplace's approximation.
    """
    before = np.zeros(facts.shape[1])
    before[1] = 1.0
    prior = np.full(facts.shape[1], hold)
    prior[:2] = _PRIOR_OF_ODDS
    weights, cost = before, _cost(facts, right, before, before, prior)
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-facts @ weights))
        slope = facts.T @ (chance - right) + prior * (weights - before)
        step = np.linalg.solve(_bend(facts, weights, prior), slope)
        while (next_cost := _cost(facts, right, weights - step, before, prior)) > cost + 1e-9:
            step = step / 2
        gained, weights, cost = cost - next_cost, weights - step, next_cost
        if gained < 1e-9:
            break
    spread = np.linalg.slogdet(_bend(facts, weights, prior))[1]
    return float((np.log(prior).sum() - spread) / 2 - cost), weights


def _bend(facts: Matrix, weights: Matrix, prior: Matrix) -> Matrix:
    chance = 1 / (1 + np.exp(-facts @ weights))
    bend: Matrix = facts.T @ (facts * (chance * (1 - chance))[:, None]) + np.diag(prior)
    return bend


def _cost(facts: Matrix, right: Matrix, weights: Matrix, before: Matrix, prior: Matrix) -> float:
    odds = facts @ weights
    surprise = np.logaddexp(0, odds) - right * odds
    return float(surprise.sum() + (prior * (weights - before) ** 2).sum() / 2)
