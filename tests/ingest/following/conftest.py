"""What tests of followed sources share: hosts that are asked without a pause, and an empty graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.database import Database, Role, Settings, connect
from cypher.sources.store import Store
from ingest.following.kinds import feed
from ingest.following.web.hosts import Hosts
from tests.conftest import empty


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hosts are asked without a pause."""
    monkeypatch.setattr(feed, "_HOSTS", Hosts(pause=0.0))


@pytest.fixture(scope="module")
def home(embedded: Settings) -> Path:
    """The data folder of the graph, for commands."""
    return embedded.home


@pytest.fixture
def graph(embedded: Settings) -> Iterator[Database]:
    """An empty graph without sources."""
    empty(embedded)
    Store(embedded.home).path.unlink(missing_ok=True)
    with connect(embedded, Role.READER) as database:
        yield database
