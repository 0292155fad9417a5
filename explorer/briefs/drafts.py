"""The reader's briefs in the session: which one is open, and changes that are not saved yet.

Unsaved changes stay while the reader is on other pages, and after somebody else has saved the brief.
"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from cypher.briefs.items import Item
from cypher.briefs.saving import Brief, read_brief
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
    return _drafts().get(brief)


def current(brief: str) -> Brief:
    """Return a brief as the reader has changed it, or else its newest version."""
    return draft(brief) or read_brief(reader(), brief)


def change(changed: Brief) -> None:
    """Keep a changed brief until it is saved."""
    _drafts()[changed.brief] = changed


def drop(brief: str) -> None:
    """Forget the changes that are not saved."""
    _drafts().pop(brief, None)


def follow(saved: Brief, added: tuple[Item, ...] = ()) -> None:
    """Put parts that were just saved also into the unsaved changes, which are based on that version from now.

    If somebody else has saved in between, the changes keep their base, so that saving them tells so.
    """
    changed = draft(saved.brief)
    if changed:
        follows = changed.version == saved.version - 1
        change(
            replace(
                changed,
                items=(*changed.items, *added),
                version=saved.version if follows else changed.version,
            )
        )


def _drafts() -> dict[str, Brief]:
    found: dict[str, Brief] = st.session_state.setdefault(keys.BRIEF_DRAFTS, {})
    return found
