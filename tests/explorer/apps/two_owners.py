"""A page with the same form twice, and a third time with a header that was edited."""

from __future__ import annotations

import streamlit as st

from cypher.desk.own_queries import typed_statement
from explorer.queries.forms import draw_form

st.session_state["language"] = "en"
for owner, kind in (("one", "integer = 60"), ("other", "integer = 60"), ("one", "string")):
    query = typed_statement("typed", f"// :param limit {kind}  Rows\nRETURN $limit AS value")
    if owner == "other" or not st.session_state.get("away"):
        draw_form(query, {}, owner)
