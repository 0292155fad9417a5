"""Computes figures on sentences with one known event and its parties: task A and task B."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from ingest.evaluation.answers import (
    Answer,
    EventAnswer,
    as_gold_type,
    is_same_event,
    is_same_pair,
    is_swapped,
)
from ingest.evaluation.figures import Figure, Pair, by_class, macro_figure, share, share_figure
from ingest.evaluation.gold import Paired
from ingest.evaluation.report import Mistake, Section, Table
from ingest.evaluation.sections.matching import Same
from ingest.evaluation.sections.parties_given import (
    always_commonest,
    confusion,
    linking,
    type_figures,
    type_pairs,
)
from ingest.evaluation.simplest import simplest_pairs
from ingest.evaluation.strictness import is_strictly_same_event

Pairs = Sequence[tuple[Paired, Answer]]


def paired_section(title: str, pairs: Pairs) -> Section:
    """Return the figures for types with given parties (task A) and for full events (task B)."""
    linked = [(gold.event, linking(answer.events, gold.event)) for gold, answer in pairs]
    typed = [(gold, answer) for gold, answer in pairs if gold.event.event_type]
    figures = (
        *type_figures(linked, [gold.quad for gold, _ in pairs]),
        *(_event_figures(typed) if typed else ()),
        share_figure(
            "parties, any answer",
            [_has_pair(gold, answer) for gold, answer in pairs],
            _share_of(_has_pair, simplest_pairs(pairs)),
        ),
        share_figure("no answer", [not answer.events for _, answer in pairs]),
    )
    tables = (_by_type(typed, type_pairs(linked)), confusion(linked)) if typed else ()
    return Section(title, len(pairs), figures, (*tables, _counts(pairs)), tuple(_mistakes(typed)))


def _event_figures(pairs: Pairs) -> Iterator[Figure]:
    """Yield the figures for events extracted from the sentence alone.

    The floors use the most frequent type, with the first two capitalised runs as parties.
    """
    firsts = _first_types(pairs)
    yield macro_figure("type macro-F1, first answer", firsts, always_commonest(firsts))
    floor = _share_of(_is_any, simplest_pairs(pairs))
    yield share_figure("full event, first answer", [_is_first(gold, answer) for gold, answer in pairs], floor)
    yield share_figure("full event, any answer", [_is_any(gold, answer) for gold, answer in pairs], floor)
    strictly = partial(_is_any, same=is_strictly_same_event)
    floor = _share_of(strictly, simplest_pairs(pairs))
    for name, is_right in (("first", partial(_is_first, same=is_strictly_same_event)), ("any", strictly)):
        yield share_figure(f"full event, {name}, strict", [is_right(*pair) for pair in pairs], floor)
    swapped = [_has_swapped(gold, answer) for gold, answer in pairs]
    yield share_figure(
        "right but swapped, any answer", swapped, _share_of(_has_swapped, simplest_pairs(pairs))
    )


def _is_first(gold: Paired, answer: Answer, same: Same = is_same_event) -> bool:
    return bool(answer.events) and same(answer.events[0], gold.event)


def _is_any(gold: Paired, answer: Answer, same: Same = is_same_event) -> bool:
    return any(same(event, gold.event) for event in answer.events)


def _has_pair(gold: Paired, answer: Answer) -> bool:
    return any(is_same_pair(event, gold.event) for event in answer.events)


def _has_swapped(gold: Paired, answer: Answer) -> bool:
    return any(is_swapped(event, gold.event) for event in answer.events)


def _first_types(pairs: Pairs) -> list[Pair]:
    kinds = sorted({gold.event.event_type for gold, _ in pairs})
    return [
        (gold.event.event_type, as_gold_type(answer.events[0].event_type, kinds) if answer.events else None)
        for gold, answer in pairs
    ]


def _share_of(is_right: Callable[[Paired, Answer], bool], pairs: Pairs) -> float:
    return share([is_right(gold, answer) for gold, answer in pairs])


def _by_type(pairs: Pairs, types: Sequence[Pair]) -> Table:
    rows = []
    for kind, tally in by_class(types).items():
        own = [(gold, answer) for gold, answer in pairs if gold.event.event_type == kind]
        first, some = (sum(is_right(*pair) for pair in own) / len(own) for is_right in (_is_first, _is_any))
        figures = (tally.precision, tally.recall, tally.f1, first, some)
        rows.append((kind, str(tally.wanted), *(f"{figure:.2f}" for figure in figures)))
    head = ("type", "gold", "P", "R", "F1", "full, first", "full, any")
    return Table("By type (P, R, F1: parties given)", head, tuple(rows))


def _counts(pairs: Pairs) -> Table:
    claims = sum(len(answer.events) for _, answer in pairs)
    return Table("Claims", ("claims", "a sentence"), ((str(claims), f"{claims / max(1, len(pairs)):.2f}"),))


def _mistakes(pairs: Pairs) -> Iterator[Mistake]:
    for gold, answer in pairs:
        if not _is_first(gold, answer):
            wrong = ("first answer",) if _is_any(gold, answer) else _wrong(gold.event, answer)
            yield Mistake(gold.id, gold.text, wrong, (str(gold.event),), tuple(map(str, answer.events)))


def _wrong(gold: EventAnswer, answer: Answer) -> tuple[str, ...]:
    if not answer.events:
        return ("no answer",)
    if any(is_swapped(event, gold) for event in answer.events):
        return ("direction",)
    linked = linking(answer.events, gold)
    pairs = type_pairs([(gold, linked)])
    return tuple(
        name
        for name, right in (
            ("type", pairs[0][0] == pairs[0][1]),
            ("parties", linked is not None and is_same_pair(linked, gold)),
        )
        if not right
    )
