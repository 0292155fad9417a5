"""The development Neo4j is started again, on the same port, when it dies."""

from __future__ import annotations

import time
from pathlib import Path

import psutil
import pytest

from cypher.database import Settings, connect
from cypher.errors import UnavailableError
from tests.services import neo4j_server


def servers(port: int) -> list[psutil.Process]:
    """The Java processes that listen on `port`."""
    listening = {
        connection.pid
        for connection in psutil.net_connections("tcp")
        if connection.status == psutil.CONN_LISTEN and getattr(connection.laddr, "port", None) == port
    }
    return [psutil.Process(pid) for pid in listening if pid]


@pytest.mark.neo4j
def test_a_neo4j_that_died_is_back_on_the_same_port(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KONSTELASI_TEST_NEO4J_URI", raising=False)
    with neo4j_server(tmp_path) as announced:
        settings = Settings(tmp_path, announced["uri"], announced["user"], announced["password"])
        (java,) = servers(int(announced["uri"].rpartition(":")[2]))
        java.kill()
        java.wait(30)
        deadline = time.monotonic() + 180
        while (said := _said(settings)) and time.monotonic() < deadline:
            assert "No database answers at" in said, "the truth is said meanwhile"
            time.sleep(0.5)
    assert said is None


def _said(settings: Settings) -> str | None:
    """Why the database does not answer; `None` when it does."""
    try:
        with connect(settings) as database:
            database.read("check/answer")
            return None
    except UnavailableError as error:
        return str(error)
