"""Adding sources on the page *Sources*: by address, or as a list in OPML."""

from __future__ import annotations

import streamlit as st

from cypher.errors import KonstelasiError
from cypher.sources.source import GRADES
from explorer.elements import draw_elements, element
from explorer.panels.sources import length
from explorer.phrases import Plural, Problem, joined, said, say
from explorer.shell.frame import say_error
from explorer.view import keys, session
from explorer.view.fields import named_key
from explorer.words import Words
from explorer.work.added_sources import KIND, AddedSources, AddingSources, checked
from explorer.work.command_runs import CommandRun
from explorer.work.page_runs import PageRun

_MEGABYTES = 5
_EVERY = {"1m": 60.0, "5m": 300.0, "15m": 900.0, "1h": 3600.0, "6h": 21_600.0, "1d": 86_400.0}
"""The times between two fetches that a reader can choose, in seconds, as the command line writes them."""

_RUN: PageRun[AddedSources] = PageRun(KIND, keys.SOURCES_RUN, keys.SOURCES_RESULT)


def draw_adding(words: Words) -> None:
    """Draw the fields for an address and for a list, and the result of adding."""
    draw_elements(element("h3", say("Add sources")), key="adding head")
    by_address, by_list = st.tabs([words("Address"), words("OPML of a feed reader")])
    with by_address:
        wanted = _draw_address(words)
        add = st.button(words("Find and add"), icon=":material/add:", key="add source")
    with by_list:
        file = st.file_uploader(
            words("OPML file"), type=["opml", "xml"], key="opml", max_upload_size=_MEGABYTES
        )
        bring = st.button(words("Import"), icon=":material/upload:", key="import opml", disabled=file is None)
    if add:
        _begin(wanted)
    elif bring and file is not None:
        _begin(AddingSources(opml=file.getvalue()))
    running = _RUN.running()
    if running is not None:
        _RUN.draw(running, _progress)
    _draw_outcome(_RUN.outcome())


def _draw_address(words: Words) -> AddingSources:
    address = st.text_input(
        words("Address of a feed or a news site"),
        key="source address",
        placeholder="https://",
        max_chars=2000,
    )
    left, right = st.columns(2)
    every = left.selectbox(words("How often"), _EVERY, format_func=_interval, key=named_key("source every"))
    grade = right.selectbox(
        words("Reliability of the source"),
        GRADES,
        index=None,
        key="source grade",
        placeholder=words("not graded"),
    )
    whole = st.checkbox(
        words("Read the whole articles"),
        key="source full text",
        help=words("Fetches the page of each article where its host allows robots to do so."),
    )
    return AddingSources(address=address, grade=grade or "", every=every, full_text=whole)


def _interval(code: str) -> str:
    return said(length(_EVERY[code]), session.words())


def _begin(adding: AddingSources) -> None:
    try:
        _RUN.begin(checked(adding))
    except KonstelasiError as error:
        _RUN.fail(error)


def _progress(running: CommandRun[AddedSources]) -> str:
    words, first = session.words(), f"{running.seconds_of_first:.0f}"
    if running.is_waiting:
        return words("Something else has been read for {seconds} s; this waits in line", seconds=first)
    return words("Looking for the feed for {seconds} s", seconds=first)


def _draw_outcome(outcome: AddedSources | KonstelasiError | None) -> None:
    if isinstance(outcome, KonstelasiError):
        say_error(outcome, key="source not added")
    elif outcome is not None and outcome.reason:
        why = joined(". ", (Problem(outcome.reason), Problem(outcome.hint)))
        draw_elements(element("div", joined(" ", (say("The address"), why)), look="notice"), key="no feed")
    elif outcome is not None:
        new = Plural(outcome.new, "{number} source added", "{number} sources added")
        known = Plural(len(outcome.names) - outcome.new, "{number} listed already", "{number} listed already")
        draw_elements(element("p", joined(", ", (new, known)), look="lead"), key="sources added")
