"""Task A, the parties given: of which type is what the one does to the other? And the floors beside it."""

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
    """The event that has most of the given parties in their places, else the first."""

    def closeness(event: EventAnswer) -> int:
        places = 2 * touches(event.actors, gold.actors) + 2 * touches(event.recipients, gold.recipients)
        return places + touches(event.parties, gold.actors) + touches(event.parties, gold.recipients)

    return max(events, key=closeness, default=None)


def type_pairs(linked: Linked) -> list[Pair]:
    """(wanted, given) types in the terms of the gold, of the events whose type it gives."""
    kinds = sorted({gold.event_type for gold, _ in linked if gold.event_type})
    return [
        (gold.event_type, as_gold_type(given.event_type, kinds) if given else None)
        for gold, given in linked
        if gold.event_type
    ]


def type_figures(linked: Linked, quads: Sequence[int] | None = None) -> Iterator[Figure]:
    """Accuracy and macro-F1 over types, macro-F1 over quads (gold's); floors: always the commonest."""
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
    """The floor of types: whatever is wanted, the commonest is given."""
    kind = commonest(wanted for wanted, _ in pairs)
    return [(wanted, kind) for wanted, _ in pairs]


def _commonest_share(pairs: Sequence[Pair]) -> float:
    return sum(wanted == given for wanted, given in always_commonest(pairs)) / max(1, len(pairs))


def confusion(linked: Linked) -> Table:
    """Which type was taken for which, the commonest first; a type of which no answer told is "nothing"."""
    wrong = Counter((wanted, given or "nothing") for wanted, given in type_pairs(linked) if wanted != given)
    rows = ((wanted, given, str(count)) for (wanted, given), count in wrong.most_common(_SHOWN))
    return Table("Confusion, parties given", ("wanted", "given", "times"), tuple(rows))
