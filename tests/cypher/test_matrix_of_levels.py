"""The matrix of who does what to whom: of blocs, of states or of actors, with mutual acts for both sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from cypher.database import Database, Role, Settings, connect
from cypher.model.graph import Entity, EntityKind, RelationType
from ingest.loading.load import load
from tests.articles import Line, Stated, article
from tests.conftest import empty
from tests.cypher.results import column

EU, ASEAN = "european-union", "association-of-southeast-asian-nations"
STATES = {"DEU": "Germany", "FRA": "France", "IRN": "Iran", "MYS": "Malaysia", "USA": "United States"}
MINISTER = Entity("a-minister", "A. Minister", EntityKind.PERSON, "FRA")
STATED = (
    Stated("fine", "fined", ("DEU", "a-minister"), ("IRN",), "SANCTION", date="2023-05-02"),
    Stated(
        "office", "minister", (MINISTER.id,), ("FRA",), relation=RelationType.HOLDS_OFFICE, role="Minister"
    ),
    Stated("scold", "scolded", ("DEU",), ("FRA",), "ACCUSE", date="2023-05-02"),
    Stated("deal", "agreed", ("MYS", "USA"), (), "AGREE", date="2023-05-02"),
)


@pytest.fixture(scope="module")
def graph(embedded: Settings) -> Iterator[Database]:
    names = {**{name: code for code, name in STATES.items()}, MINISTER.name: MINISTER.id}
    line = Line(" ".join([*names, *(each.trigger for each in STATED)]), names, STATED)
    made = article("acts", "en", "Daily Record", "2023-05-02", (Line("News"), line))
    states = (Entity(code, name, EntityKind.COUNTRY, code) for code, name in STATES.items())
    empty(embedded)
    with connect(embedded, Role.ANALYST) as database:
        load(database, [replace(made, entities=(*states, MINISTER))])
        yield database


@pytest.mark.parametrize(
    ("level", "pairs"),
    [
        ("bloc", {(EU, "IRN"), (ASEAN, "USA"), ("USA", ASEAN)}),
        ("state", {("DEU", "IRN"), ("FRA", "IRN"), ("DEU", "FRA"), ("MYS", "USA"), ("USA", "MYS")}),
        ("actor", {("DEU", "IRN"), ("a-minister", "IRN"), ("DEU", "FRA"), ("MYS", "USA"), ("USA", "MYS")}),
    ],
)
def test_a_matrix_has_the_parties_of_its_level_and_mutual_acts_for_both(
    graph: Database, level: str, pairs: set[tuple[str, str]]
) -> None:
    found = graph.read("saved/bilateral/matrix", level=level)
    assert set(column(found, "actor", "recipient")) == pairs
    assert set(column(found, "voices")) == {1}
