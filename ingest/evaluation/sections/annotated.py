"""Computes figures on fully annotated sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence, Set

from cypher.model.lens import TRUST_THRESHOLD
from ingest.evaluation.answers import Answer, EventAnswer, is_same_event, is_swapped, is_type
from ingest.evaluation.calibration import calibration_figure, judged
from ingest.evaluation.figures import Figure, Tally, f1_figure, share, share_figure, total
from ingest.evaluation.gold import Annotated
from ingest.evaluation.report import Mistake, Section, Table
from ingest.evaluation.sections.matching import matched, matches
from ingest.evaluation.sections.mediated import mediation_figures
from ingest.evaluation.sections.parties_given import confusion, linking, type_figures
from ingest.evaluation.sections.silent import by_publisher, silence_figures
from ingest.evaluation.simplest import simplest
from ingest.evaluation.strictness import is_strictly_same_event

Pairs = Sequence[tuple[Annotated, Answer]]


def annotated_section(title: str, pairs: Pairs) -> Section:
    """Return the F1 of names and events, the latter leniently and strictly, and types by given parties."""
    tallies = [levels(gold.answer, answer) for gold, answer in pairs]
    floor = [levels(gold.answer, answer) for gold, answer in simplest(pairs)]
    figures = [f1_figure(name, [of[name] for of in tallies], [of[name] for of in floor]) for name in _LEVELS]
    linked = [
        (event, linking(answer.events, event))
        for gold, answer in pairs
        for event in gold.answer.certain_events
        if event.parties
    ]
    claims = [claim for gold, answer in pairs for claim in judged(gold.answer, answer)]
    return Section(
        title,
        len(pairs),
        (
            *figures,
            _trusted_figure(pairs),
            _swapped_figure(pairs),
            *mediation_figures(pairs),
            *type_figures(linked),
            *_happening_figures(pairs),
            calibration_figure(claims),
            *silence_figures(pairs),
        ),
        (_by_type(pairs), *_by_construction(pairs, tallies), confusion(linked), *by_publisher(pairs)),
        tuple(_mistakes(pairs, tallies)),
    )


_STRICT = "full event, strict"
_EVENT_LEVELS = ("event type", "full event", _STRICT)
_LEVELS = ("countries", "named entities", *_EVENT_LEVELS)


def levels(gold: Answer, given: Answer) -> dict[str, Tally]:
    """Return the tally of one sentence on each level; a repeated name counts once, as gold lists it."""
    return {
        "countries": _shared(set(given.countries), set(gold.countries)),
        "named entities": _shared(set(given.entities), set(gold.entities)),
        "event type": matched(given.events, gold.events, _is_same_type),
        "full event": matched(given.events, gold.events, is_same_event),
        _STRICT: matched(given.events, gold.events, is_strictly_same_event),
    }


def _shared(given: Set[Hashable], wanted: Set[Hashable]) -> Tally:
    return Tally(len(given & wanted), len(given), len(wanted))


def _is_same_type(given: EventAnswer, gold: EventAnswer) -> bool:
    return is_type(given.event_type, gold.event_type)


def _trusted_figure(pairs: Pairs) -> Figure:
    """Return the F1 of full events by the claims that the trusted lens shows while nobody has judged them."""
    tallies = [matched(_trusted(answer), gold.answer.events, is_same_event) for gold, answer in pairs]
    floor = [matched(answer.events, gold.answer.events, is_same_event) for gold, answer in simplest(pairs)]
    return f1_figure("full event, trusted", tallies, floor)


def _trusted(answer: Answer) -> list[EventAnswer]:
    return [event for event in answer.events if event.confidence >= TRUST_THRESHOLD]


def _swapped_figure(pairs: Pairs) -> Figure:
    """Return the share of gold events with both parties that were found with actor and recipient swapped."""
    swapped = [
        any(is_swapped(event, wanted) for event in answer.events)
        for gold, answer in pairs
        for wanted in gold.answer.certain_events
        if wanted.actors and wanted.recipients
    ]
    return share_figure("right but swapped", swapped)


def _happening_figures(pairs: Pairs) -> Iterator[Figure]:
    """Yield the accuracy of status and mode for the events that are otherwise right.

    The floors always answer "actual" and never give a mode.
    """
    found = [
        pair
        for gold, answer in pairs
        for pair in matches(answer.events, gold.answer.certain_events, is_same_event)
    ]
    actual = share([wanted.status == "actual" for _, wanted in found])
    yield share_figure("status, right events", [one.status == two.status for one, two in found], actual)
    if any(event.mode for gold, _ in pairs for event in gold.answer.events):
        plain = share([wanted.mode is None for _, wanted in found])
        yield share_figure("mode, right events", [one.mode == two.mode for one, two in found], plain)


def _by_construction(pairs: Pairs, tallies: Sequence[dict[str, Tally]]) -> Iterator[Table]:
    names = Counter(name for gold, _ in pairs for name in gold.constructions)
    rows = []
    for name, count in sorted(names.items()):
        own = [of for (gold, _), of in zip(pairs, tallies, strict=True) if name in gold.constructions]
        figures = (total(of[level] for of in own).f1 for level in _EVENT_LEVELS)
        rows.append((name, str(count), *(f"{figure:.2f}" for figure in figures)))
    if rows:
        yield Table(
            "By construction", ("construction", "sentences", "type F1", "full F1", "strict F1"), tuple(rows)
        )


def _by_type(pairs: Pairs) -> Table:
    kinds = Counter(event.event_type for gold, _ in pairs for event in gold.answer.certain_events)
    rows = ((kind, str(count), *_of_type(pairs, kind)) for kind, count in kinds.most_common())
    levels = ("", "full ", "strict ")
    head = (f"{level}{figure}" for level in levels for figure in ("P", "R", "F1"))
    return Table("By type", ("type", "gold", *head), tuple(rows))


def _of_type(pairs: Pairs, kind: str) -> Iterator[str]:
    for same in (_is_same_type, is_same_event, is_strictly_same_event):
        tally = total(
            matched(_only(answer.events, kind), _only(gold.answer.events, kind), same)
            for gold, answer in pairs
        )
        yield from (f"{figure:.2f}" for figure in (tally.precision, tally.recall, tally.f1))


def _only(events: Sequence[EventAnswer], kind: str) -> list[EventAnswer]:
    return [event for event in events if event.event_type == kind]


def _mistakes(pairs: Pairs, tallies: Sequence[dict[str, Tally]]) -> Iterator[Mistake]:
    for (gold, answer), of in zip(pairs, tallies, strict=True):
        wrong = tuple(name for name in _LEVELS if not of[name].is_perfect)
        if wrong:  # a full event that is wrong is strictly wrong, too
            wrong = tuple(name for name in wrong if name != _STRICT or "full event" not in wrong)
            yield Mistake(gold.id, gold.text, wrong, _words(gold.answer), _words(answer))


def _words(answer: Answer) -> tuple[str, ...]:
    names = ", ".join(f"{text}/{kind}" for text, kind in sorted(answer.entities))
    return (" ".join(sorted(set(answer.countries))), names, *map(str, answer.events))
