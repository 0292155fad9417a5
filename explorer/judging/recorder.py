"""Records and undoes the reader's judgements, for clicks and keys.

A judgement is refused if somebody else has judged the same claims since they were shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from cypher.errors import KonstelasiError
from cypher.judging import annotations as annotation
from cypher.judging.annotations import ConflictError, Recode
from cypher.model.graph import Judgement
from cypher.records.annotate import SubjectClaim
from cypher.records.shared import EvidenceClaim, FoundAssertion
from explorer.identity.roles import Right
from explorer.judging.conflict import Refused
from explorer.judging.details import clear_details, details
from explorer.reads.connections import analyst, reader
from explorer.reads.verdicts import judged
from explorer.view import keys, session, undo
from explorer.view.audited import Deed
from explorer.view.undo_list import Recorded
from explorer.work.pending import PendingWrite, request, tell
from explorer.work.undoing import refusing


def chosen_claims(subject: str | None = None) -> frozenset[str]:
    """Return the claims that are chosen to be judged together.

    If the panel now shows another `subject`, no claims are chosen, and an open recoding or conflict is
    dropped.
    """
    about, chosen = st.session_state.get(keys.CHOSEN_CLAIMS, (None, frozenset()))
    if subject is not None and about != subject:
        st.session_state[keys.CHOSEN_CLAIMS] = (subject, frozenset())
        for name in (keys.RECODING, keys.REFUSED):
            st.session_state.pop(name, None)
        return frozenset()
    return frozenset(chosen)


def choose(claims: frozenset[str]) -> None:
    """Choose these claims of the panel's subject."""
    about, _ = st.session_state.get(keys.CHOSEN_CLAIMS, (None, frozenset()))
    st.session_state[keys.CHOSEN_CLAIMS] = (about, claims)


def judging(
    subject: str | Sequence[str],
    judgement: Judgement,
    recode: Recode | None = None,
    final: bool = False,
    then: Callable[[str], object] | None = None,
) -> PendingWrite[str]:
    """Return the pending write of a judgement with the form's details; `then` gets its batch."""
    verdict = "recoded" if recode else str(judgement)
    said = details() | {"recode": recode, "final": final}
    versions = st.session_state.get(keys.SEEN_VERSIONS)
    subjects = [subject] if isinstance(subject, str) else list(subject)
    database = analyst()

    def record(author: str) -> str:
        return judged(
            lambda: annotation.judge(database, subject, judgement, author=author, versions=versions, **said)
        )

    def recorded(batch: str) -> None:
        st.session_state[keys.LAST_JUDGEMENT] = (verdict, batch)
        _remember(batch, partial(_described, verdict, subjects))
        _settled()
        if then:
            then(batch)

    refused = partial(_refused, Refused(subject, judgement, recode, final))
    deed = Deed("judge", ", ".join(subjects), {"judgement": verdict} | ({"final": "yes"} if final else {}))
    return PendingWrite(deed, record, recorded, refused, right=Right.SETTLE if final else Right.ANNOTATE)


def _described(verdict: str, subjects: Sequence[str]) -> str:
    """Say what a judgement was: its verdict, and whom it is about."""
    return ", ".join(filter(None, (session.words().term(verdict), _about(subjects))))


def _about(subjects: Sequence[str]) -> str:
    """Name the parties of the first subject, and the number of others; empty if the database fails."""
    try:
        found = reader().rows(SubjectClaim, "annotate/subject_claims", subjects=subjects[:1], limit=1)
        ids = [row.extracted for row in found]
        readings = reader().rows(FoundAssertion, "annotate/assertions", ids=ids)
    except KonstelasiError:  # the verdict is recorded and can be undone even without a description
        return ""
    parties = [
        [party.name for party in side]
        for reading in readings
        for side in (reading.mediators, reading.actors, reading.recipients)
    ]
    names = " – ".join(", ".join(side) for side in parties if side)
    more = len(subjects) - 1
    return session.words()("{names} and {number} more", names=names, number=more) if more else names


def _remember(batch: str, describe: Callable[[], str]) -> None:
    undo.did(Recorded(batch, describe, lambda: request(undoing(batch, describe))))


def _refused(meant: Refused, error: KonstelasiError) -> None:
    """Show the error; for a conflict, store both sides' judgements, so that the reader can decide."""
    if not isinstance(error, ConflictError):
        tell(error)
        return
    others = annotation.since(reader(), st.session_state.get(keys.SEEN_VERSIONS) or {})
    st.session_state[keys.REFUSED] = replace(meant, others=tuple(others), reason=str(error))


def insisting(refused: Refused) -> PendingWrite[str]:
    """Return the pending write of a refused judgement, after the reader has seen those of the others."""
    st.session_state.pop(keys.SEEN_VERSIONS, None)
    return judging(refused.subject, refused.judgement, refused.recode, refused.final)


def undoing(
    batch: str, describe: Callable[[], str] | None = None, claim: str | None = None
) -> PendingWrite[str]:
    """Return the pending write that undoes a batch, or redoes one; `describe` says to the reader what it was.

    `claim` is the claim of the review session that is judged again by a redo.
    """
    database = analyst()

    def turned(back: str) -> None:
        undone = _update_review(batch, back, claim)
        said = describe() if describe else undo.undo_list().said_of(batch) or session.words()("a verdict")
        redo = Recorded(back, lambda: said, lambda: request(undoing(back, lambda: said, undone)))
        undo.turned(batch, redo)
        st.session_state.pop(keys.LAST_JUDGEMENT, None)
        _settled()

    return PendingWrite(
        Deed("undo: judge", batch),
        lambda author: judged(lambda: annotation.take_back(database, batch, author=author)),
        turned,
        refusing(batch),
    )


def _update_review(batch: str, back: str, claim: str | None) -> str | None:
    """Update the review session: return to the claim of an undone verdict, or judge `claim` again.

    Returns the claim whose verdict was undone, if there is one.
    """
    asked, review = st.session_state.get(keys.REVIEW_ROUND, (None, None))
    if review is None:
        return None
    undone: str | None = review.claim_of(batch)
    changed = review.judged(back, claim) if claim else review.without(batch)
    st.session_state[keys.REVIEW_ROUND] = (asked, changed)
    st.session_state.pop(keys.REVIEW_OUTCOME, None)
    return undone


def remember_seen(claims: Sequence[EvidenceClaim]) -> None:
    """Store the versions of the shown claims, so that a verdict on an outdated one is refused."""
    st.session_state[keys.SEEN_VERSIONS] = {claim.claim: claim.version for claim in claims}


def _settled() -> None:
    for name in (keys.JUDGING_FAILED, keys.REFUSED, keys.RECODING):
        st.session_state.pop(name, None)
    choose(frozenset())
    clear_details()
