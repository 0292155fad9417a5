"""The strict full event: a party that gold does not name makes an event wrong, so guessing never pays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from ingest.evaluation.answers import Answer, Argument, EventAnswer, is_same_event
from ingest.evaluation.figures import total
from ingest.evaluation.gold import Annotated, read_gold
from ingest.evaluation.sections.annotated import levels
from ingest.evaluation.strictness import is_strictly_same_event

SAMPLES = Path(__file__).parents[3] / "samples"
NAMES = {name: Argument(name, None) for name in ("Norway", "Belarus", "Chad", "Mali")}


def event(kind: str, actors: str = "", recipients: str = "", mediators: str = "") -> EventAnswer:
    sides = (tuple(NAMES[name] for name in side.split()) for side in (actors, recipients, mediators))
    one, two, through = sides
    return EventAnswer(kind, "", one, two, "actual", mediators=through)


@pytest.mark.parametrize(
    ("given", "gold", "lenient", "strict"),
    [
        (("ACCUSE", "Norway", "Mali"), ("ACCUSE", "Norway", "Mali"), True, True),
        (("ACCUSE", "Norway", "Mali"), ("ACCUSE", "Norway Chad", "Mali"), True, True),
        (("ACCUSE", "Norway Chad", "Mali"), ("ACCUSE", "Norway", "Mali"), True, False),
        (("ACCUSE", "Norway", "Mali Chad"), ("ACCUSE", "Norway", "Mali"), True, False),
        (("ACCUSE", "Norway", "Mali"), ("ACCUSE", "Norway"), False, False),
        (("ACCUSE", "Norway", "Mali", "Chad"), ("ACCUSE", "Norway", "Mali"), True, False),
        (("ACCUSE", "Norway", "Mali"), ("ACCUSE", "Mali", "Norway"), False, False),
        (("ACCUSE", "Norway", "Mali"), ("SUPPORT", "Norway", "Mali"), False, False),
        (("CONSULT", "Norway", "Mali"), ("CONSULT", "Mali Norway"), True, True),
        (("CONSULT", "Norway Chad", "Mali"), ("CONSULT", "Mali Norway"), True, False),
        (("CONSULT", "Norway Mali", "", "Chad"), ("CONSULT", "Mali Norway", "", "Chad"), True, True),
        (("CONSULT", "Norway Mali", "", "Chad Belarus"), ("CONSULT", "Mali Norway", "", "Chad"), True, False),
        (("CONSULT", "Norway Mali", "", "Chad"), ("CONSULT", "Norway Mali Chad"), True, True),
        (("CONSULT", "Norway Mali", "", "Chad"), ("CONSULT", "Norway Mali"), True, False),
    ],
)
def test_a_party_too_many_is_forgiven_leniently_alone(
    given: tuple[str, ...], gold: tuple[str, ...], lenient: bool, strict: bool
) -> None:
    assert is_same_event(event(*given), event(*gold)) is lenient
    assert is_strictly_same_event(event(*given), event(*gold)) is strict


def honest(answer: Answer) -> Answer:
    """Return the answer of an extraction that takes actor for recipient in half of the events with both."""
    return replace(answer, events=tuple(map(_half_swapped, answer.certain_events)))


def _half_swapped(event: EventAnswer) -> EventAnswer:
    if event.actors and event.recipients and len(event.trigger) % 2:
        return replace(event, actors=event.recipients, recipients=event.actors)
    return event


def gamed(answer: Answer, *, empty: bool) -> Answer:
    """Return the honest answer with every party of the sentence in each slot, in empty slots if asked."""
    said = honest(answer)
    everyone = tuple(dict.fromkeys(party for event in said.events for party in event.parties))
    events = (
        replace(
            event,
            actors=everyone if event.actors or empty else (),
            recipients=everyone if event.recipients or empty else (),
        )
        for event in said.events
    )
    return replace(said, events=tuple(events))


def scores(gold: list[Annotated], given: Callable[[Answer], Answer]) -> tuple[float, float]:
    """Return the F1 of full events, lenient and strict."""
    tallies = [levels(row.answer, given(row.answer)) for row in gold]
    lenient, strict = (
        total(of[level] for of in tallies).f1 for level in ("full event", "full event, strict")
    )
    return lenient, strict


def test_naming_every_name_gains_leniently_and_loses_strictly() -> None:
    rows = (row for row, _ in read_gold(SAMPLES / "gold.jsonl"))
    gold = [row for row in rows if isinstance(row, Annotated) and row.answer.events]
    lenient, strict = scores(gold, honest)
    assert lenient == strict < 0.9
    gaming_lenient, gaming_strict = scores(gold, partial(gamed, empty=False))
    assert gaming_lenient > lenient + 0.05
    assert gaming_strict < strict - 0.05
    assert scores(gold, partial(gamed, empty=True))[1] < gaming_strict
