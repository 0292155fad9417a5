"""PDF files are read as people read them: column by column, without what stands around the article."""

from __future__ import annotations

# ruff: noqa: E501 - texts in one line each
from pathlib import Path

import pytest

from tests.ingest.documents.days import ENGLISH, INDONESIAN
from tests.ingest.documents.printed import HEIGHT, Draw, both, column, lines, pdf, picture
from tests.ingest.documents.reading import lost, one

LONG = [
    f"{text} This was part {number} of the talks in the capital of Kenya."
    for number in range(5)
    for text in ENGLISH
]


@pytest.mark.parametrize("paragraphs", [ENGLISH, INDONESIAN])
def test_paragraphs_come_out_whole_and_in_order(tmp_path: Path, paragraphs: tuple[str, ...]) -> None:
    assert one(tmp_path / "a.pdf", pdf(column(paragraphs))).document.text.split("\n\n") == list(paragraphs)


def test_what_a_file_is_called_counts_less_than_what_it_holds(tmp_path: Path) -> None:
    assert one(tmp_path / "a.txt", pdf(column(ENGLISH))).document.text.startswith(ENGLISH[0])


@pytest.mark.parametrize("count", [2, 3])
def test_columns_are_read_one_after_the_other_below_the_title(tmp_path: Path, count: int) -> None:
    width = 480 / count - 15
    parts = [LONG[at::count][:3] for at in range(count)]
    page = both(
        column(["Envoys of Chile and Norway meet in Oslo for talks on copper"], top=790, size=20),
        *(column(part, left=60 + at * (width + 15), width=width, top=700) for at, part in enumerate(parts)),
    )
    found = one(tmp_path / "a.pdf", pdf(page)).document
    assert found.title == "Envoys of Chile and Norway meet in Oslo for talks on copper"
    assert found.text.split("\n\n")[1:] == [text for part in parts for text in part]


def test_a_paragraph_goes_on_in_the_next_column_and_on_the_next_page(tmp_path: Path) -> None:
    words = " ".join(LONG[:4]).split()
    third = len(words) // 3
    first, second, rest = (" ".join(words[at * third : (at + 1) * third + (at == 2) * 9]) for at in range(3))
    page = both(column([first], width=220), column([second], left=300, width=220))
    found = one(tmp_path / "a.pdf", pdf(page, column([rest]))).document
    assert found.text == " ".join(words)


def test_heads_feet_and_numbers_of_pages_are_left_out(tmp_path: Path) -> None:
    cities = ("Nairobi", "Lima", "Quito", "Accra")
    texts = [f"In {city} it began. {text}" for city in cities for text in ENGLISH]

    def page(number: int) -> Draw:
        return both(
            lines([f"Harbour Weekly | 4 March 2024 | {number}"], top=HEIGHT - 40, size=8),
            column(texts[number * 3 : number * 3 + 3]),
            lines(["Printed in Oslo. All rights reserved."], top=40, size=8),
            lines([f"Page {number} of 4"], left=500, top=28, size=8),
        )

    text = one(tmp_path / "a.pdf", pdf(*map(page, range(4)))).document.text
    assert text.split("\n\n") == texts


def test_what_a_browser_prints_around_a_page_gives_only_its_address(tmp_path: Path) -> None:
    above = both(
        lines(["3/5/24, 9:41 AM"], left=30, top=HEIGHT - 20, size=8),
        lines(["Envoys meet - The Paper"], left=280, top=HEIGHT - 20, size=8),
    )
    below = both(
        lines(["https://paper.example/2024/03/04/envoys?id=7"], left=30, top=15, size=8),
        lines(["1/1"], left=550, top=15, size=8),
    )
    halves = both(column(LONG[:3], width=220), column(LONG[3:5], left=300, width=220))
    document = one(tmp_path / "a.pdf", pdf(both(above, halves, below))).document
    assert document.text.split("\n\n") == LONG[:5]
    assert (document.url, document.published_on) == (
        "https://paper.example/2024/03/04/envoys?id=7",
        "2024-03-04",
    )


