"""What a reader may add to an import: a list of deleted events, and to make a new graph at once."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from explorer.elements import draw_elements, element
from explorer.phrases import say
from explorer.reads.emptiness import can_be_made_at_once
from explorer.view import keys, session
from explorer.work.event_data import ENDINGS, MOST_MEGABYTES, DataSet


def draw_withdrawn(dataset: DataSet) -> Sequence[UploadedFile]:
    """Draw the field for lists of events that the data set has deleted; return the lists."""
    words = session.words()
    with st.expander(words("Events that the data set has deleted")):
        return st.file_uploader(
            words("Their ids, one a line, or the table of deleted events that the data set publishes"),
            type=list(ENDINGS),
            accept_multiple_files=True,
            key="events withdrawn",
            max_upload_size=MOST_MEGABYTES,
            help=words("Claims from these rows are removed. Verdicts on them come back if the rows do."),
        )


def draw_at_once() -> bool:
    """Draw the choice of making a new graph at once, where that is possible; return whether it is chosen."""
    if not can_be_made_at_once():
        return False
    words = session.words()
    chosen = st.checkbox(words("Make the new graph at once"), key=keys.EVENTS_AT_ONCE)
    said = say(
        "Faster for many rows, and only possible while the graph is empty. Whatever else is loaded "
        "meanwhile makes it fail; then nothing is changed."
    )
    draw_elements(element("p", said, look="soft"), key="events at once meaning")
    return chosen


def draw_proposal(name: str, known: dict[str, DataSet]) -> None:
    """Say of which data set the file seems to be, with a button that chooses it."""
    words, title = session.words(), known[name].title
    said = say("By its columns, this file is of the data set {title}.", title=title)
    draw_elements(element("div", said, look="notice"), key="events proposal")
    st.button(
        words("Read it as {title}", title=title),
        icon=":material/swap_horiz:",
        key="events take proposal",
        on_click=_choose,
        args=(name,),
    )


def _choose(name: str) -> None:
    st.session_state[keys.EVENTS_SET] = name
