"""Reads the reports that UCDP names for an event: the office, day and headline of each, or free text."""

from __future__ import annotations

import re

from ingest.datasets.coded import CodedReport
from ingest.datasets.files.cells import Cells
from ingest.datasets.files.days import day_of

_ITEM = re.compile(r'"([^"]{1,200}?),(\d{4}-\d{2}-\d{2}),(.{0,2000}?)"\s*(?:;\s*(?=")|$)', re.DOTALL)
"""An item of ``"Reuters,2015-04-20,15 killed";"AFP,2015-04-21,Clashes"``, as UCDP writes since 2013."""

_FREE = re.compile(
    r"(?P<office>[^\d\"]{2,80}?)[\s,]+(?P<day>\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]{2,8} \d{4})\b"
    r"[\s,]*(?P<headline>\"?[^\"]*\"?\.?)"
)
"""The whole of a source before 2013: ``Reuters 1989-05-17 "REBELS BLOW UP POWER LINES``."""

_LONGEST = 300


def reports_of(cells: Cells, key: str) -> tuple[CodedReport, ...]:
    """Return a report for each source of the event `key`; an article is known by office, day and headline.

    Free text that names several sources in one is a single report. UCDP gives no text.
    """
    listed = _listed(cells["source_article"]) or [_free(cells["source_article"])]
    reports = {
        (document := " ".join(filter(None, (office, day, headline))) or key): CodedReport(
            key=document,
            document=document,
            title=headline or None,
            publisher=office or None,
            published_on=day or None,
        )
        for office, day, headline in listed
    }
    return tuple(reports.values())


def _listed(text: str) -> list[tuple[str, str, str]]:
    """Return office, day and headline of each item of a list, or nothing if it is no list."""
    text, items, place = text.strip(), [], 0
    while place < len(text):
        item = _ITEM.match(text, place)
        if item is None:
            return []
        items.append((_plain(item[1]), day_of(item[2]) or "", _plain(item[3])))
        place = item.end()
    return items


def _free(text: str) -> tuple[str, str, str]:
    plain = _plain(text)
    found = _FREE.fullmatch(plain[:_LONGEST])
    day = day_of(found["day"]) if found else None
    if found is None or day is None:
        return "", "", plain
    return found["office"], day, _plain(found["headline"])


def _plain(text: str) -> str:
    """Return a text on one line, without quotation marks around it, and not too long for a title."""
    return " ".join(text.split()).strip('" ')[:_LONGEST]
