"""The form for a note, question or reply, and what the buttons of notes do."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import streamlit as st

from cypher.desk import notes
from cypher.records.notes import NoteTarget
from explorer.acts import perform
from explorer.acts.notes import EditNote, ReplyToNote, WithdrawNote, WriteNote
from explorer.elements import Element, draw_elements, element
from explorer.notes.drafts import (
    Draft,
    Place,
    discard_draft,
    drafts,
    open_draft,
    open_place,
)
from explorer.notes.fields import draw_fields, keep, typed
from explorer.notes.recorder import saving, withdrawing
from explorer.panels.notes import Notes
from explorer.phrases import Said, say
from explorer.reads.connections import read, reader
from explorer.view import session
from explorer.view.fields import slot
from explorer.work.pending import request


def read_notes(targets: Collection[str]) -> Notes:
    """Return the notes on what a panel shows. They are read each time, because others write some too."""
    return Notes(notes.notes_on(reader(), targets), session.author())


def read_notes_of_article(document: str, claims: Collection[str]) -> Notes:
    """Return the notes on an article and its claims, also those that are no longer extracted."""
    found = [*notes.notes_on_article(reader(), document), *notes.notes_on(reader(), claims)]
    return Notes(found, session.author())


def draw_note_form(targets: Sequence[str], found: Notes) -> None:
    """Draw the form of the note that the reader is writing on one of these targets, if any.

    The first target is the subject of the panel, the others are its claims.
    """
    place = open_place(targets)
    with slot():
        if place is not None:
            _draw_form(place, targets[0], found)


def _draw_form(place: Place, subject: str, found: Notes) -> None:
    words, draft = session.words(), drafts()[place]
    with st.container(key="note form", border=True):
        draw_elements(*_head(place, subject, found), key="note head", subject=place.key("note head"))
        draw_fields(place, draft, words)
        with st.container(horizontal=True, gap="small"):
            st.button(words("Save note"), type="primary", key="save note", on_click=_save, args=(place,))
            st.button(words("Discard"), key="discard note", on_click=discard_draft, args=(place,))


def _head(place: Place, subject: str, found: Notes) -> Iterator[Element]:
    """Yield the heading, and what the note is about: the note that it answers, or the sentence of a claim."""
    yield element("h3", _heading(place), look="here heading")  # scrolled into view
    if place.replies_to:
        yield from (element("p", each.text, look="quote words") for each in found.notes(place.replies_to))
    elif place.target != subject:
        about = read(NoteTarget, "notes/target", id=place.target)
        yield from (element("p", each.about, look="quote") for each in about)


def _heading(place: Place) -> Said:
    if place.replies_to:
        return say("Reply to a note")
    return say("Edit your note") if place.edits else say("Write a note")


def _save(place: Place) -> None:
    keep(place)
    request(saving(place, typed(place)))


@perform.register
def _write(act: WriteNote) -> None:
    open_draft(Place(act.target))


@perform.register
def _reply(act: ReplyToNote) -> None:
    open_draft(Place(act.target, replies_to=act.note))


@perform.register
def _edit(act: EditNote) -> None:
    said = next(iter(notes.entries(reader(), act.note)[-1:]), None)
    if said is not None:
        open_draft(Place(act.target, edits=act.note), Draft(said.text, said.tags, edits=said))


@perform.register
def _withdraw(act: WithdrawNote) -> None:
    request(withdrawing(act.note))
