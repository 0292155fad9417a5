"""Notes that are being written. A draft stays in the session until it is saved or discarded.

So what a reader has typed is still there after a click elsewhere, when they come back to the same target.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import streamlit as st

from cypher.desk.notes import Note
from cypher.model.ids import content_id
from explorer.view import keys


@dataclass(frozen=True, slots=True)
class Place:
    """Where a note will stand: on a target, as a reply to a note, or as another text of a note."""

    target: str
    replies_to: str = ""
    edits: str = ""

    def key(self, field: str) -> str:
        """Return the key of a field of its form, which no other place has."""
        return content_id(field, self.target, self.replies_to, self.edits)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a reader has typed so far; `edits` is the note that it changes, as it was when the form opened."""

    text: str = ""
    tags: tuple[str, ...] = ()
    question: bool = False
    edits: Note | None = None


def drafts() -> dict[Place, Draft]:
    """Return the reader's drafts by place; the one that was opened last comes last."""
    found: dict[Place, Draft] = st.session_state.setdefault(keys.NOTE_DRAFTS, {})
    return found


def open_draft(place: Place, begun: Draft | None = None) -> None:
    """Open the form at this place, with its draft or else with `begun`; drop other drafts without content.

    A draft that is there keeps its words, and edits the note as it is in `begun`.
    """
    begun = begun or Draft()
    kept = {each: draft for each, draft in drafts().items() if draft.text.strip() or draft.tags}
    draft = replace(kept.pop(place, begun), edits=begun.edits)
    st.session_state[keys.NOTE_DRAFTS] = {**kept, place: draft}


def keep_draft(place: Place, draft: Draft) -> None:
    """Store what was typed at a place."""
    if place in drafts():
        drafts()[place] = draft


def discard_draft(place: Place) -> None:
    """Forget the draft at a place, which closes its form."""
    drafts().pop(place, None)
    for field in FIELDS:
        st.session_state.pop(place.key(field), None)


def open_place(targets: Collection[str]) -> Place | None:
    """Return the place among these targets whose form was opened last; None if no form is open there."""
    return next((place for place in reversed(drafts()) if place.target in targets), None)


TEXT, TAGS, KIND = "note text", "note tags", "note kind"
FIELDS = (TEXT, TAGS, KIND)
"""The fields of the form."""
