"""The filters of the page *Actors*: of claims, and of ties by their voices."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

import streamlit as st

from cypher.model.graph import EventStatus
from explorer.phrases import Said, say
from explorer.shell.filter_fields import FilterForm
from explorer.view import keys
from explorer.view.filter_address import filters_from_url, unread_filters
from explorer.view.filters import NO_FILTERS, Filters
from explorer.words import Words

_WITHOUT_TIES = {EventStatus.NEGATED, EventStatus.HYPOTHETICAL}
_OF_OTHER_PAGES = ("kind", "sign", "verdict", "tag", "noted", "relations")
"""The parameters of filters that this page does not have."""


def take_over(opened: Mapping[str, str]) -> None:
    """Set the filters of a link."""
    _change(filters_from_url(opened))


def unread(asked: Mapping[str, str]) -> list[str]:
    """Return the names of query parameters with a value that the page cannot read."""
    return list(dict.fromkeys((*unread_filters(asked), *filter(asked.get, _OF_OTHER_PAGES))))


def filters_of_page() -> Filters:
    """Return the filters that hold."""
    chosen = st.session_state.get(keys.PROFILE_FILTERS) or NO_FILTERS
    return replace(chosen, kinds=(), signs=(), verdicts=(), tags=(), noted=False, relations=False)


def draw_filters(words: Words) -> None:
    """Draw the popover with the filters."""
    form = FilterForm(filters_of_page, _change, words)
    with form.popover(NO_FILTERS) as is_open:
        if is_open:
            form.draw_of_claims(EventStatus)
            form.draw_of_sources()
            form.draw_period()


def exceptions(filters: Filters, is_pair: bool) -> Iterator[Said]:
    """Say what of the page the filters do not filter."""
    if not is_pair:
        yield say("Offices and affiliation are not filtered.")
    if set(filters.statuses) & _WITHOUT_TIES:
        yield say("What is denied or only hypothetical is in the lists of events, not in curves and ties.")
    if filters.voices > 1:
        of_pair = say("The events of two actors are not filtered by the number of voices.")
        of_actor = say("The curve and the list of events are not filtered by the number of voices.")
        yield of_pair if is_pair else of_actor


def _change(filters: Filters) -> None:
    st.session_state[keys.PROFILE_FILTERS] = filters
