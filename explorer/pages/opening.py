"""What clicks do that lead to another page."""

from __future__ import annotations

import streamlit as st

from explorer.acts import perform
from explorer.acts.opening import (
    OpenDocument,
    OpenEntity,
    OpenMerging,
    OpenPair,
    OpenPairAt,
    OpenProfile,
    OpenSentence,
    OpenTie,
)
from explorer.acts.places import place_of
from explorer.pages.actor_filters import filters_of_page
from explorer.view import session
from explorer.view.filter_address import filters_to_url
from explorer.view.level import show_level


@perform.register
def _open(act: OpenDocument | OpenEntity | OpenMerging | OpenSentence | OpenTie) -> None:
    session.open_page(*place_of(act))


@perform.register
def _open_actors(act: OpenPair | OpenProfile) -> None:
    place = place_of(act)
    session.open_page(place.page, {**place.parameters, **_filters()})


@perform.register
def _open_pair_at(act: OpenPairAt) -> None:
    show_level(act.level.value, st.session_state)
    session.open_page(*place_of(OpenPair(act.first, act.second)))


def _filters() -> dict[str, str]:
    """Return the filters of the page *Actors* if it is open: those who read on keep them."""
    return filters_to_url(filters_of_page()) if session.page() == "actors" else {}
