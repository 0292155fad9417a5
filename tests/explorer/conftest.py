"""The embedded engine that the app joins, empty or with the small graph of the tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import streamlit as st

from cypher.database import Database, Role, Settings, connect
from ingest.loading.load import load
from tests.conftest import empty
from tests.graphs import EXTRACTIONS


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
