"""The visits of the reader: when the last one ended."""

from __future__ import annotations

import streamlit as st

from cypher.desk.watching import record_visit
from explorer.identity.present import has
from explorer.identity.roles import Right
from explorer.reads.connections import analyst
from explorer.view import keys, session


def last_visit() -> str | None:
    """Return when the reader's last visit ended (ISO, UTC), and record this one; once for each session.

    For readers without a name, and for those whose role is only to read, no visit is recorded.
    """
    visits: dict[str, str | None] = st.session_state.setdefault(keys.VISITS, {})
    author = session.author()
    if author is None or not has(Right.ANNOTATE):
        return None
    if author not in visits:
        visits[author] = record_visit(analyst(), author)
    return visits[author]
