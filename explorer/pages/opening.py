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
from explorer.pages.actor_filters import filters_of_page
from explorer.view import session
from explorer.view.filter_address import filters_to_url
from explorer.view.level import show_level


@perform.register
def _open_entity(act: OpenEntity) -> None:
    session.open_page("network", {"entity": act.entity})


@perform.register
def _open_profile(act: OpenProfile) -> None:
    session.open_page("actors", {"entity": act.entity, **_filters()})


@perform.register
def _open_pair(act: OpenPair) -> None:
    session.open_page("actors", {"entity": act.first, "other": act.second, **_filters()})


@perform.register
def _open_pair_at(act: OpenPairAt) -> None:
    show_level(act.level.value, st.session_state)
    session.open_page("actors", {"entity": act.first, "other": act.second})


def _filters() -> dict[str, str]:
    """Return the filters of the page *Actors* if it is open: those who read on keep them."""
    return filters_to_url(filters_of_page()) if session.page() == "actors" else {}


@perform.register
def _open_tie(act: OpenTie) -> None:
    session.open_page("network", {"tie": act.tie})


@perform.register
def _open_document(act: OpenDocument) -> None:
    session.open_page("documents", {"document": act.document, "claim": act.claim})


@perform.register
def _open_sentence(act: OpenSentence) -> None:
    session.open_page("documents", {"document": act.document, "sentence": f"{act.start}-{act.end}"})


@perform.register
def _open_merging(act: OpenMerging) -> None:
    session.open_page("review", {"stage": "actors", "entity": act.entity})
