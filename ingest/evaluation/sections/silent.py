"""Computes how often nothing is extracted from a sentence that names actors: blind spots."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from cypher.model.graph import EntityKind
from ingest.evaluation.answers import Answer
from ingest.evaluation.figures import Figure, share, share_figure
from ingest.evaluation.gold import Annotated
from ingest.evaluation.report import Table

_Pairs = Sequence[tuple[Annotated, Answer]]


def names_actors(answer: Answer) -> bool:
    """Return whether a sentence names a country, or anything else with a name that is not a place."""
    return bool(answer.countries) or any(kind != EntityKind.PLACE for _, kind in answer.entities)


def is_silent(answer: Answer) -> bool:
    """Return whether a sentence names actors, but has neither an event nor a relation."""
    return names_actors(answer) and not answer.events and not answer.relations


def silence_figures(pairs: _Pairs) -> Iterator[Figure]:
    """Yield the share of sentences with actors that have no claim, and the share of these with a gold event.

    The floor of the first is the share without an event in gold: fewer silent sentences would be too few.
    """
    naming = [(gold, answer) for gold, answer in pairs if names_actors(answer)]
    silent = [(gold, answer) for gold, answer in naming if is_silent(answer)]
    rightly = share([not gold.answer.certain_events for gold, _ in naming])
    yield share_figure("actors, no claim", [is_silent(answer) for _, answer in naming], rightly)
    missed = [bool(gold.answer.certain_events) for gold, _ in silent]
    yield share_figure("of these with an event in gold", missed)


def by_publisher(pairs: _Pairs) -> Iterator[Table]:
    """Yield a table of silent sentences by publisher, if gold names publishers."""
    found: defaultdict[str, list[bool]] = defaultdict(list)
    for gold, answer in pairs:
        if gold.publisher and names_actors(answer):
            found[gold.publisher].append(is_silent(answer))
    rows = (
        (name, str(len(silent)), str(sum(silent)), f"{share(silent):.2f}")
        for name, silent in sorted(found.items(), key=lambda each: (-sum(each[1]), each[0]))
    )
    if found:
        head = ("publisher", "sentences with actors", "without a claim", "share")
        yield Table("Without a claim, by publisher", head, tuple(rows))
