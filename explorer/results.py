"""What a query found, as network, chart, table and file."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import UTC, datetime

import altair as alt
import pandas as pd
import streamlit as st

from cypher.catalog import ResultKind, Returns
from cypher.table import Table
from explorer import session
from explorer.network import draw_network, network_events
from explorer.network.style import SIGN_COLOURS
from explorer.paper import Element, draw_paper, element
from explorer.state import about
from explorer.subgraph import TIE_COLUMNS, subgraph_of
from explorer.words import Words

HEIGHT = 560
_BOM = "\ufeff"  # without it Excel reads UTF-8 as the machine's old code page


def draw_result(table: Table, returns: Returns, stamp: Mapping[str, str], key: str) -> None:
    """Draw a result in every way that its columns allow, the intended one first."""
    words = session.words()
    if table.truncated:
        notice = words("Only the first {number} rows are shown; narrow the query.", number=len(table.rows))
        draw_paper(element("div", notice, look="notice"), key=f"{key} truncated")
    if not table.rows:
        draw_paper(_nothing(words), key=f"{key} nothing")
        return
    views = {
        words("Network"): _draw_graph if TIE_COLUMNS.issubset(table.columns) else None,
        words("Chart"): _draw_chart if returns.kind is ResultKind.CHART else None,
        words("Table"): _draw_table,
    }
    possible = {name: draw for name, draw in views.items() if draw}
    for tab, draw in zip(st.tabs(list(possible)), possible.values(), strict=True):
        with tab:
            draw(table, returns, key)
    st.download_button(
        words("Download CSV"),
        as_csv(table, stamp),
        file_name=f"{key.replace('/', '-')}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"{key} csv",
    )


def _nothing(words: Words) -> Element:
    return element(
        "div",
        element("h4", words("Nothing was found")),
        element(
            "p", words("Widen the dates, choose other parties, or look through another lens."), look="lead"
        ),
        look="empty",
    )


def _draw_graph(table: Table, _returns: Returns, key: str) -> None:
    graph = subgraph_of(table.records())
    name = f"{key} network"

    def open_there() -> None:
        events = network_events(name)
        if events.expand:
            session.go(about(events.expand))
            st.session_state["leave for network"] = True

    with st.container(key=f"{key} canvas", height=HEIGHT + 10, border=False):
        draw_network(
            graph,
            key=name,
            view_id=_view_id(table),
            selected=None,
            height=HEIGHT,
            words=session.words(),
            on_expand=open_there,
        )
    st.caption(session.words()("Double-click an entity to open it on the network page."))
    if st.session_state.pop("leave for network", False):
        session.open_page("network", {})


def _view_id(table: Table) -> str:
    column = table.columns.index("tie")
    return str(hash(tuple(row[column] for row in table.rows)))


def _draw_table(table: Table, _returns: Returns, key: str) -> None:
    st.dataframe(as_frame(table), hide_index=True, height="auto", key=f"{key} table")


def _draw_chart(table: Table, returns: Returns, key: str) -> None:
    st.altair_chart(chart_of(as_frame(table), returns), width="stretch", key=f"{key} chart")


def as_frame(table: Table) -> pd.DataFrame:
    """The rows as people read them: lists as text, and what is no number as text."""
    return pd.DataFrame([[_cell(value) for value in row] for row in table.rows], columns=list(table.columns))


def _cell(value: object) -> object:
    if isinstance(value, list):
        return ", ".join(str(_cell(member)) for member in value)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_cell(member)}" for name, member in value.items())
    return value


def chart_of(frame: pd.DataFrame, returns: Returns) -> alt.Chart:
    """The chart that the statement's header names, with its columns on the axes."""
    return _heatmap(frame, returns) if returns.chart == "heatmap" else _plot(frame, returns)


def _heatmap(frame: pd.DataFrame, returns: Returns) -> alt.Chart:
    colour = alt.Color(f"{returns.series}:Q", scale=alt.Scale(scheme="blues"), title=_title(returns.series))
    chart: alt.Chart = (
        alt.Chart(frame)
        .mark_rect(cornerRadius=3)
        .encode(
            x=alt.X(f"{returns.x}:N", title=None),
            y=alt.Y(f"{returns.y}:N", title=None),
            color=colour,
            tooltip=[returns.x, returns.y, returns.series],
        )
    )
    return chart


def _plot(frame: pd.DataFrame, returns: Returns) -> alt.Chart:
    marks = {
        "bar": alt.MarkDef("bar", cornerRadius=2),
        "area": alt.MarkDef("area", opacity=0.8),
        "line": alt.MarkDef("line", point=True, strokeWidth=2.5),
    }
    chart: alt.Chart = alt.Chart(frame, mark=marks[returns.chart or "bar"], height=420).encode(
        x=alt.X(f"{returns.x}:{_scale(frame, returns.x)}", title=_title(returns.x), sort=None),
        y=alt.Y(f"{returns.y}:Q", title=_title(returns.y), axis=alt.Axis(tickMinStep=1)),
        color=_colour(frame, returns.series) if returns.series else alt.Undefined,
        tooltip=[column for column in (returns.x, returns.y, returns.series) if column],
    )
    return chart


def _colour(frame: pd.DataFrame, series: str) -> alt.Color:
    """The colours of the network where the series are signs, else the theme's."""
    signs = {sign.value: colour for sign, colour in SIGN_COLOURS.items()}
    known = set(frame[series]) <= signs.keys()
    scale = alt.Scale(domain=list(signs), range=list(signs.values())) if known else alt.Undefined
    return alt.Color(f"{series}:N", title=_title(series), scale=scale)


def _scale(frame: pd.DataFrame, column: str | None) -> str:
    numeric = column in frame and pd.api.types.is_numeric_dtype(frame[column])
    return "Q" if numeric else "O"


def _title(column: str | None) -> str:
    return (column or "").replace("_", " ").capitalize()


def as_csv(table: Table, stamp: Mapping[str, str]) -> bytes:
    """The table as CSV that spreadsheets open well, after lines that say what it is.

    Text that a spreadsheet would run as a formula is made text by an apostrophe.
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerows([f"# {name}", _inert(value)] for name, value in stamp.items())
    writer.writerow(table.columns)
    writer.writerows([_inert(_cell(value)) for value in row] for row in table.rows)
    return (_BOM + file.getvalue()).encode()


def _inert(value: object) -> object:
    runs = isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r")
    return f"'{value}" if runs else value


def stamp_of(query: str, parameters: Mapping[str, object]) -> dict[str, str]:
    """What a file says of itself: the query, its parameters and lens, and when it was asked."""
    asked = {name: str(value) for name, value in parameters.items() if value not in (None, "", [])}
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return {"query": query, **asked, "lens": session.lens(), "asked at": now}
