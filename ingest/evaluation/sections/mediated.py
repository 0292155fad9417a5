"""Computes how well mediations are found: the whole act, and who the mediators are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ingest.evaluation.answers import Answer, Argument, EventAnswer, is_same_event
from ingest.evaluation.figures import Figure, Tally, f1_figure
from ingest.evaluation.gold import Annotated
from ingest.evaluation.sections.matching import matched

_Pairs = Sequence[tuple[Annotated, Answer]]


def mediation_figures(pairs: _Pairs) -> Iterator[Figure]:
    """Yield the F1 of mediations (mediator and parties) and of mediators, if gold has this role.

    The floor is an answer that never gives a mediator.
    """
    if not any(event.mediators for gold, _ in pairs for event in gold.answer.events):
        return
    for name, tally in (("mediations", _mediations), ("mediators", _mediators)):
        floor = [tally(gold.answer, Answer((), (), ())) for gold, _ in pairs]
        yield f1_figure(name, [tally(gold.answer, answer) for gold, answer in pairs], floor)


def _mediations(gold: Answer, given: Answer) -> Tally:
    return matched(_mediated(given), _mediated(gold), is_same_event)


def _mediated(answer: Answer) -> list[EventAnswer]:
    return [event for event in answer.events if event.mediators]


def _mediators(gold: Answer, given: Answer) -> Tally:
    """Count mediators, each once a sentence; those of doubtful gold count neither as wanted nor as given."""
    wanted = _named(event for event in gold.certain_events if event.mediators)
    doubtful = _named(event for event in gold.events if event.doubtful)
    found = _named(_mediated(given))
    right = [one for one in wanted if any(other.matches(one) for other in found)]
    known = [other for other in found if any(other.matches(one) for one in (*wanted, *doubtful))]
    wrong = len(found) - len(known)
    return Tally(len(right), len(right) + wrong, len(wanted))


def _named(events: Iterable[EventAnswer]) -> list[Argument]:
    return list({str(one): one for event in events for one in event.mediators}.values())
