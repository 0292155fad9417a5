"""Merges an entity into another that is the same, and splits them again.

Merging keeps both nodes. Everything attached to the merged entity moves to the other one, so that statements
show one entity, and remembers its origin, so that splitting can move it back. Each decision is stored as a
`Merger` node, which never changes. After a load, `settle` moves what was attached to merged entities.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from cypher.database import Database
from cypher.errors import UsageError
from cypher.judging.recoding import assertion_of
from cypher.judging.transaction import ConflictError
from cypher.model.assertions import (
    Assertion,
    Row,
    affiliated,
    affiliations_of,
    assertion_writes,
    part_ids,
    tie_ids,
)
from cypher.model.graph import Event
from cypher.model.ids import content_id
from cypher.records.annotate import EntityById
from cypher.records.merge import AffectedAssertion, LooseEntity, MergedEntity, StoredMerger

_MOVES = ("merge/move_mentions", "merge/move_names", "merge/move_attributions")
_OWN = ("own_actors", "own_recipients", "own_mediators", "own_places")
_Steps = list[tuple[str, Mapping[str, object]]]


@dataclass(frozen=True, slots=True)
class Merger:
    """One decision: `entity` was merged into `into`, or split off again if that is None."""

    id: str
    entity: str
    into: str | None
    author: str
    created_at: str
    note: str | None = None


@dataclass(frozen=True, slots=True)
class _Change:
    """Everything that belongs to `entity` is attached to `before` and must move to `after`."""

    entity: str
    before: str
    after: str


def merge(database: Database, entity: str, into: str, *, author: str, note: str | None = None) -> Merger:
    """Merge `entity` into `into`, and record the decision.

    Raises `UsageError` if `entity` is a country, if either is unknown or already merged, or if both are the
    same, and `ConflictError` if somebody else decided on `entity` at the same moment.
    """
    merger = Merger(_new_id(), entity, into, author, _now(), note)
    decide(database, merger)
    return merger


def split(database: Database, entity: str, *, author: str, note: str | None = None) -> Merger:
    """Split a merged entity off again, and record the decision; raises `UsageError` if it was not merged."""
    merger = Merger(_new_id(), entity, None, author, _now(), note)
    decide(database, merger)
    return merger


def decide(database: Database, merger: Merger) -> None:
    """Carry out a decision and record it; raises what `merge` and `split` raise."""
    merged = _merged(database)
    if merger.into is not None:
        _refuse(database, merger.entity, merger.into, merged)
    elif merger.entity not in merged:
        raise UsageError(
            f"{merger.entity!r} is not merged into another entity, so it cannot be split from one."
        )
    _decide(database, merger, merged)


def mergers(database: Database, entity: str | None = None) -> tuple[Merger, ...]:
    """Return all decisions, or those on one entity, the newest first."""
    rows = database.rows(StoredMerger, "merge/mergers", entity=entity)
    return tuple(Merger(row.id, row.entity, row.into, row.author, row.created_at, row.note) for row in rows)


def decide_candidate(database: Database, candidate: str, *, accepted: bool) -> None:
    """Store the decision on a merge candidate, so that it is not proposed again."""
    database.write("merge/decide", candidate=candidate, verdict="accepted" if accepted else "refused")


def propose_again(database: Database, candidate: str) -> None:
    """Withdraw the decision on a merge candidate, so that it is proposed again."""
    database.write("merge/decide", candidate=candidate, verdict="none")


def settle(database: Database) -> int:
    """Move what a load attached to merged entities; return how many entities that concerned."""
    entities = [row.entity for row in database.rows(LooseEntity, "merge/loose")]
    if entities:
        merged = _merged(database)
        changes = [_Change(entity, entity, _canonical(entity, merged)) for entity in entities]
        steps = [("merge/hold", {"ids": entities}), *_moves(database, changes, merged, merged)]
        database.write_together(steps)
    return len(entities)


def _decide(database: Database, merger: Merger, merged: Mapping[str, str]) -> None:
    after = {**merged, merger.entity: merger.into} if merger.into else {**merged}
    if merger.into is None:
        del after[merger.entity]
    changes = [
        _Change(entity, _canonical(entity, merged), _canonical(entity, after))
        for entity in {*merged, merger.entity}
        if _canonical(entity, merged) != _canonical(entity, after)
    ]
    row = {
        "id": merger.id,
        "entity": merger.entity,
        "before": merged.get(merger.entity, ""),
        "into": merger.into,
        "author": merger.author,
        "created_at": merger.created_at,
        "note": merger.note,
    }
    steps: _Steps = [("merge/record", {"rows": [row]}), *_moves(database, changes, merged, after)]
    if not database.write_together(steps):
        raise ConflictError(
            f"Somebody else has just decided on {merger.entity!r}. Nothing was recorded; look at it again."
        )


def _moves(
    database: Database, changes: Sequence[_Change], before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[Any]:
    """Yield the steps of `changes`; `before` and `after` map merged entities to their targets."""
    rows = [{"entity": each.entity, "before": each.before, "after": each.after} for each in changes]
    found = database.rows(AffectedAssertion, "merge/affected", rows=rows)
    if found:
        ids = sorted({each for change in changes for each in (change.entity, change.before, change.after)})
        entities = database.rows(EntityById, "annotate/entities", ids=ids)
        acts_for = {each.id: each.acts_for for each in entities}
        yield from _rewritten(found, before, after, acts_for)
    for name in _MOVES:
        yield name, {"rows": rows}


def _rewritten(
    found: Iterable[AffectedAssertion],
    before: Mapping[str, str],
    after: Mapping[str, str],
    acts_for: Mapping[str, str],
) -> Iterator[Any]:
    """Yield the steps that write the new parties of events and relations, and their ties.

    `acts_for` says what the merged entities usually act for; all other parties keep what they acted for.
    Unchanged rows are not written and unchanged ties not counted again: for a hub these are most.
    """
    now, then, kept = [], [], []
    for row in found:
        shown = assertion_of(row)
        original = _original(shown, row, before)
        assertion = affiliated(_with_parties(original, after), {**affiliations_of(shown), **acts_for})
        now.append(shown)
        then.append(assertion)
        kept.append(
            {"assertion": assertion.id, "parts": part_ids(assertion), "ties": tie_ids(assertion)}
            | _own(original, assertion)
        )
    yield from _new_rows(now, then)
    yield "merge/prune", {"rows": kept}
    former, formed = _links(now), _links(then)
    yield "merge/remove_untied", {"ids": sorted({tie for _, tie in former - formed})}
    yield "load/count_ties", {"ties": sorted({tie for _, tie in former ^ formed})}


def _new_rows(
    now: Iterable[Assertion], then: Iterable[Assertion]
) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Yield the writes of the assertions `then`, without the rows that the graph already has from `now`."""
    for (name, known), (_, rows) in zip(assertion_writes(now), assertion_writes(then), strict=True):
        written = {tuple(row.values()) for row in known}
        new = [row for row in rows if tuple(row.values()) not in written]
        if new:
            yield name, {"rows": new}


