"""Brings the levels of ties to graphs of older versions: what entities act for, ties of states, and of blocs.

These graphs do not say when a person held an office. Somebody with an office in an organisation or armed
group acts for it, whatever the day. Links keep what they have when an article is loaded again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cypher.database import Database
from cypher.judging.recoding import assertion_of
from cypher.model.affiliation import people_of, usual_affiliation
from cypher.model.assertions import (
    Assertion,
    Row,
    denial_rows,
    form_rows,
    mediator_rows,
    tie_rows,
)
from cypher.model.blocs import Bloc, blocs_of_state, levelled
from cypher.model.graph import EntityKind, Event, Level
from cypher.records.check import ListedAssertion, UnaffiliatedEntity

PAGE = 1000
"""Entities, or events and relations, that are written in one transaction."""


def affiliate(database: Database) -> int:
    """Store what each entity acts for; return how many entities did not have it."""
    total = 0
    while found := database.rows(UnaffiliatedEntity, "check/unaffiliated", limit=PAGE):
        rows = [{"id": row.id, "acts_for": _acts_for(row)} for row in found]
        missing = [row for row in found if row.country and people_of(row.country) == _acts_for(row) != row.id]
        states = sorted({row.country for row in found if row.country})
        database.write("check/add_states", rows=[{"id": each, "people": people_of(each)} for each in states])
        database.write("check/add_peoples", rows=[_people(row) for row in missing])
        database.write("check/leave_affiliations", rows=rows)
        total += len(found)
    return total


def tie_states(database: Database) -> int:
    """Form the ties of states for all events and relations; return how many of these there are."""
    database.write("check/leave_levels", level=Level.ACTOR.value)
    return _tie(database, Level.STATE)


def tie_blocs(database: Database) -> int:
    """Form the ties of blocs for all events and relations; return how many of these there are."""
    blocs = [_bloc(each) for each in levelled()]
    database.write("check/add_blocs", rows=blocs)
    states = sorted({membership.country for each in levelled() for membership in each.memberships})
    database.write("check/leave_blocs", rows=[{"id": each, **blocs_of_state(each)} for each in states])
    return _tie(database, Level.BLOC)


def _tie(database: Database, level: Level) -> int:
    total = 0
    for page in _pages(database):
        database.write_together(list(_steps(page, level)))
        total += len(page)
    return total


def _acts_for(row: UnaffiliatedEntity) -> str:
    """Return what an entity of an older graph acts for; a person without a known office for the country."""
    if row.kind == EntityKind.PERSON:
        return row.serves or row.country or row.id
    return usual_affiliation(row.id, EntityKind(row.kind), row.country) or row.id


def _people(row: UnaffiliatedEntity) -> Row:
    return {"id": people_of(row.country or ""), "country": row.country}


def _pages(database: Database) -> Iterator[list[Assertion]]:
    for kind in ("Event", "Relation"):
        after: str | None = None
        while rows := database.rows(ListedAssertion, "check/assertions", kind=kind, after=after, limit=PAGE):
            yield [assertion_of(row) for row in rows]
            after = rows[-1].id


def _bloc(bloc: Bloc) -> Row:
    names = [f"{language}:{name}" for language, name in bloc.labels.items() if language != "en"]
    states = sorted({membership.country for membership in bloc.memberships})
    return {"id": bloc.entity, "name": bloc.label("en"), "names": names, "states": states}


def _steps(page: Sequence[Assertion], level: Level) -> Iterator[tuple[str, Mapping[str, object]]]:
    raised = [tie for tie in tie_rows(page) if tie["level"] == level]
    ids = {str(tie["id"]) for tie in raised}
    events = [assertion for assertion in page if isinstance(assertion, Event)]
    writes = {
        "check/leave_mediators_blocs": [row for row in mediator_rows(events) if row["bloc"]],
        "load/merge_ties": raised,
        "load/form_ties": [row for row in form_rows(page) if row["tie"] in ids],
        "load/deny_ties": [row for row in denial_rows(events) if row["tie"] in ids],
    }
    yield from ((name, {"rows": rows}) for name, rows in writes.items() if rows)
    yield "load/count_ties", {"ties": sorted(ids)}
