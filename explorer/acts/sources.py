"""Acts on the page of the sources that are followed."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.acts.act import Act


@dataclass(frozen=True, slots=True)
class ChooseSource(Act):
    """Show what is known of a source."""

    name: str
