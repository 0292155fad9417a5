from __future__ import annotations

import pytest

from ingest.datasets.readers.addresses import article_of, is_address, publisher_at

ARTICLE = "tide.example/news/2020/harbour"


@pytest.mark.parametrize(
    "address",
    [
        f"https://{ARTICLE}",
        f"http://www.{ARTICLE}/",
        f"https://m.{ARTICLE}",
        f"https://amp.{ARTICLE}",
        f"https://{ARTICLE}/amp",
        f"https://{ARTICLE}/amp/",
        "HTTPS://TIDE.example:443/news/2020/harbour?utm_campaign=a&fbclid=b#c",
        f"https://{ARTICLE}?amp",
        f"https://tide-example.cdn.ampproject.org/c/s/www.{ARTICLE}",
        f"https://www.google.com/amp/s/{ARTICLE}/amp",
    ],
)
def test_variants_are_one_article(address: str) -> None:
    assert article_of(address) == ARTICLE


@pytest.mark.parametrize(
    ("address", "article"),
    [
        ("https://tide.example/?id=2", "tide.example?id=2"),
        ("https://tide.example/?id=3&utm_id=9", "tide.example?id=3"),
        ("https://m.example/a", "m.example/a"),
        ("https://tide.example/ampere", "tide.example/ampere"),
        ("https://Tide.example/News", "tide.example/News"),
        ("BBC Monitoring", "BBC Monitoring"),
        ("https://[broken", "https://[broken"),
        ("", ""),
    ],
)
def test_other_addresses_stay_apart(address: str, article: str) -> None:
    assert article_of(address) == article


def test_publishers() -> None:
    assert publisher_at("http://www.tide.example/a") == "tide.example"
    assert publisher_at("Tide") == publisher_at("https://[broken") == ""
    assert is_address("HTTP://tide.example")
    assert not is_address("javascript:alert(1)")
