"""The claims behind many ties at once, for a page or for files that are written when no page is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cypher.database.typed_rows import records_of
from cypher.records.explore import ClaimBehind
from explorer.reads.connections import local_names, read, reader
from explorer.reads.local_names import in_language
from explorer.reads.queries import claim_filters
from explorer.view.clock import KNOWN_BY
from explorer.view.filters import Filters

EACH, FEWEST, ALL = 40, 4, 8_000
"""The maximum number of claims of one tie if there are few ties, if there are many, and of all ties."""

STATEMENT = "explore/claims_behind"

ReadClaims = Callable[[Sequence[str]], Sequence[ClaimBehind]]
"""Reads the claims behind the ties with these ids, the newest of each tie first."""


def claims_behind(ids: Sequence[str], lens: str, filters: Filters) -> Sequence[ClaimBehind]:
    """Return the newest claims behind the ties with these ids, for the page that is drawn."""
    return read(
        ClaimBehind,
        STATEMENT,
        ids=list(ids),
        each=_each(ids),
        limit=ALL,
        lens=lens,
        **claim_filters(filters),
    )


def claims_reader(lens: str, known_by: str | None, filters: Filters) -> ReadClaims:
    """Return a function that reads claims under this lens, day and filters.

    Call it while a page is drawn: the language is that of its reader. The function itself needs no page.
    """
    names = local_names()
    asked = {"lens": lens, KNOWN_BY: known_by, **claim_filters(filters)}

    def claims(ids: Sequence[str]) -> Sequence[ClaimBehind]:
        table = reader().read(STATEMENT, ids=list(ids), each=_each(ids), limit=ALL, **asked)
        return records_of(in_language(table, STATEMENT, names), ClaimBehind)

    return claims


def _each(ids: Sequence[str]) -> int:
    """The maximum number of claims of one of these ties."""
    return max(FEWEST, min(EACH, ALL // max(len(ids), 1)))
