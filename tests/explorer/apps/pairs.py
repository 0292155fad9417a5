"""The proposed pairs of actors, with a button for each that performs the act of the button "Next"."""

from __future__ import annotations

import streamlit as st

from explorer.acts import perform
from explorer.acts.judging import SkipPair
from explorer.pages.review.actor_merging import draw_actor_merging
from explorer.reads.connections import reader


def _skip(candidate: str) -> None:
    perform(SkipPair(candidate))


for row in reader().read("explore/merge_candidates").records():
    st.button(row["left_name"], on_click=_skip, args=(row["candidate"],), key=row["left"])
draw_actor_merging()
