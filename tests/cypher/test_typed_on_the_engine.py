"""One typed text harms nobody else on the embedded engine: not by memory, by time, or by commands."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psutil
import pytest

from cypher.bolt.cancelling import Cancellation, cancelled_by
from cypher.bolt.connection import Access, Connection
from cypher.database import Database, Role, Settings, connect
from cypher.engine.client import stop
from cypher.engine.folder import DATABASE, EngineFolder
from cypher.engine.guard.slots import USERS, slot, slot_passwords, taken
from cypher.engine.heap import HEAP_VARIABLE
from cypher.engine.processes import Server
from cypher.engine.users import passwords
from cypher.errors import (
    StatementCancelledError,
    StatementMemoryError,
    StatementTimeoutError,
    WriteRefusedError,
)
from tests.waiting import eventually

pytestmark = pytest.mark.slow

DOUBLING = "RETURN size(reduce(s = 'aaaaaaaaaa', x IN range(1, 60) | s + s)) AS n"
FILLING = "RETURN [x IN range(1, 1000000) | reduce(s = toString(x), y IN range(1, 12) | s + s)] AS texts"
ENDLESS = "RETURN reduce(n = 0, x IN range(1, 1000000) | n + size([y IN range(1, 1000) WHERE y < 0])) AS n"
ROWS = """
UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c
WITH a, b, c WHERE a + b + c = -1
RETURN count(*) AS n
"""
LISTED = "SHOW TRANSACTIONS YIELD transactionId, currentQuery RETURN currentQuery"
AWAY_SECONDS = 60.0
"""Far longer than an engine is away on a quiet machine (1.5 s)."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("typed")
    yield folder
    stop(folder)


@pytest.fixture(scope="module")
def author(home: Path) -> Iterator[Database]:
    """A reader's connection, whose schema is there."""
    settings = Settings(home)
    with connect(settings, Role.ANALYST), connect(settings) as database:
        yield database


@pytest.fixture
def folder(home: Path, author: Database) -> EngineFolder:
    """The engine's folder, when nothing runs in its slots any more."""
    folder = EngineFolder(home)
    eventually(lambda: not taken(folder))
    assert author.read("check/answer").rows == ((1,),)
    return folder


def java(folder: EngineFolder) -> psutil.Process:
    server = Server.read(folder)
    assert server is not None
    return psutil.Process(server.java.pid)


@contextmanager
def reads(home: Path) -> Iterator[list[float]]:
    """The seconds of each read of another reader beside the block; a read that fails ends the test."""
    took: list[float] = []
    done = threading.Event()

    def read_on() -> None:
        with connect(Settings(home)) as database:
            while not done.is_set():
                begin = time.monotonic()
                database.read("explore/counts")
                took.append(time.monotonic() - begin)

    with ThreadPoolExecutor(1) as threads:
        reading = threads.submit(read_on)
        eventually(lambda: bool(took) or reading.done())
        try:
            yield took
        finally:
            done.set()
            reading.result()


@pytest.mark.parametrize("text", [DOUBLING, FILLING])
def test_a_text_that_takes_all_memory_fails_no_read_of_others(
    home: Path, author: Database, folder: EngineFolder, text: str
) -> None:
    engine = java(folder)
    with reads(home) as took:
        with pytest.raises(StatementMemoryError, match="ran out of memory") as error:
            author.read_text(text, timeout=AWAY_SECONDS)
        before = len(took)
        assert author.read("check/answer").rows == ((1,),)
        eventually(lambda: len(took) > before + 3)
    assert "it is being restarted" in str(error.value)
    assert "KONSTELASI_URI" not in str(error.value)
    assert java(folder) != engine


