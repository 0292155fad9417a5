"""The moment since which things came in: typed, of the last visit, or a week before the newest load."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from cypher.arrivals.reading import Reading
from cypher.records.arrivals import NewestLoad

FIRST_VISIT = timedelta(days=7)
"""A first visit shows what came in from this long before the newest load."""


def moment_of(text: str | None) -> str | None:
    """Return the moment that an ISO date, or date and time, means (UTC, to the second); None if it is none.

    A time without a zone is taken as UTC.
    """
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    try:
        moment = found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except OverflowError:
        return None
    return moment.isoformat(timespec="seconds")


def before_now(span: timedelta) -> str:
    """Return the moment that is `span` ago."""
    return (datetime.now(UTC) - span).isoformat(timespec="seconds")


def before_newest_load(database: Reading) -> str:
    """Return the moment `FIRST_VISIT` before the newest batch was loaded, or before now without any."""
    (newest,) = database.rows(NewestLoad, "arrivals/newest_load")
    loaded = moment_of(newest.finished_at)
    if loaded is None:
        return before_now(FIRST_VISIT)
    return (datetime.fromisoformat(loaded) - FIRST_VISIT).isoformat(timespec="seconds")
