"""The queries that a reader can run: those of the catalogue, and those that analysts saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from cypher.catalog.catalog import CatalogError, Statement, catalog
from cypher.desk.own_queries import OwnQuery, own_queries
from explorer.reads.connections import reader


@dataclass(frozen=True, slots=True)
class Offered:
    """Statements by name. `own` has the saved versions of analysts' queries.

    `broken` has the error of each header that can no longer be read, as the rules may have changed since.
    """

    statements: Mapping[str, Statement]
    own: Mapping[str, OwnQuery] = field(default_factory=dict)
    broken: Mapping[str, CatalogError] = field(default_factory=dict)


def saved_queries() -> dict[str, Statement]:
    """Return the saved queries of the catalogue by name."""
    return {name: each for name, each in catalog().items() if name.startswith("saved/")}


def offered(author: str) -> Offered:
    """Return the queries that `author` can run; their own and shared ones come first."""
    own = {each.name: each for each in own_queries(reader(), author)}
    statements: dict[str, Statement] = {}
    broken: dict[str, CatalogError] = {}
    for name, query in own.items():
        try:
            statements[name] = query.statement
        except CatalogError as error:
            statements[name], broken[name] = query.outline, error
    return Offered(statements | saved_queries(), own, broken)
