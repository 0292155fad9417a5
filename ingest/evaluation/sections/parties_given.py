"""Task A: given the parties, which type of event connects them? With the floors for comparison."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.evaluation.answers import EventAnswer, as_gold_type, is_type, quad_of, touches
from ingest.evaluation.figures import Figure, Pair, macro_figure, share_figure
from ingest.evaluation.report import Table
from ingest.evaluation.simplest import commonest

Linked = Sequence[tuple[EventAnswer, EventAnswer | None]]
_SHOWN = 15


def linking(events: Sequence[EventAnswer], gold: EventAnswer) -> EventAnswer | None:
    """Return the event with the most given parties in their roles; the first one if several are equal."""

    def closeness(event: EventAnswer) -> int:
        places = 2 * touches(event.actors, gold.actors) + 2 * touches(event.recipients, gold.recipients)
        return places + touches(event.parties, gold.actors) + touches(event.parties, gold.recipients)

    return max(events, key=closeness, default=None)


def type_pairs(linked: Linked) -> list[Pair]:
    """Return (wanted, given) types in the terms of gold, for the gold events with a type."""
    kinds = sorted({gold.event_type for gold, _ in linked if gold.event_type})
    return [
        (gold.event_type, as_gold_type(given.event_type, kinds) if given else None)
        for gold, given in linked
        if gold.event_type
    ]


def type_figures(linked: Linked, quads: Sequence[int] | None = None) -> Iterator[Figure]:
    """Yield accuracy and macro-F1 over types and macro-F1 over gold's quads.

    The floors always answer the most frequent class.
    """
    pairs = type_pairs(linked)
    if pairs:
        hits = [kind == given for kind, given in pairs]
        yield share_figure("type, parties given", hits, _commonest_share(pairs))
        yield macro_figure("type macro-F1, parties given", pairs, always_commonest(pairs))
    wanted = quads or [quad_of(gold.event_type) for gold, _ in linked]
    by_quad = [(str(quad), _quad_given(quad, *pair)) for quad, pair in zip(wanted, linked, strict=True)]
    yield macro_figure("quad macro-F1, parties given", by_quad, always_commonest(by_quad))


def _quad_given(quad: int, gold: EventAnswer, given: EventAnswer | None) -> str | None:
    if given is None:
        return None
    return str(quad if is_type(given.event_type, gold.event_type) else quad_of(given.event_type))


def always_commonest(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the floor for types: the most frequent type for every event."""
    kind = commonest(wanted for wanted, _ in pairs)
    return [(wanted, kind) for wanted, _ in pairs]


def _commonest_share(pairs: Sequence[Pair]) -> float:
    return sum(wanted == given for wanted, given in always_commonest(pairs)) / max(1, len(pairs))


def confusion(linked: Linked) -> Table:
    """Return the confused types, most frequent first; "nothing" means that there was no answer."""
    wrong = Counter((wanted, given or "nothing") for wanted, given in type_pairs(linked) if wanted != given)
    rows = ((wanted, given, str(count)) for (wanted, given), count in wrong.most_common(_SHOWN))
    return Table("Confusion, parties given", ("wanted", "given", "times"), tuple(rows))
