"""Every statement of the catalogue is one that the newest Neo4j understands, and that a later one will."""

from __future__ import annotations

from collections.abc import Iterator

import neo4j as driver_of
import pytest

from cypher.catalog.catalog import catalog
from cypher.database import Settings
from tests.services import neo4j_line

ABOUT_TO_GO = (
    driver_of.NotificationClassification.DEPRECATION,
    driver_of.NotificationClassification.UNSUPPORTED,
)
OTHERS = [
    each
    for each in driver_of.NotificationDisabledClassification
    if each.name not in ("DEPRECATION", "UNSUPPORTED")
]
OLD = "MATCH (d:Document) WHERE id(d) = 1 RETURN d"

pytestmark = [
    pytest.mark.neo4j,
    pytest.mark.skipif(neo4j_line() == "lts", reason="the newest line says what a later one refuses"),
]


@pytest.fixture(scope="module")
def session(neo4j: Settings) -> Iterator[driver_of.Session]:
    with (
        driver_of.GraphDatabase.driver(
            neo4j.uri or "",
            auth=(neo4j.user or "", neo4j.password or ""),
            notifications_disabled_classifications=OTHERS,
        ) as driver,
        driver.session() as session,
    ):
        yield session


def notices(session: driver_of.Session, text: str, parameters: dict[str, object]) -> list[str]:
    """What the server says about `text` that a later version may not accept; it does not run."""
    summary = session.run(f"EXPLAIN {text}", parameters).consume()
    told = summary.gql_status_objects
    return [each.status_description for each in told if each.classification in ABOUT_TO_GO]


def test_a_deprecated_statement_is_noticed(session: driver_of.Session) -> None:
    assert notices(session, OLD, {})


def test_no_statement_of_the_catalogue_is_deprecated(session: driver_of.Session) -> None:
    found = {
        name: said
        for name, each in catalog().items()
        if (said := notices(session, each.text, {parameter.name: None for parameter in each.parameters}))
    }
    assert found == {}
