"""More than 200 expressions of time a language: each is read right, or honestly unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from cypher.model.dates import reduced
from cypher.model.graph import DatePrecision
from ingest.extraction.mentions.times.dates import find_dates, find_shifts
from ingest.extraction.mentions.times.patterns import patterns_of
from ingest.extraction.mentions.times.publication import Publication
from ingest.extraction.vocabulary.language import load_language

TABLES = Path(__file__).parent / "dates"
FRAMES = {
    ("en", False): "Iraq attacked Iran {}.",
    ("en", True): "Iraq and Iran {}.",
    ("id", False): "Irak menyerang Iran {}.",
    ("id", True): "Irak dan Iran {}.",
}
PREFIXES = {DatePrecision.WEEK: "w"}


def rows(language: str) -> Iterator[tuple[str, date, str, bool, str]]:
    """Yield language, day of publication, expression, whether it is planned, and the date that it names."""
    published = date(1, 1, 1)
    for line in (TABLES / f"{language}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            published = date.fromisoformat(line.strip("[]"))
        elif line and not line.startswith("#"):
            expression, named, *planned = (part.strip() for part in line.split("|"))
            yield language, published, expression, bool(planned), named


def named_date(language: str, published: date, expression: str, *, planned: bool) -> str:
    """Return the first date that a sentence with an expression names, as the tables write it."""
    whole = expression.endswith(".")
    text = expression if whole else FRAMES[language, planned].format(expression)
    known = load_language(language)
    shifts = tuple(find_shifts(text, 0, known))
    dates = (
        each
        for each in find_dates(text, 0, known, Publication.on(published))
        if not any(shift.span.overlaps(each.span) for shift in shifts)
    )
    first = next(dates, None)
    day = None if first is None else first.ahead if planned else first.day
    if first is None or day is None:
        return "?"
    return f"{PREFIXES.get(first.precision, '')}{reduced(day.isoformat(), first.precision)}"


@pytest.mark.parametrize(
    ("language", "published", "expression", "planned", "named"), [*rows("en"), *rows("id")]
)
def test_an_expression_names_its_date_or_is_unknown(
    language: str, published: date, expression: str, planned: bool, named: str
) -> None:
    assert named_date(language, published, expression, planned=planned) == named


def test_the_tables_have_more_than_two_hundred_expressions_each() -> None:
    assert min(len(list(rows(language))) for language in ("en", "id")) > 200


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("spelt", [str, str.upper, str.title])
def test_every_expression_is_where_the_quick_search_hints_at_one(
    language: str, spelt: Callable[[str], str]
) -> None:
    text = "\n".join(spelt(f"İzmir in 1200 towns: {row[2]}, so.") for row in rows(language))
    patterns = patterns_of(load_language(language))
    found = {match.start() for match in patterns.everything.finditer(text)}
    hints = {match.start() for match in patterns.hint.finditer(text.replace("İ", "I").lower())}
    assert len(found) > 150
    assert found <= hints


@pytest.mark.parametrize(
    "expression", ["yesterday", "two years ago", "on Monday", "last week", "on 5 May", "in May"]
)
def test_without_a_day_of_publication_a_relative_expression_names_no_date(expression: str) -> None:
    found = list(find_dates(f"Iraq attacked Iran {expression}.", 0, load_language("en"), None))
    assert [each.day for each in found] == []


@pytest.mark.parametrize(
    ("expression", "language", "named"),
    [
        ("on Tuesday, March 19", "en", "2024-03-19"),
        ("pada Selasa (19/3)", "id", "2024-03-19"),
        ("pada Minggu (19/3)", "id", "2023-03-19"),
        ("pada Selasa, 19 Maret", "id", "2024-03-19"),
        ("2,000 years ago", "en", "?"),
        ("2.5 years ago", "en", "?"),
        ("1,200 years ago", "en", "?"),
        ("on 29 February", "en", "2024-02-29"),
        ("on 30 February", "en", "?"),
        ("pada 31/31/2024", "id", "?"),
        ("99999 tahun lalu", "id", "?"),
    ],
)
def test_a_weekday_decides_the_year_and_impossible_days_are_unknown(
    expression: str, language: str, named: str
) -> None:
    assert named_date(language, date(2024, 3, 12), expression, planned=False) == named
