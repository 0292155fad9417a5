"""Acts on the page of what came in."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.acts.act import Act


@dataclass(frozen=True, slots=True)
class ShowArrivals(Act):
    """Show only what came in of a source, type or country (`cypher.arrivals.only`), or all if it is empty."""

    only: str
