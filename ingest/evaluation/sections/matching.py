"""Matches the events of an answer with those of gold, each gold event once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from ingest.evaluation.answers import EventAnswer
from ingest.evaluation.figures import Tally

Same: TypeAlias = Callable[[EventAnswer, EventAnswer], bool]
"""Whether a given event is what a gold event says."""


def matched(given: Sequence[EventAnswer], gold: Sequence[EventAnswer], same: Same) -> Tally:
    """Count matching events; a doubtful gold event counts neither as wanted nor, if it is given, as given."""
    met = [wanted.doubtful for _, wanted in matches(given, gold, same)]
    wanted = sum(not event.doubtful for event in gold)
    return Tally(met.count(False), len(given) - met.count(True), wanted)


def matches(
    given: Sequence[EventAnswer], gold: Sequence[EventAnswer], same: Same
) -> Iterator[tuple[EventAnswer, EventAnswer]]:
    """Yield each given event with its matching gold event, each gold event once, doubtful ones last."""
    free = sorted(gold, key=lambda event: event.doubtful)
    for event in given:
        hit = next((other for other in free if same(event, other)), None)
        if hit is not None:
            free.remove(hit)
            yield event, hit
