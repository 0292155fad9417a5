"""Finds the dates that a sentence names, with the words in the language's ``dates.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from cypher.model.graph import DatePrecision, Span
from ingest.extraction.mentions.times.patterns import Patterns, patterns_of
from ingest.extraction.mentions.times.publication import Publication
from ingest.extraction.mentions.times.quantities import any_of, quantity
from ingest.extraction.mentions.times.reading import read_from
from ingest.extraction.vocabulary.language import Language

_BARE_YEAR = re.compile(r"(?<![\w.,-])(?:19|20)\d\d(?![\w-]|[.,]\d)")
_FARTHEST = 60
"""Maximum number of characters from "a year after" to a year without a preposition."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a sentence, with its span in the document.

    `day` is the date of what took place, or the first day of a longer period given by `precision`; `ahead` is
    the date of a plan, which differs without a year or week ("on 5 May", "on Monday"). Both are None for an
    expression that names no year ("decades ago", "in the 1980s"); `day` alone is None for one that is only
    about the future ("in two weeks").
    """

    span: Span
    day: date | None
    ahead: date | None
    precision: DatePrecision


@dataclass(frozen=True, slots=True)
class Shift:
    """An interval such as "sehari setelah …" ("a day after").

    The event after it happened `count` units before (negative) or after the date that precedes it.
    """

    span: Span
    unit: str
    count: int


def find_dates(
    text: str, offset: int, language: Language, published: Publication | None
) -> Iterator[DateMention]:
    """Yield the dates in a sentence that starts at `offset`.

    Without a day of publication, relative dates are left out. They are no more precise than it is known.
    """
    patterns = patterns_of(language)
    for match in _matches(text, patterns):
        if _is_name(match, text, patterns.words):
            continue
        found = read_from(match, patterns.words, published)
        if found is not None:
            span = Span(match.start() + offset, match.end() + offset)
            yield DateMention(span, found.day, found.ahead, found.precision)


def _matches(text: str, patterns: Patterns) -> Iterator[re.Match[str]]:
    """Yield the expressions that say when, from left to right."""
    lower = text.replace("İ", "I").lower()  # İ alone becomes longer in lower case
    hint = patterns.hint.search(lower)
    while hint is not None:
        match = patterns.everything.search(text, hint.start())
        if match is None:
            return
        yield match
        hint = patterns.hint.search(lower, match.end())


def find_shifts(text: str, offset: int, language: Language) -> Iterator[Shift]:
    """Yield the intervals that date the event after them by the date before them."""
    patterns = patterns_of(language)
    for match in patterns.shift.finditer(text):
        amount = quantity(match.group("amount"), patterns.interval_words)
        if amount is not None:
            sign = -1 if match.group("side").lower() in patterns.words["after"] else 1
            span = Span(match.start() + offset, match.end() + offset)
            yield Shift(span, amount[0], sign * amount[1])


def find_anchors(text: str, offset: int, shift: Shift, dates: Iterable[DateMention]) -> Iterator[DateMention]:
    """Yield a year without a preposition behind an interval: "a year after the 2014 coup", "gempa 2010"."""
    start = shift.span.end - offset
    words = re.split(r"[,.;:]", text[start : start + _FARTHEST], maxsplit=1)[0]
    span = Span(shift.span.end, shift.span.end + len(words))
    match = _BARE_YEAR.search(words)
    if match is not None and not any(item.span.overlaps(span) for item in dates):
        day = date(int(match.group()), 1, 1)
        place = Span(span.start + match.start(), span.start + match.end())
        yield DateMention(place, day, day, DatePrecision.YEAR)


def _is_name(match: re.Match[str], text: str, words: Mapping[str, Any]) -> bool:
    """Return whether a month is an ordinary word or part of a name: "that may have", "Theresa May met"."""
    if match.group("month") is None and match.group("absolute") is None:
        return False
    if match.group("month_year") or match.group("day_year"):
        return False
    found = match.group()
    word = re.search(rf"(?<!\w){any_of(words['also_words'])}(?!\w)", found, re.IGNORECASE)
    if word is not None and not word.group()[0].isupper():
        return True
    before = text[: match.start()].split()
    if match.group("absolute") is not None or len(found.split()) > 1:
        return False
    if before and before[-1].lower() in words["month_prepositions"]:
        return False
    return word is not None or (found.lower() in words["also_names"] and _is_beside_name(match, text, before))


def _is_beside_name(match: re.Match[str], text: str, before: list[str]) -> bool:
    """Return whether a capitalised word stands beside a match: "April Glaspie", "Sebelas Maret"."""
    behind = re.match(r"\s+([^\W\d_])", text[match.end() :])
    return (behind is not None and behind[1].isupper()) or (len(before) > 1 and before[-1].istitle())
