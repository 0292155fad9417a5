"""What panels show of claims that analysts make by hand: the buttons of their makers."""

from __future__ import annotations

from cypher.model.ids import analyst_of
from explorer.acts.by_hand import EditClaim, WithdrawClaim
from explorer.elements import Element, element
from explorer.panels.widgets import badge
from explorer.phrases import by_hand, say


def hand_badge(extractor: str) -> Element | None:
    """Build the mark of a claim by hand with its analyst; None for an extracted one."""
    said = by_hand(extractor)
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
