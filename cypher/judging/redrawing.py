"""Redraws the ties of a graph that was loaded when the ontology had other rules for them.

Which ties an event forms follows from its type, mode and parties (`cypher.model.assertions`). Events,
claims and what analysts said of them stay as they are; only the ties change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cypher.database import Database
from cypher.judging.recoding import assertion_of
from cypher.model.assertions import Assertion, denial_rows, form_rows, tie_ids, tie_rows
from cypher.model.graph import Event
from cypher.model.ids import content_id
from cypher.model.ontology import EventType, event_types
from cypher.records.check import TiedEvent

_Tied = tuple[Assertion, set[str]]
"""An event and the ids of the ties that it forms or denies in the graph."""

PAGE = 1000
"""Events that are read, and redrawn, at once."""


def redraw(database: Database) -> int:
    """Give every event the ties of today's rules; return how many events had others.

    A mark on the graph names the rules, so that it is done once for each change of the ontology.
    """
    mark = drawing_rules()
    if database.read("check/mark", mark=mark).rows:
        return 0
    database.write("check/sign_events", rows=_signs())
    total = 0
    for page in _pages(database):
        wrong = [(event, ties) for event, ties in page if set(tie_ids(event)) != ties]
        if wrong:
            database.write_together(list(_steps(wrong)))
        total += len(wrong)
    database.write("check/leave_mark", mark=mark)
    return total


def drawing_rules() -> str:
    """The mark of a graph whose ties were drawn by the rules of this ontology."""
    rules = [
        f"{kind.code} {mode} {kind.sign_of(mode)} {kind.is_mutual(mode)}"
        for kind in event_types().values()
        for mode in (None, *kind.modes)
    ]
    return f"ties were drawn by {content_id('rules', *rules)}"


def _signs() -> list[Mapping[str, object]]:
    return [
        {"event_type": kind.code, "mode": mode or "", "sign": kind.sign_of(mode).value}
        for kind in event_types().values()
        for mode in (None, *kind.modes)
    ]


def _pages(database: Database) -> Iterator[list[_Tied]]:
    types = [code for code, kind in event_types().items() if _is_of_another_sign(kind)]
    after: str | None = None
    while rows := database.rows(TiedEvent, "check/tied_events", types=types, after=after, limit=PAGE):
        yield [_tied(row) for row in rows]
        after = rows[-1].id


def _is_of_another_sign(kind: EventType) -> bool:
    return any(kind.sign_of(mode) is not kind.quad.sign for mode in (None, *kind.modes))


def _tied(row: TiedEvent) -> _Tied:
    return assertion_of(row), set(row.ties)


def _steps(wrong: Sequence[_Tied]) -> Iterator[tuple[str, Mapping[str, object]]]:
    events = [event for event, _ in wrong if isinstance(event, Event)]
    rows = [{"event": event.id, "ties": tie_ids(event)} for event in events]
    former = {tie for _, ties in wrong for tie in ties}
    formed = {tie for event in events for tie in tie_ids(event)}
    writes = {
        "load/merge_ties": tie_rows(events),
        "load/form_ties": form_rows(events),
        "load/deny_ties": denial_rows(events),
        "check/leave_ties": rows,
    }
    yield from ((name, {"rows": written}) for name, written in writes.items() if written)
    yield "merge/remove_untied", {"ids": sorted(former - formed)}
    yield "load/count_ties", {"ties": sorted(former | formed)}
