"""Work that may take long, and what becomes of it when nobody wants it any more."""

from __future__ import annotations

import threading

import pytest

from cypher.bolt.cancelling import Work, go_on
from cypher.errors import StatementCancelledError, UsageError


def test_work_goes_on_while_its_reader_looks_at_it() -> None:
    leave = threading.Event()
    work = Work(lambda: leave.wait(30) and "done")
    assert not work.wait(0)
    leave.set()
    assert work.wait(30)
    assert work.result() == "done"


def test_what_goes_wrong_is_told_to_who_asked_for_it() -> None:
    def refuse() -> None:
        raise UsageError("No such assertion.")

    work = Work(refuse)
    assert work.wait(30)
    with pytest.raises(UsageError, match="No such assertion"):
        work.result()


def test_cancelled_work_is_left_at_once_and_stops_before_its_next_statement() -> None:
    begun, ended = threading.Event(), threading.Event()

    def ask_and_ask() -> None:
        try:
            while True:
                go_on()
                begun.set()
        finally:
            ended.set()

    work = Work(ask_and_ask)
    assert begun.wait(30)
    work.cancel()
    assert work.wait(0)
    with pytest.raises(StatementCancelledError, match="nothing was changed"):
        work.result()
    assert ended.wait(30)
