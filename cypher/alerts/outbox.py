"""The alerts that are stored, and what became of sending them.

An alert waits until its receiver has accepted it. One that was sent when the process ended is sent again
under the same id, so that receivers can drop the double.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from cypher.alerts.items import Alert, alert_of
from cypher.alerts.words import USUAL, alert_words
from cypher.database import Database
from cypher.model.ids import content_id
from cypher.records.shared import StoredAlert

FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=6)
"""How long a failed alert waits until it is sent again: twice as long after each failure."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An alert with its rule; `failure` says why it was not accepted, after so many `attempts`."""

    id: str
    rule: str
    content: str
    made_at: str
    sent_at: str = ""
    attempts: int = 0
    next_try: str = ""
    failure: str = ""

    @property
    def alert(self) -> Alert:
        """The alert."""
        return alert_of(self.content)


def waiting(database: Database, rule: str, now: datetime) -> Sequence[Outgoing]:
    """Return the alerts of a rule that are to be sent now, the oldest first."""
    return [_outgoing(row) for row in database.rows(StoredAlert, "alerts/waiting", rule=rule, now=_text(now))]


def newest(database: Database, rule: str, limit: int = 50) -> Sequence[Outgoing]:
    """Return the newest alerts of a rule, sent or not."""
    return [_outgoing(row) for row in database.rows(StoredAlert, "alerts/newest", rule=rule, limit=limit)]


def sent(database: Database, each: Outgoing) -> None:
    """Record that an alert was accepted."""
    _record(database, each, sent_at=_text(datetime.now(UTC)), attempts=each.attempts + 1)


def failed(database: Database, each: Outgoing, reason: str, now: datetime) -> None:
    """Record why an alert was not accepted; it waits longer after each failure."""
    pause = min(FIRST_PAUSE * 2 ** min(each.attempts, 12), LONGEST_PAUSE)
    _record(database, each, attempts=each.attempts + 1, next_try=_text(now + pause), failure=reason[:500])


def keep_test(database: Database, rule: str, language: str = USUAL) -> str:
    """Store an alert that says it is a test, and return its id; it is sent like any other."""
    words = alert_words(language)
    now = datetime.now(UTC)
    id_ = content_id("alert", rule, "test", now.isoformat())
    alert = Alert(
        id_,
        words.test_of_an_alert,
        (),
        0,
        {},
        watches=(words.test,),
        made_at=_text(now),
        language=words.language,
    )
    row = {"id": id_, "rule": rule, "content": alert.content, "made_at": alert.made_at}
    database.write("alerts/keep", rows=[row])
    return id_


def _record(
    database: Database,
    each: Outgoing,
    *,
    sent_at: str = "",
    attempts: int,
    next_try: str = "",
    failure: str = "",
) -> None:
    database.write(
        "alerts/record",
        id=each.id,
        sent_at=sent_at,
        attempts=attempts,
        next_try=next_try,
        failure=failure,
    )


def _outgoing(row: StoredAlert) -> Outgoing:
    return Outgoing(
        row.id, row.rule, row.content, row.made_at, row.sent_at, row.attempts, row.next_try, row.failure
    )


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
