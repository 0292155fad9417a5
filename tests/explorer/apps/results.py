"""A page with the results that the session names, each as the queries page draws it."""

from __future__ import annotations

import streamlit as st

from explorer.queries.results import Result, draw_result

st.session_state.setdefault("lens", "trusted")
stamp = {"query": "typed", "lens": "trusted", "made at": "2026-11-22T10:00:00+00:00"}
for number, (table, returns) in enumerate(st.session_state["shown"]):
    draw_result(Result("A result", table, returns, stamp), key=f"result {number}")
