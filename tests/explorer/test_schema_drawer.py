"""The drawer of the graph's names: what it lists, and what a click inserts."""

from __future__ import annotations

import pytest
import streamlit as st

from cypher.desk.unknown_names import NameKind
from cypher.records.explore import NameCount, PropertyExample, TypeExample
from explorer.acts import perform
from explorer.acts.opening import InsertName
from explorer.queries.schema_drawer import name_line, name_list
from explorer.reads.schema import SchemaName, schema_of
from explorer.view import keys

FOUND = schema_of(
    [
        NameCount("property", "title", 3),
        NameCount("label", "Event", 2),
        NameCount("label", "Document", 3),
        NameCount("relationship type", "ACTS_IN", 4),
    ],
    [
        PropertyExample("Document", "id", "document-1"),
        PropertyExample("Document", "title", "Prisoners come home"),
        PropertyExample("Event", "id", "event-1"),
        PropertyExample("Event", "title", None),
    ],
    [TypeExample("ACTS_IN", "Country", "Event"), TypeExample("ACTS_IN", "Actor", "Event")],
)


def test_each_name_has_its_number_and_the_most_telling_example() -> None:
    assert list(FOUND) == [
        SchemaName(NameKind.LABEL, "Document", 3, "Prisoners come home"),
        SchemaName(NameKind.LABEL, "Event", 2, "event-1"),
        SchemaName(NameKind.TYPE, "ACTS_IN", 4, "Country, Actor → Event"),
        SchemaName(NameKind.PROPERTY, "title", 3, "Prisoners come home"),
    ]


def test_a_list_has_the_names_of_one_kind_and_long_examples_are_cut() -> None:
    assert name_list(NameKind.LABEL, FOUND).text() == "LabelsDocumentPrisoners come home3Eventevent-12"
    line = name_line(SchemaName(NameKind.LABEL, "Document", 1234, "<b>" * 100))
    assert line.act == InsertName("Document")
    assert line.text() == f"Document{'<b>' * 20}…1,234"


@pytest.mark.parametrize(
    ("name", "written"), [("Event", "Event"), ("odd name", "`odd name`"), ("a`b", "`a``b`"), ("1st", "`1st`")]
)
def test_a_click_has_the_editor_insert_the_name_once(name: str, written: str) -> None:
    st.session_state[keys.INSERTED] = (6, "before")
    perform(InsertName(name))
    assert st.session_state[keys.INSERTED] == (7, written)
