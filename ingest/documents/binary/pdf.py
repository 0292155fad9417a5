"""Reads the text of PDF files with PDFium, in the order in which people read it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from statistics import median
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.documents.binary.furniture import Page, address_of, without_furniture
from ingest.documents.binary.paragraphs import paragraphs_of, text_of
from ingest.documents.binary.parsed import Paper
from ingest.documents.binary.pdf_lines import Line, characters_of, pieces_of
from ingest.documents.binary.plausible import LONGEST_TITLE, author_in, day_of, title_in
from ingest.documents.binary.reading_order import blocks_of
from ingest.documents.binary.refusals import encrypted, too_long
from ingest.documents.records import MAX_CHARACTERS, Remark, UnusableError

MAX_PAGES = 1000
_LEAST_LETTERS = 20
"""The least number of letters on a page with a text layer; a stamp or a number of a page has fewer."""

_UNREADABLE = 0.1
"""The part of characters without a meaning above which the text layer is of no use."""

_RECOGNISE = "Recognise its text first, for example with: ocrmypdf IN.pdf OUT.pdf"
_PASSWORD = 4  # FPDF_ERR_PASSWORD


def paper_of_pdf(data: bytes) -> Paper:
    """Return the article of a PDF file.

    Raises:
        UnusableError: it is damaged, encrypted, too long, or has no text that can be read.
    """
    with closing(_opened(data)) as document:
        count = len(document)
        if count > MAX_PAGES:
            raise UnusableError(
                f"has {count:,} pages, more than the limit of {MAX_PAGES:,}",
                "Split it into its articles, one a file.",
            )
        pages, pictures = _pages(document)
        paragraphs = paragraphs_of(
            block for pieces in without_furniture(pages) for block in blocks_of(pieces)
        )
        text = text_of(paragraphs)
        _check(text, pictures)
        properties = document.get_metadata_dict()
    remarks = (Remark(f"pages that are pictures without text: {pictures} of {count}"),) if pictures else ()
    return Paper(
        text,
        title_in(properties.get("Title"), text) or _headline(paragraphs),
        author_in(properties.get("Author"), text),
        day_of(properties.get("CreationDate")),
        address_of(pages),
        remarks,
    )


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise encrypted() from error
        raise UnusableError(
            "is not a PDF file, or is damaged", "Open it in its own program, and save it again."
        ) from error


def _pages(document: pypdfium2.PdfDocument) -> tuple[list[Page], int]:
    """Return the pages with text, and the number of those that are only pictures."""
    pages: list[Page] = []
    pictures = letters = 0
    for number in range(len(document)):
        with closing(document[number]) as page, closing(page.get_textpage()) as text_page:
            pieces = pieces_of(characters_of(text_page.raw))
            of_page = sum(map(str.isalpha, "".join(each.text for each in pieces)))
            if of_page < _LEAST_LETTERS and _has_picture(page):
                pictures += 1
            letters += of_page
            pages.append(Page(pieces, page.get_height()))
        if letters > MAX_CHARACTERS:
            raise too_long()
    return pages, pictures


def _has_picture(page: Any) -> bool:  # noqa: ANN401 - a page of pypdfium2
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=2))


def _check(text: str, pictures: int) -> None:
    """Raise `UnusableError` if a text layer is missing or has no meaning."""
    letters = sum(map(str.isalpha, text))
    if letters < _LEAST_LETTERS and pictures:
        raise UnusableError("is scanned: its pages are pictures without a text layer", _RECOGNISE)
    if not letters:
        raise UnusableError("has no text", _RECOGNISE)
    strange = sum(each == "\ufffd" or "\ue000" <= each <= "\uf8ff" or each < " " for each in text)
    if strange - text.count("\n") > _UNREADABLE * len(text):
        raise UnusableError("has a text layer that does not say which letters it shows", _RECOGNISE)


def _headline(paragraphs: Sequence[Sequence[Line]]) -> str | None:
    """Return the paragraph in the largest letters near the beginning, if these are larger than the others."""
    lines = [line for lines in paragraphs for line in lines]
    usual = median(line.size for line in lines for _ in range(1 + len(line.text) // 20))
    first = [lines for lines in paragraphs[:6] if lines[0].size > 1.2 * usual]
    largest = max(first, key=lambda lines: lines[0].size, default=None)
    title = " ".join(line.text for line in largest) if largest else ""
    return title if len(title.split()) >= 2 and len(title) <= LONGEST_TITLE else None
