"""Word files give the text that their authors wrote for readers, and nothing beside it."""

from __future__ import annotations

# ruff: noqa: E501 - markup and cases in one line each
from pathlib import Path

import pytest

from tests.ingest.documents.days import ENGLISH, INDONESIAN
from tests.ingest.documents.reading import lost, one
from tests.ingest.documents.word_made import archive, docx, paragraph, table

BODY = [paragraph(text) for text in ENGLISH]


@pytest.mark.parametrize("texts", [ENGLISH, INDONESIAN])
def test_paragraphs_come_out_in_order(tmp_path: Path, texts: tuple[str, ...]) -> None:
    found = one(tmp_path / "a.docx", docx(*map(paragraph, texts)))
    assert found.document.text.split("\n\n") == list(texts)


def test_a_heading_is_the_title_and_a_stated_title_must_be_in_the_text(tmp_path: Path) -> None:
    body = [paragraph("Envoys meet in Oslo", "Heading1"), *BODY]
    assert one(tmp_path / "a.docx", docx(*body)).document.title == "Envoys meet in Oslo"
    stated = docx(*body, title="Chile and Norway talk on salmon")
    assert one(tmp_path / "a.docx", stated).document.title == "Chile and Norway talk on salmon"
    assert (
        one(tmp_path / "a.docx", docx(*body, title="Template 2019")).document.title == "Envoys meet in Oslo"
    )


def test_tables_of_figures_are_left_out_and_prose_in_a_table_is_read(tmp_path: Path) -> None:
    figures = one(tmp_path / "a.docx", docx(*BODY, table([("Year", "Tonnes"), ("2023", "77,431")])))
    assert figures.document.text.split("\n\n") == list(ENGLISH)
    assert "tables of figures that are left out: 1" in figures.remarks
    prose = one(tmp_path / "a.docx", docx(table([ENGLISH[:2], ENGLISH[2:]])))
    assert prose.document.text.split("\n\n") == list(ENGLISH)
    assert not [each for each in prose.remarks if "tables" in each]


def test_what_was_deleted_or_stands_apart_is_left_out_and_what_was_inserted_is_read(tmp_path: Path) -> None:
    inner = (
        "<w:del><w:r><w:delText>DELETED</w:delText></w:r></w:del><w:ins><w:r><w:t> It was inserted.</w:t></w:r>"
        "</w:ins><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>BOX</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
        '<w:r><w:instrText> HYPERLINK "x" </w:instrText></w:r><w:hyperlink><w:r><w:t> A link.</w:t></w:r></w:hyperlink>'
        "<w:sdt><w:sdtContent><w:r><w:t> A field</w:t><w:tab/><w:t>here.</w:t></w:r></w:sdtContent></w:sdt>"
    )
    others: dict[str, str | bytes] = {
        "word/header1.xml": "<x>HEADER</x>",
        "word/footnotes.xml": "<x>NOTE</x>",
    }
    text = one(tmp_path / "a.docx", docx(paragraph(ENGLISH[0], inner=inner), others=others)).document.text
    assert text == f"{ENGLISH[0]} It was inserted. A link. A field here."


def test_the_day_of_the_file_is_only_a_guess(tmp_path: Path) -> None:
    found = one(
        tmp_path / "a.docx", docx(*BODY, modified="2024-03-04T10:00:00Z", created="2013-12-23T23:15:00Z")
    )
    assert (found.document.published_on, found.document.published_guessed) == ("2024-03-04", True)
    assert one(tmp_path / "a.docx", docx(*BODY, modified="2999-01-01")).document.published_on is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (archive({"a.txt": "x"}), "is a ZIP archive"),
        (archive({"[Content_Types].xml": "", "xl/workbook.xml": ""}), "is a spreadsheet of Excel"),
        (archive({"[Content_Types].xml": "", "ppt/presentation.xml": ""}), "is a presentation of PowerPoint"),
        (archive({"mimetype": "x", "content.xml": ""}), "is an OpenDocument file"),
        (archive({"META-INF/container.xml": ""}), "is a book in EPUB"),
        (archive({"[Content_Types].xml": ""}), "is an office file, but not of Word"),
        (docx(*BODY)[:-30], "is a damaged ZIP archive or office file"),
        (docx(*BODY, others={"word/document.xml": "<w:document>"}), "is damaged, or nested too deeply, to be a Word file"),
        (docx(others={"word/document.xml": "<a>" * 5000 + "</a>" * 5000}), "is damaged, or nested too deeply, to be a Word file"),
        (docx(others={"word/document.xml": '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "declares XML entities, which could fill the memory or read files"),
        (docx(others={"word/document.xml": b" " * 65_000_000}), "unpacks to more than 64,000,000 bytes, as if made to fill the memory"),
        (archive({"[Content_Types].xml": "", **{f"word/{n}": "" for n in range(20_001)}}), "has more than 20,000 parts, too many for an article"),
        (docx(), "is empty"),
    ],
)  # fmt: skip
def test_what_is_no_article_of_word_is_refused_with_its_reason(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    skipped = lost(tmp_path / "a.docx", data)
    assert skipped.reason == reason
    assert skipped.hint.endswith(".")
