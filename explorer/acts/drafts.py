"""Acts on drafts that were restored after a reload."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.acts.act import Act


@dataclass(frozen=True, slots=True)
class OpenDraft(Act):
    """Open the page or the form to which a draft belongs."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class DiscardDraft(Act):
    """Forget a draft."""

    kind: str
    name: str


@dataclass(frozen=True, slots=True)
class HideDraft(Act):
    """Keep a draft, and say no longer that it was restored."""

    kind: str
    name: str
