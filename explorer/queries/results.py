"""Shows the result of a query as network, chart, table and file, with links from a row to its subjects."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import streamlit as st

from cypher.bolt.table import Table
from cypher.briefs.charts import FrozenChart, frozen_chart
from cypher.briefs.collecting import collected_result
from cypher.briefs.items import Item, Standpoint
from cypher.briefs.networks import FrozenNetwork
from cypher.cases.items import CaseKind
from cypher.catalog.catalog import ResultKind, Returns
from cypher.catalog.column_types import Column
from cypher.database import Database
from cypher.desk.drawing import Drawing, Look, drawing_of
from cypher.errors import UsageError
from cypher.model.graph import Level
from explorer.briefs.adding import add_to_brief, standpoint
from explorer.briefs.networks import frozen
from explorer.briefs.spoken import with_heads, with_values
from explorer.cases.asking import add_page_to_case
from explorer.charts.heads import head
from explorer.elements import Element, draw_elements, element, empty_state
from explorer.graph.subgraph import Subgraph
from explorer.network import draw_network, network_events
from explorer.network.export import all_places
from explorer.network.memory import remembered
from explorer.phrases import say
from explorer.queries.charted import chosen_chart, draw_charts
from explorer.queries.download import Shown, draw_download
from explorer.queries.drawable import Drawable, drawable
from explorer.queries.frames import as_frame, with_separators
from explorer.queries.of_elements import Draw
from explorer.queries.result_views import CHART, choose_tab, tabs_key
from explorer.reads.claims_behind import ReadClaims, claims_reader
from explorer.reads.connections import local_names, read
from explorer.reads.queries import ties, ties_among
from explorer.view import keys, session
from explorer.view.clock import KNOWN_BY, known_by
from explorer.view.filters import Filters
from explorer.view.level import LEVEL, level
from explorer.view.state import about
from explorer.view.ways import NETWORK, TABLE
from explorer.words import Words

HEIGHT = 560
_FORMS = {NETWORK: "Network", CHART: "Chart", TABLE: "Table"}
"""The forms of a result, with their English titles."""


@dataclass(frozen=True, slots=True)
class Result:
    """The rows of a query, how they are meant to be shown, and the stamp of their files."""

    title: str
    table: Table
    returns: Returns
    stamp: Mapping[str, str]
    columns: tuple[Column, ...] = ()
    """The declared columns; a query of an analyst has none, and is shown with the names that it gives."""
    values: Mapping[str, object] = field(default_factory=dict)
    """The values of the query's parameters, of which lens and level say how its ties are read."""


def draw_result(result: Result, key: str) -> None:
    """Draw a result in every form that its columns allow, the intended one first; explain what is missing."""
    words = session.words()
    drawn = drawable(result.table, result.returns, words, _read, _draw_of(result.values))
    notices = list(drawn.notices)
    if result.table.truncated:
        rows = words.number(len(result.table.rows))
        notices.append(words("Only the first {number} rows are shown; narrow the query.", number=rows))
    for number, notice in enumerate(notices):
        draw_elements(element("div", notice, look="notice"), key=f"{key} notice {number}")
    if not result.table.rows:
        draw_elements(_nothing(), key=f"{key} nothing")
    else:
        _draw_views(result, drawn, key, words)
    _draw_foot(result, drawn, key, words)


def _read(column: str, ids: Sequence[str]) -> Subgraph:
    """Read the network of a result that has only ids; texts that cannot be ids give an empty one."""
    try:
        return ties(ids, session.lens()) if column == "tie" else ties_among(ids, session.lens(), Filters())
    except UsageError:
        return Subgraph()


