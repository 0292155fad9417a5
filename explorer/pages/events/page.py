"""The page *Event data*: what uploaded files become, and their import."""

from __future__ import annotations

import shlex
from collections.abc import Hashable, Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from explorer.elements import Element, draw_elements, element, link
from explorer.pages.events import importing, own_table
from explorer.pages.events.asked import asked, is_new, remember
from explorer.pages.events.elements import data_set_table, preview
from explorer.pages.events.options import draw_proposal, draw_withdrawn
from explorer.phrases import say
from explorer.shell.frame import say_error, workspace
from explorer.view import keys, session
from explorer.view.fields import named_key
from explorer.words import Words
from explorer.work.event_data import (
    ENDINGS,
    MOST_MEGABYTES,
    OWN_TABLE,
    DataFile,
    DataSet,
    Importing,
    data_sets,
    fitting_data_set,
    previewed,
)


def draw() -> None:
    """Draw the page."""
    session.opened()
    _workspace()
    session.show_address({})


@workspace
def _workspace() -> None:
    words, known = session.words(), {each.name: each for each in data_sets()}
    left, right = st.columns([10, 11], gap="large")
    with left:
        draw_elements(_head(), key="events head")
        name = _draw_choice(known, words)
        files = _draw_upload(name, words)
        lists = draw_withdrawn(known[name]) if name in known and known[name].withdraws else []
        draw_elements(_larger(name, files, lists, words), key="events command")
    if not files and not lists:
        with right:
            importing.draw_outcome()
            draw_elements(data_set_table(known.values()), key="events known")
    elif name == OWN_TABLE:
        own_table.draw(files, known, left, right)
    else:
        _draw_data_set(known, name, files, lists, left, right)


def _head() -> Element:
    lead = say(
        "Events that somebody else has coded: a known data set, or a table of your own. You see what the "
        "first rows become before anything is added. Importing a file twice changes nothing."
    )
    return element("div", element("h2", say("Import events")), element("p", lead, look="lead"), look="head")


def _draw_choice(known: dict[str, DataSet], words: Words) -> str:
    """Draw the choice of the data set, and where to get it; return its name."""
    st.session_state.setdefault(keys.EVENTS_SET, OWN_TABLE)
    name = st.selectbox(
        words("Data set"),
        [OWN_TABLE, *known],
        format_func=lambda each: known[each].title if each in known else words("A table of your own"),
        key=named_key(keys.EVENTS_SET),
    )
    chosen = known.get(name)
    if chosen:
        home = link(chosen.home, chosen.home)
        draw_elements(element("p", say(chosen.licence), " · ", home, look="soft"), key="events licence")
    return name


def _draw_upload(name: str, words: Words) -> Sequence[UploadedFile]:
    """Draw the field for files, which stay when another data set is chosen."""
    label = "CSV or TSV with a header, packed or not" if name == OWN_TABLE else "Files, packed or not"
    return st.file_uploader(
        words(label),
        type=list(ENDINGS),
        accept_multiple_files=True,
        key="events files",
        max_upload_size=MOST_MEGABYTES,
    )


def _larger(name: str, files: Sequence[UploadedFile], lists: Sequence[UploadedFile], words: Words) -> Element:
    """Say with which command larger files are imported."""
    withdrawn = "".join(f" --withdrawn {shlex.quote(file.name)}" for file in lists)
    named = " ".join(shlex.quote(file.name) for file in files) or words("FILE")
    mapping = "" if name != OWN_TABLE else f" --mapping {words('FILE')}.toml"
    return element(
        "p",
        say("At most {size} MB each. Larger files are imported in a terminal:", size=MOST_MEGABYTES),
        element("span", f"konstelasi import {name} {named}{mapping}{withdrawn}", look="code"),
        look="soft",
    )


def _draw_data_set(
    known: dict[str, DataSet],
    name: str,
    files: Sequence[UploadedFile],
    lists: Sequence[UploadedFile],
    left: st.delta_generator.DeltaGenerator,
    right: st.delta_generator.DeltaGenerator,
) -> None:
    given, withdrawn = ([DataFile(file.name, file.getvalue()) for file in each] for each in (files, lists))
    subject = (name, *(file.file_id for file in files))
    named = ("lists", *(file.file_id for file in lists))
    if is_new(subject) or is_new(named):
        importing.forget_outcome()
        remember(named, None)
    found = asked(subject, lambda: previewed(name, given) if given else [])
    job = None if isinstance(found, Exception) else Importing(name, given, withdrawn=withdrawn)
    with left:
        importing.draw_button(job, importing.ids_of(found))
    with right:
        importing.draw_outcome()
        if isinstance(found, Exception):
            say_error(found, key="events unreadable")
            _propose(name, given, known, subject)
        elif given:
            draw_elements(*preview(found), key="events preview")


def _propose(name: str, files: Sequence[DataFile], known: dict[str, DataSet], subject: Hashable) -> None:
    """Propose the data set that the files fit, if that is another one."""
    fitting = asked(("fits", subject), lambda: fitting_data_set(files), "fitting data set")
    if isinstance(fitting, str) and fitting in known and fitting != name:
        draw_proposal(fitting, known)
