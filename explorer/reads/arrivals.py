"""Reads what came into the graph since a moment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from cypher.arrivals.collecting import arrivals, with_failures
from cypher.arrivals.items import Arrivals, Asked
from cypher.arrivals.moments import before_newest_load
from cypher.arrivals.news import News
from cypher.arrivals.reading import compared_since, read_news
from cypher.arrivals.touching import claims_about
from cypher.bolt.settings import Settings
from cypher.desk.watching import Watch
from cypher.records.arrivals import RecentLoad
from explorer.reads.connections import data_version, local_names, reader
from explorer.reads.local_names import InLanguage, language


def came_in(asked: Asked, watches: Sequence[Watch]) -> Arrivals:
    """Return what came in, kept until the graph changes, and what failed of the followed sources."""
    subject = (asked.since, asked.lens, asked.level, str(asked.only), *(each.id for each in watches))
    found = _came_in(subject, asked, watches, data_version(), language())
    return with_failures(found, Settings.from_environment().home)


@st.cache_resource(ttl=600, max_entries=20, show_spinner=False)
def _came_in(
    subject: tuple[str, ...],
    _asked: Asked,
    _watches: Sequence[Watch],
    version: tuple[tuple[str, Any], ...],
    shown_in: str,
) -> Arrivals:
    return arrivals(InLanguage(reader(), local_names()), _asked, _watches)


def new_claims(since: str, lens: str, level: str, about: Sequence[tuple[str, ...]]) -> list[int]:
    """Return how many claims came in since a moment about each of these entities and pairs.

    If too many documents came in to compare all, only those of the newest ones are counted.
    """
    news = _news(since, lens, level, data_version())
    return [len(set(claims_about(entities, news))) for entities in about]


@st.cache_resource(ttl=600, max_entries=20, show_spinner=False)
def _news(since: str, lens: str, level: str, version: tuple[tuple[str, Any], ...]) -> News:
    loads = reader().rows(RecentLoad, "arrivals/loads", since=since)
    moment, _ = compared_since(loads, since)
    return read_news(reader(), Asked(moment, lens, level))


def first_moment() -> str:
    """Return the moment since which a first visit shows what came in."""
    return before_newest_load(reader())