def _links(assertions: Iterable[Assertion]) -> set[tuple[str, str]]:
    """Return pairs of an assertion and a tie that it forms or denies."""
    return {(assertion.id, tie) for assertion in assertions for tie in tie_ids(assertion)}


def _original(now: Assertion, row: AffectedAssertion, merged: Mapping[str, str]) -> Assertion:
    """Return the assertion with its original parties; parties that were added since count as original."""
    if isinstance(now, Event):
        actors, recipients, mediators, places = (
            _with_news(own, current, merged)
            for own, current in (
                (row.own_actors, now.actors),
                (row.own_recipients, now.recipients),
                (row.own_mediators, now.mediators),
                (row.own_places, now.places),
            )
        )
        return replace(now, actors=actors, recipients=recipients, mediators=mediators, places=places)
    ends = [(row.own_actors or [now.subject])[0], (row.own_recipients or [now.object])[0]]
    return replace(now, subject=ends[0], object=ends[1])


def _with_news(
    own: Sequence[str] | None, current: Sequence[str], merged: Mapping[str, str]
) -> tuple[str, ...]:
    known = list(own or ())
    shown = {*known, *(_canonical(entity, merged) for entity in known)}
    return (*known, *(entity for entity in current if entity not in shown))


def _with_parties(assertion: Assertion, merged: Mapping[str, str]) -> Assertion:
    if isinstance(assertion, Event):
        actors, recipients, mediators, places = (
            tuple(dict.fromkeys(_canonical(entity, merged) for entity in entities))
            for entities in _roles(assertion)
        )
        return replace(assertion, actors=actors, recipients=recipients, mediators=mediators, places=places)
    return replace(
        assertion, subject=_canonical(assertion.subject, merged), object=_canonical(assertion.object, merged)
    )


def _own(original: Assertion, assertion: Assertion) -> Row:
    """Return the original parties to store with the assertion, or nulls if they equal the shown ones."""
    if replace(original, acts_for=assertion.acts_for) == assertion:
        return dict.fromkeys(_OWN)
    if isinstance(original, Event):
        parties = _roles(original)
    else:
        parties = ((original.subject,), (original.object,), (), ())
    return dict(zip(_OWN, map(list, parties), strict=True))


def _roles(event: Event) -> tuple[tuple[str, ...], ...]:
    return event.actors, event.recipients, event.mediators, event.places


def standing_for(database: Database) -> dict[str, str]:
    """Map each merged entity to the one that stands for it now, also if that was merged again."""
    merged = _merged(database)
    return {entity: _canonical(entity, merged) for entity in merged}


def _canonical(entity: str, merged: Mapping[str, str]) -> str:
    while entity in merged:
        entity = merged[entity]
    return entity


def _merged(database: Database) -> dict[str, str]:
    """Map each merged entity to the one it was merged into."""
    return {row.entity: row.into for row in database.rows(MergedEntity, "merge/merged")}


def _refuse(database: Database, entity: str, into: str, merged: Mapping[str, str]) -> None:
    known = {row.id: row for row in database.rows(EntityById, "annotate/entities", ids=[entity, into])}
    for each in (entity, into):
        if each not in known:
            raise UsageError(f"There is no entity {each!r}. `konstelasi query` shows the ids of entities.")
        if each in merged:
            raise UsageError(f"{each!r} is already merged into {merged[each]!r}; name that one, or split it.")
    if known[entity].kind == "country":
        raise UsageError(f"{entity} is a country and cannot be merged; merge the other entity into it.")
    if entity == into:
        raise UsageError(f"{entity!r} cannot be merged into itself; name two entities.")


def _new_id() -> str:
    return content_id("merger", uuid.uuid4())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")
