"""The databases that tests run on: the embedded engine and a real Neo4j, each started once and shared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cypher.database import Database, Role, Settings, connect
from cypher.engine.client import stop
from tests.services import administration, neo4j_server, require

__all__ = ["require"]

ENGINES = [pytest.param("embedded"), pytest.param("neo4j", marks=pytest.mark.neo4j)]
EMPTY = (Path(__file__).parent / "empty_the_graph.cypher").read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def embedded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of an embedded engine on a folder of its own, stopped at the end."""
    home = tmp_path_factory.mktemp("embedded")
    yield Settings(home=home)
    stop(home)


@pytest.fixture(scope="session")
def neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of a real Neo4j server."""
    home = tmp_path_factory.mktemp("neo4j")
    with neo4j_server(home) as server:
        yield Settings(home=home, uri=server["uri"], user=server["user"], password=server["password"])


@pytest.fixture(params=ENGINES)
def engine_settings(request: pytest.FixtureRequest) -> Settings:
    """Settings of each database in turn, emptied."""
    settings: Settings = request.getfixturevalue(request.param)
    empty(settings)
    return settings


@pytest.fixture
def database(engine_settings: Settings) -> Iterator[Database]:
    """Each database in turn, emptied and open for an analyst, with its constraints and indexes."""
    with connect(engine_settings, Role.ANALYST) as database:
        yield database


def empty(settings: Settings) -> None:
    """Delete every node; constraints and indexes stay."""
    with administration(settings) as connection:
        connection.run("emptying", EMPTY, {}, write=True)
