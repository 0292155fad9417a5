"""Recording what the reader thinks of claims, and taking it back: what clicks and keys call.

A judgement is refused when somebody else judged the same claims since they were put on the screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from cypher import annotation
from cypher.annotation import ConflictError, Recode
from cypher.errors import KonstelasiError
from cypher.model import Judgement
from explorer.database import analyst, forget_version, reader
from explorer.panels.bundles import Claim
from explorer.panels.conflict import Refused
from explorer.panels.verdict import clear_details, details
from explorer.view import keys, session


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


def judge(
    subject: str | Sequence[str], judgement: Judgement, recode: Recode | None = None, final: bool = False
) -> str | None:
    """Append the reader's judgement, with what the form says; returns its batch.

    A failure is shown, nothing is half done, and None comes back.
    """
    said = details() | {"recode": recode, "final": final}
    try:
        batch = annotation.annotate(
            analyst(),
            subject,
            judgement,
            author=session.author(),
            versions=st.session_state.get(keys.SEEN_VERSIONS),
            **said,
        )
    except ConflictError as error:
        _conflict(error, Refused(subject, judgement, recode, final))
        return None
    except KonstelasiError as error:
        _failed(error)
        return None
    st.session_state[keys.LAST_JUDGEMENT] = ("recoded" if recode else str(judgement), batch)
    _settled()
    return batch


def _conflict(error: ConflictError, refused: Refused) -> None:
    """Keep what was meant, for the reader to decide on once they have seen what others said."""
    others = annotation.since(reader(), st.session_state.get(keys.SEEN_VERSIONS) or {})
    st.session_state[keys.REFUSED] = replace(refused, others=tuple(others), reason=str(error))
    forget_version()


def judge_anyway(refused: Refused) -> None:
    """Record what was refused, now that the reader knows what the others said."""
    st.session_state.pop(keys.SEEN_VERSIONS, None)
    judge(refused.subject, refused.judgement, refused.recode, refused.final)


def undo(batch: str) -> bool:
    """Take back the judgements that were recorded together; whether that could be done."""
    try:
        annotation.undo(analyst(), batch, author=session.author())
    except KonstelasiError as error:
        _failed(error)
        return False
    st.session_state.pop(keys.LAST_JUDGEMENT, None)
    _settled()
    return True


def remember_seen(claims: Sequence[Claim]) -> None:
    """The versions of the claims on the screen: a verdict on something older is refused, not misplaced."""
    st.session_state[keys.SEEN_VERSIONS] = {claim["claim"]: claim["version"] for claim in claims}


def _failed(error: KonstelasiError) -> None:
    st.session_state[keys.JUDGING_FAILED] = error
    forget_version()


def _settled() -> None:
    for name in (keys.JUDGING_FAILED, keys.REFUSED, keys.RECODING):
        st.session_state.pop(name, None)
    choose(frozenset())
    clear_details()
    forget_version()
