"""The reader's briefs in the session: which one is open, and changes that are not saved yet.

Unsaved changes stay while the reader is on other pages, and after somebody else has saved the brief.
"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from cypher.briefs.items import Item
from cypher.briefs.reading import Brief, read_brief
from explorer.reads.connections import reader
from explorer.view import keys


def open_brief() -> str | None:
    """Return the id of the brief that is open, to which additions go."""
    found: str | None = st.session_state.get(keys.BRIEF)
    return found


def choose_brief(brief: str | None) -> None:
    """Open a brief in its newest version."""
    st.session_state[keys.BRIEF] = brief
    for name in (keys.BRIEF_VERSION, keys.BRIEF_EDITED, keys.BRIEF_REFUSED):
        st.session_state.pop(name, None)


def draft(brief: str) -> Brief | None:
    """Return a brief with the changes that are not saved yet; None if there are none."""
    return drafts().get(brief)


def current(brief: str) -> Brief:
    """Return a brief as the reader has changed it, or else its newest version."""
    return draft(brief) or read_brief(reader(), brief)


def change(changed: Brief) -> None:
    """Keep a changed brief until it is saved."""
    drafts()[changed.brief] = changed


def drop(brief: str) -> None:
    """Forget the changes that are not saved."""
    drafts().pop(brief, None)


def follow(saved: Brief, item: Item, *, is_added: bool) -> None:
    """Add or remove a part in the unsaved changes too, after `saved` was saved with or without it.

    The changes are based on that version from then on. If somebody else has saved in between, they keep
    their base, so that saving them is refused.
    """
    changed = draft(saved.brief)
    if changed:
        others = tuple(each for each in changed.items if each != item)
        follows = changed.version == saved.version - 1
        change(
            replace(
                changed,
                items=(*others, item) if is_added else others,
                version=saved.version if follows else changed.version,
            )
        )


def drafts() -> dict[str, Brief]:
    """Return the changed briefs by their ids."""
    found: dict[str, Brief] = st.session_state.setdefault(keys.BRIEF_DRAFTS, {})
    return found
