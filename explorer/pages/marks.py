"""What claims report, as marks of lanes."""

from __future__ import annotations

from explorer.acts import Act
from explorer.charts.lanes import Mark
from explorer.panels.profile.lanes import Reported, event_sign, is_deed


def mark(lane: str, claim: Reported, act: Act, *, who: str | None = None, lit: bool = True) -> Mark:
    """Return the mark of the event that a claim asserts; a click on it performs `act`."""
    sign, deed = event_sign(claim), is_deed(claim)
    return Mark(lane, claim.date, claim.event_type, sign, deed, act, claim.not_after, who, lit)
