"""A page with a form for each type and default, under names that mean something and under others."""

from __future__ import annotations

import streamlit as st

from cypher.catalog.catalog import CatalogError
from cypher.desk.own_queries import typed_statement
from cypher.errors import UsageError
from explorer.queries.forms import draw_form
from tests.explorer.headers import headers

st.session_state["language"] = "en"
refused = st.session_state["refused"] = {}
drawn = st.session_state["drawn"] = {}
for number, (name, header) in enumerate(headers()):
    try:
        query = typed_statement(f"typed{number}", f"// :param {header}\nRETURN ${name} AS value")
        drawn[header] = query.bind(draw_form(query, {}, "test"))
    except (CatalogError, UsageError) as error:
        refused[header] = str(error)
