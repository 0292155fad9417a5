"""Computes the floor of each figure: the answers of a trivial method.

Capitalised words are names, the first two names are actor and recipient, and every other answer is the most
frequent one in gold.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from cypher.model.graph import Span
from ingest.evaluation.answers import Answer, Argument, EventAnswer
from ingest.evaluation.gold import Annotated, Paired

_CAPITALS = re.compile(r"[A-Z][\w.-]*(?: [A-Z][\w.-]*)*")
Item = TypeVar("Item", bound=Hashable)


def simplest(pairs: Sequence[tuple[Annotated, Answer]]) -> list[tuple[Annotated, Answer]]:
    """Return the trivial answer to each sentence: most frequent country, kind of name and event type."""
    answers = [gold.answer for gold, _ in pairs]
    country = commonest(code for answer in answers for code in answer.countries)
    kind = commonest(kind for answer in answers for _, kind in answer.entities)
    event_type = commonest(event.event_type for answer in answers for event in answer.certain_events)
    return [(gold, _answer(gold.text, country, kind, event_type or "ACCUSE")) for gold, _ in pairs]


def _answer(text: str, country: str | None, kind: str | None, event_type: str) -> Answer:
    names = tuple((match.group(), kind) for match in _CAPITALS.finditer(text)) if kind else ()
    return Answer((country,) if country else (), names, _event(text, event_type))


def simplest_pairs(pairs: Sequence[tuple[Paired, Answer]]) -> list[tuple[Paired, Answer]]:
    """Return the trivial answer to each sentence with one known event."""
    event_type = commonest(gold.event.event_type for gold, _ in pairs)
    return [(gold, Answer(events=_event(gold.text, event_type or ""))) for gold, _ in pairs]


def _event(text: str, event_type: str) -> tuple[EventAnswer, ...]:
    runs = [Argument(match.group(), None, (Span(*match.span()),)) for match in _CAPITALS.finditer(text)]
    return (EventAnswer(event_type, "", tuple(runs[:1]), tuple(runs[1:2]), ""),)


def commonest(items: Iterable[Item]) -> Item | None:
    """Return the most frequent item, the first of equals; None if there are no items."""
    return next((item for item, _ in Counter(items).most_common(1)), None)
