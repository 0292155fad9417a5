"""The watched queries, each with the rows that its result gained and lost in a period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from cypher.catalog.catalog import Statement, catalog
from cypher.desk.watching import Watch, end_watch, keep_watch, watch_id
from cypher.errors import StatementCancelledError
from explorer.acts import perform
from explorer.acts.opening import EndWatch
from explorer.elements import Element, draw_elements, element
from explorer.graph.query_diff import Differences, differences
from explorer.graph.tie_changes import Period
from explorer.judging.form import draw_trouble
from explorer.panels.changed import watched
from explorer.queries.forms import as_texts, draw_form
from explorer.reads.connections import analyst, data_version, read_table
from explorer.reads.queries import watches
from explorer.shell.frame import say_cancelled
from explorer.view import session
from explorer.view.audited import Deed
from explorer.view.clock import KNOWN_BY, known_by
from explorer.view.fields import named_key, slot
from explorer.view.level import level
from explorer.words import Words
from explorer.work.pending import request
from explorer.work.reversible import Reversible, recording
from explorer.work.running import run_cancellable

FORMS = "watches"
"""The owner of the form for a new watch."""


def draw_watches(period: Period, words: Words) -> None:
    """Draw the reader's watches and the form for a new one."""
    kept = watches(session.reader_name())
    lead = words("Watch a saved query to compare its results on the first and the last day.")
    heading = element("h3", words("Watched queries"))
    draw_trouble(words)
    draw_elements(heading, *(() if kept else (element("p", lead, look="lead"),)), key="watch heading")
    with slot():
        if kept:
            _draw_kept(kept, period, words)
    draw_new_watch(words)


def draw_new_watch(words: Words) -> None:
    """Draw the form for a new watch."""
    with st.popover(words("Watch a saved query"), icon=":material/visibility:"):
        _draw_new(words)


def _draw_kept(kept: Sequence[Watch], period: Period, words: Words) -> None:
    asked = (tuple(watch.id for watch in kept), period, session.lens(), known_by(), level(), data_version())
    try:
        found = run_cancellable(
            "watches", asked, lambda: [_compared(each, period) for each in kept], "Comparing for {seconds} s"
        )
    except StatementCancelledError as error:
        say_cancelled(error)
        return
    cards = [_card(watch, each, words) for watch, each in zip(kept, found, strict=True)]
    draw_elements(*cards, key="watches")


def _compared(watch: Watch, period: Period) -> Differences:
    """Return the rows that the result gained and lost in the period."""
    asked = {"lens": session.lens(), **watch.values()}
    before = read_table(watch.query, {**asked, KNOWN_BY: period.eve()})
    after = read_table(watch.query, {**asked, **({KNOWN_BY: period.until} if period.until else {})})
    return differences(before, after)


def _card(watch: Watch, found: Differences, words: Words) -> Element:
    named = ", ".join(watch.parameters.values())
    title = _title(catalog()[watch.query], words) + (f": {named}" if named else "")
    return watched(title, watch.id, found)


def _title(query: Statement, words: Words) -> str:
    return query.titles.get(words.language, query.title)


def _draw_new(words: Words) -> None:
    offered = _watchable()
    name = st.selectbox(
        words("Query"),
        list(offered),
        format_func=lambda name: _title(offered[name], words),
        key=named_key("watch query"),
    )
    query = offered[name]
    values = draw_form(query, {}, FORMS)
    st.button(
        words("Watch"),
        type="primary",
        key="watch",
        on_click=lambda: request(recording(watching(query.name, as_texts(values, query)))),
    )


def watching(name: str, parameters: Mapping[str, str]) -> Reversible:
    """Return the reversible write that watches a saved query with these parameters."""
    database, words = analyst(), session.words()
    title = ": ".join(filter(None, (_title(catalog()[name], words), ", ".join(parameters.values()))))
    return Reversible(
        Deed("watch", name, dict(parameters)),
        words("{title} is watched", title=title),
        lambda author: keep_watch(database, author, name, parameters),
        lambda author: end_watch(database, author, watch_id(author, name, parameters)),
    )


def _ending(name: str, parameters: Mapping[str, str]) -> Reversible:
    kept = watching(name, parameters)
    title = _title(catalog()[name], session.words())
    said = session.words()("{title} is not watched", title=title)
    return Reversible(Deed("end watch", name, dict(parameters)), said, kept.reverse, kept.record)


def _watchable() -> Mapping[str, Statement]:
    """Return the saved queries that can be run as of a day, by name."""
    saved = {name: query for name, query in catalog().items() if name.startswith("saved/")}
    return {
        name: query
        for name, query in saved.items()
        if KNOWN_BY in {parameter.name for parameter in query.parameters}
    }


@perform.register
def _end(act: EndWatch) -> None:
    kept = watches(session.reader_name())
    if watch := next((each for each in kept if each.id == act.watch), None):
        request(recording(_ending(watch.query, watch.parameters)))
