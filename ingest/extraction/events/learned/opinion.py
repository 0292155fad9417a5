"""Gives the classifiers' opinion on events found by the rules: their type, and whether they are events."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.extraction.events.learned.features import Coded, features, linking, stems
from ingest.extraction.events.learned.weights import keys_of, load_weights
from ingest.extraction.events.triggers import Trigger
from ingest.extraction.syntax.sentence import Parse

_OVERRULING = 0.8
"""Minimum probability at which a type overrules a rule; below it, rules do better on whole articles."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """The classifiers' opinion on one event: the most probable type and its probability (0-1) if it is an
    event.

    `rule_score` is the probability of the rule's own type, `chance_of_event` the probability that the trigger
    expresses an event.
    """

    rule: str
    event_type: str
    score: float
    rule_score: float
    chance_of_event: float

    @property
    def overrules(self) -> bool:
        """Whether another type is probable enough to replace that of the rule."""
        return self.event_type != self.rule and self.score >= _OVERRULING

    def yielding(self) -> Opinion:
        """Return this opinion with the rule's type kept."""
        return replace(self, event_type=self.rule, score=self.rule_score)

    @property
    def reason(self) -> str:
        """The opinion as a reason of a claim: the score of its type, and the rule's type if overruled."""
        if self.overrules:
            return f"classifier {self.event_type} {_short(self.score)} instead of {self.rule}"
        return f"classifier {self.rule} {_short(self.rule_score)}"


class SecondOpinion:
    """The classifiers applied to one sentence; `coded` has the types assigned by the rules in it."""

    def __init__(self, parse: Parse, coded: Coded) -> None:
        self._parse = parse
        self._coded = coded
        self._weights = load_weights(parse.language.code)
        self._stems: tuple[str, ...] = ()

    def of(self, trigger: Trigger, parties: tuple[int, int] | None = None) -> Opinion | None:
        """Return the opinion on a trigger; None in languages without classifiers.

        `parties` are the heads of actor and recipient, if both are known: the words that connect them help to
        determine the type. Types learnt from another language's rules never overrule, because they were no
        better than this language's own rules.
        """
        if self._weights is None:
            return None
        self._stems = self._stems or stems(self._parse)
        keys = keys_of(features(self._parse, trigger.head, self._stems, self._coded))
        chances = self._weights.chances(keys | self._linking(trigger, parties))
        best = max(chances, key=chances.__getitem__)
        rule = trigger.sense.event_type
        certainty = self._weights.chance_of_event(keys)
        opinion = Opinion(rule, best, chances[best], chances.get(rule, 0.0), certainty)
        return opinion if self._weights.annotated else opinion.yielding()

    def _linking(self, trigger: Trigger, parties: tuple[int, int] | None) -> frozenset[int]:
        if parties is None:
            return frozenset()
        return keys_of(linking(self._parse, parties, trigger.head, self._stems, self._coded))


def retyped(trigger: Trigger, opinion: Opinion) -> Trigger:
    """Return the trigger with the type that overrules its own, without a mode."""
    if not opinion.overrules:
        return trigger
    return replace(trigger, sense=replace(trigger.sense, event_type=opinion.event_type, mode=None))


def _short(chance: float) -> str:
    return f"{chance:.2f}".removeprefix("0")
