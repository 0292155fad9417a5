"""What the statuses of cases, and the kinds of their items, are called in English."""

from __future__ import annotations

from collections.abc import Mapping

from cypher.cases.items import CaseKind
from cypher.cases.reading import CaseStatus

STATUSES: Mapping[CaseStatus, str] = {
    CaseStatus.OPEN: "Open case",
    CaseStatus.WATCHING: "Watching",
    CaseStatus.CLOSED: "Closed",
}

KINDS: Mapping[CaseKind, str] = {
    CaseKind.ENTITY: "Actors in the case",
    CaseKind.PAIR: "Pairs",
    CaseKind.CLAIM: "Claims in the case",
    CaseKind.SENTENCE: "Sentences in the case",
    CaseKind.VIEW: "Views of the network",
    CaseKind.QUERY: "Queries and results",
    CaseKind.BRIEF: "Briefs in the case",
    CaseKind.NOTE: "Notes in the case",
}
"""The headings of the groups in their order, in English."""
