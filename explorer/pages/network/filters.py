"""The control above the network that filters it, by what ties and claims are and by who reports them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from cypher.desk.notes import used_tags
from cypher.model.graph import EntityKind, EventStatus, Sign
from cypher.model.ontology import event_types
from explorer.graph.subgraph import Verdict
from explorer.reads.connections import reader
from explorer.reads.sources import languages, publishers, speakers
from explorer.view import session
from explorer.view.day_field import draw_day
from explorer.view.fields import field_key
from explorer.view.filters import MOST_VOICES, Filters
from explorer.view.state import View
from explorer.words import Words


def draw_filters(words: Words, view: View) -> None:
    """Draw the control with the view's values."""
    filters = view.filters
    active = filters.count()
    label = words("Filters ({number})", number=active) if active else words("Filters")
    types = [code for code, each in event_types().items() if not each.imported]
    statuses = (EventStatus.ACTUAL, EventStatus.PLANNED)
    verdicts = (Verdict.VERIFIED, Verdict.UNREVIEWED, Verdict.DISPUTED)
    signs = [sign for sign in Sign if sign is not Sign.RELATION or sign in filters.signs]
    with st.popover(label, icon=":material/filter_list:", width="content"):
        _draw_list(words("Kinds"), "kinds", EntityKind, filters.kinds, words.term)
        _draw_list(words("Signs"), "signs", signs, filters.signs, words.term)
        _draw_list(words("Event types"), "event_types", types, filters.event_types, words.event_type)
        _draw_list(words("Status"), "statuses", statuses, filters.statuses, words.term)
        _draw_list(words("Review"), "verdicts", verdicts, filters.verdicts, words.term)
        tags = list(dict.fromkeys([*filters.tags, *used_tags(reader())]))
        if tags:
            _draw_list(words("Tags of notes"), "tags", tags, filters.tags, str)
        _draw_sources(words, filters)
        _draw_voices(words("Least number of independent voices"), filters.voices)
        left, right = st.columns(2)
        with left:
            _draw_day(words("From"), "since", filters.since)
        with right:
            _draw_day(words("To"), "until", filters.until)
        _draw_switch(words("Only ties with notes"), "noted", filters.noted)
        _draw_switch(words("Draw lasting relations"), "relations", filters.relations)
        st.button(words("Clear filters"), on_click=_clear, disabled=not active, key="clear filters")


def _draw_sources(words: Words, filters: Filters) -> None:
    """Draw the fields about who reports and says it, and how sure it is. A list of one is not offered."""
    names = {each.speaker: each.name for each in speakers(session.lens())}
    said = dict.fromkeys((*names, *filters.speakers))
    papers = dict.fromkeys((*publishers(), *filters.publishers))
    written = dict.fromkeys((*languages(), *filters.languages))
    if len(papers) > 1:
        _draw_list(words("Publishers"), "publishers", papers, filters.publishers, str)
    if len(written) > 1:
        label = words("Languages of articles")
        _draw_list(label, "languages", written, filters.languages, words.language_name)
    if said:
        _draw_list(words("Said by"), "speakers", said, filters.speakers, lambda each: names.get(each, each))
    _draw_confidence(words("Least confidence"), filters.confidence)


def _draw_confidence(label: str, wanted: float | None) -> None:
    default = wanted or 0.0
    key = field_key("confidence", default)
    st.slider(label, 0.0, 1.0, default, 0.05, key=key, on_change=_filter_confidence, args=(key,))


def _draw_list(
    label: str, name: str, offered: Iterable[str], wanted: tuple[str, ...], title: Callable[[str], str]
) -> None:
    options = {str(option): option for option in offered}
    default = [options[each] for each in wanted if each in options]
    key = field_key(name, default)
    st.multiselect(
        label,
        list(options.values()),
        default,
        format_func=title,
        key=key,
        placeholder=session.words()("All"),
        on_change=_filter_list,
        args=(name, key),
    )


def _draw_day(label: str, name: str, wanted: str | None) -> None:
    default = date.fromisoformat(wanted) if wanted else None
    key = field_key(name, default)
    draw_day(label, key, value=default, on_change=_filter_day, args=(name, key))


def _draw_voices(label: str, wanted: int) -> None:
    key = field_key("voices", wanted)
    st.number_input(label, 1, MOST_VOICES, wanted, key=key, on_change=_filter_voices, args=(key,))


def _draw_switch(label: str, name: str, wanted: bool) -> None:
    key = field_key(name, wanted)
    st.toggle(label, wanted, key=key, on_change=_filter_switch, args=(name, key))


def _filter_list(name: str, key: str) -> None:
    _filter(name, tuple(map(str, st.session_state[key])))


def _filter_switch(name: str, key: str) -> None:
    _filter(name, bool(st.session_state[key]))


def _filter_voices(key: str) -> None:
    _filter("voices", int(st.session_state[key]))


def _filter_confidence(key: str) -> None:
    _filter("confidence", round(st.session_state[key], 2) or None)


def _filter_day(name: str, key: str) -> None:
    day: date | None = st.session_state[key]
    _filter(name, day.isoformat() if day else None)


def _filter(name: str, value: tuple[str, ...] | str | float | None) -> None:
    """Set one of the view's filters; call this in a callback."""
    view, changed = session.view(), dict[str, Any]({name: value})
    session.go(replace(view, filters=replace(view.filters, **changed)))


def _clear() -> None:
    """Remove the filters; lasting relations stay drawn, because these add to the picture."""
    view = session.view()
    session.go(replace(view, filters=Filters(relations=view.filters.relations)))
