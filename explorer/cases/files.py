"""Reads a case with its evidence as it is now, and writes it in one of the formats of briefs."""

from __future__ import annotations

from cypher.cases.collecting import notes_now
from cypher.cases.reading import items_of, read_case, shown_items
from cypher.database import Database
from explorer.briefs.files import FileFormat, written
from explorer.cases.document import ShownCase, case_document
from explorer.cases.evidence import evidence_of
from explorer.reads.local_names import read_names
from explorer.words import Words


def read_shown(database: Database, case: str, reader: str, words: Words, now: str) -> ShownCase:
    """Read a case with its evidence at the moment `now`.

    Raises `UnknownCaseError` unless `reader` may see the case.
    """
    found = read_case(database, case, reader)
    items = shown_items(found, items_of(database, case, reader))
    evidence = {each.id: known for each in items if (known := evidence_of(database, each))}
    names = read_names(database, words.language)
    return ShownCase(found, items, evidence, notes_now(database, items), words, now, names)


def case_file(shown: ShownCase, form: FileFormat) -> bytes:
    """Write the case."""
    return written(case_document(shown), shown.case.title, shown.words, form)
