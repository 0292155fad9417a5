"""Where acts lead: the page that they open, and the parameters of its address."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from explorer.acts.opening import (
    OpenDocument,
    OpenEntity,
    OpenMerging,
    OpenPair,
    OpenProfile,
    OpenSentence,
    OpenTie,
)

Opening: TypeAlias = OpenDocument | OpenEntity | OpenMerging | OpenPair | OpenProfile | OpenSentence | OpenTie


class Place(NamedTuple):
    """A page, and the parameters of its address."""

    page: str
    parameters: dict[str, str]


def place_of(act: Opening) -> Place:  # noqa: PLR0911 - one return an act
    """Return what an act opens."""
    match act:
        case OpenEntity(entity=entity):
            return Place("network", {"entity": entity})
        case OpenTie(tie=tie):
            return Place("network", {"tie": tie})
        case OpenProfile(entity=entity):
            return Place("actors", {"entity": entity})
        case OpenPair(first=first, second=second):
            return Place("actors", {"entity": first, "other": second})
        case OpenDocument(document=document, claim=claim):
            return Place("documents", {"document": document, **({"claim": claim} if claim else {})})
        case OpenSentence(document=document, start=start, end=end):
            return Place("documents", {"document": document, "sentence": f"{start}-{end}"})
        case OpenMerging(entity=entity):
            return Place("review", {"stage": "actors", "entity": entity})
