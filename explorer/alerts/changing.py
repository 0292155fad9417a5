"""Adds and removes rules of alerts, and stores tests; all but the tests can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from cypher.alerts.outbox import keep_test
from cypher.alerts.rules import Pace, Rule, end_rule, keep_rule, rules
from cypher.bolt.settings import Settings
from cypher.errors import UsageError
from cypher.sources import notes
from cypher.sources.store import Store
from explorer.acts import perform
from explorer.acts.alerts import RemoveAlert, SendTestAlert
from explorer.reads.connections import analyst, reader
from explorer.view import session, undo
from explorer.view.audited import Deed
from explorer.work.pending import PendingWrite, request
from explorer.work.reversible import Reversible, recording


def own_rules() -> Sequence[Rule]:
    """Return the reader's rules."""
    author = session.author()
    return rules(reader(), author) if author else ()


def add_alert(destination: str, pace: Pace, language: str, case_id: str) -> None:
    """Add a rule, whose alerts are written in `language`; call this last in a callback."""
    database, kept = analyst(), list[str]()

    def record(author: str) -> None:
        kept[:] = [keep_rule(database, author, destination, pace, case_id, *kept, language=language)]
        _wake_follower()

    said = session.words()("an alert was added")
    deed = Deed("add alert", case_id, {"destination": destination})
    request(recording(Reversible(deed, said, record, lambda author: end_rule(database, author, kept[0]))))


def _wake_follower() -> None:
    """Let a follower of this data folder look for alerts also when nothing is loaded."""
    notes.write(Store(Settings.from_environment().home), notes.ALERTS, "1")


def _own(rule: str) -> Rule:
    found = next((each for each in own_rules() if each.id == rule), None)
    if found is None:
        raise UsageError("This alert is no longer there. Reload the page.")
    return found


@perform.register
def _remove(act: RemoveAlert) -> None:
    database, rule = analyst(), _own(act.rule)

    def bring_back(author: str) -> None:
        given = (rule.destination, rule.pace, rule.case_id, rule.id)
        keep_rule(database, author, *given, language=rule.language)

    said = session.words()("an alert was removed")
    deed = Deed("remove alert", rule.id)
    request(recording(Reversible(deed, said, lambda author: end_rule(database, author, rule.id), bring_back)))


@perform.register
def _test(act: SendTestAlert) -> None:
    database, words, rule = analyst(), session.words(), _own(act.rule)

    def record(_author: str) -> None:
        keep_test(database, rule.id, rule.language)
        _wake_follower()

    said = words("The test waits. It is sent by konstelasi follow, or by konstelasi alerts send.")
    request(PendingWrite(Deed("test alert", rule.id), record, lambda _: undo.say(said)))
