"""What a query found, as network, chart, table and file, with a way from a row to what it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from cypher.catalog import Returns
from cypher.columns import TIE_COLUMNS
from cypher.table import Table
from explorer.graph.subgraph import Subgraph, subgraph_of
from explorer.network import draw_network, network_events
from explorer.network.memory import remembered
from explorer.paper import Element, draw_paper, element
from explorer.questions.charts import as_frame, chart_of, charts_of
from explorer.questions.download import Shown, draw_download
from explorer.view import keys, session
from explorer.view.state import about
from explorer.words import Words

HEIGHT = 560


@dataclass(frozen=True, slots=True)
class Result:
    """The rows of a question, how they are meant to be shown, and what files of them say of themselves."""

    title: str
    table: Table
    returns: Returns
    stamp: Mapping[str, str]

    @property
    def graph(self) -> Subgraph | None:
        """The network of the rows, where they are ties."""
        return subgraph_of(self.table.records()) if self.is_graph and self.table.rows else None

    @property
    def is_graph(self) -> bool:
        """Whether the rows can be drawn as a network."""
        return TIE_COLUMNS.issubset(self.table.columns)

    @property
    def view_id(self) -> str:
        """Names the picture of these ties."""
        column = self.table.columns.index("tie")
        return str(hash(tuple(row[column] for row in self.table.rows)))


def draw_result(result: Result, key: str) -> None:
    """Draw a result in every way that its columns allow, the intended one first."""
    words = session.words()
    if result.table.truncated:
        rows = f"{len(result.table.rows):,}"
        notice = words("Only the first {number} rows are shown; narrow the query.", number=rows)
        draw_paper(element("div", notice, look="notice"), key=f"{key} truncated")
    if not result.table.rows:
        draw_paper(_nothing(words), key=f"{key} nothing")
    else:
        _draw_views(result, key, words)
    _draw_foot(result, key, words)


def _nothing(words: Words) -> Element:
    return element(
        "div",
        element("h4", words("Nothing was found")),
        element(
            "p", words("Widen the dates, choose other parties, or look through another lens."), look="lead"
        ),
        look="empty",
    )


def _draw_views(result: Result, key: str, words: Words) -> None:
    views: dict[str, Callable[[Result, str], None]] = {}
    if result.is_graph:
        views[words("Network")] = _draw_graph
    if charts_of(result.table, result.returns):
        views[words("Chart")] = _draw_chart
    views[words("Table")] = _draw_table
    table_first = not result.is_graph and result.returns.chart is None
    default = words("Table") if table_first else None
    tabs = st.tabs(list(views), default=default, key=f"{key} views", on_change="rerun")
    for tab, draw in zip(tabs, views.values(), strict=True):
        with tab:
            if tab.open:
                draw(result, key)


def _draw_foot(result: Result, key: str, words: Words) -> None:
    """How much it is, and the files of it."""
    graph = result.graph
    places = remembered(_network_key(key), result.view_id).places if graph else None
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key} foot"):
        draw_download(Shown(result.title, result.stamp, result.table, graph, places), key)
        st.caption(words.count(len(result.table.rows), "row", "rows"), width="content")


def _network_key(key: str) -> str:
    return f"{key} network"


def _draw_graph(result: Result, key: str) -> None:
    name = _network_key(key)
    shown = Shown(result.title, result.stamp, result.table)

    def open_there() -> None:
        events = network_events(name)
        if events.expand:
            session.go(about(events.expand))
            st.session_state[keys.LEAVE_FOR_NETWORK] = True

    with st.container(key=f"{key} canvas", height=HEIGHT + 10, border=False):
        draw_network(
            result.graph or Subgraph(),
            key=name,
            view_id=result.view_id,
            selected=None,
            height=HEIGHT,
            file_name=shown.file_name,
            stamp=f"{result.title} · {shown.picture_stamp.line(session.words())}",
            words=session.words(),
            on_expand=open_there,
        )
    st.caption(session.words()("Double-click an entity to open it on the network page."))
    if st.session_state.pop(keys.LEAVE_FOR_NETWORK, False):
        session.open_page("network", {})


def _draw_table(result: Result, key: str) -> None:
    picked = st.dataframe(
        as_frame(result.table),
        hide_index=True,
        height="auto",
        key=f"{key} table",
        on_select="rerun",
        selection_mode="single-row",
    )
    rows = picked["selection"]["rows"]
    if rows and rows[0] < len(result.table.rows):
        _draw_ways(dict(zip(result.table.columns, result.table.rows[rows[0]], strict=True)), key)


_WAYS: Mapping[str, tuple[str, str, str]] = {
    "tie": ("Open the tie", "network", "tie"),
    "entity": ("Open the entity", "network", "entity"),
    "actor": ("Open the actor", "network", "entity"),
    "recipient": ("Open the recipient", "network", "entity"),
    "speaker": ("Open the speaker", "network", "entity"),
    "document": ("Open the document", "documents", "document"),
}
"""Where the id in a column leads to: the words on the button, the page, and its parameter."""


def _draw_ways(row: Mapping[str, object], key: str) -> None:
    """Buttons to what the picked row is about."""
    words = session.words()
    with st.container(horizontal=True, key=f"{key} ways"):
        for column, (label, page, parameter) in _WAYS.items():
            subject = row.get(column)
            if isinstance(subject, str) and st.button(words(label), key=f"{key} to {column}"):
                claim = {"claim": str(row["claim"])} if page == "documents" and row.get("claim") else {}
                session.open_page(page, {parameter: subject, **claim})


def _draw_chart(result: Result, key: str) -> None:
    words = session.words()
    charts = charts_of(result.table, result.returns)
    chosen = next(iter(charts))
    if len(charts) > 1:
        chosen = st.segmented_control(
            words("Chart"),
            list(charts),
            format_func=words,
            default=chosen,
            required=True,
            key=f"{key} chart kind",
            label_visibility="collapsed",
        )
    chart = chart_of(as_frame(result.table), charts.get(chosen or "") or next(iter(charts.values())))
    st.altair_chart(chart, width="stretch", key=f"{key} chart")
