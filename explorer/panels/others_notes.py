"""The list of notes that other analysts wrote in a period, for the page *Since*."""

from __future__ import annotations

from collections.abc import Sequence

from cypher.desk.notes import Note
from cypher.model.notes import NoteKind, TargetKind
from explorer.acts import Act
from explorer.acts.opening import OpenDocument, OpenEntity, OpenTie
from explorer.elements import Element, element
from explorer.moments import moment
from explorer.panels.collecting import collecting_note
from explorer.panels.widgets import badge, listed
from explorer.phrases import in_brackets, joined, say


def notes_of_others(found: Sequence[Note]) -> Element | None:
    """List notes in their order; a click opens what a note is on, a button adds it to a case.

    None if there are no notes.
    """
    return listed(joined(" ", (say("Notes by others"), in_brackets(len(found)))), map(_line, found))


def _line(note: Note) -> Element:
    labels = [
        *([badge(say("Question"), "unsure")] if note.kind == NoteKind.QUESTION else []),
        *(badge(f"# {tag}") for tag in note.tags),
    ]
    shown = element(
        "span",
        element("span", *labels, look="row") if labels else None,
        element("span", note.text, look="words") if note.text else None,
        element("small", note.about),
        element("small", f"{note.author} · {moment(note.created_at)}"),
        look="stack",
    )
    return element(
        "li",
        element("div", shown, look="line", act=_opening(note)),
        collecting_note(note.note, look="act"),
    )


def _opening(note: Note) -> Act:
    if note.target_kind == TargetKind.TIE:
        return OpenTie(note.target)
    if note.target_kind == TargetKind.ENTITY:
        return OpenEntity(note.target)
    return OpenDocument(note.document or "", note.target if note.target_kind == TargetKind.CLAIM else "")
