"""The embedded engine that the app joins, empty or with the small graph of the tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st

from cypher.database import Database, Role, Settings, connect
from ingest.loading.load import load
from tests.conftest import empty
from tests.graphs import EXTRACTIONS

ROOMS = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that open whole pages on an engine as slow."""
    for item in items:
        if "graph" in getattr(item, "fixturenames", ()) and item.path.is_relative_to(ROOMS):
            item.add_marker(pytest.mark.slow)


@pytest.fixture
def graph(embedded: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """The emptied embedded engine, which the app will join."""
    empty(embedded)
    monkeypatch.setenv("KONSTELASI_HOME", str(embedded.home))
    for name in ("URI", "USER", "PASSWORD", "DATABASE"):
        monkeypatch.delenv(f"KONSTELASI_{name}", raising=False)
    with connect(embedded, Role.ANALYST) as database:
        st.cache_data.clear()
        st.cache_resource.clear()  # a connection to another graph may be left
        yield database
    st.cache_resource.clear()


@pytest.fixture
def story(graph: Database) -> Database:
    """The small graph of the tests."""
    load(graph, EXTRACTIONS)
    return graph
