"""Work of readers who have left is cancelled; that of readers who come back in time is not."""

from __future__ import annotations

import threading
import time

import pytest

from cypher.bolt.cancelling import Work, when_cancelled
from cypher.errors import StatementCancelledError
from explorer.work import presence
from explorer.work.presence import cancel_when_left


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The sessions whose browser is connected; one that has left is missed after a second."""
    sessions: set[str] = set()
    monkeypatch.setattr(presence, "is_here", sessions.__contains__)
    monkeypatch.setattr(presence, "GRACE", 1.0)
    monkeypatch.setattr(presence, "_LOOK", 0.05)
    return sessions


def until_cancelled() -> str:
    """Works until it is cancelled, as a long statement does."""
    told = threading.Event()
    with when_cancelled(told.set):
        assert told.wait(30)
    raise StatementCancelledError("cut")


def test_ten_readers_who_leave_hold_nothing_and_the_one_who_stays_goes_on(here: set[str]) -> None:
    here.update(f"session {number}" for number in range(11))
    works = [Work(until_cancelled) for _ in range(11)]
    for number, work in enumerate(works):
        cancel_when_left(work, f"session {number}")
    here.intersection_update({"session 10"})
    for work in works[:10]:
        assert work.wait(10)
        with pytest.raises(StatementCancelledError):
            work.result()
    assert not works[10].wait(0)
    works[10].cancel()
    deadline = time.monotonic() + 10
    while any(thread.name in {"presence", "work"} for thread in threading.enumerate()):
        assert time.monotonic() < deadline, "a thread is left"
        time.sleep(0.05)


def test_a_short_loss_of_the_connection_cancels_nothing(here: set[str]) -> None:
    done = threading.Event()
    work = Work(lambda: done.wait(30))
    cancel_when_left(work, "session")  # not connected
    for _ in range(3):
        time.sleep(0.4)
        here.add("session")
        time.sleep(0.2)
        here.clear()
    done.set()
    assert work.wait(10)
    assert work.result() is True
