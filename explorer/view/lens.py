"""The names of the lenses."""

from __future__ import annotations

from collections.abc import Mapping

from cypher.model.graph import Lens
from explorer.phrases import Said, say

LENSES: Mapping[str, str] = {
    Lens.TRUSTED.value: "Trusted",
    Lens.NOT_REJECTED.value: "All but rejected",
    Lens.ALL.value: "Everything",
    Lens.MINE.value: "My verdicts",
}
"""The names of the lenses in English, by their values without an author."""


def lens_name(lens: str) -> Said:
    """Name a lens, and the author whose verdicts it shows."""
    name, _, author = lens.partition(":")
    if name == Lens.MINE:
        return say("verdicts of {author}", author=author)
    return say(LENSES[name]) if name in LENSES else lens
