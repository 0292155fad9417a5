"""Acts that write notes, questions and tags."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.acts.act import Act
from explorer.identity.roles import Right


@dataclass(frozen=True, slots=True)
class WriteNote(Act, needs=Right.ANNOTATE):
    """Open the form for a note on a tie, claim, entity or article."""

    target: str


@dataclass(frozen=True, slots=True)
class ReplyToNote(Act, needs=Right.ANNOTATE):
    """Open the form for a reply to a note, which is shown with `target`."""

    target: str
    note: str


@dataclass(frozen=True, slots=True)
class EditNote(Act, needs=Right.ANNOTATE):
    """Open the form that edits a note, which is shown with `target`."""

    target: str
    note: str


@dataclass(frozen=True, slots=True)
class WithdrawNote(Act, needs=Right.ANNOTATE):
    """Withdraw a note."""

    note: str
