"""The title and the publisher that the first lines of an article give."""

from __future__ import annotations

import pytest

from ingest.documents.articles import finish
from ingest.documents.heading import LONGEST, publisher_of, title_of
from ingest.documents.records import RawArticle

BODY = "The minister of Norway met his colleague from Chile on Monday. They signed an agreement on fisheries."


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Norway and Chile sign a pact\n\n{BODY}", "Norway and Chile sign a pact"),
        (f"\n  Will Chile   sign? \n{BODY}", "Will Chile sign?"),
        (BODY, None),
        (f"{BODY}\n{BODY}", None),
        ("Norway and Chile sign a pact", None),
        (f"News\n{BODY}", None),
        (f"OSLO (Reuters) - Norway and Chile sign\n{BODY}", None),
        (f"{'word ' * LONGEST}\n{BODY}", None),
        ("", None),
        (" \n\n ", None),
    ],
)
def test_a_headline_above_the_text_is_the_title(text: str, title: str | None) -> None:
    assert title_of(text) == title


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Jakarta (ANTARA) - Menteri luar negeri bertemu", "ANTARA"),
        ("OSLO, Norway (AP) — The minister met", "AP"),
        ("GAZA, Oct 9 (Reuters) - The envoy said", "Reuters"),
        ("JAKARTA, KOMPAS.com - Presiden berangkat", "KOMPAS.com"),
        ("Jakarta, CNN Indonesia -- Presiden berangkat", "CNN Indonesia"),
        ("TEMPO.CO, Jakarta - Presiden berangkat", "TEMPO.CO"),
        ("PARIS, France - The minister met", None),
        ("Perserikatan Bangsa-Bangsa (PBB) - Sidang dibuka", None),
        ("The Associated Press (AP) reported that the envoy left", None),
        ("", None),
    ],
)
def test_a_dateline_names_the_publisher_and_a_place_or_a_body_does_not(
    line: str, publisher: str | None
) -> None:
    assert publisher_of(line) == publisher
    assert publisher_of(f"A headline of some words\n{line}\n{BODY}") == publisher


def test_what_is_given_counts_more_than_the_first_lines() -> None:
    text = f"Norway and Chile sign a pact\nOSLO (Reuters) - {BODY}"
    found = finish(RawArticle(text=text), "a test").document
    assert (found.title, found.publisher, found.text) == ("Norway and Chile sign a pact", "Reuters", text)
    given = RawArticle(text=text, title="Fish", publisher="The Daily Net", url="https://net.example/1")
    assert (finish(given, "").document.title, finish(given, "").document.publisher) == (
        "Fish",
        "The Daily Net",
    )
    linked = finish(RawArticle(text=text, url="https://net.example/1"), "").document
    assert linked.publisher == "net.example"
