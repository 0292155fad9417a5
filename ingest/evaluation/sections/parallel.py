"""Measures agreement on parallel texts: both languages of a sentence should give the same events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ingest.evaluation.answers import Answer, Argument, EventAnswer
from ingest.evaluation.figures import f1_figure
from ingest.evaluation.gold import Parallel
from ingest.evaluation.report import Mistake, Section, Table
from ingest.evaluation.sections.annotated import levels

_COMPARED = ("countries", "event type", "full event")


def parallel_section(title: str, pairs: Sequence[tuple[Parallel, tuple[Answer, Answer]]]) -> Section:
    """Return the F1 of one language against the other; parties agree by country, else by name.

    The floor is the agreement with the next sentence of the other language.
    """
    ones, others = ([_without_places(sides[index]) for _, sides in pairs] for index in (0, 1))
    tallies = list(map(levels, ones, others))
    floor = list(map(levels, ones, others[1:] + others[:1]))
    figures = tuple(
        f1_figure(f"agreement: {name}", [of[name] for of in tallies], [of[name] for of in floor])
        for name in _COMPARED
    )
    differing = tuple(
        Mistake(gold.id, " ⟷ ".join(text for _, text in gold.sides), ("full event",), *_words(sides))
        for (gold, sides), of in zip(pairs, tallies, strict=True)
        if not of["full event"].is_perfect
    )
    return Section(title, len(pairs), figures, (_claims(pairs),), differing)


def _words(sides: tuple[Answer, Answer]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    one, two = sides
    return tuple(map(str, one.events)), tuple(map(str, two.events))


def _without_places(answer: Answer) -> Answer:
    """Return the answer without spans, which cannot be compared between languages."""
    return replace(answer, events=tuple(map(_placeless, answer.events)))


def _placeless(event: EventAnswer) -> EventAnswer:
    actors, recipients = (
        tuple(Argument(party.text, party.country) for party in side)
        for side in (event.actors, event.recipients)
    )
    return replace(event, actors=actors, recipients=recipients)


def _claims(pairs: Sequence[tuple[Parallel, tuple[Answer, Answer]]]) -> Table:
    counts: Counter[str] = Counter()
    for gold, sides in pairs:
        for (code, _), answer in zip(gold.sides, sides, strict=True):
            counts[code] += len(answer.events)
    return Table(
        "Claims", ("language", "claims"), tuple((code, str(n)) for code, n in sorted(counts.items()))
    )
