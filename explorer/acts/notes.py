"""Acts that write notes, questions and tags."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.acts.act import Act


@dataclass(frozen=True, slots=True)
class WriteNote(Act):
    """Open the form for a note on a tie, claim, entity or article."""

    target: str


@dataclass(frozen=True, slots=True)
class ReplyToNote(Act):
    """Open the form for a reply to a note, which is shown with `target`."""

    target: str
    note: str


@dataclass(frozen=True, slots=True)
class EditNote(Act):
    """Open the form that edits a note, which is shown with `target`."""

    target: str
    note: str


@dataclass(frozen=True, slots=True)
class WithdrawNote(Act):
    """Withdraw a note."""

    note: str
