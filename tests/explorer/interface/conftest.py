"""A running explorer on the small graph, whose interface the tests of this folder ask."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cypher.bolt.settings import Role, Settings
from cypher.database import Database, connect
from ingest.loading.load import load
from tests.conftest import ENGINES, empty
from tests.explorer.interface.asking import Interface, interface_of
from tests.graphs import EXTRACTIONS


@pytest.fixture(scope="module", params=ENGINES)
def settings(request: pytest.FixtureRequest) -> Settings:
    """Settings of each database in turn."""
    found: Settings = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def graph(settings: Settings) -> Iterator[Database]:
    """The small graph of the tests."""
    empty(settings)
    with connect(settings, Role.ANALYST) as database:
        load(database, EXTRACTIONS)
        yield database


@pytest.fixture(scope="module")
def api(settings: Settings, graph: Database) -> Iterator[Interface]:
    """The interface of an explorer without a sign-in."""
    with interface_of(settings) as found:
        yield found
