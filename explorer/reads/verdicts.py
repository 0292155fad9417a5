"""What this process has judged, so that ties that no verdict has touched need not be read again.

The counts of the graph say that it has changed, but not where. If they have grown by the annotations of known
judgements alone, only the ties of these have changed.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from cypher.judging.annotations import Batch
from cypher.records.shared import DrawnTie
from explorer.graph.subgraph import Subgraph, subgraph_of
from explorer.reads.connections import Counted, counted, read

MOST_TIES = 200
"""The number of changed ties above which all are read again."""

_REMEMBERED = 200


@dataclass(frozen=True, slots=True)
class Held:
    """Ties, and the counts of the graph when they were read."""

    counted: Counted
    graph: Subgraph


@dataclass(frozen=True, slots=True)
class _Judged:
    began: float
    ended: float
    batch: Batch


def judged(write: Callable[[], Batch]) -> str:
    """Run a judgement, or its undoing, and remember which ties it touched; return the id of its batch."""
    began = time.monotonic()
    batch = write()
    remembered = _judgements()
    remembered.append(_Judged(began, time.monotonic(), batch))
    del remembered[:-_REMEMBERED]
    return batch.id


def touched_between(before: Counted, now: Counted) -> frozenset[str] | None:
    """Return the ties that were judged between two readings of the counts, None if more may have changed.

    A judgement of another process, or a change of another kind, makes the counts differ by more.
    """
    if replace(before.counts, annotations=now.counts.annotations) != now.counts:
        return None
    began, ended = before.answered, now.asked
    between = [each.batch for each in _judgements() if began <= each.began and each.ended <= ended]
    if before.counts.annotations + sum(batch.annotations for batch in between) != now.counts.annotations:
        return None
    touched = frozenset(tie for batch in between for tie in batch.ties)
    return touched if len(touched) <= MOST_TIES else None


def followed(
    held: Held, lens: str, follow: Callable[[frozenset[str], Subgraph], Subgraph | None]
) -> Held | None:
    """Return ties as they are now, None if they must be read again.

    `follow` gets the ids of the touched ties, and those of them that the lens shows at the reader's level.
    """
    now = counted()
    if held.counted.counts == now.counts:
        return held
    touched = touched_between(held.counted, now)
    if touched is None:
        return None
    changed = subgraph_of(read(DrawnTie, "explore/counted_ties", ids=sorted(touched), lens=lens))
    graph = follow(touched, changed)
    return None if graph is None else Held(now, graph)


@st.cache_resource(show_spinner=False)
def _judgements() -> list[_Judged]:
    return []
