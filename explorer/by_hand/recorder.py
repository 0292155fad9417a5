"""Makes, edits and withdraws claims by hand from the page; each can be undone and redone."""

from __future__ import annotations

from cypher.by_hand.claims import edit_claim, make_claim, restore_claim, withdraw_claim
from cypher.database import Database
from cypher.judging.transaction import assertions
from cypher.model.assertions import ties_of
from cypher.model.graph import Extraction
from cypher.records.shared import EvidenceClaim
from explorer.by_hand.drafts import Draft, discard_draft
from explorer.by_hand.known import KNOWLEDGE
from explorer.by_hand.stating import stated
from explorer.reads.connections import analyst
from explorer.view import session, undo
from explorer.view.audited import Deed
from explorer.view.level import level
from explorer.view.state import select_edge
from explorer.work.pending import PendingWrite
from explorer.work.reversible import Reversible, recording


def saving(target: str, draft: Draft) -> PendingWrite[object]:
    """Return the pending write of a draft: of a new claim, or of a new version of the one that it edits.

    The draft is kept until the write has succeeded; then the tie of the claim is selected.
    """
    made, words = _Made(analyst(), draft, level()), session.words()
    said = words("a claim by hand is edited") if draft.edits else words("a claim by hand is made")

    def saved(is_done: bool) -> None:
        discard_draft(target)
        if not is_done:
            return
        if made.tie and session.page() == "network":
            session.go(select_edge(session.view(), made.tie))
        elif made.is_first:
            undo.say(words("Your claim is saved. Review, By hand, lists it."))

    deed = Deed("edit claim", draft.edits) if draft.edits else Deed("make claim", target)
    return recording(Reversible(deed, said, made.record, made.reverse, saved))


def withdrawing(claim: str) -> PendingWrite[object]:
    """Return the pending write that withdraws a claim."""
    gone = _Gone(analyst(), claim)
    said = session.words()("a claim by hand is withdrawn")
    return recording(Reversible(Deed("withdraw claim", claim), said, gone.record, gone.reverse))


class _Gone:
    """A claim that is withdrawn and put back; `kept` is what puts it back."""

    def __init__(self, database: Database, claim: str, kept: Extraction | None = None) -> None:
        self._database, self._claim, self._kept = database, claim, kept

    def record(self, author: str) -> object:
        """Withdraw the claim."""
        self._kept = withdraw_claim(self._database, self._claim, author=author)
        return self._kept

    def reverse(self, author: str) -> object:
        """Put the claim back."""
        if self._kept is not None:
            restore_claim(self._database, self._kept, author=author)
        return self._kept


class _Made:
    """A claim, or a new version of one: made once, then withdrawn and put back by undo and redo."""

    def __init__(self, database: Database, draft: Draft, shown_level: str) -> None:
        self._database, self._draft, self._level = database, draft, shown_level
        self._now: _Gone | None = None
        self._before: _Gone | None = None
        self.tie: str | None = None
        self.is_first = True
        """Whether it was never put back."""

    def record(self, author: str) -> object:
        """Make the claim; or put it back, and withdraw the version before it again."""
        if self._now is None:
            claim = self._make(author)
            self._now = _Gone(self._database, claim)
            self.tie = _tie_of(self._database, claim, self._level)
            return claim
        self.is_first = False
        self._now.reverse(author)
        return self._before and self._before.record(author)

    def reverse(self, author: str) -> object:
        """Withdraw the claim, and put the version before it back."""
        if self._before is not None:
            self._before.reverse(author)
        return self._now and self._now.record(author)

    def _make(self, author: str) -> str:
        claim = stated(self._draft)
        if self._draft.edits is None:
            return make_claim(self._database, claim, author=author, knowledge=KNOWLEDGE)
        made, before = edit_claim(
            self._database, self._draft.edits, claim, author=author, knowledge=KNOWLEDGE
        )
        self._before = _Gone(self._database, self._draft.edits, before)
        return made


def _tie_of(database: Database, claim: str, shown_level: str) -> str | None:
    """Return the tie that a claim forms at a level, None if it forms none there."""
    found = database.rows(EvidenceClaim, "explore/claim", claim=claim)
    asserted = assertions(database, [row.event for row in found]).values()
    ties = (tie for each in asserted for tie in ties_of(each) if tie["level"] == shown_level)
    return next((str(tie["id"]) for tie in ties), None)
