"""The charts of a result, and the line under them that says what is not drawn."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from cypher.bolt.table import Table
from cypher.catalog.catalog import Returns
from cypher.model.graph import Level
from explorer.charts.drawing import chart_of
from explorer.charts.remarks import remarks
from explorer.charts.saving import draw_chart
from explorer.elements import draw_elements, element
from explorer.queries.result_views import chart_key, choose_chart
from explorer.view.fields import named_key
from explorer.words import Words


def draw_charts(
    table: Table, charts: Mapping[str, Returns], file_name: str, key: str, words: Words, level: Level | None
) -> None:
    """Draw the chart that the reader chooses among `charts`, at first the first.

    `level` is that of the result's ties, if it is known.
    """
    chosen, keep = choose_chart(key, charts)
    if len(charts) > 1:
        kind = chart_key(key)
        if st.session_state.get(kind) not in charts:
            st.session_state[kind] = chosen
        chosen = (
            st.segmented_control(
                words("Chart"),
                list(charts),
                format_func=words,
                required=True,
                key=named_key(kind),
                on_change=keep,
                label_visibility="collapsed",
            )
            or chosen
        )
    returns = chosen_chart(charts, key)
    draw_chart(chart_of(table, returns, words, level), f"{key} chart {chosen}", file_name, words)
    if said := remarks(table, returns, words):
        lines = (element("p", line, look="soft") for line in said)
        draw_elements(*lines, key=f"{key} chart {chosen} remarks")


def chosen_chart(charts: Mapping[str, Returns], key: str) -> Returns:
    """Return the chart that the reader chose, or else the first."""
    chosen = st.session_state.get(chart_key(key)) or choose_chart(key, charts)[0]
    return charts.get(chosen) or next(iter(charts.values()))
