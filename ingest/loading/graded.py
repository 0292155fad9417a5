"""Keeps the grades of the sources of documents, and gives their claims the confidence that follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from cypher.database import Database
from cypher.model.assertions import Row
from cypher.model.graph import Extraction, Judgement
from cypher.model.lens import graded_confidence, lenses_of
from cypher.records.load import GradedDocument

Grades = Mapping[str, str | None]
"""The grade of the source of each document, by its id; None for a source that is not graded."""

NO_GRADES: Grades = MappingProxyType({})


def grade_documents(database: Database, batch: Iterable[Extraction], grades: Grades) -> None:
    """Write the grades of those documents of a batch whose source is known."""
    ids = [each.document.id for each in batch if each.document.id in grades]
    if ids:
        rows = [{"id": document, "source_grade": grades[document]} for document in ids]
        database.write("load/grade_documents", rows=rows)


def with_source_grades(database: Database, claims: list[Row], batch: Sequence[Extraction]) -> list[Row]:
    """Return the rows of claims with the confidence and lenses that follow from the grades in the graph."""
    documents = [each.document.id for each in batch if each.claims]
    found = database.rows(GradedDocument, "load/graded_documents", ids=documents) if documents else []
    graded = {row.document: row.source_grade for row in found}
    if not graded:
        return claims
    grade_of = {claim.id: graded.get(each.document.id) for each in batch for claim in each.claims}
    return [_graded(row, grade_of[str(row["id"])]) for row in claims]


def _graded(row: Row, grade: str | None) -> Row:
    before = row["confidence"]
    assert isinstance(before, float)  # noqa: S101 - as `claim_rows` makes it
    confidence = graded_confidence(before, grade)
    if confidence == before:
        return row
    return {**row, "confidence": confidence, "lenses": list(lenses_of(Judgement.NONE, confidence))}
