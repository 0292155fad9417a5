"""The drawer below the editor: what can be named in a query, with counts and examples; a click inserts it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import streamlit as st

from cypher.desk.unknown_names import NameKind
from cypher.errors import KonstelasiError
from explorer.acts import perform
from explorer.acts.opening import InsertName
from explorer.elements import Element, draw_elements, element
from explorer.phrases import Number, say
from explorer.reads.connections import data_version
from explorer.reads.schema import SchemaName, schema
from explorer.shell.frame import say_error
from explorer.view import keys, session
from explorer.work.running import run_cancellable

_HEADS = {
    NameKind.LABEL: say("Labels"),
    NameKind.TYPE: say("Relationship types"),
    NameKind.PROPERTY: say("Properties"),
}
_LONGEST = 60
_PLAIN = re.compile(r"[^\W\d]\w*")


def draw_schema() -> None:
    """Draw the drawer; its content is read when the reader opens it."""
    words = session.words()
    drawer = st.expander(
        words("What the graph holds"), icon=":material/schema:", key="schema", on_change="rerun"
    )
    if not drawer.open:
        return
    with drawer:
        try:
            found = run_cancellable("schema", data_version(), schema, "Counting for {seconds} s")
        except KonstelasiError as error:
            say_error(error, key="no schema")
            return
        columns = st.columns(len(_HEADS))
        for column, kind in zip(columns, _HEADS, strict=True):
            with column, st.container(height=320, border=False):
                draw_elements(name_list(kind, found), key=f"schema {kind}")


def name_list(kind: NameKind, found: Sequence[SchemaName]) -> Element:
    """Build the list of the names of one kind."""
    lines = (name_line(each) for each in found if each.kind is kind)
    return element("section", element("h4", _HEADS[kind]), element("ul", *lines, look="list"))


def name_line(each: SchemaName) -> Element:
    """Build the line of a name, whose click inserts it in the editor."""
    example = each.example if len(each.example) <= _LONGEST else f"{each.example[:_LONGEST]}…"
    return element(
        "li",
        element("span", each.name, element("small", example), look="stack"),
        *([] if each.number is None else [element("span", Number(each.number), look="number")]),
        act=InsertName(each.name),
        hint=say("Insert in the editor"),
    )


@perform.register
def _insert(act: InsertName) -> None:
    """Have the editor insert a name at its cursor."""
    number, _ = st.session_state.get(keys.INSERTED, (0, ""))
    written = act.name if _PLAIN.fullmatch(act.name) else "`{}`".format(act.name.replace("`", "``"))
    st.session_state[keys.INSERTED] = (number + 1, written)
