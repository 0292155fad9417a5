"""On a server, the interface for programs reads as the user that only reads, and as no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cypher.database import Role, Settings, connect
from ingest.loading.load import load
from tests.conftest import empty
from tests.explorer.interface.asking import interface_of
from tests.graphs import EXTRACTIONS
from tests.users import PASSWORD, READER, with_reader

pytestmark = [pytest.mark.slow, pytest.mark.neo4j]

STRANGER = "nobody-of-this-name"
PATH, GIVEN = "/api/queries/bilateral/ties/run", {"first": "USA", "second": "IRN"}


@pytest.fixture(scope="module")
def settings(neo4j: Settings) -> Iterator[Settings]:
    """A server with the small graph and a second user."""
    empty(neo4j)
    with with_reader(neo4j) as found:
        with connect(found, Role.ANALYST) as database:
            load(database, EXTRACTIONS)
        yield found


def test_it_answers_although_the_user_who_writes_is_refused(settings: Settings) -> None:
    with interface_of(replace(settings, user=STRANGER)) as api:
        assert api.rows(PATH, GIVEN)
        assert api.app.answer("/readyz").status == 200


def test_it_does_not_answer_when_the_user_for_reading_is_refused(settings: Settings) -> None:
    with interface_of(replace(settings, reader_user=STRANGER)) as api:
        status, problem = api.get(PATH, GIVEN)
        assert status == 503
        for secret in (STRANGER, READER, PASSWORD, str(settings.uri)):
            assert secret not in str(problem)
