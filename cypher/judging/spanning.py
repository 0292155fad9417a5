"""Gives the documents of older graphs the days on which they may have been published.

Up to release 5, a document had only the likeliest day. Whether it was guessed was not kept, so it counts as
stated until the article is loaded again.
"""

from __future__ import annotations

from cypher.database import Database
from cypher.records.check import Spanned


def span_publication(database: Database) -> int:
    """Give documents with a day of publication its first and last possible day; return their number."""
    total = 0
    while changed := sum(row.spanned for row in database.write_rows(Spanned, "check/span_publication")):
        total += changed
    return total
