"""The follower sends alerts, whatever they do; a killed sender sends again under the same id."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import nullcontext
from pathlib import Path

import pytest

from cypher.alerts.outbox import keep_test, newest
from cypher.alerts.rules import Pace, keep_rule, rules
from cypher.database import Database, Role, Settings, connect
from cypher.sources import notes
from cypher.sources.store import Store
from ingest.following.follower import Follower
from tests.conftest import empty
from tests.ingest.alerting.test_sending_alerts import SECRET, Receiver


class Unused:
    """Stands for a graph that nobody reads."""


def follower(home: Path, send: object, told: list[str]) -> Follower:
    graph: Database = Unused()  # type: ignore[assignment]
    return Follower(Store(home), lambda: nullcontext(graph), told.append, send_alerts=send)  # type: ignore[arg-type]


def test_alerts_are_looked_for_without_a_load_once_somebody_has_rules(tmp_path: Path) -> None:
    calls: list[Database] = []

    def send(database: Database) -> int:
        calls.append(database)
        return len(calls) % 2

    told: list[str] = []
    follower(tmp_path, send, told).once()
    assert not calls, "nobody has rules"
    notes.write(Store(tmp_path), notes.ALERTS, "1")
    follower(tmp_path, send, told).once()
    follower(tmp_path, send, told).once()
    assert len(calls) == 2
    assert notes.read(Store(tmp_path), notes.ALERTS) is None, "the last look found no rules"


def test_alerts_that_fail_never_stop_the_follower(tmp_path: Path) -> None:
    def send(_database: Database) -> int:
        raise RuntimeError("out of order")

    notes.write(Store(tmp_path), notes.ALERTS, "1")
    told: list[str] = []
    follower(tmp_path, send, told).once()
    assert told == ["Alerts could not be sent: out of order"]
    assert notes.read(Store(tmp_path), notes.ALERTS) == "1"


@pytest.mark.slow
def test_a_sender_that_is_killed_while_it_sends_loses_nothing(embedded: Settings, tmp_path: Path) -> None:
    empty(embedded)
    listed, secret = tmp_path / "alerts.toml", tmp_path / "secret"
    secret.write_text(SECRET)
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("KONSTELASI_U")},
        "KONSTELASI_HOME": str(embedded.home),
        "KONSTELASI_ALERTS": str(listed),
    }
    command = [sys.executable, "-m", "konstelasi", "alerts", "send", "--once"]
    receiver = Receiver(pause=4)
    with connect(embedded, Role.ANALYST) as database, receiver.serving() as to:
        listed.write_text(f"[webhook.desk]\nurl = '{to.url}'\nsecret_file = '{secret}'\nprivate = true\n")
        keep_rule(database, "ana", "desk", Pace.DAILY)
        (rule,) = rules(database)
        keep_test(database, rule.id)
        with subprocess.Popen(command, env=environment) as sender:
            deadline = time.monotonic() + 60
            while not receiver.got and time.monotonic() < deadline:
                time.sleep(0.05)
            sender.send_signal(signal.SIGKILL)
        assert receiver.got
        (each,) = newest(database, rule.id)
        assert not each.sent_at
        receiver.pause = 0
        assert subprocess.run(command, env=environment, check=False).returncode == 0
        (each,) = newest(database, rule.id)
        assert each.sent_at
        assert subprocess.run(command, env=environment, check=False).returncode == 0
    assert [headers["Idempotency-Key"] for headers, _ in receiver.got] == [each.id, each.id]
