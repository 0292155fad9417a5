"""Looks for alerts and sends them, for all rules; what fails waits and is tried again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cypher.alerts.collecting import is_due, look
from cypher.alerts.destinations import Destination, Webhook
from cypher.alerts.outbox import Outgoing, failed, newest, sent, waiting
from cypher.alerts.rules import FEED, Rule, rules
from cypher.cases.reading import UnknownCaseError
from cypher.database import Database
from ingest.alerting.failures import NotAcceptedError
from ingest.alerting.feed import feed_path, write_feed
from ingest.alerting.mail import send_mail
from ingest.alerting.webhook import post


@dataclass(slots=True)
class Tally:
    """What one round did: alerts that were found, sent and not accepted; `rules` counts the rules."""

    rules: int = 0
    found: int = 0
    sent: int = 0
    failed: int = 0


def send_all(
    database: Database,
    home: Path,
    listed: Mapping[str, Destination],
    tell: Callable[[str], None],
    now: datetime | None = None,
) -> Tally:
    """Look for alerts of the rules that are due, and send all that waits; failures are told and recorded."""
    moment, tally = now or datetime.now(UTC), Tally()
    for rule in rules(database):
        tally.rules += 1
        if is_due(rule, moment):
            try:
                tally.found += look(database, rule, moment)
            except UnknownCaseError:
                tell(f"Alert {rule.id} of {rule.author}: its case is hidden from them now, nothing was sent.")
                continue
        _send(database, home, rule, listed, tell, moment, tally)
    return tally


def _send(  # noqa: PLR0913, PLR0917 - all of the round
    database: Database,
    home: Path,
    rule: Rule,
    listed: Mapping[str, Destination],
    tell: Callable[[str], None],
    now: datetime,
    tally: Tally,
) -> None:
    for each in waiting(database, rule.id, now):
        try:
            _deliver(database, home, rule, each, listed)
        except NotAcceptedError as error:
            failed(database, each, str(error), now)
            tally.failed += 1
            tell(f"Alert {each.id}: {error}")
            if rule.destination != FEED:
                return  # the others of this rule wait for the same receiver
        else:
            sent(database, each)
            tally.sent += 1


def _deliver(
    database: Database, home: Path, rule: Rule, each: Outgoing, listed: Mapping[str, Destination]
) -> None:
    if rule.destination == FEED:
        alerts = [other.alert for other in newest(database, rule.id)]
        write_feed(feed_path(home, rule.id), rule, alerts, each.made_at)
        return
    destination = listed.get(rule.destination)
    if destination is None:
        raise NotAcceptedError(f"{rule.destination} is not on the list of destinations")
    if isinstance(destination, Webhook):
        post(each.alert, destination)
    else:
        send_mail(each.alert, destination)
