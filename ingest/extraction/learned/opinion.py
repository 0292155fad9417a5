"""A second opinion on a sentence: the types of the events that rules found, and events that they miss."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ingest.extraction.learned.features import Coded, features, own_features, stems
from ingest.extraction.learned.frames import frames_of, voice_of
from ingest.extraction.learned.weights import Weights, load_weights
from ingest.extraction.sentence import Parse
from ingest.extraction.triggers import Trigger

_SURE_OF_EVENT = 0.5
_SURE_OF_TYPE = 0.5
_TELLING = frozenset({"VERB", "NOUN"})


@dataclass(frozen=True, slots=True)
class Opinion:
    """What the classifiers think of one event: its type, the chances (0-1) of that type and of any event.

    `instead_of` is the type of the rule that was overruled; `proposed` says that there was no rule.
    """

    event_type: str
    score: float
    chance_of_event: float
    instead_of: str | None = None
    proposed: bool = False

    @property
    def reason(self) -> str:
        """The opinion as a claim gives it."""
        label = f"{self.event_type} {self.score:.2f}".replace("0.", ".")
        if self.proposed:
            return f"no rule: classifier {label}"
        return f"classifier {label}" + (f" instead of {self.instead_of}" if self.instead_of else "")


@dataclass(slots=True)
class SecondOpinion:
    """Asks the classifiers of a sentence's language; without any it has no opinion and proposes nothing."""

    parse: Parse
    coded: Coded
    _stems: tuple[str, ...] = field(init=False, default=())
    _weights: Weights | None = field(init=False)

    def __post_init__(self) -> None:
        self._weights = load_weights(self.parse.language.code)

    def of(self, trigger: Trigger) -> Opinion | None:
        """What to think of a trigger: the likeliest type, which overrules that of the rule."""
        if self._weights is None:
            return None
        found = self._features(trigger.head)
        chances = self._weights.chances(found)
        best = max(chances, key=chances.__getitem__)
        rule = self.coded.get(trigger.head)
        return Opinion(
            event_type=best,
            score=chances[best],
            chance_of_event=self._weights.chance_of_event(found),
            instead_of=rule if rule != best else None,
            proposed=rule is None,
        )

    def proposed(self, rules: Sequence[Trigger]) -> Iterator[Trigger]:
        """Words outside names and triggers of the rules that surely tell an event, as triggers."""
        if self._weights is None:
            return
        taken = {index for item in rules for index in (*range(item.start, item.end), item.head)}
        for index, tag in enumerate(self.parse.tags):
            if tag in _TELLING and index not in taken and index not in self.parse.name_at:
                event_type = self._told_by(index, self._weights)
                if event_type is not None:
                    sense = frames_of(self.parse.language)[event_type]
                    yield Trigger(index, index + 1, sense, voice_of(self.parse, index), index)

    def _told_by(self, index: int, weights: Weights) -> str | None:
        if not self._stems:
            self._stems = stems(self.parse)
        if not weights.of_event.knows(own_features(self.parse, index, self._stems[index])):
            return None
        found = self._features(index)
        if weights.chance_of_event(found) < _SURE_OF_EVENT:
            return None
        chances = weights.chances(found)
        best = max(chances, key=chances.__getitem__)
        return best if chances[best] >= _SURE_OF_TYPE else None

    def _features(self, index: int) -> frozenset[str]:
        if not self._stems:
            self._stems = stems(self.parse)
        return frozenset(features(self.parse, index, self._stems, self.coded))


def retyped(trigger: Trigger, opinion: Opinion | None) -> Trigger:
    """The trigger with the type that the classifiers think right; the mode of another type goes with it."""
    if opinion is None or opinion.event_type == trigger.sense.event_type:
        return trigger
    return replace(trigger, sense=replace(trigger.sense, event_type=opinion.event_type, mode=None))