def _draw_of(values: Mapping[str, object]) -> Draw:
    """Return how the elements of a result are drawn: by the query's own lens and level, or the reader's."""
    asked = {name: str(values[name]) for name in ("lens", LEVEL) if values.get(name)}
    look = Look(asked.get("lens", session.lens()), level(), known_by(), asked.get(LEVEL))
    names = local_names()

    def named(drawing: Drawing) -> Drawing:
        entities = (replace(each, name=names.get(each.name, each.name)) for each in drawing.entities)
        return replace(drawing, entities=tuple(entities))

    return lambda elements: named(drawing_of(elements, look, read))


def _nothing() -> Element:
    return empty_state(
        say("Nothing was found"), say("Widen the dates, choose other parties, or use another lens.")
    )


def _draw_views(result: Result, drawn: Drawable, key: str, words: Words) -> None:
    network, charts = drawn.network, drawn.charts
    views: dict[str, Callable[[], None]] = {}
    if network is not None:
        views[NETWORK] = lambda: _draw_network(result, network, key)
    if charts:
        views[CHART] = lambda: _draw_charts(result, charts, key)
    views[TABLE] = lambda: _draw_table(result, key)
    titles = {form: words(_FORMS[form]) for form in views}
    meant = network is not None and (not drawn.looked_up or result.returns.kind is ResultKind.GRAPH)
    table_first = not meant and result.returns not in charts.values()
    default = titles[TABLE] if table_first else None
    keep = choose_tab(key, titles)
    tabs = st.tabs(list(titles.values()), default=default, key=tabs_key(key), on_change=keep)
    for tab, draw in zip(tabs, views.values(), strict=True):
        with tab:
            if tab.open:
                draw()


def _draw_foot(result: Result, drawn: Drawable, key: str, words: Words) -> None:
    """Draw the download and the number of rows."""
    network = drawn.network
    placed = partial(remembered(_network_key(key), _view_id(network)).placed, network) if network else None
    with st.container(horizontal=True, vertical_alignment="center", key=f"{key} foot"):
        claims = _claims_reader(result.values) if network else None
        show = partial(Shown, result.title, result.stamp, result.table, network, placed, claims=claims)
        draw_download(show, key)
        st.button(
            words("Add to a brief"),
            icon=":material/note_add:",
            key=f"{key} to a brief",
            on_click=_add_to_brief,
            args=(result, drawn, key),
        )
        st.button(
            words("Add to a case"),
            icon=":material/create_new_folder:",
            key=f"{key} to a case",
            on_click=add_page_to_case,
            args=(CaseKind.QUERY, result.title),
        )
        st.caption(words.plural(len(result.table.rows), "{number} row", "{number} rows"), width="content")


def _claims_reader(values: Mapping[str, object]) -> ReadClaims:
    """Return what reads the claims behind a result, by its own lens, day and period if it has them."""
    asked = {name: str(value) for name in ("lens", KNOWN_BY, "since", "until") if (value := values.get(name))}
    filters = Filters(since=asked.get("since"), until=asked.get("until"))
    return claims_reader(asked.get("lens", session.lens()), asked.get(KNOWN_BY, known_by()), filters)


def _add_to_brief(result: Result, drawn: Drawable, key: str) -> None:
    """Add the result as it is shown: its table, the open chart or network, and the query's parameters."""
    words, stamp = session.words(), result.stamp
    table = with_values(result.table, result.columns, words)
    shown = with_heads(table, words) if result.columns else table
    values, here = result.values, standpoint()
    seen = Standpoint(
        str(values.get("lens") or here.lens),
        str(values.get(LEVEL) or here.level),
        str(values.get(KNOWN_BY) or here.known_by or "") or None,
        tuple((name, text) for name, text in stamp.items() if name not in _NOT_GIVEN),
    )
    chart, network = _chart_shown(result, drawn, key), _network_shown(drawn, key)

    def collect(_database: Database, author: str) -> Item:
        item = collected_result(stamp["query"], result.title, shown, seen, author)
        return replace(item, chart=chart, network=network)

    add_to_brief(collect, stamp["query"])


