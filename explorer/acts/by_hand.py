"""Acts that make, edit and withdraw claims by hand."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.acts.act import Act
from explorer.identity.roles import Right


@dataclass(frozen=True, slots=True)
class AddClaim(Act, needs=Right.ANNOTATE):
    """Open the form for a claim on the panel of an entity or a tie, filled with its parties.

    `recipient` is empty if only one party is known.
    """

    target: str
    actor: str
    recipient: str


@dataclass(frozen=True, slots=True)
class QuoteArticle(Act, needs=Right.ANNOTATE):
    """Open the form for a claim that quotes this article."""

    article: str


@dataclass(frozen=True, slots=True)
class EditClaim(Act, needs=Right.ANNOTATE):
    """Open the form for a new version of a claim that the reader made by hand."""

    claim: str


@dataclass(frozen=True, slots=True)
class WithdrawClaim(Act, needs=Right.ANNOTATE):
    """Withdraw a claim that the reader made by hand."""

    claim: str
