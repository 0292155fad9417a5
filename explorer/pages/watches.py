"""The watched queries: each with what its answer gained and lost in a period."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from cypher.catalog import Statement, catalog
from cypher.watching import Watch, end_watch, keep_watch
from explorer.database import analyst, read_table
from explorer.graph.changes import Period
from explorer.graph.differences import differences
from explorer.graph.queries import watches
from explorer.panels.changed import END_WATCH, watched
from explorer.paper import Act, Element, draw_paper, element
from explorer.questions.forms import as_texts, draw_form
from explorer.view import session
from explorer.view.clock import KNOWN_BY
from explorer.words import Words


def draw_watches(period: Period, words: Words) -> Act | None:
    """Draw the reader's watches and the way to a new one; returns what was clicked in their answers."""
    kept = watches(session.author())
    lead = words("Watch a saved query: its answers on the first and on the last day are compared here.")
    heading = element("h3", words("Watched queries"))
    draw_paper(heading, *(() if kept else (element("p", lead, look="lead"),)), key="watch heading")
    cards = [_card(watch, period, words) for watch in kept]
    act = draw_paper(*cards, key="watches", on_act=_on_act) if cards else None
    with st.popover(words("Watch a saved query"), icon=":material/visibility:"):
        _draw_new(words)
    return act


def _card(watch: Watch, period: Period, words: Words) -> Element:
    asked = {"lens": session.lens(), **watch.values()}
    before = read_table(watch.query, {**asked, KNOWN_BY: period.eve()})
    after = read_table(watch.query, {**asked, **({KNOWN_BY: period.until} if period.until else {})})
    named = ", ".join(watch.parameters.values())
    title = _title(catalog()[watch.query], words) + (f": {named}" if named else "")
    return watched(title, watch.id, differences(before, after), words)


def _title(query: Statement, words: Words) -> str:
    return query.titles.get(words.language, query.title)


def _draw_new(words: Words) -> None:
    offered = _watchable()
    name = st.selectbox(
        words("Query"),
        list(offered),
        format_func=lambda name: _title(offered[name], words),
        key="watch query",
    )
    query = offered[name]
    values = draw_form(query, {})
    if st.button(words("Watch"), type="primary", key="watch"):
        keep_watch(analyst(), session.author(), query.name, as_texts(values, query))
        st.rerun(scope="fragment")


def _watchable() -> Mapping[str, Statement]:
    """The saved queries that can be asked as of a day, by name."""
    saved = {name: query for name, query in catalog().items() if name.startswith("saved/")}
    return {
        name: query
        for name, query in saved.items()
        if KNOWN_BY in {parameter.name for parameter in query.parameters}
    }


def _on_act(act: Act) -> None:
    if act.name == END_WATCH:
        end_watch(analyst(), session.author(), act.subject)
