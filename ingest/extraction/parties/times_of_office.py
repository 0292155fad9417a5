"""Finds the days on which the holder of an office must be known, from the dates in a sentence."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from cypher.model.graph import DatePrecision
from ingest.extraction.mentions.times.dates import DateMention, find_dates
from ingest.extraction.mentions.times.publication import Publication
from ingest.extraction.syntax.sentence import Parse

_YEAR = re.compile(r"(1[5-9]\d\d|20\d\d)(?:-?an|s)?")
_LENGTH = {DatePrecision.WEEK: 6, DatePrecision.MONTH: 27, DatePrecision.YEAR: 364}
"""Days from the first to about the last day of a period."""


def days_of(parse: Parse, published: Publication) -> frozenset[str]:
    """Return the days (ISO) of the dates in a sentence; those of its publication if it has none.

    Empty if the sentence says when in words that give no year ("saat itu"). A period gives its first and its
    last day.
    """
    if _means_other_time(parse):
        return frozenset()
    record = parse.record
    mentions = tuple(find_dates(record.text, record.span.start, parse.language, published))
    days = [day for mention in mentions if (day := mention.day or mention.ahead) is not None]
    years = (match[1] for match in map(_YEAR.fullmatch, parse.words) if match)
    unread = {year for year in years if year not in {str(day.year) for day in (*days, published.first)}}
    if unread or len(days) < len(mentions):
        return frozenset()
    ends = [_last(mention, day) for mention, day in zip(mentions, days, strict=True)]
    return frozenset(day.isoformat() for day in (*days, *ends)) or published.days


def _means_other_time(parse: Parse) -> bool:
    """Return whether two words such as "saat itu" say that the sentence is about another time."""
    words = parse.language.relations.former | parse.language.relations.future
    return any(f"{one} {two}" in words for one, two in pairwise(parse.lower))


def _last(mention: DateMention, day: date) -> date:
    return day + timedelta(days=_LENGTH.get(mention.precision, 0))
