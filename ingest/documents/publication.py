"""Decides when an article was published: what states the day before what lets it be guessed.

A day is stated by the fields of the article, by its address, where the publisher wrote it, or by its lines.
It is guessed from a date in the text or the day of an update. Such a guess may be wrong by some days, so it
is taken for its month.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cypher.model.dates import reduced
from cypher.model.graph import DatePrecision
from ingest.documents.characters import shown
from ingest.documents.dates import (
    address_date,
    guessed_date,
    lines_of,
    published_in,
    stated_date,
    stated_period,
    updated_in,
)
from ingest.documents.records import RawArticle, Remark

_SHOWN_DATE = 40
_OF_A_GUESS = DatePrecision.MONTH
_COARSE = (DatePrecision.MONTH, DatePrecision.YEAR)


@dataclass(frozen=True, slots=True)
class Dated:
    """The day of publication, how precisely it is known, whether it is only a guess, and remarks on it."""

    day: str | None
    precision: DatePrecision = DatePrecision.DAY
    guessed: bool = False
    remarks: tuple[Remark, ...] = ()


def publication_of(raw: RawArticle, text: str, language: str) -> Dated:
    """Return when an article was published, with a remark on what had to be guessed or is not understood."""
    given = stated_date(raw.published_on, language) if raw.published_on else None
    period = stated_period(raw.published_on, language) if raw.published_on and given is None else None
    unread = raw.published_on is not None and given is None and period is None
    shown_date = shown(raw.published_on or "", _SHOWN_DATE)
    remarks = (Remark(f"date “{shown_date}” is not understood"),) if unread else ()
    found = next(_in_order(raw, text, language, (given, period)), None)
    if found is None:
        return Dated(None, remarks=(*remarks, Remark('no date: words like "yesterday" stay undated')))
    return Dated(found.day, found.precision, found.guessed, (*remarks, *found.remarks))


def _in_order(
    raw: RawArticle, text: str, language: str, given: tuple[str | None, tuple[str, DatePrecision] | None]
) -> Iterator[Dated]:
    """Yield what is known of the day of publication, the surest first."""
    day, period = given
    field = Dated(*((day, DatePrecision.DAY) if day else period or (None,)))
    precision = max(raw.published_precision, field.precision, key=_coarseness)
    if day and not raw.published_guessed:
        yield Dated(day, precision)
    if raw.url and (in_address := address_date(raw.url)):
        yield Dated(in_address)
    lines = (*raw.lines, *lines_of(text))
    if in_lines := published_in(lines, language):
        yield Dated(in_lines, remarks=(Remark(f"date {in_lines} taken from the text"),))
    if field.day and not raw.published_guessed:
        yield Dated(field.day, precision)
    if field.day:
        yield _guess(field.day, "the article's fields", max(precision, _OF_A_GUESS, key=_coarseness))
    if in_text := guessed_date(text, language):
        yield _guess(in_text, "a date in the text")
    changed = stated_date(raw.updated_on, language) if raw.updated_on else None
    if changed := changed or updated_in(lines, language):
        yield _guess(changed, "the day of an update")


def _guess(day: str, why: str, precision: DatePrecision = _OF_A_GUESS) -> Dated:
    known = reduced(day, precision)
    if precision is DatePrecision.YEAR:
        remark = Remark(f"date {day} guessed from {why}: known to the year, {known}")
    else:
        remark = Remark(f"date {day} guessed from {why}: known to the month, {known}")
    return Dated(day, precision, guessed=True, remarks=(remark,))


def _coarseness(precision: DatePrecision) -> int:
    return _COARSE.index(precision) + 1 if precision in _COARSE else 0
