"""The names of the lenses."""

from __future__ import annotations

from collections.abc import Mapping

from cypher.model.graph import Lens

LENSES: Mapping[str, str] = {
    Lens.TRUSTED.value: "Trusted",
    Lens.NOT_REJECTED.value: "All but rejected",
    Lens.ALL.value: "Everything",
    Lens.MINE.value: "My verdicts",
}
"""The names of the lenses in English, by their values without an author."""
