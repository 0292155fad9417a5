"""What the reader has seen of a case: their last look before this session, which is then recorded anew."""

from __future__ import annotations

import streamlit as st

from cypher.cases.looking import look, looks
from cypher.cases.reading import Case
from cypher.records.cases import CaseLook
from explorer.identity.present import has
from explorer.identity.roles import Right
from explorer.reads.connections import analyst
from explorer.view import keys, session


def last_look(found: Case) -> CaseLook | None:
    """Return the reader's last look at a case before this session, and record that they look now.

    For readers without a name, and for those whose role is only to read, no look is recorded.
    """
    author = session.author()
    if author is None or not has(Right.ANNOTATE):
        return None
    kept: dict[tuple[str, str], CaseLook | None] = st.session_state.setdefault(keys.CASE_LOOKS, {})
    recorded = looks(analyst(), author).get(found.case)
    before = kept.setdefault((author, found.case), recorded)
    if recorded is None or recorded.version != found.version or before is recorded:
        look(analyst(), found, author)
    return before
