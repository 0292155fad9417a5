"""A table of one's own on the page *Event data*: its mapping, what the first rows become, and its import."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from cypher.errors import InputError
from explorer.elements import draw_elements, element
from explorer.pages.events import importing
from explorer.pages.events.asked import asked, remember
from explorer.pages.events.elements import preview
from explorer.pages.events.fields import FIELDS, draw_fields, forget_fields, taken
from explorer.pages.events.options import draw_proposal
from explorer.phrases import joined, say
from explorer.shell.frame import say_error
from explorer.view import keys, session
from explorer.words import Words
from explorer.work.event_data import OWN_TABLE, DataFile, DataSet, Importing, Table, table, title_of

Column = st.delta_generator.DeltaGenerator


def draw(files: Sequence[UploadedFile], known: dict[str, DataSet], left: Column, right: Column) -> None:
    """Draw the fields of the mapping of the first file to the left, and what comes of it to the right."""
    words, file = session.words(), files[0]
    with left:
        if len(files) > 1:
            only = say("A table of your own is one file. Only {name} is read.", name=file.name)
            draw_elements(element("div", only, look="notice"), key="events one table")
        given = _draw_mapping_file(words)
        outcome = _outcome(file, given)
        shown: Table | None = st.session_state.get(keys.EVENTS_TABLE)
        title = title_of(file.name)
        if shown is not None:
            title = _draw_title(title, words)
            draw_fields(shown, st.session_state[keys.EVENTS_DRAFT], words)
        _draw_button(file, outcome, title)
    with right:
        importing.draw_outcome()
        if isinstance(outcome, Table) and outcome.data_set in known:
            draw_proposal(outcome.data_set, known)
        _draw_outcome(outcome, title, words)


def _draw_mapping_file(words: Words) -> UploadedFile | None:
    """Draw the field for a mapping that the reader has already."""
    with st.expander(words("I have a mapping file")):
        return st.file_uploader(
            words("A mapping as TOML"), type=["toml"], key="events mapping", max_upload_size=1
        )


def _draw_title(usual: str, words: Words) -> str:
    title = st.text_input(
        words("Name of the table"),
        placeholder=usual,
        key="events title",
        max_chars=60,
        help=words(
            "The evidence names it as the source. The same table keeps its name when you import it again."
        ),
    )
    return title_of(title) if title.strip() else usual


def _outcome(file: UploadedFile, given: UploadedFile | None) -> Table | InputError:
    """Return what the table becomes by the mapping that the fields have, or by a proposed or given one."""
    source = (file.file_id, given.file_id if given else "")
    data = DataFile(file.name, file.getvalue())
    if st.session_state.get(keys.EVENTS_SOURCE) != source:
        text = given.getvalue().decode("utf-8", "replace") if given else None
        return _taken(source, asked(source, lambda: table(data, title_of(file.name), text)))
    sent = taken(st.session_state[keys.EVENTS_DRAFT])
    found = asked(_subject(source, sent), lambda: table(data, title_of(file.name), sent))
    return found if isinstance(found, InputError) else _kept(source, found)


def _taken(source: tuple[str, str], found: Table | InputError) -> Table | InputError:
    """Fill the fields with the mapping of another file."""
    forget_fields()
    importing.forget_outcome()
    st.session_state.pop(keys.EVENTS_TABLE, None)
    if isinstance(found, InputError):
        st.session_state.pop(keys.EVENTS_SOURCE, None)
        return found
    st.session_state[keys.EVENTS_SOURCE] = source
    return _kept(source, found)


def _kept(source: tuple[str, str], found: Table) -> Table:
    """Take over what the command line has completed: the codes, and a meaning for each word."""
    before = st.session_state.get(keys.EVENTS_DRAFT)
    texts = {name: "" for name, text in (before or {}).get("constants", {}).items() if not text}
    draft = {**found.draft, "constants": {**texts, **found.draft.get("constants", {})}}
    st.session_state[keys.EVENTS_DRAFT] = draft
    st.session_state[keys.EVENTS_TABLE] = found
    remember(_subject(source, taken(draft)), found)
    return found


def _subject(source: tuple[str, str], sent: Mapping[str, Any]) -> tuple[object, ...]:
    return (*source, json.dumps(sent, sort_keys=True))


def _draw_button(file: UploadedFile, outcome: Table | InputError, title: str) -> None:
    is_whole = isinstance(outcome, Table) and not outcome.missing
    if isinstance(outcome, Table) and is_whole:
        files = [DataFile(file.name, file.getvalue())]
        job = Importing(OWN_TABLE, files, title, outcome.mapping)
        importing.draw_button(job, importing.ids_of(outcome.preview))
    else:
        importing.draw_button(None, ())


def _draw_outcome(outcome: Table | InputError, title: str, words: Words) -> None:
    if isinstance(outcome, InputError):
        say_error(outcome, key="events unreadable")
        return
    if outcome.missing:
        names = joined(", ", (say(FIELDS[name]) for name in outcome.missing))
        said = say("Choose a column, or a text for all rows, for: {names}", names=names)
        draw_elements(element("div", said, look="notice"), key="events missing")
        return
    draw_elements(*preview(outcome.preview), key="events preview")
    st.download_button(
        words("Download the mapping"),
        outcome.mapping,
        file_name=f"{title}.toml",
        mime="application/toml",
        icon=":material/download:",
        on_click="ignore",
        key="events mapping file",
        help=words("The file that the command line takes with --mapping."),
    )
