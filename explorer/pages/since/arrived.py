"""What came in since a moment: by source and topic, what it changed, and which watches it touches."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import streamlit as st

from cypher.arrivals.items import Arrivals, Asked
from cypher.arrivals.moments import before_now, moment_of
from cypher.arrivals.only import Only
from cypher.desk.watching import Watch
from explorer.acts import perform
from explorer.acts.arrivals import ShowArrivals
from explorer.alerts.part import draw_alerts
from explorer.elements import draw_elements, element
from explorer.judging.form import draw_trouble
from explorer.pages.since.opening import draw_opening
from explorer.pages.since.visits import last_visit
from explorer.pages.since.watches import draw_new_watch
from explorer.panels.arrivals.entries import entries
from explorer.panels.arrivals.entry import Entries, Section
from explorer.panels.arrivals.head import Moment
from explorer.panels.arrivals.listing import head, section
from explorer.phrases import said, say
from explorer.reads.arrivals import came_in, first_moment
from explorer.reads.connections import data_version
from explorer.reads.queries import watches
from explorer.view import keys, session
from explorer.view.clock import known_by
from explorer.view.level import level
from explorer.words import Words
from explorer.work.running import run_cancellable

CAME_SINCE = "came_since"
"""The parameter of an address with the moment since which things came in (ISO, UTC)."""

CAME_ONLY = "came_only"
"""The parameter of an address with what is shown alone, such as ``country:IDN``."""

_BESIDE = frozenset({Section.SOURCE, Section.TYPE, Section.COUNTRY, Section.UNREAD})
"""Sections in the right column."""


def take_over(asked: Mapping[str, str]) -> None:
    """Take from a link the moment, or else the end of the last visit, and what is shown alone."""
    if asked.keys() & {CAME_SINCE, CAME_ONLY}:
        st.session_state[keys.CAME_ONLY] = Only.read(asked.get(CAME_ONLY, ""))
    if moment := moment_of(asked.get(CAME_SINCE)):
        st.session_state[keys.CAME_SINCE] = moment
    elif keys.CAME_SINCE not in st.session_state:
        st.session_state[keys.CAME_SINCE] = last_visit() or first_moment()


def unread(asked: Mapping[str, str]) -> list[str]:
    """Return the names of those of the two parameters that say nothing."""
    read = {CAME_SINCE: moment_of, CAME_ONLY: Only.read}
    return [name for name, of in read.items() if asked.get(name) and of(asked[name]) is None]


def draw_arrived(words: Words) -> dict[str, str]:
    """Draw what came in; return the address of what is shown."""
    _draw_moments(words)
    draw_trouble(words)
    since, only = st.session_state[keys.CAME_SINCE], st.session_state.get(keys.CAME_ONLY)
    kept = watches(session.reader_name())
    asked = Asked(since, session.lens(), level(), session.reader_name(), only)
    subject = (asked, tuple(each.id for each in kept), data_version())
    found = run_cancellable("arrivals", subject, lambda: came_in(asked, kept), "Reading for {seconds} s")
    _draw_head(found, words)
    sections = entries(found)
    left, right = st.columns([19, 12], gap="large")
    with left:
        _draw_sections([each for each in sections if each.section not in _BESIDE], "came in", since)
        _draw_untouched(found, kept, words)
        with st.container(horizontal=True, gap="small", key="watch and alerts"):
            draw_new_watch(words)
            draw_alerts()
    with right:
        _draw_sections([each for each in sections if each.section in _BESIDE], "came from", since)
    return {CAME_SINCE: since, **({CAME_ONLY: str(only)} if only else {})}


def _draw_moments(words: Words) -> None:
    """Draw the moments to choose from, and whether the page opens first."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="moments"):
        for label, moment in _moments().items():
            st.button(words(label), key=f"came {label}", on_click=_begin, args=(moment,))
        draw_opening(words)


def _moments() -> dict[str, str]:
    """The moments to choose from, by label; the last visit only if there was one."""
    spans = {"Last 24 hours": 1, "Last 7 days": 7, "Last 30 days": 30}
    visit = {"Last visit": moment} if (moment := last_visit()) else {}
    return {**visit, **{label: before_now(timedelta(days=days)) for label, days in spans.items()}}


def _begin(moment: str) -> None:
    st.session_state[keys.CAME_SINCE] = moment


@perform.register
def _narrow(act: ShowArrivals) -> None:
    st.session_state[keys.CAME_ONLY] = Only.read(act.only)


def _draw_head(found: Arrivals, words: Words) -> None:
    draw_elements(*head(found), key="arrivals head", subject=found.asked.since)
    if session.author() is None:
        st.caption(words("Enter your name above: then this page begins with your last visit."))
    elif last_visit() is None:
        said_ = say(
            "This is your first visit, so it begins a week before the newest load: {moment}.",
            moment=Moment(first_moment()),
        )
        st.caption(said(said_, words))
    if known_by():
        st.caption(words("This part does not follow that day: it shows everything that is known today."))


def _draw_sections(sections: list[Entries], key: str, since: str) -> None:
    if sections:
        draw_elements(*map(section, sections), key=key, subject=since)


def _draw_untouched(found: Arrivals, kept: list[Watch], words: Words) -> None:
    """Say that no watch is touched, or that there are none."""
    if found.watches or found.phrases or found.asked.only:
        return
    if kept:
        text = words.plural(
            len(kept), "Your {number} watch is not touched.", "None of your {number} watches is touched."
        )
    else:
        text = words("You watch nothing yet. Watch words on the page Search, or a saved query here.")
    draw_elements(element("p", text, look="soft"), key="untouched")
