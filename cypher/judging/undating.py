"""Takes the day of publication for no date any more, in graphs that took it for one.

Up to release 2, an event without a date had the day of its report. What analysts said of such claims stays.
"""

from __future__ import annotations

from cypher.database import Database
from cypher.judging.tie_counts import recount
from cypher.records.check import Undated

REASON = "not dated: day of publication"
"""The reason that claims gave for such a date."""


def undate(database: Database) -> int:
    """Give claims and events that the news does not date a bound instead; return how many claims were read.

    Ties are counted again, because their first and last dates follow from the claims. It can be repeated
    after it was cut off.
    """
    claims = _until_done(database, "check/undate_claims", reason=REASON)
    _until_done(database, "check/undate_events")
    recount(database)
    return claims


def _until_done(database: Database, name: str, **parameters: object) -> int:
    total = 0
    while changed := sum(row.undated for row in database.write_rows(Undated, name, **parameters)):
        total += changed
    return total
