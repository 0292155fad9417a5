"""A form with fields for one entity, several entities and a number."""

from __future__ import annotations

import streamlit as st

from cypher.desk.own_queries import typed_statement
from explorer.queries.forms import draw_form

st.session_state.setdefault("language", "en")
st.session_state.setdefault("lens", "all")
HEADER = """// :param one entity  Anybody
// :param many entities = null  Several
// :param limit integer = 5  Rows
RETURN $one AS one, $many AS many, $limit AS n"""
st.session_state.update(st.session_state.pop("typed", {}))
opened = st.session_state.pop("opened", {})
st.session_state["values"] = draw_form(typed_statement("typed", HEADER), opened, "test")
