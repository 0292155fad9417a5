"""What a plain machine may lack: tests that need it are skipped there, and fail where CI asks for it."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NoReturn

import pytest

from cypher.bolt.connection import Access, Connection
from cypher.bolt.settings import Role, Settings
from cypher.engine.client import endpoint, ensure_running, leased
from cypher.engine.folder import EngineFolder

ROOT = Path(__file__).resolve().parents[1]
_PLAN_ONCE = "dbms.cypher.min_replan_interval=1d\ndbms.cypher.statistics_divergence_threshold=1.0\n"
"""Neo4j plans a statement again when a graph has grown; a third of the tests' time went into that."""


def require(service: str, reason: str) -> NoReturn:
    """End a test that cannot have `service` (``neo4j``, ``browser`` or ``ray``), because of `reason`.

    It is skipped, or fails when the list in ``KONSTELASI_REQUIRE`` (by commas) names the service.
    """
    demanded = {name.strip() for name in os.environ.get("KONSTELASI_REQUIRE", "").split(",")}
    if service in demanded:
        pytest.fail(f"KONSTELASI_REQUIRE asks for {service}, but {reason}", pytrace=False)
    pytest.skip(f"no {service}: {reason}")


@contextmanager
def neo4j_server(home: Path) -> Iterator[dict[str, str]]:
    """The `uri`, `user` and `password` of a real Neo4j for tests, whose data is theirs to delete.

    It is the one that ``KONSTELASI_TEST_NEO4J_URI``, ``_USER`` and ``_PASSWORD`` name, or one of `neo4j_line`
    that is started on `home` for as long as the block lasts.
    """
    names = {name: f"KONSTELASI_TEST_NEO4J_{name.upper()}" for name in ("uri", "user", "password")}
    given = {name: os.environ.get(variable, "") for name, variable in names.items()}
    if given["uri"]:
        yield given
        return
    (home / "more.conf").write_text(_PLAN_ONCE, encoding="utf-8")
    with _started(home) as announced:
        yield announced


def neo4j_line() -> str:
    """The line of Neo4j on which tests run: that with long support, or the one that the environment names."""
    return os.environ.get("KONSTELASI_TEST_NEO4J_LINE", "lts")


def variables_of(settings: Settings) -> dict[str, str]:
    """The variables that name the database of `settings` to another process; empty ones are as unset."""
    values = {
        "HOME": str(settings.home),
        "URI": settings.uri,
        "USER": settings.user,
        "PASSWORD": settings.password,
        "DATABASE": settings.database,
        "READER_USER": settings.reader_user,
        "READER_PASSWORD": settings.reader_password,
    }
    return {f"KONSTELASI_{name}": value or "" for name, value in values.items()}


@contextmanager
def administration(settings: Settings) -> Iterator[Connection]:
    """A connection that may do anything, to set up and to look behind the door that is tested."""
    with ExitStack() as stack:
        folder = stack.enter_context(leased(settings.home)) if settings.embedded else None
        connection = Connection(lambda: _owner(settings, folder))
        stack.callback(connection.close)
        yield connection


def _owner(settings: Settings, folder: EngineFolder | None) -> Access:
    if folder is None:
        return Access.to_server(settings, Role.OWNER)
    server = ensure_running(folder)
    place = endpoint(folder, server, Role.OWNER)
    return Access(place.uri, place.user, place.password, place.database, folder.root, server.java.born)


@contextmanager
def _started(home: Path) -> Iterator[dict[str, str]]:
    serve = str(ROOT / "neo4j-server" / "serve.py")
    command = [sys.executable, serve, "--line", neo4j_line(), "--home", str(home), "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        line = server.stdout.readline() if server.stdout else ""
        if not line:
            said = server.stderr.read() if server.stderr else ""
            require("neo4j", f"the server did not start: {said[-500:]}")
        try:
            yield json.loads(line)
        finally:
            server.send_signal(signal.SIGTERM)
            server.communicate(timeout=90)
