"""What the statuses of cases are called, in English."""

from __future__ import annotations

from collections.abc import Mapping

from cypher.cases.reading import CaseStatus

STATUSES: Mapping[CaseStatus, str] = {
    CaseStatus.OPEN: "Open case",
    CaseStatus.WATCHING: "Watching",
    CaseStatus.CLOSED: "Closed",
}
