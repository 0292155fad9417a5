"""The hand-made story, loaded once a module into each database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cypher.database import Database, Role, Settings, connect
from ingest.loading.load import load
from tests.conftest import ENGINES, empty
from tests.graphs import EXTRACTIONS


def tell_story(settings: Settings) -> None:
    """Put the story into the place of all that is in the graph."""
    empty(settings)
    with connect(settings, Role.ANALYST) as database:
        load(database, EXTRACTIONS)


@pytest.fixture(scope="module", params=ENGINES)
def story(request: pytest.FixtureRequest) -> Iterator[Database]:
    """Each database in turn, holding the story, open for a reader."""
    settings: Settings = request.getfixturevalue(request.param)
    tell_story(settings)
    with connect(settings, Role.READER) as database:
        yield database
