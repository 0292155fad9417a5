"""Task A, the parties given: of which type is what the one does to the other? And the floors beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from cypher.model import Span
from cypher.ontology import event_types
from ingest.evaluation.answers import Argument, EventAnswer, as_gold_type, touches
from ingest.evaluation.figures import Figure, Pair, macro_figure, share_figure
from ingest.evaluation.report import Table

Linked = Sequence[tuple[EventAnswer, EventAnswer | None]]
_CAPITALS = re.compile(r"[A-Z][\w.-]*(?: [A-Z][\w.-]*)*")
_SHOWN = 15
_QUAD_OF_OLDER = {"YIELD": 2}


def linking(events: Sequence[EventAnswer], gold: EventAnswer) -> EventAnswer | None:
    """The event that has most of the given parties in their places, else the first."""

    def closeness(event: EventAnswer) -> int:
        places = 2 * touches(event.actors, gold.actors) + 2 * touches(event.recipients, gold.recipients)
        return places + touches(event.parties, gold.actors) + touches(event.parties, gold.recipients)

    return max(events, key=closeness, default=None)


def type_pairs(linked: Linked) -> list[Pair]:
    """(wanted, given) types in the terms of the gold."""
    kinds = sorted({gold.event_type for gold, _ in linked})
    return [
        (gold.event_type, as_gold_type(given.event_type, kinds) if given else None) for gold, given in linked
    ]


def type_figures(linked: Linked, quads: Sequence[int] | None = None) -> tuple[Figure, ...]:
    """Accuracy and macro-F1 over types, macro-F1 over quads (gold's); floors: always the commonest."""
    pairs = type_pairs(linked)
    wanted = quads or [_quad(gold.event_type) for gold, _ in linked]
    by_quad = [
        (str(quad), str(quad if kind == given else _quad(given)) if given else None)
        for quad, (kind, given) in zip(wanted, pairs, strict=True)
    ]
    return (
        share_figure(
            "type, parties given", [kind == given for kind, given in pairs], _commonest_share(pairs)
        ),
        macro_figure("type macro-F1, parties given", pairs, _always_commonest(pairs)),
        macro_figure("quad macro-F1, parties given", by_quad, _always_commonest(by_quad)),
    )


def _quad(kind: str) -> int:
    return _QUAD_OF_OLDER.get(kind) or event_types()[kind].quad.number


def _always_commonest(pairs: Sequence[Pair]) -> list[Pair]:
    counts = Counter(wanted for wanted, _ in pairs)
    commonest = max(counts, key=lambda kind: counts[kind], default="")
    return [(wanted, commonest) for wanted, _ in pairs]


def _commonest_share(pairs: Sequence[Pair]) -> float:
    return sum(wanted == given for wanted, given in _always_commonest(pairs)) / max(1, len(pairs))


def confusion(linked: Linked) -> Table:
    """Which type was taken for which, the commonest first."""
    wrong = Counter((wanted, given or "nothing") for wanted, given in type_pairs(linked) if wanted != given)
    rows = ((wanted, given, str(count)) for (wanted, given), count in wrong.most_common(_SHOWN))
    return Table("Confusion, parties given", ("wanted", "given", "times"), tuple(rows))


def simplest_answer(text: str, event_type: str) -> tuple[EventAnswer, ...]:
    """The floor: the first two runs of capitalised words are actor and recipient, always of one type."""
    runs = [Argument(match.group(), None, (Span(*match.span()),)) for match in _CAPITALS.finditer(text)]
    return (EventAnswer(event_type, "", tuple(runs[:1]), tuple(runs[1:2]), ""),)
