"""Mentions of GDELT's events, kept in a temporary file so that memory stays bounded.

A mention is a sentence of an article that reports an event. Events are joined to their mentions by id.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.core import get_global

from ingest.datasets.coded import CodedReport, Rejected
from ingest.datasets.files.rows import Row
from ingest.datasets.files.values import day
from ingest.datasets.readers.addresses import article_of, is_address, publisher_at
from ingest.datasets.readers.gdelt_layouts import MENTIONS

HIGHEST_ALONE = 0.45
"""The confidence of an event that one publisher reports is at most this, below what is trusted.

Of 50 events checked by hand, GDELT had the first actor right in 79 %, the second in 78.5 %, and the event in
81.2 %: if faults do not depend on each other, all three are right in half of them.
"""

LOWEST_TOGETHER, HIGHEST_TOGETHER = 0.5, 0.75
"""The confidence if two or more publishers report it: both are wrong in a quarter of the cases."""

_BATCH = 1000
_SOURCE_LANGUAGE = "srclc:"
_SCHEMA = """
CREATE TABLE mention (event INTEGER, file TEXT, line INTEGER, seen TEXT, publisher TEXT, identifier TEXT,
                      sentence INTEGER, confidence REAL, language TEXT);
CREATE TABLE event (id INTEGER PRIMARY KEY);
"""
_OF_EVENT = """
SELECT seen, publisher, identifier, sentence, confidence, language FROM mention WHERE event = ? ORDER BY rowid
"""
_LOST = """
SELECT file, line, event FROM mention WHERE event NOT IN (SELECT id FROM event) ORDER BY rowid
"""


def reports_with_confidence(reports: tuple[CodedReport, ...]) -> tuple[CodedReport, ...]:
    """Return the reports of one event, their confidence held in the range for the number of publishers."""
    if len({report.publisher for report in reports}) > 1:
        lowest, highest = LOWEST_TOGETHER, HIGHEST_TOGETHER
    else:
        lowest, highest = 0.0, HIGHEST_ALONE
    return tuple(
        replace(report, confidence=min(max(report.confidence or 0, lowest), highest)) for report in reports
    )


@dataclass(slots=True)
class Mentions:
    """Mentions in a temporary file; use `kept_mentions`."""

    _base: sqlite3.Connection

    def keep(self, rows: Iterator[Row | Rejected]) -> Iterator[Rejected]:
        """Keep the mentions of a file, and yield its rejected rows."""
        batch: list[tuple[object, ...]] = []
        for row in rows:
            rejected = row if isinstance(row, Rejected) else _fault(row)
            if rejected is not None:
                yield rejected
            elif isinstance(row, Row):
                batch.append(_kept(row))
            if len(batch) == _BATCH:
                self._insert(batch)
        self._insert(batch)

    def sort(self) -> None:
        """Prepare for `reports`; call it after the last mention."""
        self._base.execute("CREATE INDEX mention_event ON mention (event)")

    def reports(self, event: int) -> tuple[CodedReport, ...]:
        """Return the reports of an event, each sentence of an article once, in the order of the files."""
        self._base.execute("INSERT OR IGNORE INTO event VALUES (?)", (event,))
        found: dict[str, CodedReport] = {}
        for report in map(_report, self._base.execute(_OF_EVENT, (event,))):
            found.setdefault(report.key, report)
        return tuple(found.values())

    def lost(self) -> Iterator[Rejected]:
        """Yield the mentions of events for which `reports` was not asked."""
        for file, line, event in self._base.execute(_LOST):
            yield Rejected(file, line, f"mentions the event {event}, which is not in these files")

    def _insert(self, batch: list[tuple[object, ...]]) -> None:
        self._base.executemany("INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", batch)
        batch.clear()


@contextmanager
def kept_mentions() -> Iterator[Mentions]:
    """Open a place for mentions, which is removed at the end."""
    with TemporaryDirectory(prefix="gdelt-") as folder:
        base = sqlite3.connect(Path(folder) / "mentions", isolation_level=None)
        try:
            base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;" + _SCHEMA)
            yield Mentions(base)
        finally:
            base.close()


def _fault(row: Row) -> Rejected | None:
    if misfit := row.misfit(MENTIONS.width):
        return misfit
    if not row.cells[0].isdecimal() or day(row.cells[MENTIONS.added][:8]) is None:
        return row.rejected("has no number of an event, or no time")
    return None if row.cells[5] else row.rejected("names no article")


def _kept(row: Row) -> tuple[object, ...]:
    cells = row.cells
    sentence = int(cells[6]) if cells[6].isdecimal() else 0
    confidence = min(int(cells[11]), 100) / 100 if cells[11].isdecimal() else 0.0
    place = row.line.file, row.line.number
    return (
        int(cells[0]),
        *place,
        cells[2][:8],
        cells[4],
        cells[5],
        sentence,
        confidence,
        _language(cells[14]),
    )


def _language(translated: str) -> str:
    """Return the language of an article by what GDELT says on its translation: ``srclc:ind;eng:…``."""
    code = translated.partition(_SOURCE_LANGUAGE)[2].partition(";")[0].strip().lower()
    return get_global("language_aliases").get(code, code) or "en"


def _report(row: tuple[str, str, str, int, float, str]) -> CodedReport:
    seen, publisher, identifier, sentence, confidence, language = row
    article = article_of(identifier)
    return CodedReport(
        key=f"{article} {sentence}",
        document=article,
        url=identifier if is_address(identifier) else None,
        publisher=publisher or publisher_at(identifier) or None,
        published_on=day(seen),
        language=language,
        sentence=sentence,
        confidence=confidence,
    )
