"""Recording what the reader thinks of claims, and taking it back: what clicks and keys call.

A judgement is refused when somebody else judged the same claims since they were put on the screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from cypher import annotation
from cypher.annotation import ConflictError, Recode
from cypher.errors import KonstelasiError
from cypher.model import Judgement
from explorer.database import analyst, reader
from explorer.panels.bundles import Claim
from explorer.panels.conflict import Refused
from explorer.panels.verdict import clear_details, details
from explorer.view import keys, session
from explorer.wishes import Wish, tell


def chosen_claims(subject: str | None = None) -> frozenset[str]:
    """The claims that were chosen to be judged together.

    When the panel is now about another `subject`, nothing of it is chosen, and what was begun is left.
    """
    about, chosen = st.session_state.get(keys.CHOSEN_CLAIMS, (None, frozenset()))
    if subject is not None and about != subject:
        st.session_state[keys.CHOSEN_CLAIMS] = (subject, frozenset())
        for name in (keys.RECODING, keys.REFUSED):
            st.session_state.pop(name, None)
        return frozenset()
    return frozenset(chosen)


def choose(claims: frozenset[str]) -> None:
    """Choose these claims of what the panel is about."""
    about, _ = st.session_state.get(keys.CHOSEN_CLAIMS, (None, frozenset()))
    st.session_state[keys.CHOSEN_CLAIMS] = (about, claims)


def judging(
    subject: str | Sequence[str], judgement: Judgement, recode: Recode | None = None, final: bool = False
) -> Wish[str]:
    """The reader's judgement, with what the form says; what comes of it is its batch."""
    return Wish(
        partial(
            annotation.annotate,
            analyst(),
            subject,
            judgement,
            author=session.author(),
            versions=st.session_state.get(keys.SEEN_VERSIONS),
            **(details() | {"recode": recode, "final": final}),
        ),
        partial(_recorded, "recoded" if recode else str(judgement)),
        partial(_refused, Refused(subject, judgement, recode, final)),
    )


def _recorded(verdict: str, batch: str) -> None:
    st.session_state[keys.LAST_JUDGEMENT] = (verdict, batch)
    _settled()


def _refused(meant: Refused, error: KonstelasiError) -> None:
    """Of a conflict, keep what was meant: its reader decides when they have seen what others said."""
    if not isinstance(error, ConflictError):
        tell(error)
        return
    others = annotation.since(reader(), st.session_state.get(keys.SEEN_VERSIONS) or {})
    st.session_state[keys.REFUSED] = replace(meant, others=tuple(others), reason=str(error))


def insisting(refused: Refused) -> Wish[str]:
    """What was refused, now that the reader knows what the others said."""
    st.session_state.pop(keys.SEEN_VERSIONS, None)
    return judging(refused.subject, refused.judgement, refused.recode, refused.final)


def undoing(batch: str) -> Wish[str]:
    """To take back the judgements that were recorded together."""
    return Wish(partial(annotation.undo, analyst(), batch, author=session.author()), _taken_back)


def _taken_back(_batch: str) -> None:
    st.session_state.pop(keys.LAST_JUDGEMENT, None)
    _settled()


def remember_seen(claims: Sequence[Claim]) -> None:
    """The versions of the claims on the screen: a verdict on something older is refused, not misplaced."""
    st.session_state[keys.SEEN_VERSIONS] = {claim["claim"]: claim["version"] for claim in claims}


def _settled() -> None:
    for name in (keys.JUDGING_FAILED, keys.REFUSED, keys.RECODING):
        st.session_state.pop(name, None)
    choose(frozenset())
    clear_details()
