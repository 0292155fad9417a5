"""Lists the labels and relationships of a graph in the order in which a copy writes them.

Each relationship is read and written with the end that has few of them: an event has few actors, but a
state acts in thousands of events. What a label's relationships lead to comes before it, so that one pass
copies all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Link(NamedTuple):
    """A type of relationships of a label; `out` says whether they lead away from its nodes."""

    type: str
    out: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """A label, the types of relationships that are copied with its nodes, and the property that is its key.

    `out` are relationships that lead away from its nodes, `into` those that lead to them.
    """

    label: str
    out: tuple[str, ...] = ()
    into: tuple[str, ...] = ()
    key: str = "id"

    @property
    def links(self) -> tuple[Link, ...]:
        """All types of relationships that are copied with the nodes."""
        return (*(Link(each, True) for each in self.out), *(Link(each, False) for each in self.into))


SHAPES = (
    Shape("Word"),
    Shape("Country"),
    Shape("Actor"),
    Shape("Document"),
    Shape("Sentence", ("OF", "USES", "MENTIONS")),
    Shape("Alias", ("NAMES",), key="key"),
    Shape("Tie", ("REACHES",), ("INITIATES",)),
    Shape("Event", ("ADDRESSES", "TAKES_PLACE_IN", "FORMS", "DENIES"), ("ACTS_IN", "MEDIATES")),
    Shape("Relation", ("HAS_OBJECT", "FORMS"), ("SUBJECT_OF",)),
    Shape("Claim", ("ASSERTS", "EXTRACTED_AS", "IN", "ATTRIBUTED_TO")),
    Shape("Annotation", ("JUDGES", "READS")),
    Shape("Note"),
    Shape("Merger"),
    Shape("MergeCandidate"),
    Shape("QueryVersion"),
    Shape("Favourite"),
    Shape("SavedView"),
    Shape("BriefVersion"),
    Shape("BriefItem"),
    Shape("CaseVersion"),
    Shape("CaseItem"),
    Shape("CaseLook"),
    Shape("AlertRule"),
    Shape("Alert"),
    Shape("Visit"),
    Shape("Watch"),
    Shape("Lesson"),
    Shape("Load"),
    Shape("Mark"),
)
"""All labels; no relationship of a label leads to one that comes later."""

SHAPE_OF = {shape.label: shape for shape in SHAPES}
"""The shapes by their labels."""

WITH_ID = frozenset(
    ("ACTS_IN", "ADDRESSES", "HAS_OBJECT", "MEDIATES", "MENTIONS", "NAMES", "SUBJECT_OF", "TAKES_PLACE_IN")
)
"""Types whose relationships have ids; of others, there is at most one between two nodes."""
