"""What programs may ask: the saved queries, and the reads that lead to names and sentences."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass

from cypher.catalog.catalog import CatalogError, Statement, catalog, statement
from cypher.database import Database
from cypher.desk.own_queries import own_queries
from explorer.interface.problems import Problem

SAVED = "saved/"
QUERIES = "/api/queries"
"""The address of the list of queries."""

READS: Mapping[str, str] = {
    "/api/entities": "explore/search_entities",
    "/api/evidence/tie": "explore/evidence",
    "/api/evidence/pair": "explore/evidence_between",
}
"""The other reads: their addresses and statements."""


@dataclass(frozen=True, slots=True)
class Operation:
    """Something to ask: a statement, its public name, its address, and the text to run."""

    name: str
    path: str
    statement: Statement
    text: str
    help: str


def query_operation(found: Statement, text: str | None = None) -> Operation:
    """Return the operation that runs a saved query; `text` is that of an analyst's own one."""
    name = found.name.removeprefix(SAVED)
    place = f"{QUERIES}/{name}"
    return Operation(name, f"{place}/run", found, text or found.text, place)


def read_operation(path: str) -> Operation:
    """Return the operation of one of `READS`."""
    found = statement(READS[path])
    return Operation(found.name, path, found, found.text, "/api/openapi.json")


def shipped_queries() -> dict[str, Operation]:
    """Return the saved queries of the catalogue by their public names."""
    found = (query_operation(each) for name, each in catalog().items() if name.startswith(SAVED))
    return {each.name: each for each in found}


def queries_for(database: Database, author: str) -> dict[str, Operation]:
    """Return the queries that `author` may ask by name: of the catalogue, shared ones, and their own.

    Those whose header can no longer be read are left out.
    """
    own: dict[str, Operation] = {}
    for each in own_queries(database, author):
        try:
            own[each.name] = query_operation(each.statement, each.text)
        except CatalogError:
            continue
    return own | shipped_queries()


def query_named(name: str, database: Database, author: str) -> Operation:
    """Return the query called `name`; raises `Problem` with similar names if `author` has none."""
    shipped = shipped_queries()
    if name in shipped:
        return shipped[name]
    known = queries_for(database, author)
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=3, cutoff=0.5)
    hint = f"Did you mean {' or '.join(near)}?" if near else f"{QUERIES} lists all."
    raise Problem(404, f"There is no query {name[:80]!r}. {hint}", help=QUERIES)
