"""Acts on the reader's alerts."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.acts.act import Act
from explorer.identity.roles import Right


@dataclass(frozen=True, slots=True)
class SendTestAlert(Act, needs=Right.ANNOTATE):
    """Store a test that is sent like an alert of this rule."""

    rule: str


@dataclass(frozen=True, slots=True)
class RemoveAlert(Act, needs=Right.ANNOTATE):
    """Remove a rule of alerts."""

    rule: str