def _chart_shown(result: Result, drawn: Drawable, key: str) -> FrozenChart | None:
    """Return the chart in the open tab."""
    if st.session_state.get(tabs_key(key)) != session.words()(_FORMS[CHART]):
        return None
    return frozen_chart(result.table, chosen_chart(drawn.charts, key), result.columns)


def _network_shown(drawn: Drawable, key: str) -> FrozenNetwork | None:
    """Return the network in the open tab, with its nodes where they are."""
    graph = drawn.network
    if graph is None or st.session_state.get(tabs_key(key)) != session.words()(_FORMS[NETWORK]):
        return None
    return frozen(graph, all_places(graph, remembered(_network_key(key), _view_id(graph)).places()))


_NOT_GIVEN = frozenset({"query", "lens", LEVEL, KNOWN_BY, "made at"})


def _network_key(key: str) -> str:
    return f"{key} network"


def _view_id(network: Subgraph) -> str:
    """An id of the network with these entities and ties."""
    return str(hash((tuple(network.nodes), tuple(network.edges))))


def _draw_network(result: Result, network: Subgraph, key: str) -> None:
    name, words = _network_key(key), session.words()
    shown = Shown(result.title, result.stamp, result.table)

    def open_there() -> None:
        events = network_events(name)
        if events.expand:
            session.go(about(events.expand))
            st.session_state[keys.LEAVE_FOR_NETWORK] = True

    with st.container(key=f"{key} canvas", height=HEIGHT + 10, border=False):
        draw_network(
            network,
            key=name,
            view_id=_view_id(network),
            selected=None,
            height=HEIGHT,
            file_name=shown.file_name,
            stamp=f"{result.title} · {shown.picture_stamp(words).line(words)}",
            words=words,
            on_expand=open_there,
        )
    st.caption(words("Double-click an entity to open it on the network page."))
    if st.session_state.pop(keys.LEAVE_FOR_NETWORK, False):
        session.open_page("network", {})


def _draw_table(result: Result, key: str) -> None:
    table, words = result.table, session.words()
    spoken = with_heads(with_values(table, result.columns, words), words) if result.columns else table
    counts = [
        head(column.name, words) for column in result.columns if str(column.type).rstrip("?") == "integer"
    ]
    picked = st.dataframe(
        with_separators(as_frame(spoken), words, counts),
        hide_index=True,
        placeholder="",
        height="auto",
        key=f"{key} table",
        on_select="rerun",
        selection_mode="single-row",
    )
    rows = picked["selection"]["rows"]
    if rows and rows[0] < len(table.rows):
        _draw_ways(table.records()[rows[0]], key)


_WAYS: Mapping[str, tuple[str, str, str]] = {
    "tie": ("Open the tie", "network", "tie"),
    "entity": ("Open the entity", "network", "entity"),
    "actor": ("Open the actor", "network", "entity"),
    "recipient": ("Open the recipient", "network", "entity"),
    "speaker": ("Open the speaker", "network", "entity"),
    "document": ("Open the document", "documents", "document"),
}
"""The link of each column with ids: the label of its button, the page, and the page's parameter."""


def _draw_ways(row: Mapping[str, object], key: str) -> None:
    """Draw buttons that open the subjects of the picked row."""
    words = session.words()
    with st.container(horizontal=True, key=f"{key} ways"):
        for column, (label, page, parameter) in _WAYS.items():
            subject = row.get(column)
            if isinstance(subject, str) and st.button(words(label), key=f"{key} to {column}"):
                claim = {"claim": str(row["claim"])} if page == "documents" and row.get("claim") else {}
                session.open_page(page, {parameter: subject, **claim})


def _draw_charts(result: Result, charts: Mapping[str, Returns], key: str) -> None:
    words = session.words()
    file_name = Shown(result.title, result.stamp, result.table).file_name
    asked = result.values.get(LEVEL)
    seen_at = Level(str(asked)) if asked in set(Level) else None
    draw_charts(with_values(result.table, result.columns, words), charts, file_name, key, words, seen_at)
