"""When somebody looked at a case last, and how many of its changes they have not seen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from cypher.cases.reading import Case
from cypher.database import Database
from cypher.model.ids import content_id
from cypher.records.cases import CaseLook


def looks(database: Database, reader: str) -> Mapping[str, CaseLook]:
    """Return the last look of `reader` at each case, by the id of the case."""
    rows = database.rows(CaseLook, "cases/looks", reader=reader) if reader else ()
    return {row.case_id: row for row in rows}


def look(database: Database, found: Case, reader: str) -> None:
    """Record that `reader` has seen this version of a case now."""
    database.write(
        "cases/look",
        id=content_id("case look", reader, found.case),
        case_id=found.case,
        reader=reader,
        version=found.version,
        now=datetime.now(UTC).isoformat(timespec="seconds"),
    )
