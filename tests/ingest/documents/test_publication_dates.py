"""A publication date is read from what states it, and not guessed from any date in the text."""

from __future__ import annotations

import pytest

from ingest.documents.dates import address_date, guessed_date, lines_of, published_in, stated_date


@pytest.mark.parametrize(
    ("value", "language", "expected"),
    [
        ("2023-10-09", "id", "2023-10-09"),
        ("2023-10-09T08:00:00Z", "en", "2023-10-09"),
        ("Senin, 9 Oktober 2023 10:15 WIB", "id", "2023-10-09"),
        ("9/10/2023", "id", "2023-10-09"),
        ("October 9, 2023", "en", "2023-10-09"),
        ("9 Oct 2023", "en", "2023-10-09"),
        ("2023-13-40", "en", None),
        ("kemarin sore", "id", None),
        ("Oktober 2023", "id", None),
    ],
)
def test_stated_dates(value: str, language: str, expected: str | None) -> None:
    assert stated_date(value, language) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://news.example/2023/10/09/title", "2023-10-09"),
        ("https://news.example/world/2023-10-9-title", "2023-10-09"),
        ("https://news.example/2023/99/09/title", None),
        ("https://news.example/title", None),
    ],
)
def test_dates_in_addresses(url: str, expected: str | None) -> None:
    assert address_date(url) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Menteri itu tiba di Jakarta, Senin (9/10/2023), dari Tokyo.", "id", "2023-10-09"),
        ("Sabtu (7/10/2023) lalu ia pergi; Senin (9/10/2023) ia kembali.", "id", "2023-10-09"),
        ("Judul Berita\nSelasa, 10 Oktober 2023 | 08:15 WIB\nIsi berita.", "id", "2023-10-10"),
        ("Headline\nOctober 8, 2023 5:12 PM\nThe story goes on.", "en", "2023-10-08"),
        (
            "Perang itu berakhir pada 17 Agustus 1945 setelah perundingan panjang di ibu kota negara.",
            "id",
            None,
        ),
        ("Nothing here tells a day.", "en", None),
    ],
)
def test_dates_in_the_opening_of_a_text(text: str, language: str, expected: str | None) -> None:
    lines = lines_of(text)
    assert (published_in(lines, language) or guessed_date(text, language)) == expected
