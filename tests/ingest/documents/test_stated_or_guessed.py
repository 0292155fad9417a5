"""What an article says of its day of publication: stated, guessed and how precisely, or nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cypher.model.dates import publication_period, reduced
from cypher.model.graph import DatePrecision
from ingest.documents import Incoming, Skipped, read
from tests.ingest.documents.guesses import PAGES, TEXT, TEXTS, Shown, page


def known(path: Path, content: str) -> tuple[str | None, bool]:
    """Return the day, month or year of publication of a file's only article, and whether it is a guess."""
    path.write_text(content, encoding="utf-8")
    (result,) = read([path])
    assert isinstance(result, Incoming), result
    document = result.document
    return reduced(document.published_on, document.published_precision), document.published_guessed


@pytest.mark.parametrize(("language", "shown"), [(code, each) for code in PAGES for each in PAGES[code]])
def test_a_page_states_its_day_or_lets_it_be_guessed(tmp_path: Path, language: str, shown: Shown) -> None:
    assert known(tmp_path / "a.html", page(shown.shows, language)) == (shown.known, shown.guessed)


@pytest.mark.parametrize(("language", "shown"), [(code, each) for code in TEXTS for each in TEXTS[code]])
def test_a_text_states_its_day_or_lets_it_be_guessed(tmp_path: Path, language: str, shown: Shown) -> None:
    text = shown.shows.format(TEXT[language])
    assert known(tmp_path / "a.txt", text) == (shown.known, shown.guessed)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"published_on": "2024-05-06"}, ("2024-05-06", False)),
        ({"published_on": "2024-05"}, ("2024-05", False)),
        ({"published_on": "Mei 2024"}, ("2024-05", False)),
        ({"published_on": "2024"}, ("2024", False)),
        ({"published_on": "2024-05-06", "published_guessed": True}, ("2024-05", True)),
        ({"published_on": "2024", "published_guessed": True}, ("2024", True)),
        ({"published_on": "2024-05-06", "published_precision": "year"}, ("2024", False)),
        ({"published_on": None, "published_precision": None, "published_guessed": False}, (None, False)),
        (
            {
                "published_on": "2023-01-09",
                "published_guessed": True,
                "url": "https://a.example/2024/05/06/x",
            },
            ("2024-05-06", False),
        ),
    ],
)
def test_a_row_says_how_its_day_is_known(
    tmp_path: Path, fields: dict[str, object], expected: tuple[str | None, bool]
) -> None:
    assert known(tmp_path / "a.jsonl", json.dumps({"text": TEXT["id"], **fields})) == expected


@pytest.mark.parametrize(
    "fields", [{"published_guessed": "maybe"}, {"published_precision": "week"}, {"published_precision": 7}]
)
def test_a_row_that_says_it_wrongly_is_refused(tmp_path: Path, fields: dict[str, object]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT["id"], **fields}), encoding="utf-8")
    (found,) = read([path])
    assert isinstance(found, Skipped)
    assert next(iter(fields)) in found.reason


def test_the_days_of_an_article_are_those_of_its_month(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXTS["en"][4].shows.format(TEXT["en"]), encoding="utf-8")
    (result,) = read([path])
    assert isinstance(result, Incoming)
    assert (result.document.published_on, result.document.published_precision) == (
        "2024-05-08",
        DatePrecision.MONTH,
    )
    assert publication_period(result.document) == ("2024-05-01", "2024-05-31")
    assert any("known to the month, 2024-05" in remark for remark in result.remarks)


@pytest.mark.parametrize(
    ("times", "expected"),
    [
        ("<updated>2024-05-08T08:00:00Z</updated>", ("2024-05", True)),
        (
            "<updated>2024-05-08T08:00:00Z</updated><published>2024-05-06T08:00:00Z</published>",
            ("2024-05-06", False),
        ),
    ],
)
def test_an_entry_that_only_says_when_it_was_updated_is_dated_by_a_guess(
    tmp_path: Path, times: str, expected: tuple[str, bool]
) -> None:
    entry = f"<entry><id>a</id><title>Duta</title>{times}<summary>{TEXT['id']}</summary></entry>"
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Harian</title>{entry}</feed>'
    assert known(tmp_path / "a.xml", feed) == expected