def test_what_stands_on_one_page_only_stays(tmp_path: Path) -> None:
    head = lines(["Norway recalls its envoy after a raid"], top=HEIGHT - 40)
    text = one(tmp_path / "a.pdf", pdf(both(head, column(ENGLISH)), column(LONG[:2]))).document.text
    assert text.startswith("Norway recalls its envoy")


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        (["Chile and Norway want more coopera-", "tion in the north of their seas."], "cooperation in"),
        (["Norway said the Anglo-", "Norwegian fleet would leave on Monday."], "the Anglo-Norwegian fleet"),
        (["The state-owned firm of Norway said that another state-", "owned firm would buy it."], "another state-owned firm"),
        (["Kedua negara itu sepakat bahwa negara-", "negara di kawasan akan bertemu lagi."], "negara-negara di"),
        (["Para menteri kedua negara membahas kerja sama per-", "tahanan di Oslo, Norwegia."], "pertahanan di"),
    ],
)  # fmt: skip
def test_a_word_that_was_broken_at_the_end_of_a_line_is_whole(
    tmp_path: Path, broken: list[str], whole: str
) -> None:
    assert whole in one(tmp_path / "a.pdf", pdf(lines(broken))).document.text


def test_the_title_is_that_of_the_properties_only_if_the_text_has_it_too(tmp_path: Path) -> None:
    page = column(["Chile and Norway talk about copper", *ENGLISH])
    stated = one(tmp_path / "a.pdf", pdf(page, title="Chile and Norway talk on copper")).document.title
    assert stated == "Chile and Norway talk on copper"
    for wrong in ("Microsoft Word - draft3.docx", "untitled", "Layout 1", "Quarterly budget of the town"):
        assert (
            one(tmp_path / "a.pdf", pdf(page, title=wrong)).document.title
            == "Chile and Norway talk about copper"
        )


def test_the_author_is_the_publisher_only_if_the_text_names_it(tmp_path: Path) -> None:
    page = column(["By the Institute for Seas", *ENGLISH])
    assert (
        one(tmp_path / "a.pdf", pdf(page, author="Institute for Seas")).document.publisher
        == "Institute for Seas"
    )
    assert one(tmp_path / "a.pdf", pdf(page, author="Admin")).document.publisher is None


def test_the_day_on_which_a_file_was_made_is_only_a_guess_of_its_month(tmp_path: Path) -> None:
    found = one(tmp_path / "a.pdf", pdf(column(ENGLISH)))
    assert found.document.published_guessed
    assert found.document.published_precision == "month"
    dated = one(tmp_path / "a.pdf", pdf(column(["Published 4 March 2024", *ENGLISH])))
    assert (dated.document.published_on, dated.document.published_guessed) == ("2024-03-04", False)


def test_scanned_pages_are_refused_and_single_ones_are_remarked(tmp_path: Path) -> None:
    skipped = lost(tmp_path / "a.pdf", pdf(picture(), picture()))
    assert skipped.reason == "is scanned: its pages are pictures without a text layer"
    assert "ocrmypdf" in skipped.hint
    found = one(tmp_path / "a.pdf", pdf(column(ENGLISH), picture()))
    assert "pages that are pictures without text: 1 of 2" in found.remarks


def test_an_encrypted_file_is_refused_and_one_that_opens_is_read(tmp_path: Path) -> None:
    skipped = lost(tmp_path / "a.pdf", pdf(column(ENGLISH), password="secret"))
    assert skipped.reason == "is encrypted: it opens only with a password"
    assert one(tmp_path / "a.pdf", pdf(column(ENGLISH), owner="owner")).document.text.startswith(
        "The foreign"
    )


def test_a_file_without_text_is_refused(tmp_path: Path) -> None:
    assert lost(tmp_path / "a.pdf", pdf(column([]))).reason == "has no text"
