"""A second opinion on the events that rules found: of which type they are, and whether there is any."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ingest.extraction.events.learned.features import Coded, features, linking, stems
from ingest.extraction.events.learned.weights import keys_of, load_weights
from ingest.extraction.events.triggers import Trigger
from ingest.extraction.syntax.sentence import Parse

_OVERRULING = 0.8
"""Least chance of a type that overrules a rule: below it, rules are right more often on whole articles."""


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the classifiers think of one event: the likeliest type and its chance (0-1) given an event.

    `rule_score` is the chance of the rule's own type, `chance_of_event` that the trigger tells any.
    """

    rule: str
    event_type: str
    score: float
    rule_score: float
    chance_of_event: float

    @property
    def overrules(self) -> bool:
        """Whether the classifiers are sure enough of another type."""
        return self.event_type != self.rule and self.score >= _OVERRULING

    def yielding(self) -> Opinion:
        """The same opinion, if the rule is to be kept."""
        return replace(self, event_type=self.rule, score=self.rule_score)

    @property
    def reason(self) -> str:
        """The opinion as a claim gives it: the score of its type, and what the rule said if overruled."""
        if self.overrules:
            return f"classifier {self.event_type} {_short(self.score)} instead of {self.rule}"
        return f"classifier {self.rule} {_short(self.rule_score)}"


class SecondOpinion:
    """The classifiers on one sentence; `coded` are the types that the rules give in it."""

    def __init__(self, parse: Parse, coded: Coded) -> None:
        self._parse = parse
        self._coded = coded
        self._weights = load_weights(parse.language.code)
        self._stems: tuple[str, ...] = ()

    def of(self, trigger: Trigger, parties: tuple[int, int] | None = None) -> Opinion | None:
        """What to think of a trigger of the rules; nothing in languages without classifiers.

        `parties` are the heads of actor and recipient, where both are known: what links them tells the type.
        Types learnt from another language's rules overrule nothing: they were no better than the own ones.
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
    """The trigger with the type that overrules its own; the mode of the other type goes with it."""
    if not opinion.overrules:
        return trigger
    return replace(trigger, sense=replace(trigger.sense, event_type=opinion.event_type, mode=None))


def _short(chance: float) -> str:
    return f"{chance:.2f}".removeprefix("0")
