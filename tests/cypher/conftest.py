"""The hand-made story, loaded once a module into each database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cypher.database import Database, Role, Settings, connect
from ingest.loading.load import load
from tests.conftest import empty
from tests.graphs import EXTRACTIONS


def tell_story(settings: Settings) -> None:
    """Put the story into the place of all that is in the graph."""
    empty(settings)
    with connect(settings, Role.ANALYST) as database:
        load(database, EXTRACTIONS)


@pytest.fixture(scope="module")
def story(emptied: Settings) -> Iterator[Database]:
    """Each database in turn, holding the story, open for a reader."""
    tell_story(emptied)
    with connect(emptied, Role.READER) as database:
        yield database
