"""Joins events that a data set states twice: once from each side, source and target swapped.

A sentence that says "A and B held talks" gives two rows, "A consults B" and "B consults A", close to each
other. They are one event. What both do together (`cypher.model.ontology`) has no direction; of anything else,
such as mutual accusations, each is an actor and a recipient. A visit and the hosting of it are the visit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from cypher.model.ontology import event_types
from ingest.datasets.coded import CodedEvent, Read, Rejected

WINDOW = 2000
"""The number of events that wait for their twin; twins of ICEWS have stood at most 13 rows apart."""

_VISIT, _HOST = "042", "043"
_OTHER_SIDE = {_VISIT: _HOST, _HOST: _VISIT}
_FORMAL = frozenset({"050", "057"})
"""Diplomatic cooperation and signing an agreement, which nobody does alone."""

_Key = tuple[object, ...]


def joined(reads: Iterable[Read]) -> Iterator[Read]:
    """Yield events with their twins joined, and all rejected rows.

    Twins are of one sentence of one story. Where a row names no story, and its day stands for it, only acts
    that are done together can be twins.
    """
    waiting: dict[_Key, CodedEvent] = {}
    for read in reads:
        if isinstance(read, Rejected) or not (_names_a_story(read) or _is_done_together(read)):
            yield read
            continue
        twin = waiting.pop(_key(read, mirrored=True), None)
        if twin is not None:
            yield _one(twin, read)
            continue
        key = _key(read)
        if key in waiting:
            yield waiting.pop(key)
        waiting[key] = read
        if len(waiting) > WINDOW:
            yield waiting.pop(next(iter(waiting)))
    yield from waiting.values()


def _key(event: CodedEvent, *, mirrored: bool = False) -> _Key:
    source = tuple(party.name for party in event.actors)
    target = tuple(party.name for party in event.recipients)
    report = event.reports[0]
    if mirrored:
        code = _OTHER_SIDE.get(event.code, event.code)
        return (target, source, code, event.date, report.document, report.sentence)
    return (source, target, event.code, event.date, report.document, report.sentence)


def _one(first: CodedEvent, second: CodedEvent) -> CodedEvent:
    key = min(first.key, second.key)
    if first.code != second.code:
        return replace(first if first.code == _VISIT else second, key=key)
    if _is_undirected(first):
        return replace(first, key=key, actors=(*first.actors, *second.actors), recipients=(), directed=False)
    both = (*first.actors, *second.actors)
    return replace(first, key=key, actors=both, recipients=both)


def _names_a_story(event: CodedEvent) -> bool:
    return event.reports[0].document != event.date


def _is_undirected(event: CodedEvent) -> bool:
    kind = event_types()[event.event_type]
    return kind.is_mutual(event.mode) or kind.each_other is not None


def _is_done_together(event: CodedEvent) -> bool:
    is_mutual = event_types()[event.event_type].is_mutual(event.mode)
    return is_mutual or event.code in _FORMAL or event.code in _OTHER_SIDE
