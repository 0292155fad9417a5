"""Gives articles in the graph the grade that their source has now, and their claims what follows from it.

Each item of a source keeps the grade under which its article is in the graph, so that a grade that changes
reaches all articles, whoever changes it, and a process that is killed leaves none behind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from cypher.database import Database
from cypher.model.document_rows import finished_load
from cypher.records.shared import ClaimEvidence
from cypher.review.learning import confidence_writes, trust_of
from cypher.sources import grades
from cypher.sources.store import Store

_PAGE = 100
"""The number of documents that get their grade in one transaction."""


def apply_grades(database: Database, store: Store) -> int:
    """Give loaded articles the grade of their source where it has changed; return how many had another.

    Raises `DatabaseError` if the graph or the list of sources cannot be written to; doing it again completes
    it.
    """
    changed = 0
    while page := grades.outdated(store, _PAGE):
        by_grade: defaultdict[str | None, list[grades.Outdated]] = defaultdict(list)
        for each in page:
            by_grade[each.grade].append(each)
        for grade, items in by_grade.items():
            _grade(database, [each.document for each in items], grade)
            grades.note(store, [each.item for each in items], grade)
        changed += len(page)
    if changed:
        database.write("load/record_load", **finished_load(0))
    return changed


def _grade(database: Database, documents: Sequence[str], grade: str | None) -> None:
    rows = [{"id": document, "source_grade": grade} for document in documents]
    database.write("load/grade_documents", rows=rows)  # first: a lesson may be applied at the same time
    claims = database.rows(ClaimEvidence, "learn/claims_of_documents", ids=list(documents))
    if writes := confidence_writes(claims, trust_of(database)):
        database.write_together(writes)
