"""The drawer of the graph's names: what it lists, and what a click inserts."""

from __future__ import annotations

import pytest
import streamlit as st

from cypher.desk.unknown_names import NameKind
from cypher.records.explore import LabelNumber, PropertyExample, TypeExample
from explorer.acts import perform
from explorer.acts.opening import InsertName
from explorer.queries.schema_drawer import name_line, name_list
from explorer.reads.schema import SchemaName, schema_of
from explorer.view import keys

FOUND = schema_of(
    [
        LabelNumber("Event", 2),
        LabelNumber("Document", 3),
        LabelNumber("Note", 0),
    ],
    [
        PropertyExample("Document", "id", "document-1"),
        PropertyExample("Document", "title", "Prisoners come home"),
        PropertyExample("Event", "id", "event-1"),
        PropertyExample("Event", "title", None),
        PropertyExample("Tie", "id", "tie-1"),
        PropertyExample("Tie", "bounds", ""),
    ],
    [TypeExample("ACTS_IN", "Country", "Event"), TypeExample("ACTS_IN", "Actor", "Event")],
)


def test_each_name_has_the_most_telling_example_and_a_label_its_number() -> None:
    assert list(FOUND) == [
        SchemaName(NameKind.LABEL, "Document", "Prisoners come home", 3),
        SchemaName(NameKind.LABEL, "Event", "event-1", 2),
        SchemaName(NameKind.TYPE, "ACTS_IN", "Country, Actor → Event"),
        SchemaName(NameKind.PROPERTY, "bounds", "Tie"),
        SchemaName(NameKind.PROPERTY, "id", "Document, Event, …: document-1"),
        SchemaName(NameKind.PROPERTY, "title", "Document, Event: Prisoners come home"),
    ]


def test_a_list_has_the_names_of_one_kind_and_long_examples_are_cut() -> None:
    assert name_list(NameKind.LABEL, FOUND).text() == "LabelsDocumentPrisoners come home3Eventevent-12"
    line = name_line(SchemaName(NameKind.LABEL, "Document", "<b>" * 100, 1234))
    assert line.act == InsertName("Document")
    assert line.text() == f"Document{'<b>' * 20}…1,234"
    assert name_line(SchemaName(NameKind.PROPERTY, "url", "Document: x")).text() == "urlDocument: x"


@pytest.mark.parametrize(
    ("name", "written"), [("Event", "Event"), ("odd name", "`odd name`"), ("a`b", "`a``b`"), ("1st", "`1st`")]
)
def test_a_click_has_the_editor_insert_the_name_once(name: str, written: str) -> None:
    st.session_state[keys.INSERTED] = (6, "before")
    perform(InsertName(name))
    assert st.session_state[keys.INSERTED] == (7, written)
