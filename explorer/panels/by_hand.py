"""What panels show of the makers of claims, and the buttons for those who made one by hand."""

from __future__ import annotations

from cypher.model.ids import analyst_of
from explorer.acts.by_hand import EditClaim, WithdrawClaim
from explorer.elements import Element, element
from explorer.panels.widgets import badge
from explorer.phrases import maker_of, say


def maker_badge(extractor: str) -> Element | None:
    """Build the mark of a claim by an analyst or a language model; None if rules extracted it."""
    said = maker_of(extractor)
    return badge(said) if said else None


def own_buttons(claim: str, extractor: str, reader: str | None) -> tuple[Element, ...]:
    """Build the buttons to edit and withdraw a claim, if the reader made it by hand."""
    maker = analyst_of(extractor)
    if maker is None or maker != reader:
        return ()
    return (
        element("button", say("Edit"), act=EditClaim(claim), hint=say("Edit your claim")),
        element("button", say("Withdraw"), act=WithdrawClaim(claim), hint=say("Withdraw your claim")),
    )