def test_a_text_that_no_heap_can_hold_ends_only_its_own_query(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(HEAP_VARIABLE, "4096")
    folder = EngineFolder(tmp_path)
    try:
        with connect(Settings(tmp_path), Role.ANALYST), connect(Settings(tmp_path)) as author:
            engine = java(folder)
            with reads(tmp_path), pytest.raises(StatementMemoryError, match="too large for the database"):
                author.read_text(DOUBLING, timeout=AWAY_SECONDS)
            eventually(lambda: not taken(folder))
            assert author.read_text("RETURN 1 AS n").rows == ((1,),)
            assert java(folder) == engine
    finally:
        stop(tmp_path)


def test_the_time_is_kept_while_the_engine_is_started_again(author: Database, folder: EngineFolder) -> None:
    java(folder).kill()
    begin = time.monotonic()
    with pytest.raises(StatementTimeoutError, match=r"after 0\.2 s"):
        author.read_text("RETURN 1 AS n", timeout=0.2)
    assert time.monotonic() - begin < 1


def test_another_typed_query_is_run_again_when_one_takes_all_memory(
    author: Database, folder: EngineFolder
) -> None:
    slow = "UNWIND range(1, 3000) AS a UNWIND range(1, 1000) AS b WITH a WHERE a = -1 RETURN count(*) AS n"
    with ThreadPoolExecutor(2) as threads:
        innocent = threads.submit(author.read_text, slow, timeout=2 * AWAY_SECONDS)
        eventually(lambda: any(each.engine for each in taken(folder)))
        java(folder).suspend()
        bomb = threads.submit(author.read_text, DOUBLING, timeout=2 * AWAY_SECONDS)
        eventually(lambda: len(taken(folder)) == 2)
        java(folder).resume()
        assert isinstance(bomb.exception(), StatementMemoryError)
        assert innocent.result().rows == ((0,),)


def test_an_engine_that_dies_often_is_started_each_time(author: Database, folder: EngineFolder) -> None:
    for _ in range(4):
        java(folder).kill()
        assert author.read("check/answer").rows == ((1,),)


@pytest.mark.parametrize(("text", "restarted"), [(ROWS, False), (ENDLESS, True)])
def test_what_nobody_waits_for_is_ended(
    home: Path, author: Database, folder: EngineFolder, text: str, restarted: bool
) -> None:
    engine = java(folder)
    with reads(home):
        with pytest.raises(StatementTimeoutError, match="after 1 s"):
            author.read_text(text, timeout=1)
        eventually(lambda: not taken(folder))
    assert (java(folder) != engine) is restarted


def test_a_cancelled_query_is_ended_too(author: Database, folder: EngineFolder) -> None:
    cancellation = Cancellation()

    def ask() -> None:
        with cancelled_by(cancellation):
            author.read_text(ROWS, timeout=AWAY_SECONDS)

    with ThreadPoolExecutor(1) as threads:
        asking = threads.submit(ask)
        eventually(lambda: any(each.engine for each in taken(folder)))
        cancellation.set()
        assert isinstance(asking.exception(), StatementCancelledError)
    eventually(lambda: not taken(folder))


def test_more_typed_queries_than_slots_wait_and_say_so(author: Database, folder: EngineFolder) -> None:
    held = [slot(folder, AWAY_SECONDS) for _ in USERS]
    for each in held:
        each.__enter__()
    try:
        with pytest.raises(StatementTimeoutError, match="4 others were running"):
            author.read_text("RETURN 1 AS n", timeout=0.3)
    finally:
        for each in held:
            each.__exit__(None, None, None)
    assert author.read_text("RETURN 1 AS n").rows == ((1,),)


@pytest.mark.parametrize(
    "text",
    [
        "SHOW TRANSACTIONS",
        "show\u00a0transaction YIELD *",
        "// mine\n /* and */ SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTIONS t",
        "TERMINATE TRANSACTIONS 'q1-1'",
        "EXPLAIN SHOW TRANSACTIONS",
        "PROFILE TERMINATE/**/TRANSACTION 'q1-1'",
        "USE konstelasi SHOW TRANSACTIONS",
        "EXPLAIN USE konstelasi\nSHOW TRANSACTIONS",
        "START TRANSACTION",
        "COMMIT",
        "Rollback",
    ],
)
def test_commands_about_transactions_are_refused(author: Database, text: str) -> None:
    with pytest.raises(WriteRefusedError, match=r"more than read the graph|PROFILE is not offered"):
        author.read_text(text)


def test_a_query_about_transactions_is_no_command(author: Database) -> None:
    text = "WITH 'SHOW TRANSACTIONS' AS title RETURN title // COMMIT"
    assert author.read_text(text).rows == (("SHOW TRANSACTIONS",),)


def test_the_user_of_a_slot_sees_no_query_of_others(author: Database, folder: EngineFolder) -> None:
    server = Server.read(folder)
    assert server is not None
    user = USERS[-1]
    password = slot_passwords(passwords(folder))[user]
    access = Access(f"bolt://127.0.0.1:{server.port}", user, password, DATABASE, home=folder.root)
    other = Connection(lambda: access)
    with ThreadPoolExecutor(1) as threads:
        asking = threads.submit(author.read_text, ROWS, timeout=3)
        eventually(lambda: any(each.engine for each in taken(folder)))
        assert other.run("list", LISTED, {}).rows == ((LISTED,),)
        assert isinstance(asking.exception(), StatementTimeoutError)
    other.close()
