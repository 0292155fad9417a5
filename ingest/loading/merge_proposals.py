"""Proposes merges after a load: pairs of actors in which a new actor may be the same as another one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import asdict

from cypher.database import Database
from cypher.model.graph import Entity, EntityKind
from cypher.records.explore import NamedActor, NamedTogether
from ingest.resolution.candidates import is_curated, merge_candidates

_PAGE = 5000
_ASKED = 200


def suggest_merges(database: Database, actors: Collection[str]) -> int:
    """Store merge candidates for these actors (ids) and return how many were found.

    Reads the names of all people and organisations in the graph, unless all of `actors` are curated.
    """
    fresh = {actor for actor in actors if not is_curated(actor)}
    if not fresh:
        return 0
    found = merge_candidates(fresh, _named_actors(database), _named_together(database, fresh))
    rows = [asdict(candidate) for candidate in found]
    for start in range(0, len(rows), _PAGE):
        database.write("load/merge_candidates", rows=rows[start : start + _PAGE])
    return len(rows)


def _named_together(database: Database, actors: Collection[str]) -> set[frozenset[str]]:
    """Return the pairs of actors of one kind that a document names, with one of `actors` in each."""
    ids, found = sorted(actors), set[frozenset[str]]()
    for start in range(0, len(ids), _ASKED):
        rows = database.rows(NamedTogether, "explore/named_together", ids=ids[start : start + _ASKED])
        found |= {frozenset((row.actor, row.other)) for row in rows}
    return found


def _named_actors(database: Database) -> Iterator[Entity]:
    after: str | None = None
    while True:
        page = database.rows(NamedActor, "explore/named_actors", after=after, limit=_PAGE)
        for row in page:
            yield Entity(row.id, row.name, EntityKind(row.kind), row.country, tuple(row.aliases))
        if len(page) < _PAGE:
            return
        after = page[-1].id
