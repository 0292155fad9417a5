"""The period of the page *Since*: from a link, since the last visit, or chosen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import streamlit as st

from explorer.graph.tie_changes import Period
from explorer.pages.since.visits import last_visit
from explorer.reads.queries import newest_day
from explorer.view import keys
from explorer.view.clock import known_by
from explorer.view.day_field import draw_day
from explorer.view.days import day_of
from explorer.words import Words

_WEEK, _MONTH = timedelta(days=7), timedelta(days=30)


def take_over(asked: Mapping[str, str]) -> None:
    """Set the period to that of a link, or else to the time since the last visit."""
    if keys.SINCE_FIRST not in st.session_state or "since" in asked:
        st.session_state[keys.SINCE_FIRST] = day_of(asked.get("since")) or _last_visit() or newest() - _WEEK
        st.session_state[keys.SINCE_LAST] = day_of(asked.get("until"))


def unread_days(asked: Mapping[str, str]) -> list[str]:
    """Return the names of the days of a link that are none."""
    return [name for name in ("since", "until") if asked.get(name) and day_of(asked[name]) is None]


def _last_visit() -> date | None:
    return day_of((last_visit() or "")[:10])


def newest() -> date:
    """Return the day of the newest document."""
    return newest_day() or datetime.now(UTC).date()


def draw_period(words: Words) -> Period:
    """Draw the fields of the period, and return it; it ends at the latest on the day of the clock."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="period"):
        draw_day(words("From"), keys.SINCE_FIRST, value="today", width=170)
        draw_day(words("Until"), keys.SINCE_LAST, width=170)
        for label, day in _beginnings().items():
            st.button(words(label), key=f"since {label}", on_click=_begin, args=(day,))
    first, last = st.session_state[keys.SINCE_FIRST], st.session_state[keys.SINCE_LAST]
    limit = min(filter(None, (last and last.isoformat(), known_by())), default=None)
    return Period(first.isoformat(), limit)


def _beginnings() -> dict[str, date]:
    """The first days to choose from, by label; the last visit only if there was one."""
    visit, last = _last_visit(), newest()
    days = {"Last visit": visit, "Last 7 days of news": last - _WEEK, "Last 30 days of news": last - _MONTH}
    return {label: day for label, day in days.items() if day}


def _begin(day: date) -> None:
    st.session_state[keys.SINCE_FIRST], st.session_state[keys.SINCE_LAST] = day, None
