"""Names of entities are shown in the language of the interface."""

from __future__ import annotations

import pytest

from cypher.bolt.table import Table
from cypher.catalog.catalog import catalog
from cypher.catalog.column_types import read_columns
from cypher.database import Database
from explorer.reads.local_names import in_language, read_names, replaced
from ingest.loading.load import load
from tests.graphs import EXTRACTIONS

NAMES = {"Chile": "Cile", "people of Chile": "rakyat Cile"}


@pytest.mark.parametrize(
    ("declared", "value", "shown"),
    [
        ("actor name", "Chile", "Cile"),
        ("actor name", "Peru", "Peru"),
        ("actor name?", None, None),
        ("actors [name]", ["people of Chile", "Peru"], ["rakyat Cile", "Peru"]),
        ("pair name", "Chile → Peru", "Cile → Peru"),
        ("title string", "Chile", "Chile"),
        ("party Party", {"id": "CHL", "name": "Chile"}, {"id": "CHL", "name": "Cile"}),
        ("parties [Party]", [{"id": "CHL", "name": "Chile"}], [{"id": "CHL", "name": "Cile"}]),
    ],
)
def test_names_are_replaced_and_other_texts_are_not(declared: str, value: object, shown: object) -> None:
    columns = read_columns(declared, ("Party",))
    table = Table((columns[0].name,), ((value,),), truncated=True)
    assert replaced(table, columns, NAMES) == Table(table.columns, ((shown,),), truncated=True)


def test_a_drawn_tie_names_its_ends_in_the_language(database: Database) -> None:
    load(database, EXTRACTIONS)
    names = read_names(database, "id")
    name = "explore/counted_neighbours"
    stored = database.read(name, entity="IRN", lens="trusted", limit=50)
    shown = in_language(stored, name, names)
    at = stored.columns.index("recipient_name")
    assert {row[at] for row in stored.rows} & set(names)
    assert [row[at] for row in shown.rows] == [names.get(row[at], row[at]) for row in stored.rows]
    assert read_names(database, "en") == {}


def test_the_graph_knows_the_names_of_a_language(database: Database) -> None:
    load(database, EXTRACTIONS)
    found = {
        row["name"]: row["local"] for row in database.read("explore/local_names", language="id").records()
    }
    assert found["United States"] == "Amerika Serikat"
    assert database.read("explore/local_names", language="xx").rows == ()


NAMES_OF_THE_SCHEMA = {
    "explore/label_counts",
    "explore/names",
    "explore/property_examples",
    "explore/type_examples",
}
"""Statements whose names are those of labels, types and properties."""


def test_every_column_that_holds_a_name_is_declared_as_one() -> None:
    undeclared = [
        (found.name, column.name)
        for found in catalog().values()
        for column in found.declared.columns
        if column.type.name == "string"
        and (column.name.endswith("_name") or column.name == "name")
        and found.name not in NAMES_OF_THE_SCHEMA
    ]
    assert undeclared == [("views/saved", "name")]
